import { englishNameWords } from '../../schema/lexicon/name-words.ts';
import { nameKeys } from '../../src/name-keys/keys.ts';
import { isTranslated } from '../../src/names/index/read-name.ts';
import { oneSpelling } from '../../src/names/link/one-spelling.ts';
import { translateName } from '../../src/names/translate/translate-name.ts';
import type { NameRow } from '../../src/store/registry-reader.ts';
import { mistyped, perturbed } from './cases.ts';
import { inFull } from './in-full.ts';
import { lookalikes, nothing } from './made-up.ts';
import { otherBodies } from './made-up-bodies.ts';
import { branches, districts, levels, numbers } from './made-up-changes.ts';
import { HELD_OUT, type NameQuestion, OTHER_BODIES, question, share } from './name-question.ts';
import { readCsv } from './rows.ts';
import { pick, random } from './seeded.ts';
import { shortOfAnother } from './short-of-another.ts';

/** Of hospitals with one name on record, so many are asked for. */
const PLAIN = 0.25;

const OFFICIAL = new Set(['legal', 'second', 'former']);
/** An alias that is spelled like an official name of its hospital is that name: to hide it is to hide the official one. */
const setOf = ({ language, kind }: NameRow, isOfficial: boolean): string =>
  isOfficial ? 'official' : language === 'en' ? `English ${kind}` : 'Chinese short';

const keyOf = ({ institution, value }: NameRow): string => `${institution} ${nameKeys(value).full}`;

type Bearers = ReadonlyMap<string, ReadonlySet<string>>;

/** Who bears each whole name, be it only in our English translation of a Chinese one or in another spelling (内蒙古, 内蒙古自治区). */
export const bearersOf = (rows: readonly NameRow[]): Bearers => {
  const bearers = new Map<string, Set<string>>();
  for (const row of rows)
    for (const name of [
      row.value,
      oneSpelling(row.value),
      isTranslated(row.value, row.kind) ? translateName(row.value) : null,
    ]) {
      if (name === null) continue;
      const { full } = nameKeys(name);
      bearers.set(full, (bearers.get(full) ?? new Set()).add(row.institution));
    }
  return bearers;
};

/** Each name of the registry asked for as it is listed, with that name hidden, and with the hospital hidden. */
const ofRegistry = (rows: readonly NameRow[], bearers: Bearers): NameQuestion[] => {
  const ofOne = Map.groupBy(rows, (row) => row.institution);
  const official = new Set(rows.filter(({ kind }) => OFFICIAL.has(kind)).map(keyOf));
  // A chain's group bears the names of its houses: none of its names means one of them.
  const groups = new Set(
    rows
      .filter(({ kind, value }) => kind === 'legal' && value.endsWith('集团'))
      .map((row) => row.institution),
  );
  const isShortOfAnother = shortOfAnother(rows);
  const once = [...new Map(rows.map((row) => [keyOf(row), row])).values()];
  return once.flatMap((row) => {
    const own = ofOne.get(row.institution) ?? [];
    const several = (bearers.get(nameKeys(row.value).full)?.size ?? 1) > 1 || isShortOfAnother(row);
    if (several || groups.has(row.institution) || (own.length < 3 && share(row.value) > PLAIN)) return [];
    const set = setOf(row, official.has(keyOf(row)));
    return [
      question(`${set}, listed`, row, 'nothing'),
      ...(own.length > 1 ? [question(`${set}, unlisted`, row, 'name')] : []),
      question(`${set}, hospital not on record`, row, 'hospital'),
    ];
  });
};

/** Registered names in our English words, as somebody would say them who never saw an English name of theirs. */
const inOurWords = (rows: readonly NameRow[], bearers: Bearers): NameQuestion[] =>
  rows
    .filter((row) => row.kind === 'legal' && row.language === 'zh' && share(row.value) < PLAIN / 4)
    .flatMap((row) => {
      const english = translateName(row.value);
      if (english === null || (bearers.get(nameKeys(english).full)?.size ?? 0) > 1) return [];
      return [
        question('English of ours', row, 'nothing', english),
        question('English of ours, hospital not on record', row, 'hospital', english),
      ];
    });

