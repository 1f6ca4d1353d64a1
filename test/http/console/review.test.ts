import t from 'tap';
import { openConsole } from '../../support/console.ts';

const api = await openConsole(t);
const reviewer = await api.signedIn('Made-up Reviewer', 'reviewer');
const clerk = await api.signedIn('Made-up Clerk', 'clerk');

/** The pair that a page of the review shows: the address its form is sent to. */
const pairIn = (body: string): string => /action="(\/console\/review\/\w+\/\w+)"/.exec(body)?.[1] ?? '';
const look = async (url = '/console/review') => (await api.get(reviewer.cookie, url)).body;
const judge = (pair: string, decision: string, because = 'made-up: the page of each') =>
  api.post(reviewer.cookie, pair, { decision, because });

t.test(
  'two records stand side by side with what differs marked; a clerk sees them without the form',
  async (t) => {
    const page = await look();
    t.match(page, /<mark>/);
    t.match(page, /pairs wait/);
    t.not(pairIn(page), '');
    const shown = (await api.get(clerk.cookie, '/console/review')).body;
    t.match(shown, /A reviewer judges/);
    t.equal(pairIn(shown), '');
    t.equal(
      (await api.post(clerk.cookie, pairIn(page), { decision: 'same', because: 'x x' })).statusCode,
      403,
    );
    const passed = await look(/href="(\/console\/review\?after=[^"]+)"/.exec(page)?.[1] ?? '');
    t.not(pairIn(passed), pairIn(page), 'the next one, once this one is passed over');
  },
);

t.test('what is judged is published at once, is not asked again, and can be judged anew', async (t) => {
  const pair = pairIn(await look());
  const [one = '', other = ''] = pair.split('/').slice(-2);
  t.equal((await judge(pair, 'maybe')).statusCode, 400);
  const why = /<p>Asked because of this:[^<]*<\/p>/.exec(await look())?.[0] ?? 'no reason';
  const refused = (await judge(pair, 'same', 'x')).body;
  t.match(refused, /reason: has 3 to 600 characters/);
  t.match(refused, why, 'why the two are asked about is said again');
  const same = await judge(pair, 'same');
  t.equal(same.statusCode, 303);
  const next = await look(String(same.headers.location));
  t.match(next, `${one} and ${other}: same hospital`);
  t.not(pairIn(next), pair);
  const idOf = async (id: string): Promise<unknown> =>
    (await api.app.inject(`/v1/verify?id=${id}`)).json().identity.institution.id;
  const ids = () => Promise.all([one, other].map(idOf));
  const merged = await ids();
  t.equal(merged[0], merged[1], 'both ids lead to one record');
  const anew = await look(pair);
  t.match(anew, /are one record now/);
  t.equal((await judge(pair, 'different')).statusCode, 303);
  const apart = await ids();
  t.not(apart[0], apart[1], 'two records again');
  t.match((await api.licet('judge', '--history')).out, /different[\s\S]*Made-up Reviewer/);
  t.match((await api.licet('operator', 'log')).out, /pair\.judge/);
});

t.test('what contradicts earlier judgements and what is not on record is refused', async (t) => {
  t.equal((await api.get(reviewer.cookie, '/console/review/nobody/noone')).statusCode, 404);
  t.equal((await judge('/console/review/nobody/noone', 'same')).statusCode, 404);
  const id =
    pairIn(await look())
      .split('/')
      .at(-1) ?? '';
  t.equal((await judge(`/console/review/${id}/${id}`, 'same')).statusCode, 409);
  const [a, b, c] = (await api.app.inject('/v1/institutions?limit=3'))
    .json<{ institutions: readonly { id: string }[] }>()
    .institutions.map((one) => one.id);
  t.equal((await judge(`/console/review/${a}/${b}`, 'same')).statusCode, 303);
  t.equal((await judge(`/console/review/${b}/${c}`, 'same')).statusCode, 303);
  const contradicted = await judge(`/console/review/${a}/${c}`, 'different');
  t.equal(contradicted.statusCode, 409);
  t.match(
    contradicted.body,
    new RegExp(`It was judged that (?=.*${a} and ${b} are same)(?=.*${b} and ${c} are same)`),
  );
});
