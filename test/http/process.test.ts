import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import type { Verdict } from '../../schema/verdict.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import { folderFault } from '../../src/cli/folder-fault.ts';
import { loadCatalogue } from '../../src/harvest/catalogue.ts';
import { openFolder } from '../../src/jobs/data-folder.ts';
import { heldLease, releaseLease } from '../../src/jobs/lease-guard.ts';
import { namesFile } from '../../src/jobs/names/names-index.ts';
import { runNight } from '../../src/jobs/night.ts';
import { listen } from '../../src/serve.ts';
import { openStore } from '../../src/store/open-store.ts';
import { registryFile } from '../../src/store/sqlite/files.ts';
import { keptNames, TODAY } from '../support/bundled-data.ts';
import { installedService } from '../support/installed-service.ts';
import { openCollector } from '../support/trace-collector.ts';

const LISTS = ['cn-nhc-assisted-reproduction', 'intl-jci-events'];
const { root, start, ready } = installedService(t, LISTS);
const data = join(root, 'data');

/** What a process that ended too early leaves is a whole registry or none. */
const leftWhole = async (t: Test, when: string): Promise<void> => {
  const store = await openStore({ data });
  const reader = store.reader();
  const institutions = await reader.institutionCount();
  t.equal(institutions > 0, reader.generation > 0, `${when}: all is published, or nothing`);
  // Half a minute later it would have run out.
  const left = await heldLease(store);
  if (left !== undefined) await releaseLease(store, left.holder);
  await store.close();
};

