import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { openKeys } from '../../src/http/badge/keys.ts';
import { addPartnerKey } from '../../src/http/partners/partner-keys.ts';
import { openServiceState } from '../../src/store/open-store.ts';
import type { ServiceState } from '../../src/store/service/service-state.ts';

/** A data folder as the version before kept it, written by that version's own code; all names and keys in it are made up. */
const written = join(import.meta.dirname, 'fixtures/old-data-folder');
const REST = [
  'badge-sites.json',
  'badge-partners.json',
  'badge-status.jsonl',
  'badge-hotlinks.json',
  'reports.jsonl',
];
const SECRETS = ['badge-keys.json', 'receipt-keys/badge-keys.json'];

/** Everything the service records, as whoever asks for it sees it. */
const everything = async ({ sites, signingKeys, statusPlaces, hotlinks, errorReports }: ServiceState) => ({
  sites: await sites.all(),
  badge: await signingKeys.keys('badge'),
  receipt: await signingKeys.keys('receipt'),
  stated: await statusPlaces.issuedSince('2026-01-01'),
  hotlinks: await hotlinks.counts(),
  reports: await errorReports.waiting(100),
});

const keysIn = (file: string): unknown => JSON.parse(readFileSync(join(written, file), 'utf8')).keys;

const copyOf = (dir: string): string => {
  cpSync(written, join(dir, 'data'), { recursive: true });
  return join(dir, 'data');
};

t.test('what the version before kept in files stands in the database after the first start', async (t) => {
  const data = copyOf(t.testdir());
  const state = openServiceState(data);
  t.teardown(state.close);
  const kept = await everything(state);
  const site = { partner: 'Made-up Agency', token: null, provenOn: null, seenOn: null, waits: false };
  const sites = kept.sites.map(({ waitingSince, ...one }) => ({ ...one, waits: waitingSince !== null }));
  t.strictSame(sites, [
    { ...site, domain: 'waiting.example', token: `licet-site=${'a'.repeat(32)}`, waits: true },
    {
      ...site,
      domain: 'proven.example',
      token: `licet-site=${'b'.repeat(32)}`,
      provenOn: '2026-11-18',
      seenOn: '2026-11-20',
    },
    { ...site, domain: 'seen.example', partner: 'Made-up Rival', provenOn: '2026-11-19' },
  ]);
  t.strictSame(kept.badge, keysIn('badge-keys.json'), 'the same keys in the same roles');
  t.strictSame(kept.receipt, keysIn('receipt-keys/badge-keys.json'));
  t.match(
    kept.stated,
    [
      { place: 124_730, state: 'confirmed', campus: null, day: '2026-11-21' },
      { place: 1_004_777, campus: 'Made-up Campus', day: '2026-11-18' },
    ],
    'places stay, and the line cut off by a crash is left out',
  );
  t.equal(kept.stated.length, 2);
  t.match(kept.hotlinks, { others: 13, hotlinks: [{ host: 'thief.example', count: 3 }, {}, {}] });
  t.match(kept.reports, [{ text: 'The address is old' }, { text: '地址有误', lang: 'zh', generation: 2 }]);
  const [{ keyHash = '' } = {}] = JSON.parse(
    readFileSync(join(written, 'badge-partners.json'), 'utf8'),
  ).partners;
  t.match(
    await state.partnerKeys.whose(keyHash, '2026-11-21T08:00:00.000Z'),
    { partner: 'Made-up Agency', scopes: ['read', 'badge'], expiresAt: null },
    'its key goes on being worth something',
  );
});

t.test('the old files are put away, and those with private keys are gone', async (t) => {
  const data = copyOf(t.testdir());
  writeFileSync(join(data, 'badge-keys.json.0a1b2c3d'), 'what a crash left of writing the file');
  await openServiceState(data).close();
  t.strictSame(
    readdirSync(data).filter((name) => !name.startsWith('service.db')),
    REST.map((file) => `${file}.taken-over`).sort(),
  );
  for (const file of REST) t.equal(statSync(join(data, `${file}.taken-over`)).mode & 0o777, 0o600);
});

t.test('a take-over that was cut off before the files were put away counts nothing twice', async (t) => {
  const data = copyOf(t.testdir());
  const first = openServiceState(data);
  const kept = await everything(first);
  await first.close();
  cpSync(written, data, { recursive: true });
  const again = openServiceState(data);
  t.teardown(again.close);
  t.strictSame(await everything(again), kept);
  for (const file of [...REST, ...SECRETS]) t.notOk(existsSync(join(data, file)), file);
});

t.test('keys of a file that comes back after others were made stay published, and do not sign', async (t) => {
  const data = join(t.testdir(), 'data');
  const before = openServiceState(data);
  const clock = () => new Date('2026-11-21T08:00:00Z');
  const { kid } = await openKeys(() => before.signingKeys, 'badge', clock).signing();
  await addPartnerKey(before.partnerKeys, 'Made-up Agency', '2026-11-21');
  await before.close();
  cpSync(join(written, 'badge-keys.json'), join(data, 'badge-keys.json'));
  const after = openServiceState(data);
  t.teardown(after.close);
  const keys = openKeys(() => after.signingKeys, 'badge', clock);
  t.equal((await keys.signing()).kid, kid);
  t.equal((await keys.jwks()).keys.length, 5);
});

t.test('an old file that cannot be read stops the start with a sentence, and stays', async (t) => {
  const data = join(t.testdir(), 'data');
  mkdirSync(data);
  writeFileSync(join(data, 'badge-sites.json'), '{"sites":[{"dom');
  t.throws(() => openServiceState(data), { message: /^badge-sites\.json: .*JSON/ });
  t.ok(existsSync(join(data, 'badge-sites.json')));
  writeFileSync(join(data, 'badge-sites.json'), '{"sites":[{"domain":7}]}');
  t.throws(() => openServiceState(data), { message: /^badge-sites\.json: sites\.0\.domain: .*string/ });
  writeFileSync(join(data, 'badge-sites.json'), '{"sites":[]}');
  await openServiceState(data).close();
  t.notOk(existsSync(join(data, 'badge-sites.json')));
});
