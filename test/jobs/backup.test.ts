import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import t from 'tap';
import { pack } from 'tar-stream';
import { buildApp } from '../../src/app.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import { readConfig } from '../../src/config.ts';
import { makeBackup } from '../../src/jobs/backup/make-backup.ts';
import { restoreBackup } from '../../src/jobs/backup/restore-backup.ts';
import { openStore } from '../../src/store/open-store.ts';
import { runHere } from '../cli/run-licet.ts';
import { openService, TODAY } from '../support/app.ts';

const service = await openService({}, ['intl-jci-events', 'cn-nhc-restricted-technologies-2022']);
t.teardown(service.close);
const { data } = service;
await runHere(data, ['partner', 'add', 'Made-up Agency']);
const dir = t.testdir();
const whole = join(dir, 'whole.tar.gz');
const options = { data, recipients: [], now: TODAY };
const made = await makeBackup({ ...options, file: whole });

const QUESTIONS = [
  '/v1/verify?name=Ruijin%20Hospital&claim=jci',
  '/v1/verify?name=%E5%8C%97%E4%BA%AC%E5%8D%8F%E5%92%8C%E5%8C%BB%E9%99%A2&service=art.ivf',
  '/v1/sources',
  '/v1/changes?since=0&limit=3',
];

const answersIn = async (folder: string): Promise<readonly string[]> => {
  const store = await openStore({ data: folder });
  const config = { ...readConfig({ LICET_DATA: folder }), baseUrl: 'http://localhost:80', rateLimit: 0 };
  const archive = openArchive(folder);
  const app = await buildApp({ store, archive, config: { ...config, log: 'silent' }, clock: () => TODAY });
  const bodies = [];
  for (const url of QUESTIONS) bodies.push((await app.inject(url)).body);
  const [page = ''] = Object.keys(made.manifest.files).flatMap(
    (name) => /^archive\/(.{64})$/.exec(name)?.[1] ?? [],
  );
  bodies.push((await app.inject(`/v1/evidence/${page}`)).body);
  await app.close();
  await store.close();
  return bodies;
};

t.test('a backup of a running service is restored to the same answers, partners and pages', async (t) => {
  const folder = join(dir, 'restored');
  t.equal(statSync(whole).mode & 0o777, 0o600, 'it holds keys: for its owner alone');
  t.strictSame(made.missing, []);
  await restoreBackup({ file: whole, data: folder, identity: null });
  t.equal(statSync(folder).mode & 0o777, 0o700);
  t.strictSame(await answersIn(folder), await answersIn(data));
  t.match((await runHere(folder, ['partner', 'list'])).out, /Made-up Agency/);
  t.match(await runHere(folder, ['doctor']), { code: 0 });
  t.match(await runHere(folder, ['archive', 'check', '--all']), { code: 0 });
});

t.test('an encrypted backup opens for its recipient and for nobody else', async (t) => {
  const [own, other] = await Promise.all([generateX25519Identity(), generateX25519Identity()]);
  const file = join(dir, 'sealed.age');
  await makeBackup({ ...options, file, recipients: [await identityToRecipient(own)] });
  t.notOk(readFileSync(file).includes('state/'));
  const restored = (identity: string | null) => restoreBackup({ file, data: join(dir, 'opened'), identity });
  await t.rejects(restored(null), /is encrypted: --identity FILE/);
  await t.rejects(restored(other), /encrypted for somebody else/);
  t.notOk(existsSync(join(dir, 'opened')));
  t.equal((await restored(`# made up\n${own}\n`)).registryHash, made.manifest.registryHash);
});

const repacked = async (change: (name: string, bytes: Buffer) => readonly [string, Buffer][]) => {
  const { extract } = await import('tar-stream');
  const { buffer } = await import('node:stream/consumers');
  const [from, to] = [extract(), pack()];
  from.end(gunzipSync(readFileSync(whole)));
  for await (const entry of from) {
    for (const [name, bytes] of change(entry.header.name, await buffer(entry))) to.entry({ name }, bytes);
    entry.resume();
  }
  to.finalize();
  return gzipSync(await buffer(to), { level: 1 });
};

