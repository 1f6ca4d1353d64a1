import { once } from 'node:events';
import { rotateKeys } from '../../src/http/badge/keys.ts';
import { statusIndexOf } from '../../src/http/badge/status-book.ts';
import { addPartnerKey } from '../../src/http/partners/partner-keys.ts';
import { openServiceState } from '../../src/store/open-store.ts';

/**
 * Run as a child process by test/store/acknowledged.test.ts: opens the data folder, says so, waits for a word, and then makes
 * every kind of write in turn; after each one that is acknowledged it prints what was. `rounds` 0: until it is killed.
 */
const [data = '.', name = 'x', rounds = '0'] = process.argv.slice(2);
const state = openServiceState(data);
const now = new Date('2026-11-21T08:00:00Z');
const today = '2026-11-21';
const tell = (kind: string, what: string | number): void => void process.stdout.write(`${kind} ${what}\n`);

const writeAll = async (round: number): Promise<void> => {
  const own = `${name}-${round}`;
  const site = { domain: `${own}.example`, partner: 'Made-up Agency', token: `licet-site=${own}`, today };
  if ((await state.sites.claim(site, { most: 1e6, forgetBefore: '2026-01-01' })).state === 'added')
    tell('site', site.domain);
  if ((await addPartnerKey(state.partnerKeys, own, today)) !== null) tell('partner', own);
  const rotated = await rotateKeys(state.signingKeys, 'badge', now);
  tell('key', rotated.find(({ role }) => role === 'next')?.kid ?? '');
  const stated = {
    institution: own,
    site: 'agency.example',
    campus: null,
    ask: null,
    state: 'confirmed',
    kid: 'k1',
  };
  tell('place', `${await statusIndexOf({ state: () => state, clock: () => now }, stated)}:${own}`);
  const report = { at: now.toISOString(), about: own, text: 'made up', lang: 'en', generation: 1 };
  if (await state.errorReports.add(report, 10_000)) tell('report', own);
  const loaded = { host: 'thief.example', site: 'agency.example', count: 1, first: today, last: today };
  await state.hotlinks.add({ hotlinks: [loaded], others: 0 }, 500);
  tell('hotlink', own);
};

tell('ready', name);
await once(process.stdin, 'data');
for (let round = 0; rounds === '0' || round < Number(rounds); round += 1) await writeAll(round);
await state.close();
process.exit();
