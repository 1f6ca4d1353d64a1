import iconv from 'iconv-lite';
import t, { type Test } from 'tap';
import { createFetcher, FETCH_DEFAULTS, type FetchSettings } from '../../src/fetch/fetcher.ts';
import type { FetchEvent, FetchRequest } from '../../src/fetch/result.ts';
import { decodePage } from '../../src/kit/charset.ts';
import { type Origin, startOrigin } from '../support/origin.ts';

const LIST = '<html><table><tr><th>机构名称</th></tr><tr><td>编造示例医院</td></tr></table></html>';
const page = (body: string) => ({ kind: 'page', body }) as const;

/** A fetch room on simulated time: sleeping moves the clock and takes none. */
const room = async (t: Test, settings: Partial<FetchSettings> = {}, start = '2026-11-21T04:00:00Z') => {
  const origin = await startOrigin();
  const events: FetchEvent[] = [];
  const sleeps: number[] = [];
  let time = Date.parse(start);
  const fetcher = createFetcher(
    {
      ...FETCH_DEFAULTS,
      contact: 'mailto:operator@example.org',
      version: '0.1',
      allowLoopback: true,
      ...settings,
    },
    {
      now: () => new Date(time),
      sleep: async (milliseconds) => {
        sleeps.push(milliseconds);
        time += milliseconds;
      },
      random: () => 0.5,
      log: (event) => events.push(event),
    },
  );
  t.teardown(() => Promise.all([fetcher.close(), origin.close()]));
  const get = (path: string, more: Partial<FetchRequest> = {}) =>
    fetcher.get({
      url: URL.canParse(path) ? path : `${origin.url}${path}`,
      source: 'cn-made-up-list',
      plainHttp: true,
      ...more,
    });
  const pages = () => origin.seen.filter((one) => one.path !== '/robots.txt');
  return { origin, get, events, sleeps, pages, pass: (milliseconds: number) => (time += milliseconds) };
};

t.test('a page comes with its bytes, its hash and its way, and says who asked', async (t) => {
  const { origin, get } = await room(t);
  origin.on('/list', {
    ...page(LIST),
    etag: '"a"',
    lastModified: 'Sat, 21 Nov 2026 00:00:00 GMT',
    gzip: true,
  });
  const got = await get('/list');
  t.match(got, {
    state: 'fetched',
    status: 200,
    transport: 'http',
    etag: '"a"',
    retrievedAt: '2026-11-21T04:00:03.000Z',
    redirects: [],
    robots: { allowed: true, from: 'none' },
  });
  t.equal(got.state === 'fetched' && Buffer.from(got.bytes).toString(), LIST);
  t.match(
    origin.seen.map((one) => one.path),
    ['/robots.txt', '/list'],
  );
  t.match(origin.seen[1]?.headers['user-agent'], /^LicetBot\/0\.1 .*operator@example\.org/);
});

t.test('an unchanged page is told by its validators or by its hash', async (t) => {
  const { origin, get } = await room(t);
  origin.on(
    '/list',
    { ...page(LIST), etag: '"1"' },
    { ...page(LIST), etag: '"1"' },
    { ...page(LIST), etag: '"2"' },
  );
  const first = await get('/list');
  if (first.state !== 'fetched') return t.fail(first.state);
  const previous = { etag: first.etag ?? undefined, sha256: first.sha256 };
  t.match(await get('/list', { previous }), { state: 'not-modified', by: 'validator' });
  t.match(await get('/list', { previous }), { state: 'not-modified', by: 'hash' }, 'only the ETag changed');
  origin.on('/list', page(`${LIST} `));
  t.match(await get('/list', { previous }), { state: 'fetched' });
  origin.on('/dated', { ...page(LIST), lastModified: 'Sat, 21 Nov 2026 00:00:00 GMT' });
  const dated = { lastModified: 'Sat, 21 Nov 2026 00:00:00 GMT' };
  t.match(await get('/dated', { previous: dated }), { state: 'not-modified' });
});

t.test('robots.txt is obeyed, asked once a day, and its decision logged', async (t) => {
  const { origin, get, events, sleeps, pages, pass } = await room(t);
  const rules =
    'User-agent: *\nDisallow: /secret\nCrawl-delay: 7\n\nUser-agent: LicetBot\nDisallow: /hidden\nCrawl-delay: 9';
  origin.on('/robots.txt', { ...page(rules), type: 'text/plain' });
  origin.on('/hidden/list', page(LIST));
  origin.on('/list', page(LIST));
  t.match(await get('/hidden/list'), { state: 'forbidden-by-robots', robots: { allowed: false, line: 6 } });
  t.equal(pages().length, 0, 'the page was never asked for');
  t.match(await get('/list'), { state: 'fetched', robots: { allowed: true, from: 'robots.txt' } });
  await get('/list');
  t.equal(sleeps.at(-1), 9_000, 'the host’s own Crawl-delay is kept');
  t.equal(origin.seen.filter((one) => one.path === '/robots.txt').length, 1);
  t.match(
    events.find((one) => one.event === 'robots'),
    { detail: /forbidden, line 6/ },
  );
  pass(86_400_000);
  await get('/list');
  t.equal(origin.seen.filter((one) => one.path === '/robots.txt').length, 2);
});