/** Names without their place, which is said beside them, as in a form with a field for the city. */
const placedBeside = (rows: readonly NameRow[]): NameQuestion[] =>
  rows
    .filter((row) => row.city !== null && row.kind === 'legal' && share(row.value) < PLAIN / 4)
    .flatMap((row) => {
      const { city } = row;
      const short = city?.replace(/市$/u, '') ?? '';
      const own = row.value.replace(new RegExp(`^(?:${row.province})?${short}市?`, 'u'), '');
      return own === row.value || own.length < 3
        ? []
        : [
            {
              ...question('changed: place said beside only', row, 'nothing', own),
              onlyPlaced: true as const,
            },
          ];
    });

const nobody = (set: string, query: string): NameQuestion => ({
  set,
  query,
  target: '',
  province: null,
  city: null,
  hidden: 'nothing',
  heldOut: share(query) < HELD_OUT,
});

const aboutNobody = (rows: readonly NameRow[], known: ReadonlySet<string>): NameQuestion[] => [
  ...lookalikes(rows, 900).map(({ query }) => nobody('made up: look-alikes', query)),
  ...nothing(rows, 400).map(({ query }) => nobody('made up: names of nothing', query)),
  ...otherBodies.map(({ query }) => nobody(OTHER_BODIES, query)),
  ...branches(rows, known).map(({ query }) => nobody('made up: branches', query)),
  ...districts(rows, known).map(({ query }) => nobody('made up: another district', query)),
  ...levels(rows, known).map(({ query }) => nobody('made up: another level of town', query)),
  ...numbers(rows, known).map(({ query }) => nobody('made up: another number', query)),
];

/** Changes that may turn a name into one of somebody else: asked with the hospital hidden as well. */
const SLIPS = new Set(['letters swapped', 'character lost', 'character doubled', 'city without 市']);

const changed = (rows: readonly NameRow[]): NameQuestion[] => {
  const byName = Map.groupBy(rows, (row) => `${row.value} ${row.province}`);
  return Object.entries(perturbed(rows, 150)).flatMap(([kind, list]) =>
    list.flatMap(({ query, target, province }) => {
      const [row] = byName.get(`${target} ${province}`) ?? [];
      if (row === undefined) return [];
      const set = `changed: ${kind}`;
      return [
        question(set, row, 'nothing', query),
        ...(SLIPS.has(kind) ? [question(`${set}, hospital not on record`, row, 'hospital', query)] : []),
      ];
    }),
  );
};

const MISTYPED = 400;

/** English names with one letter wrong in a word of their own. */
const mistypedEnglish = (rows: readonly NameRow[], bearers: Bearers): NameQuestion[] => {
  const common = new Set(englishNameWords.flatMap((one) => [one, `${one}s`, `${one}'s`]));
  const english = rows.filter(({ language, value }) => language === 'en' && value.includes(' '));
  const next = random(7919);
  return Array.from({ length: MISTYPED }, () => pick(english, next)).flatMap((row) => {
    const query = mistyped(row.value, common, next);
    const several = (bearers.get(nameKeys(row.value).full)?.size ?? 1) > 1;
    return query === null || several || bearers.has(nameKeys(query).full)
      ? []
      : [
          question('changed: English mistyped', row, 'nothing', query),
          question('English mistyped, hospital not on record', row, 'hospital', query),
        ];
  });
};

/** Lines of papers; where the hospital they mean is on record. */
const affiliationLines = (rows: readonly NameRow[]): NameQuestion[] => {
  const byName = Map.groupBy(rows, (row) => row.value);
  return readCsv(new URL('affiliations.csv', import.meta.url).pathname).flatMap(
    ({ query = '', name_zh = '' }) => {
      const [row] = byName.get(name_zh) ?? [];
      return row === undefined ? [] : [question('affiliation lines', row, 'nothing', query)];
    },
  );
};

/** All labelled questions over the names of a registry. Names that several institutions bear are left out. */
export const nameQuestions = (rows: readonly NameRow[]): readonly NameQuestion[] => {
  const known = new Set(rows.map((row) => nameKeys(row.value).full));
  const bearers = bearersOf(rows);
  return [
    ...ofRegistry(rows, bearers),
    ...changed(rows),
    ...inFull(rows, known),
    ...placedBeside(rows),
    ...mistypedEnglish(rows, bearers),
    ...inOurWords(rows, bearers),
    ...affiliationLines(rows),
    ...aboutNobody(rows, known),
  ];
};

/** The ways a question is asked: alone, and with its province and city beside it. */
export const placesBeside = ({ city, onlyPlaced }: NameQuestion): readonly boolean[] =>
  onlyPlaced === true ? [true] : city === null ? [false] : [false, true];
