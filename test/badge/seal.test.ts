import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import t from 'tap';
import { checkBadge as checkByClient } from '../../client/src/check-badge.ts';
import type { Verdict } from '../../schema/verdict.ts';
import type { BadgeModel } from '../../src/badge/badge-model.ts';
import { checkBadge } from '../../src/badge/check-badge.ts';
import { drawBadge } from '../../src/badge/draw.ts';
import { readSeal, sealBadge } from '../../src/badge/seal.ts';
import { encodeStatusList } from '../../src/badge/status-list.ts';
import { openKeys, rotateKeys } from '../../src/http/badge/keys.ts';
import { liveStatements, statusIndexOf } from '../../src/http/badge/status-book.ts';
import { openServiceState } from '../../src/store/open-store.ts';
import type { ServiceState } from '../../src/store/service/service-state.ts';
import { plainVerdict } from '../support/plain-verdict.ts';

const now = new Date('2026-11-21T08:20:00Z');
/** One bit of a status list, read as the standard writes it. */
const readStatus = (list: string, index: number): boolean => {
  const byte = gunzipSync(Buffer.from(list.slice(1), 'base64url'))[index >> 3] ?? 0;
  return (byte & (0x80 >> (index & 7))) !== 0;
};

const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);

const model: BadgeModel = {
  state: 'confirmed',
  note: null,
  name: { zh: '编造示例医院', en: 'Made-up Example Hospital' },
  campus: null,
  ask: null,
  checkedOn: '2026-11-20',
  site: 'agency.example',
  test: false,
  lang: 'en',
  size: 'medium',
  theme: 'auto',
};

const verdict = (over: Partial<Verdict> = {}): Verdict => ({
  ...plainVerdict,
  outcome: 'confirmed',
  generation: 7,
  ...over,
});

/** One opened folder a test, however often it is asked for. */
const opened = new Map<string, ServiceState>();
const stateIn = (dir: string): ServiceState => {
  const state = opened.get(dir) ?? openServiceState(dir);
  opened.set(dir, state);
  return state;
};
t.teardown(() => Promise.all([...opened.values()].map((state) => state.close())));

const keysIn = (dir: string, clock: () => Date) => openKeys(() => stateIn(dir).signingKeys, 'badge', clock);
const rotate = (dir: string, at: Date) => rotateKeys(stateIn(dir).signingKeys, 'badge', at);

const seal = async (dir: string, at = now, over: Partial<Verdict> = {}): Promise<string> => {
  const key = await keysIn(dir, () => at).signing();
  const input = {
    issuer: 'https://licet.example',
    institution: 'made-up-1',
    site: 'agency.example',
    campus: null,
    ask: null,
    state: 'confirmed',
    verdict: verdict(over),
  } as const;
  return sealBadge(drawBadge(model), input, key, at);
};

const jwks = (dir: string) => keysIn(dir, () => now).jwks();

t.test('a sealed badge is checked offline and says for whom it was issued', async (t) => {
  const dir = t.testdir();
  const svg = await seal(dir);
  const check = await checkBadge(svg, await jwks(dir), later(1), 'agency.example');
  t.match(check, {
    valid: true,
    claims: {
      sub: 'made-up-1',
      aud: 'agency.example',
      state: 'confirmed',
      generation: 7,
      policy: 'made-up.1',
    },
  });
  t.ok(check.valid && check.claims.exp - check.claims.iat <= 86_400);
});

