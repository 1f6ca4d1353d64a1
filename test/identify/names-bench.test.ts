import t from 'tap';
import { measuredRegistry } from '../../bench/names/bundled.ts';
import { measureNames, type Outcomes } from '../../bench/names/measure.ts';
import { OTHER_BODIES, share } from '../../bench/names/name-question.ts';
import { nameQuestions } from '../../bench/names/questions.ts';
import { reasonCatalogue } from '../../schema/reason.ts';
import { identify } from '../../src/identify/identify.ts';
import { nameFinderFor } from '../../src/identify/kept-index/name-finders.ts';
import { generateCandidates } from '../../src/names/index/candidate-generation.ts';
import { MAX_NAMES, MAX_POSTINGS } from '../../src/names/index/promising.ts';
import { parseReadings } from '../../src/names/parse/parse-name.ts';
import { anyText } from '../support/any-text.ts';
import { fc } from '../support/draws.ts';

const { rows, index, reader, close } = await measuredRegistry(undefined);
t.teardown(close);
const finder = await nameFinderFor(reader);

/** So many questions of each set, more where a single one would else decide; `npm run bench:names` asks all. */
const LARGE =
  /^(?:(?:Chinese short|official|English alias), un|English of|changed: (?:letters swapped|character (?:lost|wrong))$)/u;
const ofEach = (set: string): number => (LARGE.test(set) ? 60 : 12);
const sets = Map.groupBy(nameQuestions(rows), ({ set }) => set);
// By hash of the question, so that a list with a row more or less asks the same.
const sample = [...sets].flatMap(([set, list]) =>
  list
    .map((one) => ({ one, at: share(`sample ${one.query}`) }))
    .sort((a, b) => a.at - b.at)
    .slice(0, set === OTHER_BODIES ? 60 : ofEach(set))
    .map(({ one }) => one),
);
const { table, mistakes } = await measureNames(index, reader, sample);

/** The sum over every part of the sets whose name begins so. */
const summed = (beginning: string, ending = ''): Outcomes => {
  const lines = [...table].filter(([key]) => key.startsWith(beginning) && key.includes(ending));
  const sum = (of: (one: Outcomes) => number): number => lines.reduce((all, [, one]) => all + of(one), 0);
  return {
    asked: sum((one) => one.asked),
    settledRight: sum((one) => one.settledRight),
    settledWrong: sum((one) => one.settledWrong),
    firstRight: sum((one) => one.firstRight),
    none: sum((one) => one.none),
    lookalike: sum((one) => one.lookalike),
  };
};

t.test('names as lists print them are settled, and rightly', async (t) => {
  const official = summed('official, listed');
  t.ok(official.settledRight / official.asked >= 0.99, `${official.settledRight} of ${official.asked}`);
  for (const set of ['Chinese short, listed', 'English english, listed', 'English alias, listed']) {
    const one = summed(set, 'with city');
    t.ok(one.settledRight / one.asked >= 0.98, `${set}: ${one.settledRight} of ${one.asked}`);
  }
  for (const set of ['official, listed', 'Chinese short, listed', 'English english, listed'])
    t.equal(summed(set).lookalike, 0, `${set}: nothing on record is called a lookalike`);
});

/** The least shares of first right and of settled rightly, as the sample of today has them with a little room. */
const floors = [
  ['Chinese short, unlisted', 'with city', 0.7, 0.53],
  ['Chinese short, unlisted', 'alone', 0.65, 0.42],
  ['English english, unlisted', 'with city', 0.85, 0.75],
  ['English english, unlisted', 'alone', 0.85, 0.75],
  ['English alias, unlisted', 'with city', 0.75, 0.66],
  ['English alias, unlisted', 'alone', 0.75, 0.55],
  ['official, unlisted', 'with city', 0.48, 0.25],
  ['official, unlisted', 'alone', 0.45, 0.25],
  // Some of a hundred are of a town that is spelled like another one, which has such a hospital too: those are asked for.
  ['English of ours', 'alone', 0.95, 0.92],
  ['affiliation lines', 'alone', 0.9, 0.8],
  ['changed: place said beside only', 'with city', 0.9, 0.65],
  ['changed: letters swapped', 'alone', 0.9, 0.75],
  ['changed: character lost', 'alone', 0.9, 0.75],
] as const;

t.test('names that no list prints put the right hospital first, and so many are settled', async (t) => {
  for (const [set, asked, first, settled] of floors) {
    const one = summed(`${set} |`, `| ${asked} |`);
    t.ok(one.firstRight / one.asked >= first, `${set}, ${asked}: first ${one.firstRight} of ${one.asked}`);
    t.ok(one.settledRight / one.asked >= settled, `${set}, ${asked}: ${one.settledRight} of ${one.asked}`);
  }
});

