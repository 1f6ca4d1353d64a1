import t from 'tap';
import { contactAddress } from '../../src/http/pages/legal/contact.ts';
import { fewSources, openService, TODAY } from '../support/app.ts';

const base = 'https://licet.example';
const service = await openService({ baseUrl: base, contact: 'desk@licet.example' }, fewSources);
t.teardown(service.close);

const get = async (url: string) => service.app.inject({ url });

t.test('crawlers are told the pages, and every page of the sitemap is there', async (t) => {
  const robots = await get('/robots.txt');
  t.match(robots.body, `Sitemap: ${base}/sitemap.xml`);
  t.match(robots.body, 'Disallow: /v1/');
  const { body, headers } = await get('/sitemap.xml');
  t.match(headers['content-type'], 'application/xml');
  const paths = [...body.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc = '']) => loc.slice(base.length));
  t.ok(paths.length > 70);
  const missing: string[] = [];
  for (const path of paths) if ((await get(path)).statusCode !== 200) missing.push(path);
  t.strictSame(missing, []);
});

t.test(
  'security.txt names the operator and expires within a year; without a contact there is none',
  async (t) => {
    const { body } = await get('/.well-known/security.txt');
    t.match(body, 'Contact: mailto:desk@licet.example');
    const expires = Date.parse(/Expires: (\S+)/.exec(body)?.[1] ?? '');
    t.ok(expires > TODAY.getTime() && expires < TODAY.getTime() + 365 * 86_400_000);
    const silent = await openService({ contact: null }, fewSources);
    t.equal((await silent.app.inject({ url: '/.well-known/security.txt' })).statusCode, 404);
    t.match((await silent.app.inject({ url: '/contact?lang=en' })).body, 'has not given an address');
    await silent.close();
  },
);

t.test('the icon is one bitmap of 32 by 32 that a browser can draw', async (t) => {
  const { rawPayload, headers } = await get('/favicon.ico');
  t.equal(headers['content-type'], 'image/x-icon');
  t.equal(rawPayload.readUInt16LE(2), 1);
  t.equal(rawPayload.readUInt32LE(14) + rawPayload.readUInt32LE(18), rawPayload.length);
});

t.test(
  'contact, privacy and terms stand at the foot of every page, and name who runs the service',
  async (t) => {
    const { body } = await get('/?lang=en');
    for (const path of ['/contact', '/privacy', '/terms']) {
      t.match(body, `href="${path}`);
      t.match((await get(`${path}?lang=zh`)).body, 'mailto:desk@licet.example');
    }
  },
);

t.test('the rules of how pages look have at most 12 kB', async (t) => {
  const [path = ''] = /\/assets\/site-[0-9a-f]+\.css/.exec((await get('/')).body) ?? [];
  const { rawPayload, statusCode } = await get(path);
  t.equal(statusCode, 200);
  t.ok(rawPayload.length <= 12_000, `${rawPayload.length} bytes`);
});

t.test('an address of a person on a web site is no mail address', (t) => {
  t.equal(contactAddress('licet.example/@desk'), 'https://licet.example/@desk');
  t.equal(contactAddress('desk@licet.example'), 'mailto:desk@licet.example');
  t.end();
});
