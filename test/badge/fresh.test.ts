import { join } from 'node:path';
import { load } from 'cheerio';
import t from 'tap';
import type { CredentialStatus } from '../../schema/credential.ts';
import { buildApp } from '../../src/app.ts';
import { checkBadge } from '../../src/badge/check-badge.ts';
import { readConfig } from '../../src/config.ts';
import type { Obtain } from '../../src/harvest/obtain.ts';
import { openToy, toyRecord, toySource } from '../support/toy-night.ts';

const dir = t.testdir();
const toy = await openToy(dir);
let now = new Date('2026-02-01T08:00:00Z');

/** A night after which the made-up register says this of the made-up hospital. */
const night = (status: CredentialStatus, asOf: string) => {
  const licence = {
    gate: 'practice-licence',
    code: 'licence',
    status,
    scope: { kind: 'institution' },
    validUntil: '2030-01-31',
  } as const;
  const record = { ...toyRecord('编造示例医院', { province: '编造省' }, { credentials: [licence] }), row: 1 };
  const over = { how: 'fetched', evidenceKind: 'primary-register', asOf, freshnessDays: 30 } as const;
  const source = toySource(join(dir, asOf), [record], over);
  // As the register's own site would hand it out; a bundled copy may not decide.
  const obtain: Obtain = async (_, { url }) => ({
    state: 'obtained',
    body: new TextEncoder().encode(JSON.stringify([record])),
    url,
    transport: 'https',
    contentType: 'application/json',
  });
  return toy.night([source], `${asOf}T06:00:00.000Z`, obtain);
};

await night('active', '2026-02-01');
const [id = ''] = await toy.store.reader().institutionIds(null, 1);
const config = {
  ...readConfig({ LICET_DATA: dir, LICET_BASE_URL: 'https://licet.example' }),
  rateLimit: 0,
  log: 'silent',
} as const;
const app = await buildApp({ store: toy.store, archive: toy.archive, config, clock: () => now });
t.teardown(async () => {
  await app.close();
  await toy.store.close();
});

const badge = async (etag = '') =>
  app.inject({ url: `/badge/${id}.svg`, headers: { 'if-none-match': etag } });
const word = (svg: string) => load(svg, { xml: true })('text').first().text();
const keys = async () => (await app.inject({ url: '/.well-known/jwks.json' })).json();

t.test('a badge whose source went stale turns to not known, by the day alone', async (t) => {
  t.equal(word((await badge()).body), 'Confirmed');
  now = new Date('2026-03-03T15:59:00Z');
  t.equal(word((await badge()).body), 'Confirmed', 'the last day of freshness, in China');
  const last = (await badge()).body;
  now = new Date('2026-03-03T16:00:00Z');
  t.equal(word((await badge()).body), 'Not known', 'midnight in China');
  t.match(
    await checkBadge(last, await keys(), now),
    { valid: false, fault: 'expired' },
    'the seal ended with it',
  );
});

t.test(
  'a revocation shows on the next request after the night, and a replayed badge ends within its day',
  async (t) => {
    await night('active', '2026-03-10');
    now = new Date('2026-03-10T08:00:00Z');
    const before = await badge();
    t.equal(word(before.body), 'Confirmed');
    await night('revoked', '2026-03-11');
    now = new Date('2026-03-11T06:30:00Z');
    const after = await badge(String(before.headers.etag));
    t.equal(after.statusCode, 200, 'the cached one is not confirmed as unchanged');
    t.equal(word(after.body), 'Contradicted');
    const page = await app.inject({ url: `/hospitals/${id}` });
    t.match(page.body, 'Contradicted', 'the page agrees');
    now = new Date('2026-03-11T08:00:00Z');
    t.match(await checkBadge(before.body, await keys(), now), { valid: false, fault: 'expired' });
  },
);
