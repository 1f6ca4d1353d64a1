import { Gauge, type Registry } from 'prom-client';
import about from '../../../package.json' with { type: 'json' };
import { roomLeft } from '../../archive/room-left.ts';
import { shanghaiDay } from '../../text/dates.ts';
import { POLICY_VERSION } from '../../verdict/policy.ts';
import type { Deps } from '../deps.ts';

/** Nights that are looked through for the newest one that ended well. */
const NIGHTS = 50;

/** What an attempt to read a source may come to without anybody having to look. */
const WELL: readonly string[] = ['accepted', 'unchanged', 'deferred'];

const seconds = (instant: string): number => Date.parse(instant) / 1000;

/** What the service does besides answering: its nights, what was refused, what waits, and the room that is left. */
export const workGauges = (registers: Registry[]) => ({
  build: new Gauge({
    name: 'licet_build_info',
    help: 'Always 1; its labels say which program and which policy answer',
    labelNames: ['version', 'policy'],
    registers,
  }),
  night: new Gauge({
    name: 'licet_night_ended_timestamp_seconds',
    help: 'When the newest night that read sources ended well, in seconds since 1970',
    registers,
  }),
  nightFailed: new Gauge({
    name: 'licet_night_failed',
    help: '1 while the newest night failed or was cut off, else 0',
    registers,
  }),
  run: new Gauge({
    name: 'licet_source_run_timestamp_seconds',
    help: 'When the source was last tried, in seconds since 1970',
    labelNames: ['source'],
    registers,
  }),
  troubled: new Gauge({
    name: 'licet_source_troubled',
    help: '1 where the newest attempt to read the source was refused, not reached or failed; `state` says which',
    labelNames: ['source', 'state'],
    registers,
  }),
  waiting: new Gauge({
    name: 'licet_waiting',
    help: 'How much waits: refused lists, pairs of records, captures that want a second person, reports of errors, requests of physicians and those of them that are overdue, lists of partners, events on their way, and events given up',
    labelNames: ['what'],
    registers,
  }),
  lease: new Gauge({
    name: 'licet_lease_taken_timestamp_seconds',
    help: 'Since when somebody writes to the registry, in seconds since 1970; 0 while nobody does',
    registers,
  }),
  room: new Gauge({
    name: 'licet_data_free_bytes',
    help: 'Room that is left on the disk of the data folder',
    registers,
  }),
});

type Gauges = ReturnType<typeof workGauges>;

const readNights = async (gauges: Gauges, { runs }: Deps): Promise<void> => {
  const nights = (await runs.nights(NIGHTS)).filter(({ kind }) => kind === 'schedule' || kind === 'harvest');
  const [newest] = nights;
  const ended = nights.find(({ state }) => state === 'done')?.endedAt ?? null;
  if (ended !== null) gauges.night.set(seconds(ended));
  gauges.nightFailed.set(newest?.state === 'failed' || newest?.state === 'interrupted' ? 1 : 0);
};

/** Gives how many refusals wait for a person; one that was upheld troubles nobody any more. */
const readRuns = async (gauges: Gauges, { runs }: Deps): Promise<number> => {
  gauges.run.reset();
  gauges.troubled.reset();
  let refusals = 0;
  for (const [source, nights] of await runs.lastNights(1)) {
    const newest = nights.at(-1);
    if (newest === undefined) continue;
    gauges.run.set({ source }, seconds(newest.at));
    if (WELL.includes(newest.state) || newest.upheld) continue;
    gauges.troubled.set({ source, state: newest.state }, 1);
    if (newest.state === 'refused') refusals += 1;
  }
  return refusals;
};

const readWaiting = async (gauges: Gauges, deps: Deps, refusals: number): Promise<void> => {
  const pairs = await deps.runs.pairsWaiting();
  const waiting = { ...(await deps.state().waiting(shanghaiDay(deps.clock()))), refusals, pairs };
  for (const [what, many] of Object.entries(waiting)) gauges.waiting.set({ what }, many);
};

/** Since when the lease is held; 0 where nobody holds it. */
const readLease = async (gauges: Gauges, { runs }: Deps): Promise<void> => {
  const lease = await runs.lease();
  gauges.lease.set(lease === undefined ? 0 : seconds(lease.takenAt));
};

/** Sets them from what is on record now. */
export const readWork = async (gauges: Gauges, deps: Deps): Promise<void> => {
  gauges.build.set({ version: about.version, policy: POLICY_VERSION }, 1);
  await readNights(gauges, deps);
  await readWaiting(gauges, deps, await readRuns(gauges, deps));
  await readLease(gauges, deps);
  gauges.room.set(await roomLeft(deps.config.data));
};
