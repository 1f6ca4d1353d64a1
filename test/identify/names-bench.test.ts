import fc from 'fast-check';
import t from 'tap';
import { affiliations, englishPairs, perturbed } from '../../bench/names/cases.ts';
import { lookalikes, nothing } from '../../bench/names/made-up.ts';
import { calibration, measureMadeUp, measureReal } from '../../bench/names/measure.ts';
import { memoryReader } from '../../bench/names/memory-reader.ts';
import { baseRows } from '../../bench/names/rows.ts';
import { truthOf } from '../../bench/names/truth.ts';
import { reasonCatalogue } from '../../schema/reason.ts';
import { identify } from '../../src/identify/identify.ts';
import { nameFinderFor } from '../../src/identify/kept-index/name-finders.ts';
import { generateCandidates, MAX_NAMES, MAX_POSTINGS } from '../../src/names/index/candidate-generation.ts';
import { parseReadings } from '../../src/names/parse/parse-name.ts';
import { anyText } from '../support/any-text.ts';

const rows = baseRows();
const reader = memoryReader(rows);
const truth = truthOf(rows);
const finder = await nameFinderFor(reader);

t.test(
  'names that borrow a famous word, or differ by number, kind or town, are taken for nobody',
  async (t) => {
    const made = lookalikes(rows, 400);
    t.ok(made.length >= 300);
    t.same((await measureMadeUp(made, reader)).accepted, []);
  },
);

t.test('names of nothing are taken for nobody', async (t) => {
  const made = nothing(rows, 220);
  t.ok(made.length >= 200);
  t.same((await measureMadeUp(made, reader)).accepted, []);
});

t.test('real English names and affiliation lines find the hospital they mean', async (t) => {
  const english = await measureReal(englishPairs(), reader, truth);
  t.ok(english.strongRight / english.strong >= 0.99, `${english.strongRight} of ${english.strong}`);
  t.ok(english.fairAt1 >= 0.95, `recall@1 ${english.fairAt1}`);
  t.ok(english.fairAt5 >= 0.96, `recall@5 ${english.fairAt5}`);
  const lines = await measureReal(affiliations(), reader, truth);
  t.equal(lines.strongRight, lines.strong);
  t.ok(lines.fairAt1 >= 0.97, `recall@1 ${lines.fairAt1}`);
  const { error } = calibration([...english.scored, ...lines.scored]);
  t.ok(error <= 0.05, `calibration error ${error}`);
});

t.test('changed spellings keep who is meant, and strong answers to them are right', async (t) => {
  let strong = 0;
  let right = 0;
  for (const [kind, cases] of Object.entries(perturbed(rows, 40))) {
    const one = await measureReal(cases, reader, truth);
    t.ok(one.fairAt1 >= 0.92, `${kind}: recall@1 ${one.fairAt1}`);
    strong += one.strong;
    right += one.strongRight;
  }
  t.ok(right / strong >= 0.998, `${right} of ${strong}`);
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
    { numRuns: 60 },
  );
  const said = new Set<string>();
  for (const { query } of lookalikes(rows, 60)) {
    const { why, candidates } = await identify({ name: query }, reader);
    for (const { code } of [...why, ...candidates.flatMap((one) => one.why)]) said.add(code);
  }
  t.ok(said.size > 0);
  t.strictSame(
    [...said].filter((code) => !(code in reasonCatalogue)),
    [],
    'each reason is in the catalogue',
  );
});

t.test('whatever is asked, what is read and compared stays within its bounds', async (t) => {
  const { index } = finder;
  const cost = (name: string) => {
    const readings = parseReadings(name);
    const spent = { postings: 0, compared: 0 };
    for (const parts of readings) generateCandidates(index, parts, spent);
    return { readings: readings.length, ...spent };
  };
  const within = (name: string): boolean => {
    const { readings, postings, compared } = cost(name);
    return readings <= 4 && postings <= readings * MAX_POSTINGS && compared <= readings * MAX_NAMES;
  };
  const beyond = [
    ...odd,
    ...Object.values(perturbed(rows, 20)).flatMap((kind) => kind.map(({ query }) => query)),
  ]
    .filter((name) => !within(name))
    .map((name) => JSON.stringify(name.slice(0, 40)));
  t.strictSame(beyond, [], 'no name costs more than its bounds');
  t.same(cost('上海市瑞金医院'), cost('上海市瑞金医院'), 'the same question costs the same');
  t.ok(cost('上海市瑞金医院').compared > 0);
  const words = fc.constantFrom(
    '医院',
    '人民',
    '第一',
    'hospital ',
    'of ',
    '上海',
    '(',
    '\u202e',
    '😀',
    ', ',
    'a',
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 400 }), (list) => within(list.join(''))),
    { numRuns: 60 },
  );
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