t.test(
  'a robots.txt out of reach allows nothing for now; a web page in its place holds no rules',
  async (t) => {
    const { origin, get, pages } = await room(t, { attempts: 1 });
    origin.on('/robots.txt', { ...page('down'), status: 503 }, page('<html>Disallow: /</html>'));
    origin.on('/list', page(LIST));
    t.match(await get('/list'), { state: 'unreachable', why: /robots/ });
    t.equal(pages().length, 0);
    t.match(await get('/list'), { state: 'fetched' });
  },
);

t.test('one host is asked once in three seconds, in turn', async (t) => {
  const { origin, get, sleeps } = await room(t);
  for (const path of ['/a', '/b', '/c']) origin.on(path, page(LIST));
  await Promise.all(['/a', '/b', '/c'].map((path) => get(path)));
  t.ok(
    sleeps.length >= 3 && sleeps.every((wait) => wait > 0 && wait <= 3_000),
    `waits: ${sleeps.join(', ')}`,
  );
  t.ok(
    sleeps.reduce((sum, wait) => sum + wait, 0) >= 9_000,
    'robots.txt and three pages: three gaps at least',
  );
});

t.test('Retry-After is honoured, and a long one defers the page', async (t) => {
  const { origin, get, sleeps, pages } = await room(t);
  origin.on('/list', { kind: 'busy', retryAfter: '60' }, page(LIST));
  t.match(await get('/list'), { state: 'fetched' });
  t.ok(sleeps.includes(60_000), `waits: ${sleeps.join(', ')}`);
  origin.on('/later', { kind: 'busy', status: 503, retryAfter: 'Sat, 21 Nov 2026 09:00:00 GMT' });
  t.match(await get('/later'), { state: 'deferred', until: '2026-11-21T09:00:00.000Z' });
  const before = pages().length;
  t.match(await get('/list'), { state: 'deferred' }, 'the whole host is left alone');
  t.equal(pages().length, before);
});

t.test('what may pass is tried again, what will not pass is not', async (t) => {
  const { origin, get, sleeps, pages, events } = await room(t);
  origin.on('/reset', { kind: 'reset' }, { kind: 'busy', status: 502 }, page(LIST));
  t.match(await get('/reset'), { state: 'fetched' });
  t.equal(events.filter((one) => one.event === 'retry').length, 2);
  t.ok(sleeps.includes(1_500) && sleeps.includes(3_000), 'growing, jittered waits');
  t.match(await get('/gone'), { state: 'unreachable', why: 'status 404', status: 404 });
  t.equal(pages().filter((one) => one.path === '/gone').length, 1);
});

t.test('a host that keeps failing is left alone, and asked again after its rest', async (t) => {
  const { origin, get, pages, pass } = await room(t, {
    attempts: 1,
    breakerFailures: 2,
    breakerRestMs: 600_000,
  });
  origin.on('/list', { kind: 'reset' }, { kind: 'busy', status: 500 }, page(LIST));
  await get('/list');
  await get('/list');
  t.match(await get('/list'), { state: 'unreachable', why: 'circuit-open' });
  t.equal(pages().length, 2);
  pass(600_001);
  t.match(await get('/list'), { state: 'fetched' });
});

t.test('quiet hours in Asia/Shanghai defer until they end', async (t) => {
  const { origin, get } = await room(t, { quiet: { from: 1, to: 5 } }, '2026-11-20T18:30:00Z');
  t.match(await get('/list'), { state: 'deferred', until: '2026-11-20T21:00:00.000Z' });
  t.equal(origin.seen.length, 0, 'not even robots.txt was asked for');
});

t.test('redirects are followed, recorded and bounded', async (t) => {
  const { origin, get } = await room(t);
  origin.on('/old', { kind: 'redirect', to: '/new#x', status: 301 });
  origin.on('/new', page(LIST));
  const got = await get('/old');
  t.match(got, { state: 'fetched', url: `${origin.url}/new`, requestedUrl: `${origin.url}/old` });
  t.strictSame(got.redirects, [{ from: `${origin.url}/old`, to: `${origin.url}/new`, status: 301 }]);
  origin.on('/loop', { kind: 'redirect', to: '/pool' });
  origin.on('/pool', { kind: 'redirect', to: '/loop' });
  t.match(await get('/loop'), { state: 'unreachable', why: 'redirect loop' });
  for (let n = 0; n < 9; n += 1) origin.on(`/${n}`, { kind: 'redirect', to: `/${n + 1}` });
  t.match(await get('/0'), { state: 'unreachable', why: 'too many redirects' });
});