t.test(
  'hardly anything is settled wrongly, and hardly anybody for a hospital that is not on record',
  async (t) => {
    const wrong = mistakes.filter(({ set }) => !set.includes('not on record') && !set.startsWith('made up'));
    const asked = summed('').asked;
    t.ok(wrong.length / asked <= 0.003, wrong.map(({ query }) => query).join(', '));
    const hidden = mistakes.filter(({ set }) => set.includes('not on record'));
    t.ok(hidden.length / asked <= 0.01, hidden.map(({ query }) => query).join(', '));
    const made = summed('made up: look-alikes');
    t.equal(made.settledWrong, 0, 'no made-up lookalike is taken for somebody');
    const bodies = summed(OTHER_BODIES);
    t.ok(
      bodies.settledWrong / bodies.asked <= 0.002,
      `${bodies.settledWrong} of ${bodies.asked} under a university that has no such hospital`,
    );
    t.equal(summed('made up: names of nothing').settledWrong, 0, 'nor a name of nothing');
  },
);

t.test('changed spellings keep who is meant', async (t) => {
  for (const key of new Set([...table.keys()].map((one) => one.split(' | ')[0] ?? ''))) {
    if (!key.startsWith('changed: ') || key.endsWith('not on record')) continue;
    const one = summed(`${key} |`);
    const least = key.includes('mistyped') ? 0.4 : 0.8;
    t.ok(one.firstRight / one.asked >= least, `${key}: ${one.firstRight} of ${one.asked}`);
  }
});

/** Texts nobody should send, and what they should not cost. */
const odd = [
  '医',
  '😀😀',
  '\u202e院医',
  '\u200b',
  '\ud800',
  '(a+)+$',
  'a'.repeat(10_000),
  '医院'.repeat(5_000),
  '13800000000',
  '第第第第',
  '附属附属附属',
  'of of of',
  'shi '.repeat(100),
  `${'('.repeat(500)}${'a+'.repeat(500)}${')+'.repeat(500)}$`,
  '第一人民医院'.repeat(1_700),
  '\u202e\u2066人民医院\u2069'.repeat(900),
  '😀医院'.repeat(3_000),
  'University Hospital of '.repeat(430),
  'Hospital, '.repeat(1_000),
];

t.test('any text is answered, the same way twice, with reasons that are in the catalogue', async (t) => {
  const taken: string[] = [];
  for (const name of odd)
    if ((await identify({ name }, reader)).match === 'strong') taken.push(JSON.stringify(name.slice(0, 20)));
  t.strictSame(taken, [], 'none is taken for a hospital');
  await fc.assert(
    fc.asyncProperty(anyText({ minLength: 1, maxLength: 300 }), async (name) => {
      const [one, two] = [await identify({ name }, reader), await identify({ name }, reader)];
      const codes = [...one.why, ...one.candidates.flatMap((candidate) => candidate.why)].map(
        (why) => why.code,
      );
      return JSON.stringify(one) === JSON.stringify(two) && codes.every((code) => code in reasonCatalogue);
    }),
    { numRuns: 30 },
  );
});

t.test('a choice is never offered with a single institution in it', async (t) => {
  const single: string[] = [];
  for (const { query } of sample.filter((_, at) => at % 9 === 0)) {
    const { match, candidates } = await identify({ name: query }, reader);
    if (match === 'ambiguous' && candidates.length < 2) single.push(query);
  }
  t.strictSame(single, []);
});

t.test('whatever is asked, what is read and compared stays within its bounds', async (t) => {
  const cost = (name: string) => {
    const readings = parseReadings(name);
    const spent = { postings: 0, compared: 0 };
    for (const parts of readings) generateCandidates(index, parts, parts, [], spent);
    return { readings: readings.length, ...spent };
  };
  const beyond = [...odd, ...sample.slice(0, 300).map(({ query }) => query)].filter((name) => {
    const { readings, postings, compared } = cost(name);
    return readings > 4 || postings > readings * MAX_POSTINGS || compared > readings * MAX_NAMES;
  });
  t.strictSame(beyond, [], 'no name costs more than its bounds');
  t.same(cost('上海市瑞金医院'), cost('上海市瑞金医院'), 'the same question costs the same');
  t.ok(cost('上海市瑞金医院').compared > 0);
});

t.test(
  'what is typed so far suggests hospitals by characters, pinyin, initials and without the university',
  async (t) => {
    const names = (typed: string): string[] => finder.suggest(typed).map((one) => one.name);
    t.ok(names('瑞金医').some((name) => name.includes('瑞金医院')));
    t.ok(names('ruijinyi').some((name) => name.includes('瑞金医院')));
    t.ok(names('rjyy').length > 0);
    t.ok(finder.suggest('人民').length <= 10);
    t.same(finder.suggest(''), []);
    t.same(finder.suggest('\ud800'), []);
  },
);
