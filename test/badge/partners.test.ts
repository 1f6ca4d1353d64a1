import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { systemClock } from '../../src/clock.ts';
import { openServiceState } from '../../src/store/open-store.ts';
import { runHere } from '../cli/run-licet.ts';
import { fewSources, openService } from '../support/app.ts';

/** Every byte of the data folder's own files, the database among them. */
const filesOf = (data: string): string =>
  readdirSync(data, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => readFileSync(join(data, name), 'latin1'))
    .join('');

t.test('with its key a partner puts its own domains on file, and nobody else does', async (t) => {
  const service = await openService({}, fewSources, systemClock);
  t.teardown(service.close);
  const { data, app } = service;
  const keyOf = async (...args: string[]) =>
    /licet_[\w-]{43}/.exec((await runHere(data, ['partner', 'add', ...args])).out)?.[0] ?? '';
  const [key, other] = [await keyOf('Made-up Agency'), await keyOf('Made-up Rival')];
  const ask = (method: 'GET' | 'PUT', url: string, bearer: string) =>
    app.inject({ method, url, headers: { authorization: `Bearer ${bearer}` } });
  const get = (headers: Record<string, string>) => app.inject({ url: '/partner/sites', headers });
  const put = await ask('PUT', '/partner/sites/Agency.example', key);
  t.equal(put.statusCode, 201);
  t.match(put.json(), {
    domain: 'agency.example',
    bound: false,
    proof: { dns: /^_licet\.agency\.example TXT/ },
  });
  const again = await ask('PUT', '/partner/sites/agency.example', key);
  t.equal(again.statusCode, 200);
  t.strictSame(again.json(), put.json(), 'the same token, so that a proof already placed stays good');
  t.match((await ask('PUT', '/partner/sites/agency.example', other)).json(), { code: 'LICET_SITE_TAKEN' });
  t.match((await ask('PUT', '/partner/sites/agency', key)).json(), { errors: [{ field: '/domain' }] });
  t.match((await ask('GET', '/partner/sites', other)).json(), { partner: 'Made-up Rival', sites: [] });
  for (const scheme of ['bearer', 'BEARER', 'Bearer '])
    t.equal((await get({ authorization: `${scheme} ${key}` })).statusCode, 200, `the scheme ${scheme}`);
  for (const none of [{}, { authorization: key }, { authorization: `Basic ${key}` }])
    t.equal((await get(none)).statusCode, 401);
  for (const wrong of ['', `licet_${'A'.repeat(43)}`, `${key}x`]) {
    const { statusCode, body } = await ask('GET', '/partner/sites', wrong);
    t.equal(statusCode, 401);
    t.match(body, 'LICET_WRONG_KEY');
  }
  t.notOk((filesOf(data) + service.log()).includes(key.slice(6)), 'the key is kept nowhere');
  t.match(await runHere(data, ['partner', 'add', 'Made-up Agency']), { code: 2, err: /rotate/ });
  await runHere(data, ['partner', 'rotate', 'Made-up Agency', '--overlap', '0']);
  t.equal((await ask('GET', '/partner/sites', key)).statusCode, 401, 'the old key is worth nothing');
});

t.test('a hundred domains put on file at once are all kept, one domain by one partner only', async (t) => {
  const service = await openService({}, fewSources, systemClock);
  t.teardown(service.close);
  const { data, app } = service;
  const names = Array.from({ length: 12 }, (_, at) => `Made-up Agency ${at}`);
  const added = await Promise.all(names.map((name) => runHere(data, ['partner', 'add', name])));
  const keys = added.map(({ out }) => /licet_[\w-]{43}/.exec(out)?.[0] ?? '');
  const ask = (method: 'GET' | 'PUT', url: string, key = '') =>
    app.inject({ method, url, headers: { authorization: `Bearer ${key}` } });
  for (const [at, key] of keys.entries())
    t.equal(
      (await ask('GET', '/partner/sites', key)).json().partner,
      names[at],
      'every key shown is worth something',
    );
  const puts = await Promise.all(
    Array.from({ length: 100 }, (_, at) => ask('PUT', `/partner/sites/agency-${at}.example`, keys[at % 10])),
  );
  t.strictSame([...new Set(puts.map(({ statusCode }) => statusCode))], [201]);
  const kept = await Promise.all(
    keys.map(async (key) => (await ask('GET', '/partner/sites', key)).json().sites),
  );
  t.equal(kept.flat().length, 100);
  const race = await Promise.all(keys.map((key) => ask('PUT', '/partner/sites/wanted.example', key)));
  t.strictSame(race.map(({ statusCode }) => statusCode).sort(), [201, ...Array(11).fill(409)]);
  const rotated = await Promise.all(names.map(() => runHere(data, ['keys', 'rotate', '--json'])));
  const published = (await app.inject('/.well-known/jwks.json'))
    .json()
    .keys.map(({ kid }: { kid: string }) => kid);
  for (const { out } of rotated)
    t.ok(
      JSON.parse(out).every(({ kid }: { kid: string }) => published.includes(kid)),
      'every key told of is published',
    );
});

