import type { Dossier } from '../../../schema/institution.ts';
import { bodyInitials, provinceCodes } from '../../../schema/lexicon/words-beside.ts';
import { plainLatin } from '../../name-keys/english-keys.ts';
import { pinyinOf } from '../../names/parse/sound.ts';
import { translateName } from '../../names/translate/translate-name.ts';
import { hasHan, simplify } from '../../text/han.ts';

/** Fewest and most letters that are read as initials of a name: two are too many names'. */
const [FEWEST, MOST] = [3, 10];
const LEFT_OUT: ReadonlySet<string> = new Set(['the', 'of', 'and', 'for', 'at', 'in', 'with', 'to', 's']);
/** Where a body or a house may end within a name. */
const ENDS: ReadonlySet<string> = new Set([
  'university',
  'college',
  'academy',
  'hospital',
  'center',
  'centre',
  'school',
  'medicine',
  'sciences',
]);

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
    return rest === '' ? more.length === 0 || ENDS.has(word) : areInitials(rest, more);
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
const read = new WeakMap<Dossier, Names>();
const namesOf = (dossier: Dossier): Names => {
  const { names } = dossier;
  const found = read.get(dossier) ?? {
    chinese: names.filter(({ value }) => hasHan(value)).map(({ value }) => simplify(value)),
    runs: names.flatMap(englishOf).flatMap(runsOf),
  };
  read.set(dossier, found);
  return found;
};

/** Whether a word is the initials of this institution's name, of a body that its names state, or the letters of its province: WCH, SJTUSM, BJ. */
export const isInitialsOnRecord = (word: string, dossier: Dossier): boolean => {
  const letters = word.toLowerCase();
  if (provinceCodes[dossier.place.province ?? '']?.toLowerCase() === letters) return true;
  if (letters.length < FEWEST || letters.length > MOST || /[^a-z]/u.test(letters)) return false;
  const { chinese, runs } = namesOf(dossier);
  if (bodyIsCalled(chinese, letters)) return true;
  return runs.some((run) => areInitials(letters, run) || areInitials(letters, run.slice(1)));
};
