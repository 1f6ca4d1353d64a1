import t, { type Test } from 'tap';
import { type Archive, archiveOver } from '../../src/archive/archive.ts';
import type { ByteStore } from '../../src/archive/byte-store.ts';
import type { Tombstone } from '../../src/archive/tombstone.ts';

const textOf = async (pieces: AsyncIterable<Uint8Array> | undefined): Promise<string | undefined> => {
  if (pieces === undefined) return undefined;
  const parts: Uint8Array[] = [];
  for await (const part of pieces) parts.push(part);
  return Buffer.concat(parts).toString();
};
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const namesIn = async (store: ByteStore): Promise<readonly string[]> => {
  const names: string[] = [];
  for await (const { name } of store.walk()) names.push(name);
  return names.sort();
};

const kindsIn = async (archive: Archive): Promise<readonly string[]> => {
  const kinds: string[] = [];
  for await (const { kind } of archive.walk()) kinds.push(kind);
  return kinds.sort();
};

const removal = (sha256: string): Tombstone => ({
  sha256,
  url: 'https://example.org/list',
  source: 'cn-toyville-list',
  retrievedAt: null,
  bytes: 12,
  removedAt: '2026-05-01T00:00:00.000Z',
  rule: 'by-hand',
  before: null,
  by: 'Made-up Name',
  reason: 'made up',
});

/** What every byte store promises, and an archive that stands on one. `open` gives an empty one. */
export const keepsBytes = (where: string, open: (t: Test) => ByteStore | Promise<ByteStore>): void => {
  void t.test(
    `bytes kept ${where} are given back whole under their name, until they are removed`,
    async (t) => {
      const store = await open(t);
      t.strictSame(await namesIn(store), []);
      t.equal(await store.get('abcdef'), undefined);
      await store.put('abcdef', bytesOf('one'));
      await store.put('abcdef', bytesOf('another'));
      await store.put('abcdef.removed.json', bytesOf(''));
      t.equal(await textOf(await store.get('abcdef')), 'another');
      t.equal(await store.sizeOf('abcdef'), 7);
      t.equal(await textOf(await store.get('abcdef.removed.json')), '');
      t.strictSame(await namesIn(store), ['abcdef', 'abcdef.removed.json']);
      await store.remove('abcdef');
      await store.remove('abcdef');
      t.equal(await store.get('abcdef'), undefined);
      t.equal(await store.sizeOf('abcdef'), undefined);
      t.strictSame(await namesIn(store), ['abcdef.removed.json']);
    },
  );

  void t.test(
    `an archive ${where} keeps pages once, under their digest, and remembers what was removed`,
    async (t) => {
      const store = await open(t);
      const archive = archiveOver(store);
      const bytes = bytesOf('编造页面');
      const [one, two] = await Promise.all([archive.put(bytes), archive.put(bytes)]);
      t.equal(one, two);
      t.same(await archive.get(one), bytes);
      t.equal(await archive.sizeOf(one), 12);
      t.strictSame(await kindsIn(archive), ['page']);
      await store.put(one, bytesOf('other bytes'));
      t.match(await archive.look(one), { state: 'damaged' });
      await archive.remove(removal(one));
      t.match(await archive.look(one), { state: 'removed', tombstone: removal(one) });
      t.equal(await archive.has(one), false);
      t.strictSame(await kindsIn(archive), ['tombstone']);
      t.equal(await archive.put(bytes), one, 'a page that comes again');
      t.match(await archive.look(one), { state: 'kept', bytes });
      t.strictSame(await kindsIn(archive), ['page'], 'needs no tombstone any more');
      for (const wrong of ['编造页', '编造页面又一页', '']) {
        await store.put(one, bytesOf(wrong));
        t.equal(await archive.put(bytes, one), one, 'by its number, which whoever hands it in knows');
        t.match(await archive.look(one), { state: 'kept', bytes });
      }
      for (const no of ['0'.repeat(64), '../../etc/passwd', '']) {
        t.match(await archive.look(no), { state: 'missing' });
        t.equal(await archive.tombstone(no), undefined);
      }
    },
  );
};
