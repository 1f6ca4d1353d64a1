import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { CredentialStatus } from '../../schema/credential.ts';
import type { Obtain } from '../../src/harvest/obtain/obtain.ts';
import { openServiceState } from '../../src/store/open-store.ts';
import { spawnPlain } from '../../test/support/child.ts';
import { startReceiver } from '../../test/support/receiver.ts';
import { openToy, toyRecord, toySource } from '../../test/support/toy-night.ts';

const { values } = parseArgs({
  options: { watched: { type: 'string', default: '10000' }, changes: { type: 'string', default: '500' } },
});
const [WATCHED, CHANGES] = [Number(values.watched), Number(values.changes)];
/** Shares of the events that the receiver has seen when the service is killed; the first kill comes while answers are compared. */
const KILLED_AT = [0, 0.3, 0.7] as const;

const child = join(import.meta.dirname, '../../test/support/telling-watches.ts');
const dir = mkdtempSync(join(tmpdir(), 'licet-bench-watches-'));
const toy = await openToy(dir);
const state = openServiceState(dir);
const names = Array.from({ length: WATCHED }, (_, at) => `编造第${at + 1}示例医院`);

/** A night's list of all hospitals, of which the first `revoked` have lost their licence. */
const night = async (revoked: number, day: string): Promise<void> => {
  const statusOf = (at: number): CredentialStatus => (at < revoked ? 'revoked' : 'active');
  const records = names.map((name, at) => {
    const licence = {
      gate: 'practice-licence',
      code: 'licence',
      status: statusOf(at),
      scope: { kind: 'institution' },
    } as const;
    return { ...toyRecord(name, { province: '编造省' }, { key: name, credentials: [licence] }), row: at + 1 };
  });
  const over = { how: 'fetched', evidenceKind: 'primary-register', asOf: day, freshnessDays: 30 } as const;
  const obtain: Obtain = async (_, { url }) => ({
    state: 'obtained',
    body: new TextEncoder().encode(JSON.stringify(records)),
    url,
    transport: 'https',
    contentType: 'application/json',
  });
  const source = toySource(join(dir, day), records, over);
  // A list that says much else than the last one is believed when it says so again half a day later.
  for (const hour of ['00', '13']) await toy.night([source], `${day}T${hour}:00:00.000Z`, obtain);
};

const watch = 'w_bench';
const receiver = await startReceiver();
const seen = (): number => new Set(receiver.seen.map(({ headers }) => headers['webhook-id'])).size;
const told = async () => (await state.watches.one('Made-up Bench', watch))?.events ?? 0;

/** Runs the service's comparing and sending in a process of its own until `done`, then kills it (SIGKILL); gives the milliseconds. */
const runUntil = async (now: string, done: () => boolean | Promise<boolean>): Promise<number> => {
  const began = performance.now();
  const run = spawnPlain([child, dir, now]);
  const gone = once(run, 'close');
  while (!(await done())) await wait(2);
  const took = performance.now() - began;
  run.kill('SIGKILL');
  await gone;
  return took;
};

await night(0, '2026-02-01');
const at = '2026-02-01T08:00:00.000Z';
const terms = { scopes: ['watch'] as const, perMinute: null, expiresAt: null };
await state.partnerKeys.add({ ...terms, partner: 'Made-up Bench', keyHash: 'bench', since: '2026-02-01' });
const entries = names.map((name) => ({
  question: { institution: { name }, claims: ['licence'] },
  reference: name,
}));
const kept = {
  id: watch,
  partner: 'Made-up Bench',
  name: 'Bench',
  lang: 'en',
  tell: ['verdict'],
  createdAt: at,
} as const;
await state.watches.add(kept, entries, 20);
const secret = `whsec_${Buffer.alloc(32).toString('base64')}`;
await state.watchHooks.put({ watch, url: receiver.url, secret, since: at });
const waiting = async () => (await state.watches.one('Made-up Bench', watch))?.waiting;
const first = await runUntil('2026-02-01T14:00:00Z', async () => (await waiting()) === 0);
await night(CHANGES, '2026-02-02');

let starts = 0;
/** Each start is a minute after the one before: what a killed process held for itself is free by then. */
const later = (): string => {
  starts += 1;
  return `2026-02-02T14:${String(starts).padStart(2, '0')}:00Z`;
};
let took = 0;
for (const share of KILLED_AT)
  took += await runUntil(later(), async () =>
    share === 0 ? (await told()) > CHANGES * 0.4 : seen() >= Math.ceil(CHANGES * share),
  );
took += await runUntil(later(), async () => seen() >= CHANGES && (await told()) >= CHANGES);
// Whatever else would come has its chance to.
const after = receiver.seen.length;
await runUntil(later(), () => wait(3_000, true));

const ids = receiver.seen.map(({ headers }) => String(headers['webhook-id']));
const entriesTold = new Set(receiver.seen.map(({ body }) => JSON.parse(body).data.entry));
const wrong = CHANGES - new Set(ids).size + (CHANGES - entriesTold.size);
const again = ids.length - new Set(ids).size;
console.log(`${cpus()[0]?.model}, ${cpus().length} cores, load average ${loadavg()[0]?.toFixed(1)}, Node ${process.version}

| watched | asked for the first time, a second | a night's changes | events written | deliveries | seen once by a receiver that drops known ids | sent again after ${KILLED_AT.length} kills | missing | from the night to the last delivery, three starts more included |
|---|---|---|---|---|---|---|---|---|
| ${WATCHED} | ${Math.round((WATCHED / first) * 1000)} | ${CHANGES} | ${await told()} | ${ids.length} | ${new Set(ids).size} | ${again} | ${wrong} | ${(took / 1000).toFixed(1)} s |`);
if (wrong !== 0 || receiver.seen.length !== after) process.exitCode = 1;

await receiver.close();
await state.close();
await toy.store.close();
rmSync(dir, { recursive: true, force: true });
