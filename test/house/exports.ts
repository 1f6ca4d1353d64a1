import { dirname, join, normalize } from 'node:path';
import type { SourceFile } from './tree.ts';

const EXPORT = /^export (?:async |abstract )?(?:const|let|function|class|type|interface|enum) (\w+)/gm;
const NAMED = /\b(?:import|export)\s+(?:type\s+)?\{([^}]*)\}\s+from\s+'(\.[^']+)'/g;
const WHOLE = /\bimport\s+\*\s+as\s+\w+\s+from\s+'(\.[^']+)'|\bimport\(\s*'(\.[^']+)'\s*\)(?!\.)/g;
const TYPE_OF = /\bimport\(\s*'(\.[^']+)'\s*\)\.(\w+)/g;

/** Text in backquotes, which may hold the lines of a file to be written. */
const TEMPLATE = /`(?:\\[\s\S]|[^`\\])*`/g;

/** The names a file exports. */
export const exportsOf = ({ code }: SourceFile): readonly string[] =>
  [...code.replace(TEMPLATE, '``').matchAll(EXPORT)].map(([, name = '']) => name);

/** What a file takes from others of the project, as `path#name`; `path#*` where it takes a whole module. */
export const takenBy = ({ path, text }: SourceFile): readonly string[] => {
  const below = (from: string) => normalize(join(dirname(path), from)).replaceAll('\\', '/');
  const plain = (name: string) =>
    name
      .trim()
      .replace(/^type\s+/, '')
      .replace(/\s+as\s+\w+$/, '');
  return [
    ...[...text.matchAll(NAMED)].flatMap(([, names = '', from = '']) =>
      names.split(',').map((name) => `${below(from)}#${plain(name)}`),
    ),
    ...[...text.matchAll(WHOLE)].map(([, from = '', called = '']) => `${below(from || called)}#*`),
    ...[...text.matchAll(TYPE_OF)].map(([, from = '', name = '']) => `${below(from)}#${name}`),
  ];
};
