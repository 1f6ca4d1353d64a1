import { once } from 'node:events';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import t from 'tap';
import { shelfFolder } from '../../src/packs/pack-shelf.ts';
import { thumbprintOf } from '../../src/packs/seal-manifest.ts';
import { contentOfRows } from '../../src/packs/stage-rows.ts';
import { openStore } from '../../src/store/open-store.ts';
import { spawnPlain } from '../support/child.ts';
import { applyTo, openPublisher } from '../support/pack-publisher.ts';
import { openToy, toyRecord } from '../support/toy-night.ts';

const root = t.testdir({ publisher: {}, other: {}, follower: {}, packs: {}, killed: {} });
const at = (...parts: readonly string[]) => join(root, ...parts);
const place = { province: '江苏省', city: '苏州市' };
const records = Array.from({ length: 90 }, (_, n) => toyRecord(`编造第${n}示例医院`, place));
const A = 'cn-toyville-list';

const publisher = await openPublisher(at('publisher'));
const other = await openPublisher(at('other'));
const follower = await openToy(at('follower'));
t.teardown(() => Promise.all([publisher.close(), other.close(), follower.store.close()]));

/** The files of packs by what they lead to. */
const full: string[] = [];
const delta: string[] = [];
for (const [n, day] of ['2026-02-01', '2026-02-02', '2026-02-03'].entries()) {
  await publisher.read(day, { id: A, records: records.slice(0, 30 * (n + 1)) });
  const made = await publisher.publish();
  full.push(publisher.file(made.full.name));
  delta.push(made.delta === null ? '' : publisher.file(made.delta.name));
  if (n === 1) cpSync(full[1] ?? '', at('packs', 'second'));
  if (n === 0) cpSync(full[0] ?? '', at('packs', 'first'));
}
const [first, second, third] = [at('packs', 'first'), at('packs', 'second'), full[2] ?? ''];
await other.read('2026-02-05', { id: A, records: records.slice(0, 9) });
const forged = other.file((await other.publish()).full.name);

/** What is in a follower: its rows, its generation, and whose packs it takes. */
const stateOf = async (store: typeof follower.store) => ({
  content: await store.readPack(contentOfRows),
  generation: store.reader().generation,
  following: await store.following(),
});

/** What unpacks to so many megabytes of nothing. */
const zeros = (megabytes: number): Buffer =>
  Buffer.concat(Array<Buffer>(megabytes).fill(gzipSync(Buffer.alloc(1_048_576))));

/** A pack whose unpacked bytes were altered. */
const altered = (name: string, alter: (tar: Buffer) => Buffer, from = third): string => {
  writeFileSync(at('packs', name), gzipSync(alter(gunzipSync(readFileSync(from)))));
  return at('packs', name);
};
const replaced = (tar: Buffer, from: string, to: string): Buffer => {
  const found = tar.indexOf(from);
  if (found === -1 || Buffer.byteLength(from) !== Buffer.byteLength(to)) throw new Error(`no ${from}`);
  tar.write(to, found);
  return tar;
};

await applyTo(follower, second);
const before = await stateOf(follower.store);

