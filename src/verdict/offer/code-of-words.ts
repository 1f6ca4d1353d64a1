import { markWords } from '../../../schema/lexicon/mark-words.ts';
import { hasHan } from '../../text/han.ts';
import { late, remembered } from '../../text/remembered.ts';
import { trimSigns } from '../../text/trim-signs.ts';
import { gradeOfHan, gradeOfWords, isClaim } from '../vocabulary/claims.ts';
import { isIllness } from '../vocabulary/illness.ts';
import { findService } from '../vocabulary/services.ts';
import { treatmentMeant } from '../vocabulary/treatments.ts';
import { fold } from './fold.ts';
import { prohibitedBy } from './forbidden.ts';
import { codeOfOffer } from './unlawful.ts';
import { offerTerms } from './vocabulary.ts';

const TREATMENTS: readonly string[] = ['technology', 'product'];
const byWord = late(() => new Map(offerTerms().map((term) => [term.text, term.codes])));

/** The one code that these words mean; undefined for none, or for words that mean several. */
const meant = (text: string, treatment: boolean): string | undefined => {
  const codes = (byWord().get(fold(text).text.trim()) ?? []).filter(
    ({ kind }) => TREATMENTS.includes(kind) === treatment,
  );
  return codes.length === 1 ? codes[0]?.code : undefined;
};

/** What stands between two treatments that are asked for together. What is asked for *with* another thing is one. */
const BETWEEN = /[,，、;；/+&|\n]|\b(?:and|or)\b|以及|还有|或者|[和或及与]/iu;
/** Most parts that are read. */
const MOST = 6;

/** How the last treatment ends, which the others may share: “kidney and liver transplant”, 肝、肾移植. */
const endOf = (text: string): string =>
  hasHan(text) ? text.slice(-2) : ` ${text.split(/\s+/u).at(-1) ?? ''}`;

/**
 * The treatments that words ask for together, each with what it is called there (“IVF, surrogacy”, 三代试管和选性别); empty where they are not at least two. Words that mean one
 * treatment as a whole are for `treatmentCode`.
 */
export const treatmentsTogether = (text: string): readonly string[] => {
  const parts = text.split(BETWEEN).map((part) => part.trim());
  const named = parts.filter((part) => part !== '').slice(0, MOST);
  if (named.length < 2) return [];
  const last = named.at(-1) ?? '';
  const end = endOf(last);
  const shared = last.length > end.length ? end : '';
  const codes = named.flatMap((part) => treatmentCode(part) ?? treatmentCode(`${part}${shared}`) ?? []);
  const each = [...new Set(codes)];
  return each.length > 1 ? each : [];
};

const ASKING: ReadonlySet<string> = new Set('?？!！.。');

/** Where a text goes from Chinese to Latin letters or back, or something parts it: 试管婴儿 IVF, 试管婴儿（IVF）, proton/质子. */
const SCRIPTS =
  /(?<=\p{Script=Han})[\s()（）/,，:：-]*(?=\p{Script=Latin})|(?<=\p{Script=Latin})[\s()（）/,，:：-]*(?=\p{Script=Han})/u;

/** The one code of a treatment that is said in Chinese and in Latin letters, both halves meaning the same. */
const inBothScripts = (text: string): string | undefined => {
  const halves = trimSigns(text, new Set(')）')).split(SCRIPTS);
  if (halves.length !== 2) return undefined;
  const [one, other] = halves.map((half) => treatmentCode(half));
  return one === other ? one : undefined;
};

/** The one code that is meant by words which are no name of one: in another order, or as an offer. */
const codeOfPhrase = (text: string): string | undefined =>
  treatmentsTogether(text).length > 0
    ? undefined
    : (treatmentMeant(text)?.code ?? codeOfOffer(text) ?? prohibitedBy(text));

/** What is written for a transplant, behind its organ: “Liver Tx”. */
const TRANSPLANT = /(?<=\p{L} {1,3})tx\b/giu;

/** The words of a treatment with what is written short in full. */
export const longForm = (text: string): string => text.replace(TRANSPLANT, 'transplant');

/**
 * The code of a treatment written as a code, in everyday words (IVF, 试管婴儿) or as an offer of what is prohibited (choose the sex of the
 * baby); undefined where it is none of these, or where the words mean several (organ transplant).
 */
export const treatmentCode: (text: string) => string | undefined = remembered(1_000, (text) => {
  const words = longForm(trimSigns(text, ASKING));
  return findService(words)?.code ?? meant(words, true) ?? inBothScripts(words) ?? codeOfPhrase(words);
});

/** The same of words beside which stands the illness that it is for (“gamma knife for brain metastasis”, 达芬奇机器人 前列腺癌). */
export const treatmentCodeFor = (text: string): string | undefined => {
  const code = treatmentCode(text);
  if (code !== undefined) return code;
  const words = text.split(/\s+/u);
  for (let count = 1; count <= Math.min(MOST_OF_ILLNESS, words.length - 1); count += 1) {
    const own = words
      .slice(0, -count)
      .join(' ')
      .replace(/\sfor$/u, '');
    if (isIllness(words.slice(-count).join(' ')) && treatmentCode(own) !== undefined)
      return treatmentCode(own);
  }
  return undefined;
};
/** Most words of an illness. */
const MOST_OF_ILLNESS = 3;

const { dropped } = markWords;
const droppedEnglish: ReadonlySet<string> = new Set(dropped.en);

/** The name of a mark without “accredited” or 认证. */
const bareMark = (text: string): string =>
  dropped.zh.reduce(
    (left, word) => left.replaceAll(word, ''),
    text
      .split(/\s+/u)
      .filter((word) => !droppedEnglish.has(word.toLowerCase()))
      .join(' '),
  );

const licence: ReadonlySet<string> = new Set(markWords.licence);

/** The code of a mark or title written as a code or in words (JCI, JCI accredited, 三甲, 3A); undefined where it is neither. */
export const claimCode = remembered(1_000, (text): string | undefined =>
  isClaim(text)
    ? text
    : licence.has(text.trim().toLowerCase())
      ? 'licence'
      : (meant(text, false) ?? gradeOfHan(text) ?? gradeOfWords(text) ?? meant(bareMark(text), false)),
);
