import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { systemClock } from '../../src/clock.ts';
import type { FetchRequest, FetchResult } from '../../src/fetch/result.ts';
import { createTxtLookup } from '../../src/fetch/txt.ts';
import { MOST_HOTLINKS, readHotlinks } from '../../src/http/badge/hotlinks.ts';
import { domainWarnings, lookalikeDomains } from '../../src/http/badge/look-alike.ts';
import { openPartners } from '../../src/http/badge/partner-keys.ts';
import { proveSites } from '../../src/http/badge/proof.ts';
import { bindSite, openSites, readDomain, readSites } from '../../src/http/badge/sites.ts';
import { runHere } from '../cli/run-licet.ts';
import { openService, TODAY } from '../support/app.ts';
import { openNameServer } from '../support/name-server.ts';

t.test('a domain is compared in ASCII, so that look-alike letters show', async (t) => {
  t.equal(readDomain('WWW.Agency.Example.'), 'agency.example');
  t.equal(readDomain('аgency.example'), 'xn--gency-3ve.example', 'Cyrillic а');
  for (const bad of [
    '',
    'agency',
    'http://agency.example',
    'a..example',
    'agency.example/x',
    '-a.example',
    `${'a'.repeat(250)}.example`,
  ])
    t.equal(readDomain(bad), null, bad);
  const known = ['medical.example', 'other.example', 'agency.example'];
  t.strictSame(lookalikeDomains('rnedical.example', known), ['medical.example']);
  t.strictSame(lookalikeDomains(readDomain('аgеnсу.example') ?? '', known), ['agency.example'], 'all twins');
  t.strictSame(lookalikeDomains(readDomain('ágency.example') ?? '', known), ['agency.example'], 'an accent');
  const warned = (text: string) => domainWarnings(readDomain(text) ?? '', []).join('; ');
  t.match(warned('pаypal.example'), 'mixes Latin and Cyrillic letters');
  t.match(
    warned('瑞金hospital.example'),
    /^holds letters outside ASCII/,
    'Chinese and Latin belong together',
  );
  t.equal(warned('agency.example'), '');
});

t.test('a bound domain is known within a second to the running service', async (t) => {
  const dir = join(t.testdir(), 'data');
  let now = TODAY;
  const sites = openSites(dir, () => now);
  t.equal(await sites.isBound('agency.example'), false);
  t.strictSame(
    await bindSite(dir, { domain: 'agency.example', partner: 'Made-up Agency', provenOn: '2026-11-21' }),
    [],
  );
  now = new Date(TODAY.getTime() + 1000);
  t.equal(await sites.isBound('agency.example'), true);
  const thief = { domain: 'a-gency.example', partner: 'Made-up Thief', provenOn: '2026-11-21' };
  t.match(await bindSite(dir, thief), [/mistaken for agency\.example/], 'warned of');
  await t.rejects(
    bindSite(dir, { domain: 'no domain', partner: 'x', provenOn: '2026-11-21' }),
    /domain: is not a domain name/,
  );

  t.match(readFileSync(join(dir, 'badge-sites.json'), 'utf8'), 'Made-up Agency');
});

/** A website as the fetch room would bring it: path → text; `null` for one that cannot be reached. */
const noDns = async () => ({ state: 'none' }) as const;
const website = (pages: Readonly<Record<string, string>> | null, landsOn = 'agency.example') => ({
  txt: noDns,
  get: async ({ url }: FetchRequest): Promise<FetchResult> => {
    const way = {
      requestedUrl: url,
      url: `https://${landsOn}/`,
      retrievedAt: TODAY.toISOString(),
      redirects: [],
      robots: null,
    };
    const text = pages?.[new URL(url).pathname];
    if (text === undefined) return { ...way, state: 'unreachable', why: 'made up', status: null };
    const [sha256, contentType] = ['0'.repeat(64), 'text/html'];
    const bytes = new TextEncoder().encode(text);
    return {
      ...way,
      state: 'fetched',
      status: 200,
      bytes,
      sha256,
      contentType,
      etag: null,
      lastModified: null,
      transport: 'https',
    };
  },
});

t.test(
  'a domain is bound by a file or a meta tag on it, loses it when they go, and keeps it a week when it is down',
  async (t) => {
    const dir = join(t.testdir(), 'data');
    const token = `licet-site=${'a'.repeat(32)}`;
    const onFile = { domain: 'agency.example', partner: 'Made-up Agency', token, provenOn: null };
    const file = website({ '/.well-known/licet.txt': `${token}\n`, '/': 'hello' });
    const tag = website({ '/': `<meta name="licet-site" content="${token}">` });
    const after = (days: number) => new Date(TODAY.getTime() + days * 86_400_000);
    const bound = async (site: ReturnType<typeof website>, days: number) => {
      const [look] = await proveSites(dir, site, after(days));
      return look?.bound;
    };
    await bindSite(dir, onFile);
    t.equal(await openSites(dir, () => TODAY).isBound('agency.example'), false, 'on file is not bound');
    t.equal(
      await bound(website({ '/': `<p>${token}</p>` }), 0),
      false,
      'the token in a guest book proves nothing',
    );
    t.equal(
      await bound(website({ '/.well-known/licet.txt': token }, 'thief.example'), 0),
      false,
      'redirected elsewhere',
    );
    t.equal(await bound(file, 0), true);
    t.equal(await bound(tag, 1), true);
    t.equal(await bound(website(null), 8), true, 'down for a week');
    t.equal(await bound(website(null), 9), false, 'down for longer');
    t.equal(await bound(file, 10), true, 'back again');
    t.equal(await bound(website({ '/': 'sold' }), 11), false, 'the proof is gone');
  },
);

