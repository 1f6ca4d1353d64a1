import t from 'tap';
import { watchedNights } from '../support/watched-nights.ts';

t.test(
  'an event is written once for each change, with before, after and why, and none for the same again',
  async (t) => {
    const { night, compare, keyOf, call, watch, eventsOf } = await watchedNights(t);
    await night({ 编造甲医院: 'active', 编造乙医院: 'active' }, '2026-02-01');
    const key = await keyOf('Made-up Agency');
    const id = await watch(key, ['编造甲医院', '编造乙医院']);
    t.match((await call(key, 'GET', `/v1/watches/${id}`)).body, { entries: 2, waiting: 2, events: 0 });
    t.strictSame(await compare(), { compared: 2, events: 0 }, 'the first answer is no change');
    const { body } = await call(key, 'GET', `/v1/watches/${id}`);
    t.match(body, { waiting: 0, page: [{ told: { outcome: 'confirmed' } }, {}], next: null });
    await night({ 编造甲医院: 'active', 编造乙医院: 'revoked' }, '2026-02-02');
    t.strictSame(await compare(), { compared: 2, events: 1 });
    t.strictSame(await compare(), { compared: 0, events: 0 }, 'what was compared is not compared again');
    const events = await eventsOf(key, id);
    t.equal(events.length, 1);
    t.match(events, [
      {
        id: `${id}-1`,
        number: 1,
        entry: 2,
        reference: 'our 编造乙医院',
        changed: ['verdict'],
        before: { outcome: 'confirmed', asked: [{ ask: 'licence', result: 'met' }] },
        after: { outcome: 'refuted', asked: [{ ask: 'licence', result: 'not-met' }] },
        why: { moved: ['generation', 'day'] },
        answer: /^https:\/\/licet\.example\/v1\/verify\?name=%E7.*&claim=licence&lang=en$/,
      },
    ]);
    t.ok((events[0]?.why.reasons.length ?? 0) > 0);
    await night({ 编造甲医院: 'active', 编造乙医院: 'revoked' }, '2026-02-03');
    t.strictSame(await compare(), { compared: 2, events: 0 }, 'a list that says the same again is no event');
    t.strictSame(await eventsOf(key, id, 1), []);
    await night({ 编造乙医院: 'active', 编造甲医院: 'revoked' }, '2026-02-04');
    t.strictSame(await compare(), { compared: 2, events: 2 });
    t.strictSame(
      (await eventsOf(key, id)).map(({ number }) => number),
      [1, 2, 3],
    );
  },
);

t.test('a name, a licence line and the date of a list are told to whoever asks for them', async (t) => {
  const { night, compare, keyOf, watch, eventsOf } = await watchedNights(t);
  await night({ 编造甲医院: 'active' }, '2026-02-01');
  const key = await keyOf('Made-up Agency');
  const plain = await watch(key, ['编造甲医院']);
  const all = await watch(key, ['编造甲医院'], { tell: ['name', 'licence', 'evidence'] });
  await compare();
  await night({ 编造甲医院: 'active' }, '2026-02-02');
  await compare();
  t.strictSame(await eventsOf(key, plain), []);
  t.match(await eventsOf(key, all), [{ changed: ['evidence'] }]);
});

t.test('two partners never see each other’s watches', async (t) => {
  const { night, compare, keyOf, call, watch } = await watchedNights(t);
  await night({ 编造甲医院: 'active' }, '2026-02-01');
  const [mine, other] = [await keyOf('Made-up Agency'), await keyOf('Made-up Rival')];
  const id = await watch(mine, ['编造甲医院']);
  await compare();
  for (const [method, url] of [
    ['GET', `/v1/watches/${id}`],
    ['GET', `/v1/watches/${id}/events`],
    ['DELETE', `/v1/watches/${id}`],
  ] as const) {
    t.match(await call(other, method, url), { status: 404, body: { code: 'LICET_UNKNOWN_WATCH' } }, url);
    t.match(await call(other, method, url.replace(id, 'w_nobody')), { status: 404 });
    t.match(await call('', method, url), { status: 401 }, `${url} without a key`);
  }
  t.strictSame((await call(other, 'GET', '/v1/watches')).body, { watches: [] });
  t.match((await call(mine, 'GET', '/v1/watches')).body, { watches: [{ id, name: 'Ours' }] });
  t.equal((await call(mine, 'DELETE', `/v1/watches/${id}`)).status, 204);
  t.strictSame((await call(mine, 'GET', '/v1/watches')).body, { watches: [] });
});

