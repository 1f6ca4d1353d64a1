import { once } from 'node:events';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import t from 'tap';
import { addPartnerKey } from '../../src/http/partners/partner-keys.ts';
import { openServiceState } from '../../src/store/open-store.ts';
import { spawnPlain } from '../support/child.ts';

const child = join(import.meta.dirname, '../support/racing-writer.ts');
/** How often two processes that race write everything. */
const ROUNDS = 15;
const KINDS = ['site', 'partner', 'key', 'place', 'report', 'hotlink'] as const;

type Writer = Readonly<{
  /** What was acknowledged so far, by kind. */
  told: ReadonlyMap<string, readonly string[]>;
  ready: Promise<unknown>;
  ended: Promise<unknown>;
  go: () => void;
  kill: () => void;
}>;

/** Another process that writes everything `rounds` times (0: for ever). */
const startWriter = (data: string, name: string, rounds: number): Writer => {
  const run = spawnPlain([child, data, name, String(rounds)]);
  const told = new Map<string, string[]>();
  const lines = createInterface({ input: run.stdout });
  lines.on('line', (line) => {
    const [kind = '', what = ''] = line.split(' ');
    told.set(kind, [...(told.get(kind) ?? []), what]);
  });
  return {
    told,
    ready: once(lines, 'line'),
    ended: once(lines, 'close'),
    go: () => void run.stdin.write('go\n'),
    kill: () => void run.kill('SIGKILL'),
  };
};

/** How many of what was acknowledged is not there, by kind. */
const missing = async (
  data: string,
  writers: readonly Writer[],
): Promise<Readonly<Record<string, number>>> => {
  const state = openServiceState(data);
  const told = (kind: string) => writers.flatMap((writer) => writer.told.get(kind) ?? []);
  const absent = (kind: string, kept: ReadonlySet<string>) =>
    told(kind).filter((one) => !kept.has(one)).length;
  const sites = new Set((await state.sites.all()).map(({ domain }) => domain));
  const keys = new Set((await state.signingKeys.keys('badge')).map(({ kid }) => kid));
  const entries = await state.statusPlaces.issuedSince('2026-11-21');
  const places = new Set(entries.map(({ place, institution }) => `${place}:${institution}`));
  const reports = new Set((await state.errorReports.waiting(100_000)).map(({ about }) => about));
  // A second key for the same name is refused as long as the first one is there.
  const again = await Promise.all(
    told('partner').map(
      async (partner) => (await addPartnerKey(state.partnerKeys, partner, '2026-11-21')) !== null,
    ),
  );
  const loaded = (await state.hotlinks.counts()).hotlinks[0]?.count ?? 0;
  await state.close();
  return {
    site: absent('site', sites),
    partner: again.filter((added) => added).length,
    key: absent('key', keys),
    place: absent('place', places),
    report: absent('report', reports),
    hotlink: Math.max(0, told('hotlink').length - loaded),
  };
};

const NOTHING = Object.fromEntries(KINDS.map((kind) => [kind, 0]));

t.test(
  'two processes write everything again and again at once, and nothing acknowledged is missing',
  async (t) => {
    const data = join(t.testdir(), 'data');
    cpSync(join(import.meta.dirname, 'fixtures/old-data-folder'), data, { recursive: true });
    const writers = [startWriter(data, 'one', ROUNDS), startWriter(data, 'other', ROUNDS)];
    await Promise.all(writers.map(({ ready }) => ready));
    for (const { go } of writers) go();
    await Promise.all(writers.map(({ ended }) => ended));
    for (const kind of KINDS)
      t.strictSame(
        writers.map(({ told }) => told.get(kind)?.length),
        [ROUNDS, ROUNDS],
        `all were acknowledged: ${kind}`,
      );
    const state = openServiceState(data);
    const roles = (await state.signingKeys.keys('badge')).map(({ role }) => role);
    t.equal(roles.filter((role) => role === 'current').length, 1, 'one key signs');
    t.equal(roles.filter((role) => role === 'next').length, 1);
    const places = (await state.statusPlaces.issuedSince('2026-11-21')).map(({ place }) => place);
    t.equal(new Set(places).size, places.length, 'no place was given twice');
    t.equal((await state.errorReports.waiting(1000)).filter(({ text }) => text === '地址有误').length, 1);
    await state.close();
    t.strictSame(await missing(data, writers), NOTHING);
  },
);

t.test('killed in the middle of writing, nothing acknowledged is missing', async (t) => {
  const data = join(t.testdir(), 'data');
  const killed = [startWriter(data, 'one', 0), startWriter(data, 'other', 0)];
  await Promise.all(killed.map(({ ready }) => ready));
  for (const { go } of killed) go();
  while (killed.some(({ told }) => (told.get('report')?.length ?? 0) < 4)) await wait(1);
  await wait(7);
  for (const { kill } of killed) kill();
  await Promise.all(killed.map(({ ended }) => ended));
  t.ok(
    killed.some(({ told }) => (told.get('report')?.length ?? 0) > 3),
    'something was acknowledged',
  );
  t.strictSame(await missing(data, killed), NOTHING);
});