t.test(
  'a partner cannot squat domains: twenty wait at most, thirty days long, and each can be taken off',
  async (t) => {
    let now = new Date('2026-11-21T08:00:00Z');
    const service = await openService({}, fewSources, () => now);
    t.teardown(service.close);
    const { data, app } = service;
    const run = (...args: string[]) => runHere(data, args, {}, () => now);
    const keyOf = async (name: string) =>
      /licet_[\w-]{43}/.exec((await run('partner', 'add', name)).out)?.[0] ?? '';
    const [key, other] = [await keyOf('Made-up Agency'), await keyOf('Made-up Rival')];
    const ask = (method: 'GET' | 'PUT' | 'DELETE', domain: string, bearer = key) => {
      const url = `/partner/sites${domain === '' ? '' : `/${domain}`}`;
      return app.inject({ method, url, headers: { authorization: `Bearer ${bearer}` } });
    };
    const puts = await Promise.all(Array.from({ length: 300 }, (_, at) => ask('PUT', `squat-${at}.example`)));
    const codes = puts.map(({ statusCode }) => statusCode);
    t.strictSame(
      [201, 409].map((code) => codes.filter((one) => one === code).length),
      [20, 280],
    );
    t.match(puts.find(({ statusCode }) => statusCode === 409)?.json(), { code: 'LICET_TOO_MANY_UNPROVEN' });
    const mine = (await ask('GET', '')).json().sites;
    t.equal(mine.length, 20);
    t.match(mine[0], { bound: false, waitsUntil: '2026-12-21' });
    const [{ domain }] = mine;
    t.equal((await ask('PUT', domain)).statusCode, 200, 'one on file may be asked for again');
    t.equal((await ask('PUT', 'other.example', other)).statusCode, 201, 'another partner has its own twenty');
    t.match((await ask('DELETE', 'other.example')).json(), { status: 404, code: 'LICET_UNKNOWN_SITE' });
    t.match(await ask('DELETE', domain), { statusCode: 204, body: '' });
    t.equal((await ask('DELETE', domain)).statusCode, 404);
    t.equal((await ask('PUT', domain, other)).statusCode, 201, 'and is free for others');
    t.equal((await ask('PUT', 'next.example')).statusCode, 201);
    now = new Date('2026-12-21T08:00:00Z');
    t.equal((await ask('PUT', 'next.example', other)).statusCode, 409, 'the last day');
    now = new Date('2026-12-22T08:00:00Z');
    t.equal((await ask('PUT', 'next.example', other)).statusCode, 201, 'the day after');
    t.strictSame((await ask('GET', '')).json().sites, [], 'all others were forgotten too');
  },
);

t.test('a domain that is taken off file has no badges from the next request on', async (t) => {
  const service = await openService({}, fewSources, systemClock);
  t.teardown(service.close);
  const run = (...args: string[]) => runHere(service.data, args);
  await run('partner', 'add', 'Made-up Agency', 'agency.example', '--seen');
  const badge = () => service.app.inject({ url: '/badge/test-confirmed.svg?site=agency.example' });
  t.equal((await badge()).headers['x-licet-status'], '200');
  t.match(await run('partner', 'remove', 'www.Agency.example'), {
    code: 0,
    out: /^agency\.example is off file/,
  });
  t.equal((await badge()).headers['x-licet-status'], '403');
  t.match(await run('partner', 'remove', 'agency.example'), { code: 2, err: /<name> .* on file/ });
});

t.test('the command line puts domains on file, rotates keys and checks a badge offline', async (t) => {
  const service = await openService({}, fewSources, systemClock);
  t.teardown(service.close);
  const run = (...args: string[]) => runHere(service.data, args);
  const svg = join(service.data, 'badge.svg');
  const keys = join(service.data, 'jwks.json');
  writeFileSync(svg, (await service.app.inject({ url: '/badge/test-refuted.svg' })).body);
  writeFileSync(keys, (await service.app.inject({ url: '/.well-known/jwks.json' })).body);
  t.match(await run('check-badge', svg), {
    code: 0,
    out: 'genuine states refuted about licence of test-refuted',
  });
  t.match(
    (await run('keys', 'rotate')).out,
    /^badge {2}past {2}[\s\S]*credential {2}current {2}[\s\S]*next {2}/,
  );
  t.match(await run('check-badge', svg, '--keys', keys, '--site', 'thief.example'), {
    code: 1,
    out: /^other-domain/,
  });
  t.match(await run('check-badge', join(service.data, 'none.svg')), {
    code: 2,
    err: /<file> .* cannot be read/,
  });
  const added = await run('partner', 'add', 'Made-up Agency', 'agency.example');
  t.match(added.out, /well-known\/licet\.txt[\s\S]*licet-site=[0-9a-f]{32}/);
  const thief = await run('partner', 'add', 'Made-up Thief', 'аgency.example', '--seen');
  t.match(thief.err, /letters outside ASCII/);
  t.match(await run('partner', 'add', 'x', 'not a domain'), { code: 2, err: /<domain> .* is not a domain/ });
  const state = openServiceState(service.data);
  t.teardown(state.close);
  t.equal((await state.sites.all()).length, 2);
});