t.test('a key needs the scope, and a partner that is taken off file leaves no watch behind', async (t) => {
  const { night, compare, state, keyOf, call, watch } = await watchedNights(t);
  await night({ 编造甲医院: 'active' }, '2026-02-01');
  const key = await keyOf('Made-up Agency');
  await watch(key, ['编造甲医院']);
  await state.partnerKeys.remove('Made-up Agency');
  t.strictSame(await compare(), { compared: 0, events: 0 });
  const again = await keyOf('Made-up Agency');
  t.strictSame((await call(again, 'GET', '/v1/watches')).body, { watches: [] });
});

t.test('what cannot be watched is refused by name, all of it at once', async (t) => {
  const { night, keyOf, call } = await watchedNights(t);
  await night({ 编造甲医院: 'active' }, '2026-02-01');
  const key = await keyOf('Made-up Agency');
  const add = (payload: object) => call(key, 'POST', '/v1/watches', payload);
  const fieldsOf = async (payload: object) => {
    const { status, body } = await add(payload);
    return [status, ...body.errors.map(({ field }: { field: string }) => field)];
  };
  const hospital = { name: '编造甲医院' };
  t.strictSame(await fieldsOf({ entries: [hospital] }), [400, '/name']);
  t.strictSame(await fieldsOf({ name: 'Ours' }), [400, '/entries']);
  t.strictSame(await fieldsOf({ name: 'Ours', entries: [] }), [400, '/entries']);
  t.strictSame(await fieldsOf({ name: 'Ours', tell: ['weather'], entries: [hospital] }), [400, '/tell']);
  t.strictSame(
    await fieldsOf({
      name: 'Ours',
      entries: [hospital, { city: '编造市' }, 'x', { ...hospital, asOf: '2026-01-01', service: 'no-such' }],
    }),
    [400, '/entries/1/name', '/entries/2', '/entries/3/asOf', '/entries/3/service'],
  );
  t.match(await add({ name: 'Ours', entries: [{ ...hospital, practitioner: '示例医师' }] }), {
    status: 400,
    body: { errors: [{ field: '/entries/0/practitioner' }] },
  });
  t.match(await add({ name: 'Ours', entries: [{ ...hospital, reference: '110101199003070054' }] }), {
    status: 400,
    body: { code: 'LICET_PERSONAL_NUMBER', errors: [{ field: '/entries/0/reference' }] },
  });
  t.match(await add({ name: 'Ours', entries: [hospital, { id: 'cn0000000000' }, { id: 'nobody' }] }), {
    status: 400,
    body: {
      detail: /^\/entries\/1\/id is the id of no hospital on record/,
      errors: [{ field: '/entries/1/id', expected: /institutions\?name=/ }, { field: '/entries/2/id' }],
    },
  });
  t.match(await add({ name: 'Ours', entries: Array(10_001).fill(hospital) }), {
    status: 400,
    body: { errors: [{ problem: 'holds 10001 questions' }] },
  });
  const added: number[] = [];
  for (let at = 0; at < 20; at += 1) added.push((await add({ name: `${at}`, entries: [hospital] })).status);
  t.strictSame(added, Array(20).fill(201));
  t.match(await add({ name: 'One more', entries: [hospital] }), {
    status: 409,
    body: { code: 'LICET_TOO_MANY_WATCHES' },
  });
});
