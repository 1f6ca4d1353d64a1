import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import iconv from 'iconv-lite';
import t from 'tap';
import { decodePage } from '../../src/kit/charset.ts';
import { LIST, page, room } from '../support/fetch-room.ts';
import type { Origin } from '../support/origin.ts';
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
