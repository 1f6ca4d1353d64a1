import { join } from 'node:path';
import type { Test } from 'tap';
import type { CredentialStatus } from '../../schema/credential.ts';
import type { WatchEvent } from '../../schema/watch.ts';
import { buildApp } from '../../src/app.ts';
import { createAnswers } from '../../src/ask/answers.ts';
import { readConfig } from '../../src/config.ts';
import type { Obtain } from '../../src/harvest/obtain/obtain.ts';
import { addPartnerKey } from '../../src/http/partners/partner-keys.ts';
import { openServiceState } from '../../src/store/open-store.ts';
import { compareWatches } from '../../src/watch/compare.ts';
import { openToy, toyRecord, toySource } from './toy-night.ts';

const scope = { kind: 'institution' } as const;
export const BASE = 'https://licet.example';

/** What one night's list says of a made-up hospital: its licence's status, and how it is written where its name has changed. */
type Said = CredentialStatus | Readonly<{ status: CredentialStatus; name: string }>;

/**
 * A service on made-up nights, with partners that have keys for watches. `compare` does what the thread of the service does after a night;
 * `at` moves the clock.
 */
export const watchedNights = async (t: Test, over: object = {}) => {
  const dir = t.testdir();
  const toy = await openToy(dir);
  let now = new Date('2026-02-01T08:00:00Z');
  const clock = () => now;
  const config = {
    ...readConfig({ LICET_DATA: dir }),
    rateLimit: 0,
    partnerRateLimit: 0,
    log: 'silent',
    ...over,
  } as const;
  const state = openServiceState(dir);
  const app = await buildApp({ store: toy.store, archive: toy.archive, config, clock });
  t.teardown(async () => {
    await app.close();
    await state.close();
    await toy.store.close();
  });
  const answers = createAnswers(() => toy.store.reader(), clock, {
    cacheBytes: 1000,
    testInstitutions: false,
  });
  const compare = async (pause = async () => {}) => {
    await toy.store.refresh();
    return compareWatches({ watches: state.watches, answers, clock, base: BASE, pause });
  };
  /** A night whose list is of this day, and the comparison after it. */
  const night = async (hospitals: Readonly<Record<string, Said>>, day: string) => {
    const records = Object.entries(hospitals).map(([key, said], at) => {
      const { status, name } = typeof said === 'string' ? { status: said, name: key } : said;
      const licence = { gate: 'practice-licence', code: 'licence', status, scope } as const;
      return { ...toyRecord(name, { province: '编造省' }, { key, credentials: [licence] }), row: at + 1 };
    });
    const over = { how: 'fetched', evidenceKind: 'primary-register', asOf: day, freshnessDays: 30 } as const;
    // As the register's own site would hand it out; a bundled copy may not decide.
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
    now = new Date(`${day}T14:00:00Z`);
  };
  const keyOf = async (partner: string) => {
    const terms = { scopes: ['watch' as const], perMinute: null, expiresAt: null };
    return (await addPartnerKey(state.partnerKeys, partner, '2026-02-01', terms)) ?? '';
  };
  const call = async (
    key: string,
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    payload?: object,
  ) => {
    const headers = { authorization: `Bearer ${key}` };
    const answer = await app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
    return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() };
  };
  /** Has a partner watch the licence of these hospitals; gives the watch's id. */
  const watch = async (key: string, names: readonly string[], more: object = {}): Promise<string> => {
    const entries = names.map((name) => ({ name, claim: 'licence', reference: `our ${name}` }));
    const { body } = await call(key, 'POST', '/v1/watches', { name: 'Ours', entries, ...more });
    return String(body.id);
  };
  const eventsOf = async (key: string, id: string, since = 0): Promise<readonly WatchEvent[]> =>
    (await call(key, 'GET', `/v1/watches/${id}/events?since=${since}`)).body.events;
  const at = (instant: string): void => {
    now = new Date(instant);
  };
  return { dir, toy, app, state, clock, config, night, compare, keyOf, call, watch, eventsOf, at };
};
