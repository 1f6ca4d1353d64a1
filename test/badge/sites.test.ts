import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import type { FetchRequest, FetchResult } from '../../src/fetch/result.ts';
import { createTxtLookup } from '../../src/fetch/txt.ts';
import { domainWarnings, lookalikeDomains } from '../../src/http/badge/look-alike.ts';
import { proveSites } from '../../src/http/badge/proof.ts';
import { bindSite, openSites, readDomain } from '../../src/http/badge/sites.ts';
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
