// Renders examples of the pull request comment as GitHub would, into docs/images/. Needs a Chromium: the command
// `chromium`, or what CHROMIUM names. Nothing is fetched from the network.
import {execFile} from 'node:child_process';
import {mkdir, mkdtemp, readFile, readdir, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {promisify} from 'node:util';
import {marked} from 'marked';
import {compile} from './compile.mjs';

const ROOT = new URL('../', import.meta.url);
const WIDTH = 900;
/** Longer pictures end here: nobody scrolls through them. */
const MAX_HEIGHT = 2_400;
/** The comments of which the first bundle is unfolded; the others stay folded, as they are first seen. */
const UNFOLDED = ['small-change', 'new-bundle', 'deletion'];
const SOURCES = ['__tests__/support/report-examples.ts'];

const load = await compile('images', SOURCES);
const {reportExamples} = await load('__tests__/support/report-examples.js');
const folder = await mkdtemp(join(tmpdir(), 'zis-images-'));
try {
  await mkdir(new URL('docs/images/', ROOT), {recursive: true});
  for (const {name, markdown} of await reportExamples(await bundleFiles())) await render(name, markdown);
} finally {
  await rm(folder, {recursive: true, force: true});
}

async function bundleFiles() {
  const names = (await readdir(new URL('examples/zis/', ROOT))).filter((name) => name.endsWith('.json'));
  const files = names.map(async (name) => [
    `zis/${name}`,
    JSON.parse(await readFile(new URL(`examples/zis/${name}`, ROOT), 'utf8'))
  ]);
  return Object.fromEntries(await Promise.all(files));
}

/** The page tells its height once the diagrams are drawn; then it is photographed in a window of that height. */
async function render(name, markdown) {
  const page = join(folder, `${name}.html`);
  await writeFile(page, pageOf(UNFOLDED.includes(name) ? unfoldFirst(toHtml(markdown)) : toHtml(markdown)));
  const dom = await chromium(page, '--dump-dom', `--window-size=${WIDTH},${MAX_HEIGHT}`);
  const drawn = /data-height="(\d+)"/.exec(dom)?.[1];
  if (drawn === undefined) throw new Error(`${name}: the page was not drawn`);
  const height = Math.min(Number(drawn), MAX_HEIGHT);
  const image = fileURLToPath(new URL(`docs/images/${name}.png`, ROOT));
  await chromium(page, `--screenshot=${image}`, `--window-size=${WIDTH},${height}`);
  process.stdout.write(`wrote docs/images/${name}.png\n`);
}

async function chromium(page, ...options) {
  const {stdout} = await promisify(execFile)(
    process.env['CHROMIUM'] ?? 'chromium',
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--hide-scrollbars',
      '--virtual-time-budget=20000',
      `--user-data-dir=${join(folder, 'profile')}`,
      ...options,
      pathToFileURL(page).href
    ],
    {maxBuffer: 64 * 1024 * 1024}
  );
  return stdout;
}

/** Markdown as GitHub shows it: alerts are boxes, and mermaid fences diagrams. */
function toHtml(markdown) {
  return marked
    .parse(markdown, {gfm: true, breaks: true})
    .replace(
      /<blockquote>\s*<p>\[!(\w+)\]([\s\S]*?)<\/blockquote>/g,
      (_, kind, rest) =>
        `<div class="markdown-alert markdown-alert-${kind.toLowerCase()}">` +
        `<p class="markdown-alert-title">${kind[0]}${kind.slice(1).toLowerCase()}</p><p>${rest}</div>`
    )
    .replace(
      /<pre><code class="language-mermaid">([\s\S]*?)<\/code><\/pre>/g,
      '<pre class="mermaid">$1</pre>'
    )
    .replace(/<pre><code class="language-diff">([\s\S]*?)<\/code><\/pre>/g, (_, lines) => diffOf(lines));
}

/** The colours that GitHub gives to the lines of a diff. */
function diffOf(lines) {
  const classes = {'+': 'added', '-': 'removed', '!': 'changed', '@': 'place'};
  const coloured = lines.split('\n').map((line) => {
    const name = classes[line[0]];
    return name === undefined ? line : `<span class="${name}">${line}</span>`;
  });
  return `<pre class="diff"><code>${coloured.join('\n')}</code></pre>`;
}

function unfoldFirst(html) {
  return html.replace('<details>', '<details open>');
}

function pageOf(html) {
  const asset = (path) => new URL(`node_modules/${path}`, ROOT).href;
  return `<!doctype html>
<meta charset="utf-8">
<link rel="stylesheet" href="${asset('github-markdown-css/github-markdown-light.css')}">
<style>
  body {margin: 0; padding: 16px; background: #fff;}
  .comment {border: 1px solid #d1d9e0; border-radius: 6px; font-family: sans-serif;}
  .author {padding: 8px 16px; border-bottom: 1px solid #d1d9e0; background: #f6f8fa; font-size: 14px;}
  .markdown-body {padding: 16px;}
  pre.mermaid {background: none; text-align: center;}
  .diff .added {color: #116329; background: #dafbe1;}
  .diff .removed {color: #82071e; background: #ffebe9;}
  .diff .changed {color: #953800;}
  .diff .place {color: #8250df;}
</style>
<div class="comment">
  <div class="author"><b>github-actions</b> bot commented</div>
  <div class="markdown-body">${html}</div>
</div>
<script src="${asset('mermaid/dist/mermaid.min.js')}"></script>
<script>
  mermaid.initialize({startOnLoad: false});
  const shown = [...document.querySelectorAll('.mermaid')].filter((picture) => picture.offsetParent !== null);
  mermaid.run({nodes: shown}).then(() => {
    document.body.dataset.height = String(document.querySelector('.comment').offsetHeight + 32);
  });
</script>
`;
}
