import { join } from 'node:path';
import t, { type Test } from 'tap';
import type { FetchRequest, FetchResult } from '../../src/fetch/result.ts';
import { createTxtLookup } from '../../src/fetch/txt.ts';
import { domainWarnings, lookalikeDomains } from '../../src/http/badge/look-alike.ts';
import { proveSites } from '../../src/http/badge/proof.ts';
import { putSite, readDomain, waitingBounds } from '../../src/http/badge/sites.ts';
import { openServiceState } from '../../src/store/open-store.ts';
import { shanghaiDay } from '../../src/text/dates.ts';
import { fewSources, openService, TODAY } from '../support/app.ts';
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

/** What the service records in a folder of its own, closed with the test. */
const openState = (t: Test) => {
  const state = openServiceState(join(t.testdir(), 'data'));
  t.teardown(state.close);
  return state;
};

const onFile = (domain: string, token: string | null, provenOn: string | null = null) => ({
  domain,
  partner: 'Made-up Agency',
  token,
  provenOn,
  seenOn: null,
});
const today = shanghaiDay(TODAY);

t.test('a domain bound by another process is known at once to the running service', async (t) => {
  const data = join(t.testdir(), 'data');
  const [running, other] = [openServiceState(data), openServiceState(data)];
  t.teardown(() => Promise.all([running.close(), other.close()]));
  t.equal(await running.sites.isBound('agency.example'), false);
  t.strictSame(await putSite(other.sites, onFile('agency.example', null, today), today), []);
  t.equal(await running.sites.isBound('agency.example'), true);
  const thief = { ...onFile('a-gency.example', null, today), partner: 'Made-up Thief' };
  t.match(await putSite(other.sites, thief, today), [/mistaken for agency\.example/], 'warned of');
  await t.rejects(putSite(other.sites, onFile('no domain', null), today), /domain: is not a domain name/);
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
    const { sites } = openState(t);
    const token = `licet-site=${'a'.repeat(32)}`;
    const file = website({ '/.well-known/licet.txt': `${token}\n`, '/': 'hello' });
    const tag = website({ '/': `<meta name="licet-site" content="${token}">` });
    const after = (days: number) => new Date(TODAY.getTime() + days * 86_400_000);
    const bound = async (site: ReturnType<typeof website>, days: number) => {
      const [look] = await proveSites(sites, site, after(days));
      return look?.bound;
    };
    await putSite(sites, onFile('agency.example', token), today);
    t.equal(await sites.isBound('agency.example'), false, 'on file is not bound');
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

t.test('a proof that went lets the domain wait for thirty days, and then it is forgotten', async (t) => {
  const { sites } = openState(t);
  const day = (days: number) => shanghaiDay(new Date(TODAY.getTime() + days * 86_400_000));
  const token = `licet-site=${'c'.repeat(32)}`;
  await putSite(sites, onFile('lost.example', token, today), today);
  await putSite(sites, onFile('waiting.example', token), today);
  await putSite(sites, onFile('seen.example', null, today), today);
  const known = async () => (await sites.all()).map(({ domain, waitingSince }) => [domain, waitingSince]);
  await sites.noteLook({ domain: 'lost.example', token, provenOn: null, seenOn: today }, day(5));
  t.strictSame(await known(), [
    ['lost.example', day(5)],
    ['waiting.example', today],
    ['seen.example', null],
  ]);
  await sites.noteLook({ domain: 'lost.example', token, provenOn: null, seenOn: today }, day(6));
  t.equal(await sites.forgetWaiting(waitingBounds(day(30)).forgetBefore), 0, 'thirty days are not over');
  t.equal(await sites.forgetWaiting(waitingBounds(day(31)).forgetBefore), 1);
  t.equal(await sites.forgetWaiting(waitingBounds(day(36)).forgetBefore), 1);
  t.strictSame(await known(), [['seen.example', null]], 'the operator’s own word does not wait');
});

t.test('a domain put on file anew while it is looked at is not judged by that look', async (t) => {
  const { sites } = openState(t);
  const [before, after] = ['d', 'e'].map((letter) => `licet-site=${letter.repeat(32)}`);
  await putSite(sites, onFile('agency.example', before ?? ''), today);
  const site = website({ '/.well-known/licet.txt': before ?? '' });
  const slow: typeof site = {
    ...site,
    get: async (request) => {
      await putSite(sites, onFile('agency.example', after ?? ''), today);
      return site.get(request);
    },
  };
  t.strictSame(await proveSites(sites, slow, TODAY), []);
  t.equal(await sites.isBound('agency.example'), false);
});

t.test('a TXT record of the domain proves it, without any page', async (t) => {
  const { sites } = openState(t);
  const token = `licet-site=${'b'.repeat(32)}`;
  const names = await openNameServer({ '_licet.agency.example': token, '_licet.other.example': 'something' });
  const txt = createTxtLookup([names.server]);
  for (const domain of ['agency.example', 'other.example'])
    await putSite(sites, onFile(domain, token), today);
  t.match(await proveSites(sites, { ...website(null), txt }, TODAY), [
    { domain: 'agency.example', state: 'proven', bound: true },
    { domain: 'other.example', state: 'unreachable', bound: false },
  ]);
  t.match(await txt('nobody.example'), { state: 'none' });
  names.close();
  t.match(await createTxtLookup(['127.0.0.1:1'])('agency.example'), { state: 'unreachable' });
});

t.test('the landing page says in large type for whom the badge was, and whether that is so', async (t) => {
  const service = await openService({ baseUrl: 'https://licet.example' }, fewSources);
  t.teardown(service.close);
  const state = openServiceState(service.data);
  t.teardown(state.close);
  await putSite(state.sites, onFile('agency.example', null, today), today);
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
