import type { Dossier } from '../../../schema/institution.ts';
import { cutWords } from '../../../schema/lexicon/house-sorts.ts';
import { bodyInitials, provinceCodes } from '../../../schema/lexicon/words-beside.ts';
import { plainLatin } from '../../name-keys/english-keys.ts';
import { pinyinOf } from '../../names/parse/sound.ts';
import { translateName } from '../../names/translate/translate-name.ts';
import { statedPlaces } from '../../places/stated-places.ts';
import { foldText, hasHan, latinWords, simplify } from '../../text/han.ts';
import { syllables } from '../../text/pinyin.ts';
import { onceEach } from '../../text/remembered.ts';
import { standsIn } from '../../text/stands-in.ts';
import { type AskedPlace, placeFit } from '../asked-place.ts';

/** Least letters and characters that are looked for anywhere: fewer stand in every address, and must be a word of a name. */
const LEAST_LETTERS = 4;
const LEAST_HAN = 2;

type Spoken = Readonly<{
  /** Names, addresses and the district, folded. */
  texts: readonly string[];
  /** The same as words or syllables. */
  units: readonly (readonly string[])[];
  /** Words of the names, and of our English ones. */
  named: readonly (readonly string[])[];
}>;

/** What a record speaks of, read once of a dossier: a line may hold forty words. */
const spokenIn = onceEach((dossier: Dossier): Spoken => {
  const texts = [
    ...dossier.names.map(({ value }) => value),
    ...dossier.addresses.map(({ address }) => address),
    dossier.place.district ?? '',
  ].map((text) => (hasHan(text) ? simplify(foldText(text)) : text.normalize('NFKD').replace(/\p{M}/gu, '')));
  const inEnglish = dossier.names.map(({ value }) =>
    latinWords((hasHan(value) ? translateName(value) : null) ?? ''),
  );
  return {
    texts,
    units: texts.map((text) => (hasHan(text) ? syllables(text) : latinWords(text))),
    named: [...dossier.names.map(({ value }) => latinWords(value)), ...inEnglish],
  };
});

/**
 * Whether names or addresses on record speak of these words, in their own script, by their sound or in our English words: 博鳌 or Boao of
 * 海南省琼海市博鳌镇, "Mining Group" of 枣庄矿业集团.
 */
export const recordSpeaksOf = (dossier: Dossier, words: string): boolean => {
  const { texts, units, named } = spokenIn(dossier);
  if (hasHan(words)) {
    const asked = simplify(foldText(words));
    return asked.length >= LEAST_HAN && texts.some((text) => text.includes(asked));
  }
  const asked = latinWords(words).join('');
  if (asked.length < LEAST_LETTERS) return asked !== '' && named.some((all) => all.includes(asked));
  return [...units, ...named].some((all) => standsIn(all, asked));
};

/** Fewest and most letters that are read as initials of a name: two are too many names'. */
const [FEWEST, MOST] = [3, 10];
const LEFT_OUT: ReadonlySet<string> = new Set(['the', 'of', 'and', 'for', 'at', 'in', 'with', 'to', 's']);

/** What a word may give to initials: its first letter, or in pinyin the first of each syllable (Rui Jin, Tian Tan). */
const headsOf = (word: string): readonly string[] => {
  const syllables = pinyinOf(word);
  const all = syllables === null ? '' : syllables.map((one) => one.charAt(0)).join('');
  return [...new Set([word.charAt(0), all])].filter((heads) => heads !== '');
};

/** Whether letters are the initials of words from the first on, up to where a body ends. */
const areInitials = (letters: string, words: readonly string[]): boolean => {
  const [word, ...more] = words;
  if (word === undefined) return false;
  return headsOf(word).some((heads) => {
    if (!letters.startsWith(heads)) return false;
    const rest = letters.slice(heads.length);
    return rest === '' ? more.length === 0 || cutWords.ends.has(word) : areInitials(rest, more);
  });
};

const CUT = /,|;|\(|\)|\/|\baffiliated (?:to|with)\b|\baffiliated\b/u;

