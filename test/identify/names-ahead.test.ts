import t from 'tap';
import { standingOf } from '../../src/identify/standing.ts';
import { buildNameIndex, type IndexArrays } from '../../src/names/index/name-index.ts';
import { namesAhead, readNames } from '../../src/names/index/read-name.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { NameRow } from '../../src/store/registry-reader.ts';
import { fewSources } from '../support/app.ts';
import { copyBundledData } from '../support/bundled-data.ts';

const data = t.testdir();
await copyBundledData(data, fewSources);
const store = await openStore({ data });
t.teardown(() => store.close());
const rows: NameRow[] = [];
for await (const row of store.reader().names()) if (rows.length < 600) rows.push(row);

/** What lies in the file of an index, by name. */
const bytesOf = (value: unknown, name: string): readonly (readonly [string, string])[] =>
  ArrayBuffer.isView(value)
    ? [[name, Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64')]]
    : Object.entries(value ?? {}).flatMap(([inner, one]) => bytesOf(one, `${name}.${inner}`));
const asBytes = (arrays: IndexArrays) => Object.fromEntries(bytesOf(arrays, 'index'));

t.test(
  'an index of names that were read before the generation held them is the same to the byte',
  async (t) => {
    const standing = await standingOf(store.reader());
    const ahead = namesAhead();
    for await (const name of store.statedNames()) ahead.keep(name);
    const before = rows.map(ahead.read);
    const found = rows.filter((row, at) => ahead.read(row) === before[at]).length;
    t.ok(found > rows.length * 0.8, `${found} of ${rows.length} names were read before`);
    const [plain, early] = [
      await buildNameIndex(rows, standing),
      await buildNameIndex(rows, standing, ahead.read),
    ];
    t.strictSame(asBytes(early.arrays), asBytes(plain.arrays));
  },
);

t.test(
  'a name is read anew where its institution turns out to stand elsewhere, or to bear it otherwise',
  (t) => {
    const ahead = namesAhead();
    const [row] = rows;
    if (row === undefined) throw new Error('no name is on record');
    ahead.keep(row);
    t.equal(ahead.read(row), ahead.read(row));
    for (const other of [
      { ...row, city: '示意市' },
      { ...row, province: null },
      { ...row, kind: 'former' },
    ]) {
      t.not(ahead.read(other), ahead.read(row));
      t.strictSame(ahead.read(other), readNames(other));
    }
    t.end();
  },
);
