import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { systemClock } from '../../src/clock.ts';
import type { FetchRequest, FetchResult } from '../../src/fetch/result.ts';
import { proveSites } from '../../src/http/badge/proof.ts';
import { bindSite, lookalikeDomains, openSites, readDomain, readSites } from '../../src/http/badge/sites.ts';
import { runHere } from '../cli/run-licet.ts';
import { openService, TODAY } from '../support/app.ts';

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
  t.strictSame(lookalikeDomains('rnedical.example', ['medical.example', 'other.example']), [
    'medical.example',
  ]);
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
  t.strictSame(await bindSite(dir, thief), ['agency.example'], 'warned of');
  await t.rejects(
    bindSite(dir, { domain: 'no domain', partner: 'x', provenOn: '2026-11-21' }),
    /domain: is not a domain name/,
  );

  t.match(readFileSync(join(dir, 'badge-sites.json'), 'utf8'), 'Made-up Agency');
});

/** A website as the fetch room would bring it: path → text; `null` for one that cannot be reached. */
const website = (pages: Readonly<Record<string, string>> | null, landsOn = 'agency.example') => ({
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
