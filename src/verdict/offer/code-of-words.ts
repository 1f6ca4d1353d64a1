import { markWords } from '../../../schema/lexicon/mark-words.ts';
import { late, remembered } from '../../text/remembered.ts';
import { gradeOfWords, isClaim } from '../vocabulary/claims.ts';
import { findService } from '../vocabulary/services.ts';
import { treatmentMeant } from '../vocabulary/treatments.ts';
import { fold } from './fold.ts';
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

/**
 * The code of a treatment written as a code, in everyday words (IVF, 试管婴儿) or as an offer of what is prohibited (choose the sex of the
 * baby); undefined where it is none of these, or where the words mean several (organ transplant).
 */
export const treatmentCode = remembered(
  1_000,
  (text): string | undefined =>
    findService(text)?.code ?? meant(text, true) ?? treatmentMeant(text)?.code ?? codeOfOffer(text),
);

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
      : (meant(text, false) ?? gradeOfWords(text) ?? meant(bareMark(text), false)),
);
