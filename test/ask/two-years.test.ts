import t from 'tap';
import { ageingLists } from '../../src/ask/ageing-lists.ts';
import { askAbout } from '../../src/ask/ask.ts';
import { addDays } from '../../src/text/dates.ts';
import { fewSources, metricsOf, openService, TODAY } from '../support/app.ts';

let now = TODAY;
const service = await openService({}, fewSources, () => now);
t.teardown(service.close);
const reader = service.store.reader();
const REGISTER = 'cn-cfdi-trial-institutions';

/** Every seventh institution on the register of trial institutions, which implies that they are licensed. */
const ids = ((await reader.institutionsOn?.(REGISTER)) ?? []).filter((_, at) => at % 7 === 0);
const dossiers = (await Promise.all(ids.map((id) => reader.dossier(id)))).filter(
  (dossier) => dossier !== undefined,
);
const at = (day: string): Date => new Date(`${day}T04:00:00.000Z`);
const answersOn = (day: string) =>
  dossiers.map((dossier) => askAbout(dossier, 'en', reader.reference, at(day)));

/** The list is of 2026-09-05 and decides for a year: the length of the shortest review of a licence. */
const LAST = '2027-09-05';

t.test(
  'over two years without a newer list, answers change once, on the day that was announced',
  async (t) => {
    const months = Array.from({ length: 25 }, (_, month) => {
      const year = 2026 + Math.floor((10 + month) / 12);
      return `${year}-${String(((10 + month) % 12) + 1).padStart(2, '0')}-21`;
    });
    const counts = months.map((day) => {
      const outcomes = Object.groupBy(answersOn(day), ({ outcome }) => outcome);
      return [day, outcomes.limited?.length ?? 0, outcomes.unknown?.length ?? 0] as const;
    });
    const before = counts.filter(([day]) => day <= LAST);
    const after = counts.filter(([day]) => day > LAST);
    const limited = before[0]?.[1] ?? 0;
    t.ok(limited > dossiers.length * 0.9, `${limited} of ${dossiers.length} are limited today`);
    t.same(
      new Set(before.map(([, count]) => count)),
      new Set([limited]),
      'and stay so as long as the list may decide',
    );
    t.same(new Set(after.map(([, count]) => count)), new Set([0]), 'and not for a day longer');
    t.ok(after.length > 12);
  },
);

t.test(
  'what is too old is still said: which list, of which date, how many days ago, and where to look',
  async (t) => {
    for (const verdict of answersOn('2027-10-01').filter(({ outcome }) => outcome === 'unknown')) {
      const { lastKnown, licence, summary } = verdict;
      if (lastKnown === null) continue;
      t.match(lastKnown, { asOf: /^2026-09-05$|^2025-06$/, ageDays: Number });
      t.match(summary, `${lastKnown.ageDays} days ago`);
      t.ok(licence.next?.url !== undefined);
      if (lastKnown.source === REGISTER) return t.equal(lastKnown.ageDays, 391);
    }
    t.fail('nothing was last known');
  },
);

t.test('an operator is told 30, 14 and 3 days before, with how many answers would change', async (t) => {
  const told = async (day: string) =>
    (await ageingLists(reader, at(day))).find(({ source }) => source === REGISTER);
  t.equal(await told('2027-03-01'), undefined, 'young');
  t.match(await told('2027-07-01'), { warning: 'three-quarters', answersAtStake: null });
  const warned = await told(addDays(LAST, -30));
  t.match(warned, { warning: 30, daysLeft: 30, lastDay: LAST });
  t.ok((warned?.answersAtStake ?? 0) > 1_500, `${warned?.answersAtStake} answers`);
  t.match(await told(addDays(LAST, -14)), { warning: 14 });
  t.match(await told(addDays(LAST, -3)), { warning: 3 });
  t.equal(await told(addDays(LAST, 1)), undefined, 'too old already');
});

t.test('the service says so to whoever watches it', async (t) => {
  const get = (url: string) => service.app.inject({ url, headers: { 'accept-language': 'en' } });
  t.notMatch((await get('/readyz')).json(), { ageing: Array });
  now = at(addDays(LAST, -14));
  const { sources } = (await get('/v1/sources')).json();
  t.match(
    sources.find(({ id }: { id: string }) => id === REGISTER),
    { freshnessDays: 365, freshnessBecause: /review of a licence/, ageing: { daysLeft: 14, lastDay: LAST } },
  );
  t.match((await get('/readyz')).json().ageing, [{ source: REGISTER, warning: 14 }]);
  const metrics = await metricsOf(service.app);
  t.match(metrics, `licet_source_days_left{source="${REGISTER}"} 14`);
  t.match(metrics, new RegExp(`licet_source_answers_at_stake\\{source="${REGISTER}"\\} \\d{4}`));
  t.match(
    (await get('/sources')).body,
    /May decide until <time datetime="2027-09-05">5 September 2027<\/time>, for 14 more days\. Then \d{4} answers change/,
  );
});