const refusals: Readonly<Record<string, readonly [file: () => string, says: RegExp]>> = {
  'a row that was altered': [
    () => altered('row', (tar) => replaced(tar, '编造第7示例医院', '编造第8示例医院')),
    /its file institutions\.ndjson is not the one that was signed/,
  ],
  'a manifest that was altered': [
    () => altered('manifest', (tar) => replaced(tar, '"kind": "full"', '"kind": "pull"')),
    /its manifest cannot be read: kind/,
  ],
  'a manifest that says another generation': [
    () => altered('generation', (tar) => replaced(tar, '"cursor": "3"', '"cursor": "4"')),
    /its signature does not hold/,
  ],
  'another format': [
    () => altered('format', (tar) => replaced(tar, 'licet-pack/1', 'licet-pack/2')),
    /it is of the format licet-pack\/2, and this Licet reads licet-pack\/1/,
  ],
  'a pack of another publisher': [() => forged, /signed by a key that is not the followed publisher/],
  'an older pack': [() => first, /it is of generation 1, older than generation 2/],
  'a pack that was cut off': [
    () => {
      writeFileSync(at('packs', 'cut'), readFileSync(third).subarray(0, -4000));
      return at('packs', 'cut');
    },
    /it is no pack, or it was cut off/,
  ],
  'a pack whose last files were taken out': [
    () =>
      altered('short', (tar) =>
        Buffer.concat([tar.subarray(0, tar.lastIndexOf('pages/')), Buffer.alloc(1024)]),
      ),
    /it has no pages\/[0-9a-f]{64} in its place/,
  ],
  'a bomb': [
    () => {
      const tar = gunzipSync(readFileSync(third));
      writeFileSync(at('packs', 'bomb'), Buffer.concat([gzipSync(tar.subarray(0, -1024)), zeros(96)]));
      return at('packs', 'bomb');
    },
    /it unpacks to more than its manifest names/,
  ],
  'a bomb without a manifest': [
    () => {
      writeFileSync(at('packs', 'zeros'), zeros(64));
      return at('packs', 'zeros');
    },
    /it has no manifest\.json in its place|it unpacks to more/,
  ],
  'what is no pack at all': [
    () => {
      writeFileSync(at('packs', 'text'), 'no pack');
      return at('packs', 'text');
    },
    /it is no pack, or it was cut off/,
  ],
};

for (const [what, [file, says]] of Object.entries(refusals))
  t.test(`${what} is refused in one sentence, and nothing has changed`, async (t) => {
    await t.rejects(applyTo(follower, file()), { name: 'PackRefused', message: says });
    t.strictSame(await stateOf(follower.store), before);
    t.strictSame(
      readdirSync(shelfFolder(follower.root)).filter((name) => name.startsWith('apply-')),
      [],
      'nothing is left lying about',
    );
  });

t.test('a delta goes onto its own base alone, and the refusal names the full pack', async (t) => {
  const empty = await openToy(t.testdir());
  t.teardown(() => empty.store.close());
  await t.rejects(applyTo(empty, delta[2] ?? ''), {
    message:
      /from generation 2 to 3, and here is nothing yet: apply the full pack full-3\.licet-pack\.tar\.gz/,
  });
  t.match(await applyTo(follower, delta[1] ?? ''), { taken: false }, 'what is here already is no fault');
  await applyTo(empty, first);
  await t.rejects(applyTo(empty, delta[2] ?? ''), { message: /here is generation 1/ });
});

t.test('the key is that of the first pack, or the one a person names', async (t) => {
  const [key] = (await publisher.publish()).full.manifest.keys;
  const thumbprint = await thumbprintOf(key ?? {});
  const empty = await openToy(t.testdir());
  t.teardown(() => empty.store.close());
  await t.rejects(applyTo(empty, forged, thumbprint), { message: /signed by the key .*, not by/ });
  t.match(await applyTo(empty, second, thumbprint), { taken: true });
});

t.test('a folder that has read lists itself takes no pack', async (t) => {
  await t.rejects(applyTo(other, third), { message: /has read lists itself/ });
});

t.test('killed at any moment, a follower has the old state or the new one, and goes on', async (t) => {
  const wanted = await (async () => {
    const done = await openToy(at('killed', 'done'));
    await applyTo(done, third);
    const state = await stateOf(done.store);
    await done.store.close();
    return state.content;
  })();
  const data = at('killed', 'follower');
  const begun = await openToy(data);
  await applyTo(begun, first);
  const old = (await stateOf(begun.store)).content;
  await begun.store.close();
  for (const after of [0, 30]) {
    const child = spawnPlain([join(import.meta.dirname, '../support/applying-pack.ts'), data, third]);
    // It may be done, and gone, before it is killed.
    const gone = once(child, 'exit');
    await once(child.stdout, 'data');
    await wait(after);
    child.kill('SIGKILL');
    await gone;
    const store = await openStore({ data });
    const { content } = await stateOf(store);
    t.ok(content === old || content === wanted, `killed after ${after} ms`);
    t.match((await store.integrity.chain()).faults, []);
    await store.close();
  }
  const again = await openToy(data);
  await applyTo(again, third);
  t.equal((await stateOf(again.store)).content, wanted);
  await again.store.close();
});
