import { load } from 'cheerio';
import { parseFeed } from 'htmlparser2';
import t from 'tap';
import { watchedName } from '../../src/watch/event-words.ts';
import { watchedNights } from '../support/watched-nights.ts';

const changed = async (t: Parameters<typeof watchedNights>[0]) => {
  const service = await watchedNights(t);
  const { night, compare, keyOf, watch } = service;
  await night({ 编造甲医院: 'active' }, '2026-02-01');
  const key = await keyOf('Made-up Agency');
  const id = await watch(key, ['编造甲医院'], { name: 'Ours <b>&]]>' });
  await compare();
  await night({ 编造甲医院: 'revoked' }, '2026-02-02');
  await compare();
  return { ...service, key, id };
};

t.test(
  'the events of a watch stand as a valid Atom feed at a secret address, and 304 where none came',
  async (t) => {
    const { app, call, key, id, night, compare } = await changed(t);
    const { body } = await call(key, 'POST', `/v1/watches/${id}/feed`);
    t.match(body.url, new RegExp(`^http://127.*/feeds/${id}/[\\w-]{43}\\.atom$`));
    t.match((await call(key, 'GET', `/v1/watches/${id}/feed`)).body, { url: body.url });
    const path = new URL(body.url).pathname;
    const first = await app.inject(path);
    t.match(first, {
      statusCode: 200,
      headers: { 'content-type': /^application\/atom\+xml/, 'x-robots-tag': 'noindex' },
    });
    const feed = parseFeed(first.body);
    t.match(feed, { type: 'atom', id: `urn:licet:watch:${id}`, title: 'Ours <b>&]]>' });
    t.match(feed?.items, [
      { id: `urn:licet:event:${id}-1`, title: /^编造甲医院: .+ → .+/, link: /\/v1\/verify\?/ },
    ]);
    const xml = load(first.body, { xml: true });
    // What RFC 4287 §4.1.1 and §4.1.2 ask of every feed and every entry.
    for (const part of ['feed', 'entry'])
      for (const child of ['id', 'title', 'updated'])
        t.equal(xml(`${part} > ${child}`).length, 1, `${part} ${child}`);
    t.equal(xml('feed').attr('xmlns'), 'http://www.w3.org/2005/Atom');
    t.equal(xml('feed > author > name').text(), 'Licet');
    t.equal(xml('feed > link[rel=self]').attr('href'), body.url);
    t.match(xml('entry > updated').text(), /^2026-02-02T/);
    const etag = String(first.headers.etag);
    const again = () => app.inject({ url: path, headers: { 'if-none-match': etag } });
    t.equal((await again()).statusCode, 304);
    await night({ 编造甲医院: 'active' }, '2026-02-03');
    await compare();
    const next = await again();
    t.equal(next.statusCode, 200);
    t.equal(parseFeed(next.body)?.items[0]?.id, `urn:licet:event:${id}-2`, 'the newest is first');
  },
);

t.test('a feed ends with its address, its watch, and the last live key of its partner', async (t) => {
  const { app, call, key, id, keyOf, state } = await changed(t);
  const made = async () => new URL((await call(key, 'POST', `/v1/watches/${id}/feed`)).body.url).pathname;
  const seen = async (path: string) => (await app.inject(path)).statusCode;
  const other = await keyOf('Made-up Rival');
  for (const method of ['GET', 'POST', 'DELETE'] as const)
    t.match(await call(other, method, `/v1/watches/${id}/feed`), {
      status: 404,
      body: { code: 'LICET_UNKNOWN_WATCH' },
    });
  t.match(await call(key, 'GET', `/v1/watches/${id}/feed`), { status: 404, body: { code: 'LICET_NO_FEED' } });
  const [first, second] = [await made(), await made()];
  t.equal(await seen(first), 404, 'the address before is worth nothing');
  t.equal(await seen(second), 200);
  for (const wrong of [
    second.replace(id, 'w_nobody'),
    second.replace(/[\w-]{43}/, ''),
    second.replace(/.\.atom/, 'x.atom'),
  ])
    t.equal(await seen(wrong), wrong === second ? 200 : 404, wrong);
  t.equal((await call(key, 'DELETE', `/v1/watches/${id}/feed`)).status, 204);
  t.equal(await seen(second), 404);
  const third = await made();
  await state.partnerKeys.revoke('Made-up Agency', '2026-02-01T00:00:00.000Z');
  t.equal(await seen(third), 404);
});

t.test('a hospital watched by its number is called by its name, once that is known', async (t) => {
  const question = { institution: { id: 'cn2iqxn32noj' }, claims: [] };
  const told = { name: { zh: '编造甲医院', en: null } };
  t.equal(watchedName(question, told, 'en'), '编造甲医院');
  t.equal(watchedName(question, { name: { zh: '编造甲医院', en: 'Made-up A' } }, 'en'), 'Made-up A');
  t.equal(watchedName(question, null, 'zh'), 'cn2iqxn32noj');
  t.equal(watchedName({ ...question, institution: { name: 'as asked' } }, told, 'zh'), 'as asked');
});