/** Starts where no file may grow beyond 2 MB: they hold the tables and the lists, and no generation. */
const fillsUp = async (t: Test): Promise<void> => {
  const service = start({}, 'ulimit -f 4096; ');
  t.equal(await service.ended, 1);
  t.match(
    service.err().trimEnd().split('\n').at(-1),
    /^licet: .*data.*(no room left|the disk is full|cannot be used as the data folder \(SQLITE_)/,
    'a disk that is full is one clear line',
  );
  t.notMatch(service.err(), /\n\s+at /);
  await leftWhole(t, 'no room left');
};

/** What the process has said when it is killed: one list is accepted; both are, and rows are placed. */
const MOMENTS = [/cn-nhc-assisted-reproduction/, /intl-jci-events/];

/** Starts, and kills the process as soon as it has said this. */
const killedAt = async (t: Test, moment: RegExp): Promise<void> => {
  const { child, err, ended } = start({});
  while (!moment.test(err())) await once(child.stderr ?? child, 'data');
  child.kill('SIGKILL');
  await ended;
  await leftWhole(t, String(moment));
};

/** What comes of the same lists where nobody is killed: the registry hash, and the names index. */
const undisturbed = async () => {
  const folder = join(root, 'undisturbed');
  const store = await openStore({ data: folder });
  const sources = await loadCatalogue(join(root, 'licet/scrapers'));
  const { registryHash } = await runNight({ store, archive: openArchive(folder), sources, now: TODAY });
  await keptNames(store, folder);
  await store.close();
  return { registryHash, names: readFileSync(namesFile(folder)) };
};

/** What first starts that were killed and the one that ended made together is what one makes that nobody killed. */
const sameAsUndisturbed = async (t: Test): Promise<void> => {
  const whole = await undisturbed();
  const store = await openStore({ data });
  t.equal(store.reader().generation, 1, 'what was accepted before is published once');
  t.equal(store.reader().reference.registryHash, whole.registryHash);
  t.ok(readFileSync(namesFile(data)).equals(whole.names));
  await store.close();
};

/** What lists are read and written with, signatures, the reference, measurements, languages of others: a start that finds its registry needs none. */
const NOT_FOR_ANSWERS =
  /node_modules\/(?:@e965\/xlsx|@fastify\/swagger|ajv|cheerio|csv-parse|drizzle-orm|htmlparser2|jose|prom-client|undici|yaml|zod\/v4\/locales\/(?!en\.))/;

const ask = async (address: string): Promise<string> =>
  (await fetch(`${address}/v1/verify?name=Ruijin%20Hospital&claim=jci`)).text();

t.test(
  'the first start fills the folder, however often it was killed or ran out of room before; later ones read it, and what is under way is answered before they go',
  async (t) => {
    await fillsUp(t);
    for (const moment of MOMENTS) await killedAt(t, moment);
    const first = start({});
    const address = await ready(first);
    t.match(first.err(), /First start[\s\S]*cn-nhc-assisted-reproduction/);
    t.match(first.err(), new RegExp(`${address}/v1/verify[\\s\\S]*${address}/docs[\\s\\S]*${address}/\\n`));
    const before: Verdict = JSON.parse(await ask(address));
    first.child.kill('SIGINT');
    t.equal(await first.ended, 0);
    t.match(first.out(), /"route":"\/v1\/verify"/, 'the last log lines are written');
    t.notMatch(first.out(), /Ruijin/);
    await sameAsUndisturbed(t);

    const loaded = readFileSync(join(root, 'modules'), 'utf8').split('\n');
    t.ok(loaded.length > 100, `${loaded.length} modules were noted`);
    t.strictSame(
      loaded.filter((url) => /@fastify\/otel|@opentelemetry\//.test(url)),
      [],
      'nothing of OpenTelemetry, since no collector is named',
    );
    rmSync(join(root, 'modules'));
    rmSync(namesFile(data));
    const collector = await openCollector();
    t.teardown(collector.close);

    const second = start({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url });
    const again = await ready(second);
    const byNumber = await fetch(`${again}/v1/verify?id=${before.identity.institution?.id}`);
    t.equal(byNumber.status, 200, 'no start waits for the names index, which was lost here');
    const after: Verdict = JSON.parse(await ask(again));
    t.ok(existsSync(namesFile(data)), 'a question by name waits for it');
    t.notMatch(second.err(), /First start/);
    t.strictSame(
      readFileSync(join(root, 'modules'), 'utf8')
        .split('\n')
        .filter((url) => NOT_FOR_ANSWERS.test(url)),
      [],
      'what the first answer does not need is loaded by whoever needs it',
    );
    t.equal(after.generation, before.generation);
    t.strictSame(after.checks, before.checks);
    const response = await fetch(`${again}/v1/verify`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(Array.from({ length: 40 }, (_, index) => ({ name: `Made-up ${index}` }))),
    });
    second.child.kill('SIGTERM');
    const { answers } = (await response.json()) as { answers: Verdict[] };
    t.equal(answers.length, 40);
    t.equal(await second.ended, 0);
    t.strictSame(
      collector.spans().map(({ name }) => name),
      ['GET /v1/verify', 'GET /v1/verify', 'POST /v1/verify'],
      'what was traced is sent before the service goes',
    );
  },
);

/** One line, no stack, and the exit code a supervisor understands. */
const refusesToStart = async (t: Test, env: Record<string, string>, code: number, line: RegExp) => {
  const service = start(env);
  t.equal(await service.ended, code, JSON.stringify(env));
  t.match(service.err().trimEnd().split('\n').at(-1), line);
  t.notMatch(service.err(), /\n\s+at /);
};

t.test('a bad setting, a taken port or a folder that cannot be used is one clear line', async (t) => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  const bare = createServer();
  const app = {
    listen: ({ host, port }: Readonly<{ host: string; port: number }>) =>
      new Promise<string>((resolve, reject) => {
        bare.once('error', reject).listen(port, host, () => resolve(host));
      }),
  };
  await t.rejects(listen(app, { host: '127.0.0.1', port, settings: 'LICET' }), {
    name: 'StartError',
    message: /^127\.0\.0\.1:\d+ is taken by another program; set LICET_PORT/,
  });
  taken.close();
  const file = join(root, 'file');
  writeFileSync(file, '');
  t.match(
    await openFolder(file).catch((cause: unknown) => folderFault(file, cause)),
    /file cannot be used as the data folder/,
  );
  mkdirSync(join(root, 'damaged'));
  writeFileSync(registryFile(join(root, 'damaged')), 'made-up bytes, no database'.repeat(100));
  await refusesToStart(
    t,
    { LICET_DATA: join(root, 'damaged') },
    1,
    /^licet: .*damaged holds damaged data .*put it back from a copy; or move the damaged file away/,
  );
  await refusesToStart(t, { LICET_PORT: 'http' }, 2, /^licet: LICET_PORT=http: must be a whole number/);
});