t.test('what is cut off, altered, added to or no backup is refused, and nothing is left of it', async (t) => {
  const bytes = readFileSync(whole);
  const same = (name: string, content: Buffer): [string, Buffer][] => [[name, content]];
  const [first = ''] = Object.keys(made.manifest.files).filter((name) => name.startsWith('archive/'));
  const flipped = Buffer.from(bytes);
  flipped[bytes.length >> 1] = (flipped[bytes.length >> 1] ?? 0) ^ 1;
  const cases: Readonly<Record<string, readonly [Buffer, RegExp]>> = {
    'cut in half': [bytes.subarray(0, bytes.length >> 1), /no backup of Licet, or damaged or cut off/],
    'one bit flipped': [flipped, /is not restored: /],
    'no backup at all': [Buffer.from('made-up rubbish'), /no backup of Licet/],
    'no list of files': [
      await repacked((name, content) => (name === 'manifest.json' ? [] : same(name, content))),
      /its list of files is missing/,
    ],
    'a page altered': [
      await repacked((name, content) => same(name, name === first ? Buffer.from('made up') : content)),
      /is not what was backed up/,
    ],
    'a page left out': [
      await repacked((name, content) => (name === first ? [] : same(name, content))),
      /is missing in it/,
    ],
    'a file put into it': [
      await repacked((name, content) =>
        name === 'manifest.json'
          ? [
              [`archive/${'a'.repeat(64)}`, Buffer.from('x')],
              [name, content],
            ]
          : same(name, content),
      ),
      /was put into it afterwards/,
    ],
    'a name that leads out of the folder': [
      await repacked((name, content) => [['../../made-up', Buffer.from('x')], ...same(name, content)]),
      /a file that no backup has/,
    ],
    'another format': [
      await repacked((name, content) =>
        same(
          name,
          name === 'manifest.json' ? Buffer.from(`${content}`.replace('"format":1', '"format":99')) : content,
        ),
      ),
      /has the format 99, this Licet reads 1/,
    ],
  };
  for (const [what, [content, said]] of Object.entries(cases)) {
    const [file, folder] = [join(dir, 'bad.tar.gz'), join(dir, 'bad')];
    writeFileSync(file, content);
    await t.rejects(restoreBackup({ file, data: folder, identity: null }), said, what);
    t.strictSame(
      readdirSync(dir).filter((name) => name.startsWith('bad') && name !== 'bad.tar.gz'),
      [],
      what,
    );
  }
});

t.test('the commands say what they did, and refuse a place that is taken', async (t) => {
  const file = join(dir, 'command.tar.gz');
  const done = await runHere(data, ['backup', file]);
  t.match(done, {
    code: 0,
    out: /command\.tar\.gz: \d+ files, [\d.]+ MB, generation 1; it holds signing keys/,
  });
  t.match(await runHere(data, ['backup', file]), { code: 2, err: /is there already/ });
  t.match(await runHere(data, ['backup', join(dir, 'x', 'y')]), { code: 2, err: /is no folder/ });
  t.match(await runHere(data, ['backup', join(dir, 'z'), '--recipient', 'made-up']), {
    code: 2,
    err: /--recipient made-up is no age recipient/,
  });
  t.match(await runHere(join(dir, 'none'), ['backup', join(dir, 'z')]), { code: 2, err: /is not there/ });
  t.match(await runHere(data, ['restore', file]), {
    code: 2,
    err: /is not empty: restore into a new folder/,
  });
  t.match(await runHere(join(dir, 'x', 'y'), ['restore', file]), { code: 2, err: /x is no folder/ });
  const folder = join(dir, 'by-command');
  t.match(await runHere(folder, ['restore', file]), {
    code: 0,
    out: /by-command: as it was at 2\S+, generation 1/,
  });
  t.match(await runHere(folder, ['doctor']), { code: 0 });
});
