import type { Told } from '../../../schema/watch.ts';
import type { ServiceState } from '../../../src/store/service/service-state.ts';

const at = (time: string) => `2026-11-21T${time}:00.000Z`;
const TODAY = '2026-11-21';

const told = (outcome: Told['outcome']): Told => ({
  outcome,
  summary: 'made up',
  match: 'exact',
  id: 'cn1',
  name: { zh: '编造甲医院', en: null },
  asked: [],
  licence: { result: 'met', status: null, sentence: 'made up' },
  evidence: [],
  reasons: [],
  generation: 1,
  policyVersion: 'p',
  asOf: TODAY,
});

const watch = (id: string) => ({
  id,
  partner: 'Made-up Agency',
  name: 'made up',
  lang: 'en' as const,
  tell: ['verdict' as const],
  createdAt: at('08:00'),
});

const entry = (name: string) => ({ question: { institution: { name }, claims: [] }, reference: null });

/** Watches, where they are told, and by which way. Gives everything that is told of it. */
export const watching = async (state: ServiceState): Promise<readonly unknown[]> => {
  const { watches, watchHooks, watchFeeds, watchMail, partnerKeys } = state;
  const found: unknown[] = [];
  const terms = { scopes: ['watch' as const], perMinute: null, expiresAt: null };
  await partnerKeys.add({ partner: 'Made-up Agency', keyHash: 'k', since: TODAY, ...terms });
  for (const id of ['w1', 'w2', 'w3'])
    found.push(await watches.add(watch(id), [entry('甲'), entry('乙')], 2));
  await watchHooks.put({ watch: 'w1', url: 'https://a.example', secret: 's', since: at('08:00') });
  found.push(
    await watchHooks.of('w1'),
    await watches.all('Made-up Agency'),
    await watches.entries('w1', 0, 9),
  );

  const basis = { key: 'b1', generation: 1 };
  found.push(await watches.isStale(basis));
  const stale = (await watches.stale(basis, 9)).toSorted((a, b) =>
    a.watch.id + a.number < b.watch.id + b.number ? -1 : 1,
  );
  found.push(stale);
  const eventOf = (place: number) => ({
    watch: 'w1',
    at: at('09:00'),
    entry: place,
    reference: null,
    question: { institution: { name: '甲' }, claims: [] },
    changed: ['verdict' as const],
    before: told('unknown'),
    after: told('confirmed'),
    why: { moved: ['generation' as const], reasons: [], gone: [] },
    answer: 'https://a.example/answer',
  });
  const compared = stale.map((one, place) => ({
    entry: one,
    told: told('confirmed'),
    event: place < 2 ? eventOf(place + 1) : null,
  }));
  found.push(
    await watches.tell(compared, basis),
    await watches.tell(compared, basis),
    await watches.isStale(basis),
  );
  found.push(await watches.events('w1', 0, 9), await watches.watchedInstitutions(9));

  found.push(await watchHooks.hasDue(at('09:30')), await watchHooks.take(at('09:30'), at('09:31'), 9));
  // Another server looks meanwhile, and once the first one has held its receivers for long enough, or let go of them.
  found.push(await watchHooks.take(at('09:30'), at('09:32'), 9));
  found.push(await watchHooks.take(at('09:31'), at('09:33'), 9));
  await watchHooks.release('w1', at('09:31'));
  found.push(await watchHooks.hasDue(at('09:32')));
  await watchHooks.release('w1', at('09:33'));
  found.push(await watchHooks.hasDue(at('09:32')));
  const attempt = {
    id: 1,
    watch: 'w1',
    attempts: 0,
    at: at('09:30'),
    last: '503',
    again: at('10:00'),
    restUntil: at('09:40'),
    stop: null,
  };
  for (const last of ['503', 'the same once more'])
    await watchHooks.settle({ ...attempt, last, delivered: false });
  found.push(
    await watchHooks.hasDue(at('09:35')),
    await watchHooks.log('w1', 9),
    await watchHooks.byPartner(),
  );
  found.push(await watchHooks.test('w1', at('11:00')), await watchHooks.replay('w1', 0, at('11:00')));
  await watchHooks.settle({ ...attempt, delivered: true, again: null, restUntil: null, stop: 'made up' });
  found.push(await watchHooks.log('w1', 9), await watchHooks.of('w1'));

  found.push(
    await watchHooks.start('w1', at('11:30')),
    await watchHooks.log('w1', 9),
    await watchHooks.of('w1'),
  );
  for (const secret of ['f1', 'f2']) await watchFeeds.put('w2', { secret, since: at('08:00') });
  found.push(
    await watchFeeds.of('w2'),
    await watchFeeds.live('w2', at('09:00')),
    await watchFeeds.remove('w2'),
  );

  for (const token of ['m1', 'm2']) await watchMail.ask('w1', 'desk@a.example', token, at('08:00'));
  found.push(
    await watchMail.hasDue(at('09:00'), TODAY),
    await watchMail.take(at('09:00'), TODAY, at('09:05')),
  );
  found.push(await watchMail.take(at('09:00'), TODAY, at('09:05')));
  const sent = { watch: 'w1', token: 'm2', failed: 0, again: null, today: TODAY };
  await watchMail.settle({ ...sent, kind: 'question', told: 1 });
  found.push(await watchMail.confirm('m1', at('09:00')), await watchMail.confirm('m2', at('09:00')));
  found.push(await watchMail.byToken('m2'), await watchMail.take(at('10:00'), TODAY, at('10:05')));
  for (const again of [at('10:30'), at('11:30')])
    await watchMail.settle({ ...sent, kind: 'digest', told: null, again });
  found.push(await watchMail.standing('w1'));
  await watchMail.settle({ ...sent, kind: 'digest', told: 2 });
  found.push(await watchMail.standing('w1'), await watchMail.of('w1'), await watchMail.remove('w2'));
  found.push(await watches.prune({ deliveriesBefore: at('10:00'), eventsBefore: at('10:00') }));
  found.push(await watchHooks.remove('w1'), await watches.remove('Made-up Agency', 'w1'));
  return [...found, await watches.one('Made-up Agency', 'w1'), await watches.all('Made-up Agency')];
};
