import famous from '../../../schema/codes/famous-names.json' with { type: 'json' };
import { englishOrdinals, genericWords } from '../../../schema/lexicon/generic-words.ts';
import { englishNameWords } from '../../../schema/lexicon/name-words.ts';
import { provincesOrCitiesSpelled } from '../../places/english-names.ts';
import { hasHan } from '../../text/han.ts';
import { translateName } from '../translate/translate-name.ts';
import { parseName } from './parse-name.ts';

/** Words that many English names of hospitals have, whoever bears them. */
const COMMON: ReadonlySet<string> = new Set([
  ...[...englishNameWords, ...genericWords.en, ...englishOrdinals].filter((one) => /^[a-z]{3,}$/u.test(one)),
  ...famous.words.flatMap(({ en }) => en),
  ...['affiliated', 'west', 'china', 'of', 'the', 'with', 'to', 'and'],
]);

/** Letters in a run that is looked at, and of a word of its own that is cut off. */
const RUN = { least: 8, most: 80 };
const LEAST_OWN = 4;
const LONGEST = 18;

/** Where a capital begins a word with no blank before it: PekingUniversity, PLARocket. */
const CAPITALS = /(?<=[a-z])(?=[A-Z])|(?<=[A-Z]{2})(?=[A-Z][a-z])/u;

const isKnown = (word: string): boolean => COMMON.has(word) || provincesOrCitiesSpelled(word).length > 0;

/** The fewest words that a run of letters is made of, from its beginning to each letter, and whether only these are so few. */
type Fewest = Readonly<{ words: readonly string[]; isOnly: boolean }>;

/** The words that a run of letters is made of, where one way to cut it has fewer words than all others; null where none or several have. */
const wordsOf = (run: string, isOnRecord: (word: string) => boolean): readonly string[] | null => {
  const upTo: (Fewest | undefined)[] = [{ words: [], isOnly: true }];
  for (let end = 1; end <= run.length; end += 1)
    for (let from = Math.max(0, end - LONGEST); from < end; from += 1) {
      const before = upTo[from];
      const word = run.slice(from, end);
      const fits = isKnown(word) || (word.length >= LEAST_OWN && isOnRecord(word));
      if (before === undefined || !fits) continue;
      const count = before.words.length + 1;
      const best = upTo[end]?.words.length ?? Number.POSITIVE_INFINITY;
      if (count < best) upTo[end] = { words: [...before.words, word], isOnly: before.isOnly };
      else if (count === best) upTo[end] = { words: upTo[end]?.words ?? [], isOnly: false };
    }
  const whole = upTo[run.length];
  return whole?.isOnly === true && whole.words.some(isKnown) ? whole.words : null;
};

/** A run of letters in its words; as it stands where it is one word, or cannot be cut in one way. */
const parted = (run: string, isOnRecord: (word: string) => boolean): string => {
  const letters = run.toLowerCase();
  if (run.length < RUN.least || run.length > RUN.most || isKnown(letters) || isOnRecord(letters)) return run;
  const pieces = run.split(CAPITALS);
  const byCapitals = pieces.length > 1 && pieces.some((one) => isKnown(one.toLowerCase()));
  return byCapitals
    ? pieces.map((one) => parted(one, isOnRecord)).join(' ')
    : (wordsOf(letters, isOnRecord)?.join(' ') ?? run);
};

/** Latin words and, right behind them, Chinese ones. */
const HAN_BEHIND = /^([A-Za-z][A-Za-z '’-]{2,60}?) ?(\p{Script=Han}{2,12})$/u;

/** A name in Latin letters before Chinese words of any hospital ("ruijin医院", "Peking University第三医院"), with these in English; null for any other. */
const withHouseInEnglish = (name: string): string | null => {
  const [, own, house = ''] = HAN_BEHIND.exec(name.trim()) ?? [];
  if (own === undefined) return null;
  const { body, core, places, districts, parent, department, branch } = parseName(house);
  const said = core.length + places.length + districts.length + parent.length;
  return body === null || said > 0 || department + branch !== '' ? null : `${own} ${translateName(house)}`;
};

/**
 * A name in Latin letters whose words stand without blanks, with them: "RuijinHospital", "PekingUniversity Third Hospital". A run of letters is cut by its capitals, else into
 * words of names, where that can be done in one way only. `isOnRecord`: whether a word is the own word of a name on record. Null where nothing is to be parted.
 */
export const withBlanks = (name: string, isOnRecord: (word: string) => boolean): string | null => {
  if (hasHan(name)) return withHouseInEnglish(name);
  const apart = name
    .replace(/(?<=['’]s)(?=[A-Za-z])/gu, ' ')
    .replace(/[A-Za-z]+/gu, (run) => parted(run, isOnRecord));
  return apart === name ? null : apart;
};
