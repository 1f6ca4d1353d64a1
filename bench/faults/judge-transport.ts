import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFetcher, FETCH_DEFAULTS, type Fetcher } from '../../src/fetch/fetcher.ts';
import type { Obtain } from '../../src/harvest/obtain/obtain.ts';
import { obtainFetched } from '../../src/harvest/obtain/obtain-fetched.ts';
import { pageAddress } from '../../src/harvest/obtain/paged-list.ts';
import type { SourceReport } from '../../src/harvest/source-report.ts';
import { type Origin, startOrigin } from '../../test/support/origin.ts';
import type { Subject } from './good-pages.ts';
import { isGood, type Outcome, type State, saying } from './judge.ts';
import { sayings } from './meaning.ts';
import { BAD_NIGHT, GOOD_NIGHT, openRegistry, type Registry } from './registry.ts';
import { type Served, type TransportFault, transportFaults } from './transport-faults.ts';

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  json: 'application/json',
  pdf: 'application/pdf',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** The limits of the service, except for those that would only make the bench wait. */
const quickFetcher = (now: () => Date): Fetcher =>
  createFetcher(
    {
      ...FETCH_DEFAULTS,
      contact: null,
      version: '0',
      allowLoopback: true,
      gapMs: 0,
      attempts: 1,
      timeoutMs: 1_000,
      breakerFailures: 1_000_000,
    },
    { now, sleep: async () => undefined, random: () => 0.5, log: () => undefined },
  );

/** The source as if its list lay on this machine: the address changes, and the way there (links, searches by name, an operator's key) is left out. */
const brought = ({ source, page, ...rest }: Subject, origin: Origin): Subject => {
  const [first] = source.descriptor.pages;
  if (first === undefined) throw new Error(`${source.descriptor.id} has no page`);
  const { follow: _, askFor: __, ...kept } = first;
  const pages = [{ ...kept, url: `${origin.url}/list` }];
  const { key: ___, ...open } = source.descriptor;
  const descriptor = { ...open, pages, plainHttp: true as const };
  return { ...rest, page, source: { ...source, descriptor } };
};

const pathOf = ({ source }: Subject): string => {
  const [page] = source.descriptor.pages;
  if (page === undefined) return '/list';
  const url = new URL(page.paging === undefined ? page.url : pageAddress(page.url, page.paging, 1));
  return `${url.pathname}${url.search}`;
};

type Room = Readonly<{ subject: Subject; origin: Origin; registry: Registry; served: Served; path: string }>;

/** Whether the body that came says what the good page said. */
const saysTheSame = async ({ subject, served }: Room, body: Uint8Array): Promise<boolean> => {
  const [now, good] = [await sayings(subject.source, body), await sayings(subject.source, served.body)];
  return now.symmetricDifference(good).size === 0;
};

const stateOf = async (
  fault: TransportFault,
  report: SourceReport,
  body: Uint8Array,
  room: Room,
): Promise<State> => {
  if (!isGood(report)) return 'refused';
  const same = await saysTheSame(room, body);
  if (fault.harmless === true) return same ? 'published' : 'refused';
  // A page in a wrong wrapping that is read right has lost nothing; anything else that was taken for the page has.
  return fault.page === true && same ? 'idle' : 'published';
};

/** A way to obtain pages that remembers the last body it brought. */
const remembering = (obtain: Obtain): { obtain: Obtain; body: () => Uint8Array } => {
  let last: Uint8Array = new Uint8Array();
  return {
    body: () => last,
    obtain: async (descriptor, page) => {
      const got = await obtain(descriptor, page);
      if (got.state === 'obtained') last = got.body;
      return got;
    },
  };
};

const tryFault = async (fault: TransportFault, room: Room) => {
  const { origin, registry, served, path } = room;
  const answers = fault.answers(served, path);
  if (answers === null) return null;
  for (const [at, answer] of Object.entries(answers)) origin.on(at, answer);
  const fetcher = quickFetcher(() => BAD_NIGHT);
  const { archive, store, night, restore } = registry;
  const { obtain, body } = remembering(obtainFetched({ fetcher, archive, store: store() }));
  const report = await night(obtain, BAD_NIGHT);
  await fetcher.close();
  await restore();
  const state = await stateOf(fault, report, body(), room);
  return {
    fault: fault.id,
    kind: fault.harmless === true ? 'transport-harmless' : 'transport',
    state,
    says: saying(report),
  } as const;
};

const goodNight = async ({ origin, registry, served, path, subject }: Room): Promise<void> => {
  origin.on(path, { kind: 'page', body: served.body, type: served.type });
  const fetcher = quickFetcher(() => GOOD_NIGHT);
  const { archive, store } = registry;
  const good = await registry.night(obtainFetched({ fetcher, archive, store: store() }), GOOD_NIGHT);
  await fetcher.close();
  if (good.state !== 'accepted')
    throw new Error(`${subject.source.descriptor.id} over the wire: ${saying(good)}`);
  await registry.keep();
};

/** What becomes of a fetched source whose site misbehaves, through the real fetch room, on the night after a good one. */
export const judgeTransport = async (
  local: Subject,
  faults: readonly TransportFault[] = transportFaults,
): Promise<readonly Outcome[]> => {
  if (local.source.descriptor.how !== 'fetched') return [];
  const root = mkdtempSync(join(tmpdir(), 'licet-transport-'));
  const origin = await startOrigin();
  const subject = brought(local, origin);
  const type = TYPES[local.page.file.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  const served = { body: local.page.body, type, textual: /\.(html|json)$/.test(local.page.file) };
  const registry = await openRegistry(root, subject.source);
  const room = { subject, origin, registry, served, path: pathOf(subject) };
  try {
    await goodNight(room);
    const outcomes: Outcome[] = [];
    for (const fault of faults) {
      const outcome = await tryFault(fault, room);
      if (outcome !== null) outcomes.push(outcome);
    }
    return outcomes;
  } finally {
    await Promise.all([registry.close(), origin.close()]);
    rmSync(root, { recursive: true, force: true });
  }
};
