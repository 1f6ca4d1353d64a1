import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import t from 'tap';
import { readConfig } from '../../src/config.ts';
import { guard } from '../../src/fetch/guard.ts';
import { decodePage } from '../../src/readers/formats/charset.ts';
import { LIST, page, room } from '../support/fetch-room.ts';
import { company, KEY, keyed } from '../support/keyed-source.ts';
import { type Answer, type Origin, startOrigin } from '../support/origin.ts';
import { selfSigned } from '../support/self-signed.ts';

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
  const { origin, get } = await room(t, { timeoutMs: 800, attempts: 1, breakerFailures: 99 });
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
  const notice = `<p>${'编造公告的正文。'.repeat(60)}</p>`;
  origin.on('/notice', page(`${notice}<script>document.cookie="n=1;";if(x)location.href="/m"</script>`));
  t.match(await get('/notice'), { state: 'fetched' }, 'a notice with a counting script is a notice');
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

t.test('a certificate that nobody vouches for is not accepted, and not tried again', async (t) => {
  const { get, sleeps } = await room(t);
  let asked = 0;
  const server = createServer(selfSigned, (_, response) => {
    asked += 1;
    response.end(LIST);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.teardown(() => server.close());
  const { port } = server.address() as AddressInfo;
  t.match(await get(`https://127.0.0.1:${port}/list`), {
    state: 'unreachable',
    why: 'DEPTH_ZERO_SELF_SIGNED_CERT',
  });
  t.equal(asked, 0, 'nothing was asked over it');
  t.strictSame(sleeps, []);
});

t.test('a key reaches its own origin alone, and nothing that repeats it is kept', async (t) => {
  const other = await startOrigin();
  t.teardown(other.close);
  const { origin, night, spent, events, root, store } = await keyed(t, ['ce_a'], 60);
  other.on('/elsewhere', company('ce_a', 1));
  const november = async (...answers: readonly Answer[]) => {
    origin.on('/company/ce_a', ...answers);
    return (await night('2026-11-21T04:00:00Z')).sources;
  };
  t.match(await november({ kind: 'page', body: '{}', status: 401 }), [
    { state: 'forbidden', refusals: [/the key was not accepted/] },
  ]);
  t.match(await november({ kind: 'page', body: '{}', status: 403 }), [
    { state: 'forbidden', refusals: [/no credit is left/] },
  ]);
  t.equal(await spent('2026-11'), 20, 'what may have been charged counts as charged');
  t.match(await november({ kind: 'page', body: `{"you sent":"${KEY}"}` }), [
    { state: 'forbidden', refusals: [/repeats the key/] },
  ]);
  t.match(await november({ kind: 'redirect', to: `${other.url}/elsewhere` }), [{ state: 'accepted' }]);
  const without = [...other.seen, ...origin.seen.filter(({ path }) => path === '/robots.txt')];
  t.ok(without.length > 2);
  for (const { headers } of without) t.notMatch(JSON.stringify(headers), KEY);
  t.notMatch(JSON.stringify([events, await store.snapshots(), await store.runs(9)]), KEY);
  for (const file of readdirSync(root, { recursive: true, withFileTypes: true }))
    if (file.isFile()) t.notOk(readFileSync(join(file.parentPath, file.name)).includes(KEY), file.name);
  const secret = { header: 'x-key', value: KEY, origin: 'http://example.org' };
  const context = {
    now: () => new Date(0),
    sleep: async () => undefined,
    random: () => 0,
    log: () => undefined,
  };
  const plain = guard(false, context)(async () => t.fail('it went on its way') as never);
  const hop = {
    url: new URL('http://example.org/'),
    source: 'cn-made-up-list',
    plainHttp: true,
    headers: {},
  };
  t.match(await plain({ ...hop, secret }), { why: /key is never sent over plain HTTP/ });
  t.throws(() => readConfig({ LICET_IAF_KEY: 'with a space' }), {
    message: /^LICET_IAF_KEY is not a key: 8 to 500/,
  });
  t.match(readConfig({ LICET_IAF_KEY: KEY, LICET_IAF_COMPANIES: 'ce_a, ce_b' }).keys, {
    LICET_IAF_KEY: { ids: ['ce_a', 'ce_b'] },
  });
  t.throws(() => readConfig({ LICET_IAF_COMPANIES: 'Made-up' }), { message: /ce_…/ });
});
