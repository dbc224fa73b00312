import {generateBundle} from './generate.mjs';
import {ratioOf} from './measure.mjs';
import {OTHERS, toAmazon} from './others.mjs';
import {expectClean, validate} from './project.mjs';

const SIZES = [
  {words: '10 KB', count: 1, bytes: 10_000},
  {words: '100 KB', count: 1, bytes: 100_000},
  {words: '1 MB', count: 1, bytes: 1_000_000},
  {words: '1000 × 20 KB', count: 1000, bytes: 20_000}
];
const TARGET = 15;

/** The whole validation without jq, and the other validators, each against JSON.parse of the same text. */
export async function validationRows() {
  const rows = [];
  for (const {words, count, bytes} of SIZES) {
    const texts = Array.from({length: count}, (_, index) => generateBundle({bytes, index}));
    const files = texts.map((text) => Buffer.from(text));
    await expectClean(files);
    const own = await ratioOf(parserOf(texts), () => validate(files));
    rows.push({
      what: `validate ${words}`,
      measured: `${own.ratio.toFixed(1)} × JSON.parse (${own.milliseconds.toFixed(1)} ms)`,
      target: `≤ ${TARGET} ×`,
      met: own.ratio <= TARGET
    });
    rows.push(...(await otherRows(words, texts)));
  }
  return rows;
}

/** The others do not know bundles: they get the flows alone, and are measured against JSON.parse of those. */
async function otherRows(words, bundles) {
  // More flows of the same shape would tell nothing more, and take one of them minutes.
  const texts = bundles.slice(0, FEW).flatMap(toAmazon).slice(0, FEW);
  const rows = [];
  for (const {name, prepare} of OTHERS) {
    const check = await prepare();
    const problems = (await Promise.all(texts.map(check))).flat();
    if (problems.length > 0) throw new Error(`${name} finds fault: ${JSON.stringify(problems[0])}`);
    const {ratio, milliseconds} = await ratioOf(parserOf(texts), async () => {
      for (const text of texts) await check(text);
    });
    rows.push({
      what: `— ${name}, flows of ${words} alone (${texts.length})`,
      measured: `${ratio.toFixed(1)} × JSON.parse (${milliseconds.toFixed(1)} ms)`
    });
  }
  return rows;
}

const FEW = 10;

function parserOf(texts) {
  return () => {
    for (const text of texts) JSON.parse(text);
  };
}
