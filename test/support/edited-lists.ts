import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Source } from '../../src/harvest/catalogue.ts';
import type { Obtain } from '../../src/harvest/obtain/obtain.ts';
import { harvestSource } from '../../src/harvest/run.ts';
import type { Toy } from './toy-night.ts';

/** One change of a list. */
type Edit = Readonly<{ kind: number; at: number; word: number }>;
/** A line of the list, good in every cell. */
export const lineOf = (number: number): string => `${number},编造第${number}示例医院,编造市,${number % 7}`;

const WORDS = ['', '12', 'many', '"7, 8"', '编造县', '\uFFFD', '2099-01-01'];

/** What a night may do to a list: a new row, one less, one moved, one doubled, a cell that says something else, good or bad. */
export const edited = (lines: readonly string[], { kind, at, word }: Edit): readonly string[] => {
  const place = lines.length === 0 ? 0 : at % lines.length;
  const line = lines[place] ?? lineOf(at);
  const [number = '', ...cells] = line.split(',');
  const said = WORDS[word % WORDS.length] ?? '';
  switch (kind % 7) {
    case 0:
      return [...lines.slice(0, place), lineOf(1000 + at), ...lines.slice(place)];
    case 1:
      return lines.toSpliced(place, 1);
    case 2:
      return [...lines.toSpliced(place, 1), line];
    case 3:
      return word % 3 === 0 ? [...lines, line] : lines;
    case 4:
      return lines.with(place, [number, cells[0] ?? '', cells[1] ?? '', said].join(','));
    case 5:
      return lines.with(place, [number, cells[0] ?? '', said, cells[2] ?? ''].join(','));
    default:
      return word % 4 === 0 ? lines.with(place, [number, said, ...cells.slice(1)].join(',')) : lines;
  }
};

const fetched: Obtain = async ({ id }, page) => ({
  state: 'obtained',
  body: new Uint8Array(readFileSync(join(folders.get(id) ?? '', page.file ?? ''))),
  url: page.url,
  transport: 'https',
  contentType: 'text/csv',
});
const folders = new Map<string, string>();

/** One night over a list, cut off before it is published where `cut`. Gives its report. */
export const oneNight = async (toy: Toy, source: Source, at: string, cut: boolean) => {
  folders.set(source.descriptor.id, source.dir);
  const needs = { store: toy.store, archive: toy.archive, now: new Date(at), obtain: fetched };
  return cut ? [await harvestSource(source, needs)] : (await toy.night([source], at, fetched)).sources;
};
