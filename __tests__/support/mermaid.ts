import DOMPurify from 'dompurify';
import mermaid from 'mermaid';

/** What the real Mermaid parser makes of a flowchart. */
export interface ParsedDiagram {
  readonly nodes: readonly {
    readonly id: string;
    readonly text: string;
    readonly classes: readonly string[];
  }[];
  readonly edges: readonly {
    readonly from: string;
    readonly to: string;
    readonly text: string;
    readonly stroke: string;
  }[];
  readonly boxes: readonly {readonly title: string; readonly nodes: readonly string[]}[];
}

interface FlowDatabase {
  getVertices(): Map<string, {id: string; text: string; classes: string[]}>;
  getEdges(): {start: string; end: string; text: string; stroke: string}[];
  getSubGraphs(): {title: string; nodes: string[]}[];
}

/** Parses a diagram with Mermaid itself; throws what Mermaid throws. */
export async function parseMermaid(text: string): Promise<ParsedDiagram> {
  // Mermaid sanitises labels with DOMPurify, which does nothing without a browser: parsing needs no sanitiser.
  Object.assign(DOMPurify, {addHook: () => undefined, sanitize: (html: string) => html});
  // Mermaid learns its kinds of diagram on the first parse.
  await mermaid.parse('flowchart TD\n  a');
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- parse() says only whether, not what, it parsed
  const diagram = await mermaid.mermaidAPI.getDiagramFromText(text);
  const database = diagram.db as unknown as FlowDatabase;
  return {
    nodes: [...database.getVertices().values()].map(({id, text: label, classes}) => ({
      id,
      text: decode(label),
      classes
    })),
    edges: database
      .getEdges()
      .map(({start, end, text: label, stroke}) => ({from: start, to: end, text: decode(label), stroke})),
    boxes: database.getSubGraphs().map(({title, nodes}) => ({title: decode(title), nodes}))
  };
}

/** Mermaid carries entities through its parser in a form of its own. */
function decode(label: string): string {
  return label.replace(/ﬂ°°(\d+)¶ß/g, (_, code: string) => String.fromCodePoint(Number(code)));
}
