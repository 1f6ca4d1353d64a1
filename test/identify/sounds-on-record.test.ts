import t from 'tap';
import { perturbed } from '../../bench/names/cases.ts';
import { memoryReader } from '../../bench/names/memory-reader.ts';
import { baseRows } from '../../bench/names/rows.ts';
import { nameFinderFor } from '../../src/identify/kept-index/name-finders.ts';
import { maySoundSo } from '../../src/names/index/spoken-so.ts';
import { heard } from '../../src/names/parse/respelled.ts';

const rows = baseRows().slice(0, 2_000);
const { index } = await nameFinderFor(memoryReader(rows));
const spoken = new Set(
  Array.from({ length: index.names.length }, (_, at) => at).flatMap((at) => [
    index.soundAt(at).join(' '),
    ...heard(index.names.at(at)),
  ]),
);
const may = (sound: string): boolean => maySoundSo(index, sound);

t.test('no sound of a name on record, as printed or as read, is said to be nobody’s', async (t) => {
  t.ok(spoken.size > 1_900);
  t.strictSame(
    [...spoken].filter((sound) => sound.includes(' ') && !may(sound)),
    [],
  );
});

t.test('of names with a slip only what sounds like a name on record is said to', async (t) => {
  const sounds = Object.values(perturbed(rows, 60))
    .flat()
    .flatMap(({ query }) => heard(query));
  const others = sounds.filter((sound) => !spoken.has(sound));
  t.ok(others.length > 100, `${others.length} names that sound like nobody`);
  t.ok(sounds.length > others.length, 'and some that sound like somebody');
  t.strictSame(
    sounds.filter((sound) => may(sound) !== spoken.has(sound)),
    [],
  );
});

t.test('a sound that no name has a syllable of is nobody’s, and one of many is not told', async (t) => {
  t.equal(may('xx yi yuan'), false);
  t.equal(may('yuan'), true, 'a syllable alone has no neighbour to be looked for by');
});
