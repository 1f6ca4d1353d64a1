import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { load } from 'cheerio';
import { createLocalJWKSet, jwtVerify } from 'jose';
import t from 'tap';
import type { CredentialStatus } from '../../schema/credential.ts';
import { buildApp } from '../../src/app.ts';
import { checkBadge } from '../../src/badge/check-badge.ts';
import { readConfig } from '../../src/config.ts';
import type { Obtain } from '../../src/harvest/obtain/obtain.ts';
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
const word = (svg: string) => load(svg, { xml: true })('text').eq(1).text();
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

type Claims = Readonly<{
  credentialSubject: Readonly<{ state: string; issuedFor: string; _sd: readonly string[] }>;
  credentialStatus: Readonly<{ statusListIndex: string; statusListCredential: string }>;
}>;

/** A check that shares no code with the service: the JWS by jose, the disclosures and the bits by hand. */
const readCredential = async (credential: string) => {
  const [token = '', ...rest] = credential.split('~');
  const set = createLocalJWKSet(await keys());
  const { payload, protectedHeader } = await jwtVerify<Claims>(token, set, { currentDate: now });
  const disclosures = rest.filter((part) => part !== '');
  const digests = disclosures.map((one) => createHash('sha256').update(one).digest('base64url'));
  const opened = disclosures.map((one) => JSON.parse(Buffer.from(one, 'base64url').toString()));
  return { payload, protectedHeader, digests, opened };
};

const bitAt = async (index: number) => {
  const { body } = await app.inject({ url: '/badge/status-list' });
  const set = createLocalJWKSet(await keys());
  const { payload } = await jwtVerify<{ credentialSubject: { encodedList: string } }>(body, set, {
    currentDate: now,
    typ: 'vc+jwt',
  });
  const { encodedList } = payload.credentialSubject;
  const bits = gunzipSync(Buffer.from(encodedList.slice(1), 'base64url'));
  t.ok(bits.length * 8 >= 131_072, 'a crowd to stand in');
  return ((bits[Math.floor(index / 8)] ?? 0) >> (7 - (index % 8))) & 1;
};

t.test(
  'the badge as a credential is checked by other means, and the one list tells when it no longer holds',
  async (t) => {
    await night('active', '2026-04-10');
    now = new Date('2026-04-10T08:00:00Z');
    const answer = await app.inject({ url: `/badge/${id}.vc` });
    t.match(answer.headers['content-type'], 'application/dc+sd-jwt');
    const { payload, protectedHeader, digests, opened } = await readCredential(answer.body);
    t.match(protectedHeader, { alg: 'EdDSA', typ: 'dc+sd-jwt' });
    t.match(payload.credentialSubject, {
      state: 'confirmed',
      issuedFor: 'licet.example',
      generation: Number,
    });
    t.strictSame([...payload.credentialSubject._sd].sort(), digests.sort(), 'what is disclosed was signed');
    t.match(opened, [
      [String, 'name', { zh: '编造示例医院' }],
      [String, 'campus', null],
    ]);
    t.ok((payload.exp ?? 0) - (payload.iat ?? 0) <= 86_400);
    const { statusListIndex, statusListCredential } = payload.credentialStatus;
    t.equal(
      statusListCredential,
      'https://licet.example/badge/status-list',
      'one address for every hospital',
    );
    t.equal(await bitAt(Number(statusListIndex)), 0);
    const [again] = [await readCredential((await app.inject({ url: `/badge/${id}.vc` })).body)];
    t.equal(
      again.payload.credentialStatus.statusListIndex,
      statusListIndex,
      'the same statement, the same place',
    );
    await night('revoked', '2026-04-11');
    now = new Date('2026-04-11T06:30:00Z');
    t.equal(await bitAt(Number(statusListIndex)), 1, 'revoked at the next look');
    const fresh = await readCredential((await app.inject({ url: `/badge/${id}.vc` })).body);
    t.equal(fresh.payload.credentialSubject.state, 'refuted');
    t.equal(
      await bitAt(Number(fresh.payload.credentialStatus.statusListIndex)),
      0,
      'the new statement holds',
    );
    t.match((await app.inject({ url: '/.well-known/jwt-vc-issuer' })).json(), {
      issuer: 'https://licet.example',
      jwks_uri: 'https://licet.example/.well-known/jwks.json',
    });
  },
);

t.test('no credential is issued where no badge would be', async (t) => {
  const code = async (url: string) => (await app.inject({ url })).json().code;
  t.equal(await code(`/badge/${id}.vc?site=thief.example`), 'LICET_SITE_NOT_PROVEN');
  t.equal(await code('/badge/nobody.vc'), 'LICET_UNKNOWN_INSTITUTION');
  t.equal(await code(`/badge/${id}.vc?size=huge`), 'LICET_BAD_QUESTION');
  t.equal(await code(`/badge/${id}.vc?campus=Moon`), 'LICET_BAD_QUESTION');
  t.match(
    (await readCredential((await app.inject({ url: '/badge/test-unknown.vc' })).body)).payload
      .credentialSubject,
    { state: 'unknown', test: true },
  );
});