t.test('a TXT record of the domain proves it, without any page', async (t) => {
  const dir = join(t.testdir(), 'data');
  const token = `licet-site=${'b'.repeat(32)}`;
  const names = await openNameServer({ '_licet.agency.example': token, '_licet.other.example': 'something' });
  const txt = createTxtLookup([names.server]);
  for (const domain of ['agency.example', 'other.example'])
    await bindSite(dir, { domain, partner: 'Made-up Agency', token, provenOn: null });
  t.match(await proveSites(dir, { ...website(null), txt }, TODAY), [
    { domain: 'agency.example', state: 'proven', bound: true },
    { domain: 'other.example', state: 'unreachable', bound: false },
  ]);
  t.match(await txt('nobody.example'), { state: 'none' });
  names.close();
  t.match(await createTxtLookup(['127.0.0.1:1'])('agency.example'), { state: 'unreachable' });
});

t.test('with its key a partner puts its own domains on file, and nobody else does', async (t) => {
  const service = await openService({}, ['cn-nhc-assisted-reproduction'], systemClock);
  t.teardown(service.close);
  const { data, app } = service;
  const keyOf = async (...args: string[]) =>
    /licet_[\w-]{43}/.exec((await runHere(data, ['partner', 'add', ...args])).out)?.[0] ?? '';
  const [key, other] = [await keyOf('Made-up Agency'), await keyOf('Made-up Rival')];
  const ask = (method: 'GET' | 'PUT', url: string, bearer: string) =>
    app.inject({ method, url, headers: { authorization: `Bearer ${bearer}` } });
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
  for (const wrong of ['', `licet_${'A'.repeat(43)}`, `${key}x`]) {
    const { statusCode, body } = await ask('GET', '/partner/sites', wrong);
    t.equal(statusCode, 401);
    t.match(body, 'LICET_WRONG_KEY');
  }
  const kept = readFileSync(join(data, 'badge-partners.json'), 'utf8');
  t.notMatch(kept + service.log(), key.slice(6), 'the key is kept nowhere');
  t.match(await runHere(data, ['partner', 'add', 'Made-up Agency']), { code: 2, err: /--new-key/ });
  await keyOf('Made-up Agency', '--new-key');
  const { whose } = openPartners(data, systemClock);
  t.equal(await whose(`Bearer ${key}`), null, 'the old key is worth nothing');
});

t.test('badges loaded on pages of other domains are counted by host, and nothing else is kept', async (t) => {
  const service = await openService({}, ['cn-nhc-assisted-reproduction']);
  t.teardown(service.close);
  const load = (referer: string) =>
    service.app.inject({ url: '/badge/test-confirmed.svg?site=agency.example', headers: { referer } });
  for (const referer of [
    'https://thief.example/secret?patient=1',
    'https://thief.example/other',
    'https://blog.agency.example/',
    'not an address',
  ])
    await load(referer);
  for (let host = 0; host < MOST_HOTLINKS + 20; host += 1) await load(`https://h${host}.example/`);
  await service.app.close();
  const book = await readHotlinks(service.data);
  t.match(book.hotlinks[0], { host: 'thief.example', site: 'agency.example', count: 2 });
  t.equal(book.hotlinks.length, MOST_HOTLINKS);
  t.equal(book.others, 21);
  t.notMatch(readFileSync(join(service.data, 'badge-hotlinks.json'), 'utf8'), /secret|patient|blog/);
  t.match(
    (await runHere(service.data, ['partner', 'hotlinks'])).out,
    /2 {2}thief\.example shows badges of agency\.example/,
  );
});

t.test('the landing page says in large type for whom the badge was, and whether that is so', async (t) => {
  const service = await openService({ baseUrl: 'https://licet.example' }, ['cn-nhc-assisted-reproduction']);
  t.teardown(service.close);
  await bindSite(service.data, {
    domain: 'agency.example',
    partner: 'Made-up Agency',
    provenOn: '2026-11-21',
  });
  const land = async (site: string, referer = '') =>
    (await service.app.inject({ url: `/hospitals/test-confirmed?site=${site}`, headers: { referer } })).body;
  t.match(await land('agency.example'), /class="site">agency\.example<[\s\S]*that badge was copied/);
  t.match(
    await land('agency.example', 'https://thief.example/x'),
    'Your browser says you came from thief.example',
  );
  t.match(await land('thief.example'), 'No badge is issued for this website');
  t.notMatch(await land('licet.example'), 'class="site"');
  t.notMatch(await land('%3Cscript%3E'), 'class="site"');
});

t.test('the command line puts domains on file, rotates keys and checks a badge offline', async (t) => {
  const service = await openService({}, ['cn-nhc-assisted-reproduction'], systemClock);
  t.teardown(service.close);
  const run = (...args: string[]) => runHere(service.data, args);
  const svg = join(service.data, 'badge.svg');
  const keys = join(service.data, 'jwks.json');
  writeFileSync(svg, (await service.app.inject({ url: '/badge/test-refuted.svg' })).body);
  writeFileSync(keys, (await service.app.inject({ url: '/.well-known/jwks.json' })).body);
  t.match(await run('check-badge', svg), { code: 0, out: 'genuine states refuted for test-refuted' });
  t.match((await run('keys', 'rotate')).out, /past {2}[\s\S]*current {2}[\s\S]*next {2}/);
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
  t.equal((await readSites(service.data)).length, 2);
});
