import { type BatchField, batchFields, batchHeadingWords } from '../../../schema/lexicon/batch-headings.ts';
import { simplify } from '../../text/han.ts';

const asides = ['others', 'of', 'english', 'numbers', 'passed'] as const;
/** What a word of a heading is; null: none that is known. */
type Role = BatchField | (typeof asides)[number] | null;

const LATIN = /^[a-z-]+$/u;

const entries: readonly (readonly [Role, string])[] = [
  ...asides.flatMap((role) => batchHeadingWords[role].map((word) => [role, word] as const)),
  ...batchFields.flatMap((field) =>
    (batchHeadingWords.fields[field] ?? []).map((word) => [field, word] as const),
  ),
];
const latin: ReadonlyMap<string, Role> = new Map(
  entries.filter(([, word]) => LATIN.test(word)).map(([role, word]) => [word, role]),
);
/** Words of other scripts, the longest first: they are looked for within a heading. */
const pieces = entries
  .filter(([, word]) => !LATIN.test(word))
  .toSorted(([, one], [, other]) => other.length - one.length);

/** Half-width, simplified, in lower case and without accents, its words apart: `treatmentNeeded` has two. */
export const folded = (heading: string): string =>
  simplify(heading.normalize('NFKC').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'))
    .normalize('NFD')
    .replace(/([a-z])\p{M}{1,3}/giu, '$1')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replaceAll('ı', 'i');

const inLatin = (word: string): Role =>
  [word, word.replace(/ies$/u, 'y'), word.replace(/s$/u, ''), word.replace(/es$/u, '')]
    .map((form) => latin.get(form))
    .find((role) => role !== undefined) ?? null;

/** What a word of a language with endings has behind a word that is known: больниц-а, лечен-ие. */
const ENDING = /^\p{Script=Cyrillic}{1,3}$/u;

/** The words of a run of letters that no blanks part, or whose words have endings. */
const inRun = (run: string): readonly Role[] => {
  const found: Role[] = [];
  for (let at = 0; at < run.length; ) {
    if (at > 0 && ENDING.test(run.slice(at))) break;
    const [role, word] = pieces.find(([, piece]) => run.startsWith(piece, at)) ?? [null, ' '];
    found.push(role);
    at += word.length;
  }
  return found;
};

/** No heading is longer; of a longer text nothing is read. */
const LONGEST = 80;
const RUNS = /[a-z]+|(?:(?![a-z])[\p{L}\p{M}])+/gu;

const rolesOf = (heading: string): readonly Role[] =>
  [...folded(heading).matchAll(RUNS)].flatMap(([run]) => (LATIN.test(run) ? inLatin(run) : inRun(run)));

const isField = (role: Role): role is BatchField => batchFields.some((field) => field === role);

/** The field whose word stands last; before “of” the last one before it. */
const lastOf = (roles: readonly Role[]): BatchField | undefined => {
  const of = roles.indexOf('of');
  return (of === -1 ? undefined : roles.slice(0, of).findLast(isField)) ?? roles.findLast(isField);
};

/** Fields that are numbers or codes, or hold one; a number of another is something else: the code of a region. */
const NUMBERED: readonly BatchField[] = ['licenceNumber', 'uscc', 'service', 'address'];

/**
 * What a heading means by the words it is made of (“Treatment needed”, 就诊国家); undefined where they say nothing, or say that it is about a
 * person, money or something else besides. `strict`: not where any word of it is unknown.
 */
export const meantByWords = (heading: string, strict = false): BatchField | undefined => {
  if (heading.length > LONGEST) return undefined;
  const roles = rolesOf(heading);
  const field = lastOf(roles);
  if (field === undefined || roles.includes('others')) return undefined;
  if (roles.includes(null) && (strict || !batchHeadingWords.loose.includes(field))) return undefined;
  if (roles.includes('numbers') && !NUMBERED.includes(field)) return undefined;
  return field === 'name' && roles.includes('english') ? 'englishName' : field;
};

/** Whether one of the words of a text is one that means this field. */
export const wordsMean = (text: string, field: BatchField): boolean =>
  text.length <= LONGEST && rolesOf(text).includes(field);

/** Whether a heading says that it is about a person, money or something else. */
export const isAboutOthers = (heading: string): boolean =>
  heading.length <= LONGEST && rolesOf(heading).includes('others');
