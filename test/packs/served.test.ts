import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { buildApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { openStore } from '../../src/store/open-store.ts';
import { runHere } from '../cli/run-licet.ts';
import { NOW, openPublisher } from '../support/pack-publisher.ts';
import { toyRecord } from '../support/toy-night.ts';

const root = t.testdir({ publisher: {}, follower: {} });
const publisher = await openPublisher(join(root, 'publisher'));
const records = Array.from({ length: 9 }, (_, n) => toyRecord(`编造第${n}示例医院`, { province: '江苏省' }));
const night = (day: string, most: number) =>
  publisher.read(day, { id: 'cn-toyville-list', records: records.slice(0, most) });
const config = { ...readConfig({ LICET_DATA: publisher.root }), rateLimit: 0, log: 'silent' } as const;
const app = await buildApp({ ...publisher, config, clock: () => NOW });
const address = await app.listen({ host: '127.0.0.1', port: 0 });
t.teardown(async () => {
  await app.close();
  await publisher.close();
});

type List = Readonly<{
  packs: readonly Readonly<{
    name: string;
    url: string;
    sha256: string;
    bytes: number;
    generation: number;
  }>[];
  keys: readonly Readonly<{ thumbprint: string }>[];
}>;
const list = async () => (await app.inject('/v1/packs')).json<List>();

/** The command of a follower; the publisher is a service on this machine. */
const apply = async (place: string, ...more: readonly string[]) => {
  const overrides = { fetchSettings: { allowLoopback: true, gapMs: 0, attempts: 1 } };
  const ran = await runHere(join(root, 'follower'), ['pack', 'apply', place, ...more], overrides, () => NOW);
  return { ...ran, lines: ran.out.split('\n').filter((line) => /pack of generation|nothing new/.test(line)) };
};

t.test('before the first pack the list is empty, and nothing can be followed', async (t) => {
  t.match(await list(), { packs: [], keys: [] });
  const { code, err } = await apply(`${address}/v1/packs`, '--key', 'x');
  t.equal(code, 2);
  t.match(err, /the publisher has made no pack yet\n$/);
});

t.test(
  'packs are listed and handed out as they are, whole, in part, and not again to whoever has them',
  async (t) => {
    await night('2026-02-01', 3);
    const { full } = await publisher.publish();
    const [pack] = (await list()).packs;
    t.match(pack, { name: full.name, sha256: full.sha256, generation: 1 });
    const url = pack?.url ?? '';
    const bytes = readFileSync(publisher.file(full.name));
    const whole = await app.inject(url);
    t.ok(whole.rawPayload.equals(bytes));
    t.match(whole.headers, { 'content-type': 'application/gzip', etag: `"${full.sha256}"` });
    const asking = (headers: Record<string, string>) => app.inject({ url, headers });
    t.equal((await asking({ 'if-none-match': `"${full.sha256}"` })).statusCode, 304);
    const part = await asking({ range: 'bytes=10-19' });
    t.match(
      { code: part.statusCode, range: part.headers['content-range'], body: part.rawPayload },
      { code: 206, range: `bytes 10-19/${full.bytes}`, body: bytes.subarray(10, 20) },
    );
    t.ok((await asking({ range: 'bytes=-5' })).rawPayload.equals(bytes.subarray(-5)));
    t.equal((await asking({ range: `bytes=${full.bytes}-` })).statusCode, 416);
    t.strictSame((await app.inject(`${url}/manifest`)).json(), full.manifest);
    t.match((await app.inject('/v1/packs/full-9.licet-pack.tar.gz')).json(), { code: 'LICET_UNKNOWN_PACK' });
    t.match((await app.inject('/v1/packs/..%2Flicet')).json(), { code: 'LICET_BAD_QUESTION' });
  },
);

t.test('one command follows a publisher: the full pack first, then each delta, then nothing', async (t) => {
  const key = ['--key', (await list()).keys[0]?.thumbprint ?? ''];
  const unsafe = await apply(`${address}/v1/packs`);
  t.match(unsafe, { code: 2, err: /plain HTTP/ }, 'without a key the first one must come over TLS');
  t.match((await apply(`${address}/v1/packs`, ...key)).lines, [/full pack of generation 1/]);
  for (const [day, most] of [
    ['2026-02-02', 6],
    ['2026-02-03', 9],
  ] as const) {
    await night(day, most);
    await publisher.publish();
  }
  t.match((await apply(`${address}/v1/packs`)).lines, [
    /delta pack of generation 2, onto generation 1/,
    /delta pack of generation 3, onto generation 2/,
  ]);
  t.match((await apply(`${address}/v1/packs`)).lines, [/nothing new/]);
  const follower = await openStore({ data: join(root, 'follower') });
  const [ours, theirs] = [follower, publisher.store].map((store) => store.reader().reference.registryHash);
  t.equal(ours, theirs);
  await follower.close();
});

t.test('a follower is told in one line that it reads no lists, and what is refused', async (t) => {
  const read = await runHere(join(root, 'follower'), ['harvest', 'cn-nhc-large-equipment-2023']);
  t.match(read, { code: 2, err: /^licet: this data folder follows a publisher by packs: [^\n]+\n$/ });
  const older = await apply(publisher.file('full-2.licet-pack.tar.gz'));
  t.match(older, {
    code: 2,
    err: /is refused: it is of generation 2, older than generation 3 that is here\n$/,
  });
  t.match(await apply('nothing.tar.gz'), { code: 2, err: /is not there/ });
  const checked = await runHere(join(root, 'follower'), [
    'pack',
    'check',
    publisher.file('full-3.licet-pack.tar.gz'),
  ]);
  t.match(checked, { code: 0, out: /it is whole and signed/ });
});
