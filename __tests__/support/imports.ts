import {readFileSync, readdirSync} from 'node:fs';
import {posix} from 'node:path';
import ts from 'typescript';
import {ROOT} from './runner.js';

/** The modules that each module of src imports or re-exports, types and import() included, by path within src. */
export function importsOfSource(): Map<string, readonly string[]> {
  const paths = readdirSync(`${ROOT}src`, {recursive: true, encoding: 'utf8'})
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts'));
  return new Map(paths.map((path) => [path, importsIn(path, readFileSync(`${ROOT}src/${path}`, 'utf8'))]));
}

/** The modules of src that a module's text imports, by path within src. */
export function importsIn(path: string, text: string): readonly string[] {
  const names = ts.preProcessFile(text, true, true).importedFiles.map(({fileName}) => fileName);
  const own = names.filter((name) => name.startsWith('.'));
  return [...new Set(own.map((name) => posix.join(posix.dirname(path), name.replace(/\.js$/, '.ts'))))];
}

/** One circle of a graph, its first node again at the end; null when there is none. */
export function circleIn(graph: ReadonlyMap<string, readonly string[]>): readonly string[] | null {
  const done = new Set<string>();
  const follow = (node: string, way: readonly string[]): readonly string[] | null => {
    if (way.includes(node)) return [...way.slice(way.indexOf(node)), node];
    if (done.has(node)) return null;
    for (const next of graph.get(node) ?? []) {
      const circle = follow(next, [...way, node]);
      if (circle !== null) return circle;
    }
    done.add(node);
    return null;
  };
  for (const node of graph.keys()) {
    const circle = follow(node, []);
    if (circle !== null) return circle;
  }
  return null;
}