t.test('each way of cheating is told apart', async (t) => {
  const dir = t.testdir({ own: {}, foreign: {} });
  const own = join(dir, 'own');
  const svg = await seal(own);
  const keys = await jwks(own);
  const fault = async (text: string, at = later(1), site?: string) => {
    const check = await checkBadge(text, keys, at, site);
    const found = { now: at, ...(site === undefined ? {} : { site }) };
    t.match(await checkByClient(text, keys, found), check, 'licet-client finds the same');
    return check.valid ? 'valid' : check.fault;
  };
  const token = readSeal(svg)?.token ?? '';
  const [head = '', body = '', sign = ''] = token.split('.');
  const forged = Buffer.from(
    Buffer.from(body, 'base64url').toString().replace('agency.example', 'thief.example'),
  ).toString('base64url');
  const none = Buffer.from('{"alg":"none","typ":"licet-badge+jwt","kid":"x"}').toString('base64url');
  t.equal(await fault(svg), 'valid');
  t.equal(await fault(drawBadge(model)), 'no-seal');
  t.equal(await fault(svg.replace(token, 'rubbish')), 'malformed');
  t.equal(await fault(svg.replace(token, `${none}.${body}.`)), 'malformed');
  t.equal(await fault(svg.replace(token, `${head}.${forged}.${sign}`)), 'tampered');
  t.equal(await fault(svg.replace('Made-up Example Hospital', 'Made-up Other Hospital')), 'repainted');
  t.equal(await fault(svg, later(24)), 'expired');
  t.equal(await fault(svg, later(-2)), 'not-yet-valid');
  t.equal(await fault(svg, later(1), 'thief.example'), 'other-domain');
  t.equal(await fault(await seal(join(dir, 'foreign'))), 'unknown-key');
});

t.test('a seal ends on the day on which its answer may change', async (t) => {
  const dir = t.testdir();
  const svg = await seal(dir, now, { nextDue: '2026-11-22' });
  const keys = await jwks(dir);
  t.match(await checkBadge(svg, keys, new Date('2026-11-21T15:59:00Z')), { valid: true });
  t.match(await checkBadge(svg, keys, new Date('2026-11-21T16:00:00Z')), { valid: false, fault: 'expired' });
});

t.test('one hour of one generation gives the same bytes, the next hour others', async (t) => {
  const dir = t.testdir();
  const first = await seal(dir);
  t.equal(await seal(dir, new Date('2026-11-21T08:59:59Z')), first);
  t.not(await seal(dir, new Date('2026-11-21T09:00:00Z')), first);
});

t.test('keys are made on first use and publish no private part', async (t) => {
  const dir = join(t.testdir(), 'data');
  const keys = keysIn(dir, () => now);
  const published = await keys.jwks();
  t.equal(published.keys.length, 2);
  for (const key of published.keys)
    t.strictSame(Object.keys(key).sort(), ['alg', 'crv', 'kid', 'kty', 'use', 'x']);
});

t.test(
  'a badge stays checkable over a rotation, and the next key was published before it signs',
  async (t) => {
    const dir = t.testdir();
    const old = await seal(dir);
    const before = await jwks(dir);
    let time = now;
    const other = openServiceState(dir);
    t.teardown(other.close);
    const running = openKeys(
      () => other.signingKeys,
      'badge',
      () => time,
    );
    const { kid } = await running.signing();
    await rotate(dir, later(1));
    time = later(1);
    t.not((await running.signing()).kid, kid, 'the running service signs with the new key');
    t.match(await checkBadge(old, await running.jwks(), later(1)), { valid: true }, 'old badge, new key set');
    t.match(
      await checkBadge(await seal(dir, later(1)), before, later(1)),
      { valid: true },
      'new badge, old key set',
    );
    await rotate(dir, later(24));
    await rotate(dir, later(24 * 10));
    time = later(24 * 10);
    t.match(await checkBadge(old, await running.jwks(), later(1)), { valid: false, fault: 'unknown-key' });
  },
);

t.test('a place in the status list is kept over a restart, and set bits are read back', async (t) => {
  const folder = t.testdir();
  const stated = {
    institution: 'm',
    site: 'a.example',
    campus: null,
    ask: null,
    state: 'confirmed',
    kid: 'k',
  } as const;
  const before = openServiceState(folder);
  const place = await statusIndexOf({ state: () => before, clock: () => now }, stated);
  await before.close();
  const after = { state: () => stateIn(folder), clock: () => now };
  t.equal(await statusIndexOf(after, stated), place);
  t.not(await statusIndexOf(after, { ...stated, site: 'b.example' }), place);
  t.equal((await liveStatements(after)).length, 2);
  t.equal((await liveStatements({ ...after, clock: () => later(72) })).length, 0);
  const list = encodeStatusList([0, 7, place]);
  t.match(list, /^u[\w-]+$/, 'multibase base64url');
  t.strictSame(
    [0, 1, 7, place].map((at) => readStatus(list, at)),
    [true, false, true, true],
  );
});