t.test('slow, hanging and broken answers end in time and are never a page', async (t) => {
  const { origin, get } = await room(t, { timeoutMs: 250, attempts: 1, breakerFailures: 99 });
  origin.on('/robots.txt', { ...page(''), type: 'text/plain' });
  origin.on('/slow', { kind: 'slow', everyMs: 20 });
  origin.on('/hang', { kind: 'hang' });
  origin.on('/half', { kind: 'truncated' });
  origin.on('/broken', { ...page('not gzip'), headers: { 'content-encoding': 'gzip' } });
  origin.on('/empty', page(''));
  t.match(await get('/slow'), { state: 'unreachable', why: 'timeout' });
  t.match(await get('/hang'), { state: 'unreachable', why: 'timeout' });
  for (const path of ['/half', '/broken', '/empty']) t.match(await get(path), { state: 'unreachable' }, path);
});

t.test('a body that is too big, or unfolds to too much, is stopped', async (t) => {
  const { origin, get } = await room(t, { maxBytes: 1_000_000 });
  origin.on('/bomb', { kind: 'bomb', bytes: 50_000_000 });
  origin.on('/endless', { kind: 'endless' });
  origin.on('/announced', { ...page('x'.repeat(2_000_000)), headers: { 'content-length': '2000000' } });
  for (const path of ['/bomb', '/endless', '/announced']) {
    t.match(await get(path), { state: 'too-big', limit: 1_000_000 }, path);
  }
});

t.test('a captcha, a script challenge or a limit message is challenged and never a page', async (t) => {
  const { origin, get, sleeps } = await room(t);
  const challenges: Readonly<Record<string, Parameters<Origin['on']>[1]>> = {
    '/captcha': page('<html><div id="checkCodeContainer">请顺序点击【甲，乙，丙，丁】</div></html>'),
    '/412': { ...page('<script>$_ts=window["$_ts"]</script>'), status: 412 },
    '/521': { ...page('<script>document.cookie="__jsl_clearance=1"</script>'), status: 521 },
    '/403': { ...page('denied'), status: 403 },
    '/script': page('<script>document.cookie="a=1;path=/";location.href=location.pathname</script>'),
    '/limit': page('<html>请求次数超限，请稍后再试</html>'),
    '/slider': {
      ...page(''),
      body: iconv.encode('<html>请拖动滑块完成安全验证</html>', 'gbk'),
      type: 'text/html',
    },
  };
  for (const [path, answer] of Object.entries(challenges)) {
    origin.on(path, answer);
    t.match(await get(path), { state: 'challenged' }, path);
  }
  t.equal(sleeps.filter((wait) => wait > 3_000).length, 0, 'a challenge is not tried again');
  const rows = '<tr><td>编造示例医院</td></tr>'.repeat(9);
  origin.on('/form', page(`<form>请输入验证码<img src=captcha.png></form><table>${rows}</table>`));
  t.match(await get('/form'), { state: 'fetched' }, 'a list with a search form above it is a list');
});

t.test('a page in another charset than its header says is kept as it is and read right', async (t) => {
  const { origin, get } = await room(t);
  origin.on('/gbk', { ...page(''), body: iconv.encode(LIST, 'gbk'), type: 'text/html; charset=utf-8' });
  const got = await get('/gbk');
  if (got.state !== 'fetched') return t.fail(got.state);
  t.match(decodePage(got.bytes, got.contentType), { text: LIST, charset: 'gb18030' });
});

t.test('private addresses are refused, by number, by name and behind a redirect', async (t) => {
  const lookup = (
    _host: string,
    _options: object,
    done: (error: null, all: { address: string; family: number }[]) => void,
  ) =>
    done(null, [
      { address: '10.1.2.3', family: 4 },
      { address: '::ffff:127.0.0.1', family: 6 },
    ]);
  const { origin, get } = await room(t, { allowLoopback: false, lookup: lookup as never });
  const numbers = [
    '127.0.0.1',
    '10.0.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '0.0.0.0',
    '[::1]',
    '[fd00::1]',
    '2130706433',
  ];
  for (const host of [...numbers, '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', 'localhost', 'register.example']) {
    t.match(await get(`http://${host}:${origin.port}/`), { state: 'refused', why: 'private-address' }, host);
  }
  t.match(await get('ftp://register.example/'), { state: 'refused' });
  t.match(await get('https://user:secret@register.example/'), { state: 'refused' });
  t.equal(origin.seen.length, 0, 'no socket was opened');
  const open = await room(t);
  open.origin.on('/out', { kind: 'redirect', to: 'http://169.254.169.254/latest' });
  t.match(await open.get('/out'), { state: 'refused', why: 'private-address', redirects: [{ status: 302 }] });
});

t.test('plain HTTP needs the recorded exception of its source', async (t) => {
  const { origin, get, events } = await room(t);
  origin.on('/list', page(LIST));
  t.match(await get('/list', { plainHttp: false }), { state: 'refused', why: /plain HTTP/ });
  t.equal(origin.seen.length, 0);
  t.match(await get('/list'), { state: 'fetched', transport: 'http' });
  t.ok(events.some((one) => one.event === 'plain-http'));
});

t.test('a server that speaks no TLS is unreachable over https, not silently taken without', async (t) => {
  const { origin, get } = await room(t, { attempts: 1 });
  t.match(await get(`https://127.0.0.1:${origin.port}/`), { state: 'unreachable' });
});
