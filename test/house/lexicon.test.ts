import { join } from 'node:path';
import t from 'tap';
import { readLate, words } from '../../schema/lexicon/read-lexicon.ts';
import { rule } from './rule.ts';
import { files, housed, pathsBelow, readText, root } from './tree.ts';

const lexicons = pathsBelow('schema/lexicon').filter((path) => path.endsWith('.json'));
const readersOf = (path: string): readonly string[] =>
  housed.filter(({ imports }) => imports.some(({ from }) => from === path)).map((file) => file.path);

/** What is said twice in a value, by its place: an element of a list that stands there before. */
const doubled = (value: unknown, at: string): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.entries(value);
  const seen = new Set<string>();
  const twice = inside.filter(([, one]) => {
    const text = JSON.stringify(one);
    const before = Array.isArray(value) && seen.has(text);
    seen.add(text);
    return before;
  });
  return [
    ...twice.map(([, one]) => `${at}: ${JSON.stringify(one)} stands there twice`),
    ...inside.flatMap(([key, one]) => doubled(one, `${at}.${key}`)),
  ];
};

/** A key that stands twice in an object is lost when JSON is read, so the text grows shorter. */
const lostKeys = (text: string): boolean => {
  const compact = text.replace(/("(?:\\.|[^"\\])*")|\s+/gu, (_, quoted?: string) =>
    quoted === undefined ? '' : JSON.stringify(JSON.parse(quoted)),
  );
  return JSON.stringify(JSON.parse(text)).length !== compact.length;
};

t.test('a value said twice, and a key said twice, are found', async (t) => {
  t.strictSame(doubled({ a: ['x', 'y', 'x'] }, 'list'), ['list.a: "x" stands there twice']);
  t.strictSame(doubled({ a: ['x'], b: ['x'] }, 'list'), []);
  t.equal(lostKeys('{ "a": "一  ", "a": "b" }'), true);
  t.equal(lostKeys('{ "a": "一  ", "b": ["\\"\\u200e", 1] }'), false);
});

rule('a lexicon is read by one module of schema/lexicon, which gives it its shape', () =>
  lexicons.flatMap((path) => {
    const readers = readersOf(path);
    const [reader = ''] = readers;
    return readers.length === 1 && reader.startsWith('schema/lexicon/')
      ? []
      : [`${path} is read by ${readers.join(', ') || 'nobody'}: let one file of schema/lexicon read it`];
  }),
);

rule('no entry of a lexicon is doubled', () =>
  lexicons.flatMap((path) => {
    const text = readText(path);
    return [
      ...(lostKeys(text) ? [`${path}: a key stands there twice, and the first is lost`] : []),
      ...doubled(JSON.parse(text), path),
    ];
  }),
);

t.test(
  'every lexicon says where it comes from and is of its shape, or its module does not load',
  async (t) => {
    t.not(lexicons.length, 0);
    const modules = files.filter(({ path }) => path.startsWith('schema/lexicon/'));
    const broken: string[] = [];
    for (const { path } of modules)
      await import(join(root, path)).catch((fault) => broken.push(`${path}: ${fault.message}`));
    t.strictSame(broken, []);
  },
);

t.test(
  'a list that is read when it is first asked for is of its shape, and one that is not is refused',
  async (t) => {
    for (const file of ['places', 'pinyin']) {
      const lists: Readonly<Record<string, unknown>> = await import(`../../schema/lexicon/${file}.ts`);
      for (const [name, read] of Object.entries(lists))
        if (typeof read === 'function') t.doesNotThrow(() => read(), name);
    }
    const slipped = { about: 'made up', origin: 'made up', asOf: '2026-11-30', entries: ['word', 7] };
    const list = readLate(slipped, () => words);
    t.throws(list, /expected string/u);
  },
);