/** The runs of words of an English name that may be called by initials: the whole of it, its clauses, and what stands behind "of". */
const runsOf = (name: string): readonly (readonly string[])[] =>
  [name, ...name.split(CUT)].flatMap((part) =>
    [part, ...part.split(/\b(?:of|at)\b/u)].map((run) =>
      run.split(/[^a-z0-9]+/u).filter((word) => word !== '' && !LEFT_OUT.has(word)),
    ),
  );

const englishOf = ({ value }: Readonly<{ value: string }>): readonly string[] => {
  const english = hasHan(value) ? translateName(value) : value;
  return english === null ? [] : [plainLatin(english)];
};

const bodyIsCalled = (names: readonly string[], letters: string): boolean =>
  Object.entries(bodyInitials).some(
    ([body, all]) =>
      all.some((one) => one.toLowerCase() === letters) && names.some((name) => name.includes(body)),
  );

type Names = Readonly<{ chinese: readonly string[]; runs: readonly (readonly string[])[] }>;

/** Names as they are compared, read once of a dossier: a line may hold forty words. */
const namesOf = onceEach(
  ({ names }: Dossier): Names => ({
    chinese: names.filter(({ value }) => hasHan(value)).map(({ value }) => simplify(value)),
    runs: names.flatMap(englishOf).flatMap(runsOf),
  }),
);

/** Whether a word is the initials of this institution's name, of a body that its names state, or the letters of its province: WCH, SJTUSM, BJ. */
const isInitialsOnRecord = (word: string, dossier: Dossier): boolean => {
  const letters = word.toLowerCase();
  if (provinceCodes[dossier.place.province ?? '']?.toLowerCase() === letters) return true;
  if (letters.length < FEWEST || letters.length > MOST || /[^a-z]/u.test(letters)) return false;
  const { chinese, runs } = namesOf(dossier);
  if (bodyIsCalled(chinese, letters)) return true;
  return runs.some((run) => areInitials(letters, run) || areInitials(letters, run.slice(1)));
};

/** Where the record says that the institution stands; null = it does not say. */
export const knownPlace = (dossier: Dossier | undefined): AskedPlace => ({
  province: dossier?.place.province ?? null,
  city: dossier?.place.city ?? null,
});

/** Whether a record is that of a chain's group, which bears names of its houses: 长沙爱尔眼科 is a house of the chain there, and not the group of them all. */
export const isGroup = (dossier: Dossier | undefined): boolean =>
  dossier?.title.zh?.endsWith('集团') === true;

/** More words are no place and those around it, and each way to part them would be looked up. */
const MOST_WORDS = 6;

/** Whether words are places of China and the hospital stands in one of them. */
const areItsPlace = (words: string, dossier: Dossier): boolean =>
  words.split(' ').length <= MOST_WORDS &&
  // Jordan is a quarter of Hong Kong, for what stands there.
  [undefined, dossier.place.province].some((province) => {
    const { places, unread, apart } = statedPlaces({ province, city: words });
    return (
      unread === null &&
      apart === null &&
      places.some((place) => placeFit(place, knownPlace(dossier)) !== 'differs')
    );
  });

/**
 * Whether words are places where the hospital stands (西安，陕西), or an address on record speaks of them and no place of China is called so: 博鳌 is where it stands, and
 * 乌鲁木齐 of 乌鲁木齐中路 is another town.
 */
export const saysWhere = (words: string, dossier: Dossier): boolean =>
  areItsPlace(words.replace(/[\s,，、;；]+/gu, ' '), dossier) ||
  (statedPlaces({ city: words }).places.length === 0 && recordSpeaksOf({ ...dossier, names: [] }, words));

/** Whether words say where the hospital stands, stand on record, or are initials of what does; all of them together, or each. */
export const areRead = (words: string, dossier: Dossier): boolean =>
  areItsPlace(words, dossier) ||
  recordSpeaksOf(dossier, words) ||
  [...new Set(words.split(' '))].every(
    (word) =>
      isInitialsOnRecord(word, dossier) || areItsPlace(word, dossier) || recordSpeaksOf(dossier, word),
  );
