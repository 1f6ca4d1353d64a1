import t from 'tap';
import { measuredRegistry } from '../../bench/names/bundled.ts';
import { findByName } from '../../src/identify/by-name.ts';
import { nameFinder } from '../../src/identify/search.ts';
import { standingOf } from '../../src/identify/standing.ts';
import { nameKeys } from '../../src/name-keys/keys.ts';
import { buildNameIndex, type NameIndex } from '../../src/names/index/name-index.ts';
import type { NameRow } from '../../src/store/registry-reader.ts';
import { hasHan } from '../../src/text/han.ts';
import { fewSources } from '../support/app.ts';
import { copyBundledData } from '../support/bundled-data.ts';

// Lists of authorities, whose names are asked for: to index the open directories beside them costs twice as much and shows no more.
const folder = t.testdir();
await copyBundledData(folder, fewSources);
const { rows, index, reader, close } = await measuredRegistry(folder);
t.teardown(close);
const standing = await standingOf(reader);

/** Names of hospitals that authorities list, some of them. */
const asked = rows.filter((row, at) => at % 20 === 0 && (standing.get(row.institution) ?? 0) > 0);
const known = new Set(rows.map(({ value }) => nameKeys(value).full));

/** A made-up directory: the short form of each name asked, in towns of its own, and the same word with other houses. */
const madeUpDirectory: readonly NameRow[] = asked.flatMap(({ value }, at) => {
  const short = hasHan(value) ? nameKeys(value).short : null;
  if (short === null) return [];
  const word = short.replace(/医院$/u, '');
  return [`编造县${short}`, `示意市${word}医院`, `${word}示意医院`]
    .filter((name) => !known.has(nameKeys(name).full))
    .map((name, which) => ({
      institution: `made-up-${at}-${which}`,
      value: name,
      kind: 'legal',
      language: 'zh',
      province: '河北省',
      city: '石家庄市',
      district: null,
      official: false,
    }));
});

const settledIn = async (index: NameIndex): Promise<ReadonlyMap<string, string>> => {
  const finder = nameFinder(index);
  const found = new Map<string, string>();
  for (const { value } of asked) {
    const { id } = await findByName(value, { province: null, city: null }, reader, async () => finder);
    if (id !== null) found.set(value, id);
  }
  return found;
};

t.test('loading a directory takes no settled answer away from what authorities list', async (t) => {
  const before = await settledIn(index);
  const after = await settledIn(await buildNameIndex([...rows, ...madeUpDirectory], standing));
  t.ok(
    madeUpDirectory.length > 50 && before.size > 50,
    `${madeUpDirectory.length} rows, ${before.size} answers`,
  );
  const lost = [...before].filter(([name, id]) => after.get(name) !== id).map(([name]) => name);
  t.strictSame(lost, []);
});
