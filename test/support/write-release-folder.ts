/**
 * Keeps a small data folder as this version writes it: `npm run release-folder`, once when a version is released. It is a backup of a
 * service on a made-up register with everything a person would be sorry to lose, and beside it what the folder answered then.
 * test/upgrade/upgrade.test.ts opens each such folder with the version of the day.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import about from '../../package.json' with { type: 'json' };
import type { Config } from '../../src/config.ts';
import { makeBackup } from '../../src/jobs/backup/make-backup.ts';
import { openServiceState } from '../../src/store/open-store.ts';
import { madeUpNumbers } from './made-up.ts';
import { ID, NAME, openApi, row, TODAY } from './operator-api.ts';

const BASE = 'http://localhost:80';
const FIRST = madeUpNumbers('MA9UPGR1');
const SECOND = madeUpNumbers('MA9UPGR2');

const ended: (() => unknown)[] = [];
const dir = mkdtempSync(join(tmpdir(), 'licet-release-'));
const testdir = (): string => dir;
const teardown = (done: () => unknown): number => ended.push(done);
const over: Partial<Config> = { baseUrl: BASE, log: 'silent' };
const api = await openApi({ testdir, teardown } as unknown as Parameters<typeof openApi>[0], over);
const { licet, app, json, post } = api;

for (const [of, name] of [
  [FIRST, '编造甲升级医院'],
  [SECOND, '编造乙升级医院'],
] as const)
  await post('', json({ fields: row(of, name), asOf: '2026-11-20' }));

const idOf = async (number: string): Promise<string> =>
  (await api.verify(number)).identity.institution?.id ?? '';
const institutions = [await idOf(FIRST.licence), await idOf(SECOND.licence)];
await licet('judge', ...institutions, 'different', '--by', NAME, '--because', 'made-up: two addresses');
const partner = await licet(
  'partner',
  'add',
  'Made-up Agency',
  '--scopes',
  'read,batch,watch,badge',
  '--json',
);
const { key } = JSON.parse(partner.out) as { key: string };
const headers = { authorization: `Bearer ${key}` };
const entries = [{ licenceNumber: FIRST.licence, claim: 'licence' }];
const watched = await app.inject({
  method: 'POST',
  url: '/v1/watches',
  headers,
  payload: { name: 'Made-up watch', entries },
});
const state = openServiceState(api.data);
const report = { at: TODAY.toISOString(), about: institutions[0] ?? '', text: 'made-up report', lang: 'en' };
await state.errorReports.add({ ...report, generation: 2 }, 10);
await state.close();
const receipt = await app.inject({
  method: 'POST',
  url: '/v1/receipts',
  payload: { licenceNumber: FIRST.licence },
});
const answers = [FIRST, SECOND].map(({ licence }) => licence);
const outcomes = [];
for (const number of answers) outcomes.push({ number, outcome: (await api.verify(number)).outcome });

const to = (ending: string): string =>
  join(import.meta.dirname, `../upgrade/folder-${about.version}.${ending}`);
rmSync(to('tar.gz'), { force: true });
await makeBackup({ data: api.data, file: to('tar.gz'), recipients: [], now: TODAY });
const held = {
  about:
    'Made-up: every name, number, key and token in this folder was drawn for it, and opens nothing else.',
  version: about.version,
  source: ID,
  operator: { name: NAME, token: api.token },
  partner: { name: 'Made-up Agency', key },
  watch: watched.json<{ id: string }>().id,
  institutions,
  outcomes,
  report: 'made-up report',
  receipt: receipt.json<unknown>(),
};
writeFileSync(to('json'), `${JSON.stringify(held, null, 2)}\n`);
for (const done of ended) await done();
rmSync(dir, { recursive: true });
process.stdout.write(`${to('tar.gz')} and what it holds\n`);
