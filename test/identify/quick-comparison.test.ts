import { isDeepStrictEqual } from 'node:util';
import t from 'tap';
import { perturbed } from '../../bench/names/cases.ts';
import { memoryReader } from '../../bench/names/memory-reader.ts';
import { baseRows } from '../../bench/names/rows.ts';
import { nameFinderFor } from '../../src/identify/kept-index/name-finders.ts';
import { askedName, readingsToSearch } from '../../src/identify/model/asked-name.ts';
import { coverageBy } from '../../src/identify/model/coverage.ts';
import { compareNames } from '../../src/names/compare/compare.ts';
import { generateCandidates } from '../../src/names/index/candidate-generation.ts';
import type { NameParts } from '../../src/names/parse/parts.ts';
import { latinPlace } from '../../src/names/parse/sound.ts';
import { dice } from '../../src/text/dice.ts';
import { isOneSlip, neighboursExchanged, shortLevenshtein } from '../../src/text/edit-distance.ts';
import { fc } from '../support/draws.ts';

const rows = baseRows().slice(0, 2_000);
const { index } = await nameFinderFor(memoryReader(rows));
const asked = Object.values(perturbed(rows, 10))
  .flat()
  .map(({ query }) => askedName(query, { province: null, city: null }));

/** Every reading of every question, with the names it is compared with. */
const compared = asked.flatMap((one) =>
  one.readings.map((parts, at) => ({
    parts,
    found: generateCandidates(index, parts, readingsToSearch(one)[at]),
  })),
);

t.test('what names share is compared once, and gives what comparing each by itself gives', async (t) => {
  let count = 0;
  const others: string[] = [];
  for (const { parts, found } of compared)
    for (const { name, institution, comparison } of found) {
      count += 1;
      const alone = compareNames(parts, index.partsAt(name), index.places.at(institution));
      if (!isDeepStrictEqual(alone, comparison)) others.push(`${parts.text}, ${index.names.at(name)}`);
    }
  t.ok(count > 1_000, `${count} names compared`);
  t.strictSame(others, []);
});

const wordsOf = ({ core, kinds, specialties, parent, ordinal, districts }: NameParts): string[] => [
  ...core,
  // Of a university's hospital with a number, a specialty or a word of its own it says nothing more that it is an affiliated one.
  ...kinds.filter(
    (one) =>
      one !== 'affiliated' ||
      parent.length === 0 ||
      (ordinal === null && specialties.length + core.length === 0),
  ),
  ...specialties,
  ...parent,
  ...(ordinal === null ? [] : [`#${ordinal}`]),
  ...districts.map((one) => one.split(':')[0] ?? ''),
];
const placesOf = ({ places }: NameParts): string[] => places.flatMap((one) => one.split('|')).map(latinPlace);
const share = (some: readonly string[], of: readonly string[]): number =>
  some.length === 0 ? 1 : some.filter((one) => of.includes(one)).length / some.length;

t.test('how much of each name the other holds is counted word by word', async (t) => {
  const others: string[] = [];
  for (const { parts, found } of compared) {
    const coverage = coverageBy(index, parts);
    const words = [...wordsOf(parts), ...placesOf(parts)];
    for (const { name, institution } of found) {
      const known = index.partsAt(name);
      // Words written apart or together are one: "Ren Ji" and Renji.
      const apart = parts.core.length > 1 && known.core.join('') === parts.core.join('');
      const [mine, theirs] = apart ? [known.core, parts.core] : [[], []];
      // What its university is called today may be said for what the name states.
      const today = known.parentNow ?? [];
      const { province, city, district } = index.places.at(institution);
      const around = [province, city, district].flatMap((one) => (one === null ? [] : [latinPlace(one)]));
      const plain = [
        share(words, [...wordsOf(known), ...known.kinds, ...theirs, ...today, ...placesOf(known), ...around]),
        share(wordsOf(known), [...words, ...mine]),
      ];
      if (!isDeepStrictEqual(plain, coverage(name, known)))
        others.push(`${parts.text}, ${index.names.at(name)}`);
    }
  }
  t.strictSame(others, []);
});

/** The whole table, as the textbook has it. */
const levenshtein = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
};

const word = fc.string({ unit: fc.constantFrom('一', '医', '院', 'a', 'b'), maxLength: 12 });

t.test('passing over equal ends changes no distance', async (t) => {
  fc.assert(
    fc.property(word, word, (a, b) =>
      Math.abs(a.length - b.length) > 3
        ? shortLevenshtein(a, b) === 4
        : shortLevenshtein(a, b) === levenshtein(a, b),
    ),
    { numRuns: 500 },
  );
  t.equal(shortLevenshtein('a'.repeat(41), 'a'.repeat(41)), 4, 'longer texts are not compared');
});

t.test('one slip is one letter wrong, lost or too many, or two neighbours exchanged', async () => {
  const few = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 5 });
  fc.assert(
    fc.property(
      few,
      few,
      (a, b) => isOneSlip(a, b) === (levenshtein(a, b) === 1 || neighboursExchanged(a, b)),
    ),
    { numRuns: 2_000 },
  );
});

/** Pairs of neighbouring characters that both texts have, each counted as often as both have it. */
const plainDice = (a: string, b: string): number => {
  if (a.length < 2 || b.length < 2) return 0;
  const pairs = (text: string): string[] =>
    Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2));
  const left = pairs(a);
  let both = 0;
  for (const pair of pairs(b)) {
    const at = left.indexOf(pair);
    if (at < 0) continue;
    left.splice(at, 1);
    both += 1;
  }
  return (2 * both) / (a.length + b.length - 2);
};

t.test(
  'pairs of characters are counted as often as both texts have them, whatever was compared before',
  async (t) => {
    fc.assert(
      fc.property(word, word, word, (a, b, c) =>
        [b, c, b].every((one) => dice(a, one) === plainDice(a, one)),
      ),
      {
        numRuns: 500,
      },
    );
    t.ok(dice('ab'.repeat(200), 'ab'.repeat(150)) > 0.8, 'long texts too');
  },
);
