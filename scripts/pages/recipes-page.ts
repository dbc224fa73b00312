/** A comment that names a workflow file, and the block of YAML below it. */
const EMBEDDED = /(<!-- (\S+\.yml) -->\n\n```yaml\n)[\s\S]*?(```)/g;

/** Fills each block of docs/recipes.md from the workflow file that the comment above it names. */
export function withWorkflows(page: string, files: ReadonlyMap<string, string>): string {
  return page.replace(EMBEDDED, (_, begin: string, path: string, end: string) => {
    const text = files.get(path);
    if (text === undefined) throw new Error(`docs/recipes.md names ${path}, which is not there`);
    return `${begin}${text}${end}`;
  });
}

/** The workflow files that the page shows. */
export function workflowsOf(page: string): string[] {
  return [...page.matchAll(EMBEDDED)].map(([, , path = '']) => path);
}
