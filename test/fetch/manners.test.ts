import t from 'tap';
import { LIST, page, room } from '../support/fetch-room.ts';
import { company, KEY, keyed } from '../support/keyed-source.ts';

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

t.test('an interface is asked with its key within the month’s credits, and is off without one', async (t) => {
  const ids = ['ce_a', 'ce_b', 'ce_c'];
  const { origin, night, spent, asked, store } = await keyed(t, ids, 14);
  for (const [at, id] of ids.entries()) origin.on(`/company/${id}`, company(id, at + 1));
  t.match(await night('2026-11-30T15:00:00Z', {}), { sources: [] }, 'off without a key');
  t.equal(asked().length, 0);
  t.match((await night('2026-11-30T15:00:00Z')).sources, [{ state: 'accepted', rows: 3 }]);
  t.equal(await spent('2026-11'), 5, '1 + 1 and 1 + 2; ten more might be needed for the third');
  t.same(
    asked().map(({ path, headers }) => [path, headers['x-http-authorization']]),
    [
      ['/company/ce_a', KEY],
      ['/company/ce_b', KEY],
    ],
  );
  t.match((await night('2026-11-30T15:30:00Z')).sources, [
    { state: 'deferred', refusals: [/14 credits of 2026-11/] },
  ]);
  t.equal(asked().length, 2, 'nothing was asked');
  t.match(
    (await night('2026-11-30T16:30:00Z')).sources,
    [{ state: 'accepted', rows: 4 }],
    'December in Shanghai',
  );
  t.equal(asked()[2]?.path, '/company/ce_c', 'the one that waited longest');
  t.equal(await spent('2026-12'), 6, '1 + 3, and 1 + 1 for one that says the same; no room for another');
  t.notMatch(JSON.stringify([await store.snapshots(), await store.runs(9)]), KEY);
});
