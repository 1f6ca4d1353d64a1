import type { z } from 'zod';
import type { Bilingual } from '../../schema/base.ts';
import { listOf } from '../../schema/field.ts';
import { MAX_CLAIMS, questionFields } from '../../schema/question.ts';
import { suggestByEditDistance } from '../text/edit-distance.ts';
import { claimCode, treatmentCode, treatmentsTogether } from '../verdict/offer/code-of-words.ts';
import { isProhibited, prohibitedAmong } from '../verdict/offer/forbidden.ts';
import { type Sign, signs } from '../verdict/offer/rules.ts';
import { signOfAsked } from '../verdict/offer/unlawful.ts';
import { claimCodes, suggestClaims } from '../verdict/vocabulary/claims.ts';
import { isIllness } from '../verdict/vocabulary/illness.ts';
import { treatmentMistyped } from '../verdict/vocabulary/mistyped.ts';
import { isCareInOtherLanguage, treatmentsInOtherLanguage } from '../verdict/vocabulary/other-languages.ts';
import { findService, searchServices, services, suggestServices } from '../verdict/vocabulary/services.ts';
import { treatmentNamed } from '../verdict/vocabulary/treatments.ts';

type Vocabulary = Readonly<{
  codes: readonly string[];
  /** The code that is meant, as the vocabulary writes it; undefined where it holds none. */
  find: (text: string) => string | undefined;
  /** Codes whose words are near. */
  near: (text: string) => readonly string[];
  problem: string;
  /** What is wrong with words that mean several codes at once, or one and more besides. */
  several?: (text: string) => string | null;
  /** What is to be said of the codes that are near, besides. */
  besides?: (near: readonly string[]) => string;
  expected: string;
}>;

/** A code as the vocabulary writes it, whatever its case; an unknown one is an error that lists its neighbours. */
const codeOf = (declared: z.ZodString, vocabulary: Vocabulary) => {
  const { codes, find, near, problem, several, besides, expected } = vocabulary;
  const byCase = new Map(codes.map((code) => [code.toLowerCase(), code]));
  return declared
    .overwrite((text) => find(text) ?? byCase.get(text.toLowerCase()) ?? text)
    .check(({ value, issues }) => {
      if (find(value) !== undefined) return;
      const meant = near(value);
      const like = meant.length > 0 ? meant : suggestByEditDistance(value, codes);
      const params = { expected, ...(like.length === 0 ? {} : { nearest: like }) };
      const message = `${several?.(value) ?? problem}${besides?.(like) ?? ''}`;
      issues.push({ code: 'custom', input: value, message, params });
    });
};

/** What is said of words that are no treatment with rules of its own: nothing can be said of it, least of all that it is lawful. */
const NO_TREATMENT =
  'is, in English or Chinese, no treatment we hold a list about, so whether it may be offered cannot be said; leave it out to ask whether the hospital is licensed';
/** What is said of words that mean several treatments. */
export const SEVERAL_TREATMENTS = 'may mean several treatments';
/** What is said of words in letters that no treatment is written in here; it says nothing of what they mean. */
export const UNREAD_LETTERS =
  'is in letters that this service does not read; write the treatment in English or Chinese';
/** A letter of another script than Latin and Chinese. */
const OTHER_LETTERS = /[^\P{L}\p{Script=Latin}\p{Script=Han}\p{Script=Common}\p{Script=Greek}]/u;
/** What is said of a treatment in the words of a language that is not read. */
export const OTHER_LANGUAGE =
  'is in a language that this service does not read; write the treatment in English or Chinese';
/** What is said of words that ask for treatments together. */
export const TOGETHER = 'holds several treatments; ask for each by itself';
/** What is said of words among which a treatment stands. */
const AMONG_OTHERS = 'holds more words than the name of a treatment';
/** What is said of words that are a piece of what one treatment is called: “MRI” of PET/MR. */
export const PART_OF_NAME = 'is only a part of what a treatment we hold a list about is called';
/** What is said, before its reason, of words that are a warning sign where they are offered. */
const WARNED_OF = 'is no treatment we hold a list about, and in an offer a warning sign: ';

/** The warning sign that is told of words that are no treatment; undefined for another problem. */
export const signTold = (problem: string): Sign | undefined =>
  problem.startsWith(WARNED_OF)
    ? signs().find(({ why }) => problem.startsWith(`${WARNED_OF}${why.en}`))
    : undefined;

/** What is said of an illness. */
export const ILLNESS =
  'is an illness, and lists are about treatments; write the treatment that is offered for it, or leave it out to ask whether the hospital is licensed';

const KINDS = [ILLNESS, SEVERAL_TREATMENTS, UNREAD_LETTERS, OTHER_LANGUAGE, TOGETHER, PART_OF_NAME] as const;

/** Which of the things that are said of a treatment a problem begins with; undefined for any other. */
export const kindOfUnread = (problem: string): (typeof KINDS)[number] | undefined =>
  KINDS.find((kind) => problem.startsWith(kind));

/** What nobody may do among the treatments that were perhaps meant: who is told to choose another word is told this first. */
export const prohibitedOf = (near: readonly string[]): readonly Bilingual[] =>
  near.filter(isProhibited).flatMap((code) => findService(code)?.name ?? []);

const prohibition = (near: readonly string[]): string =>
  prohibitedOf(near)
    .map(({ en }) => `; “${en}” is prohibited in mainland China, at any institution`)
    .join('');

/** Most codes that are named for words which mean several. */
const MOST_NEAR = 5;

/** The codes that words mean: those that are called exactly so, else the treatments whose names hold them, else those that are spelled like them. */
const treatmentsNear = (text: string): readonly string[] => [
  ...new Set([...treatmentsTogether(text), ...prohibitedAmong(text), ...nearestTo(text)]),
];

const nearestTo = (text: string): readonly string[] => {
  // Nobody who names an illness is led to one treatment of it.
  if (isIllness(text)) return [];
  const abroad = treatmentsInOtherLanguage(text);
  if (abroad.length > 0) return abroad;
  const called = searchServices(text, services.length).filter(({ score }) => score === 1);
  const mistyped = treatmentMistyped(text);
  if (mistyped !== undefined) return [mistyped.code];
  if (called.length > 0) return called.slice(0, MOST_NEAR).map(({ service }) => service.code);
  return treatmentNamed(text)?.treatments.map(({ code }) => code) ?? suggestServices(text);
};

/** A treatment: a code of the technology vocabulary, or everyday words that mean one. */
export const serviceCode = codeOf(questionFields.service, {
  codes: services.map(({ code }) => code),
  find: treatmentCode,
  near: treatmentsNear,
  problem: NO_TREATMENT,
  several: (text) => {
    if (OTHER_LETTERS.test(text)) return UNREAD_LETTERS;
    if (treatmentsTogether(text).length > 0) return TOGETHER;
    if (treatmentsInOtherLanguage(text).length > 0) return OTHER_LANGUAGE;
    const named = treatmentNamed(text);
    if (named !== null && named.treatments.length > 1) return SEVERAL_TREATMENTS;
    if ((named === null || named.part) && isIllness(text)) return ILLNESS;
    if (named !== null) return named.part ? PART_OF_NAME : AMONG_OTHERS;
    const sign = signOfAsked(text);
    if (sign !== null) return `${WARNED_OF}${sign.why.en}`;
    return isCareInOtherLanguage(text) ? OTHER_LANGUAGE : null;
  },
  besides: prohibition,
  expected: 'a code of /v1/technologies?q=…, or everyday words that mean one treatment',
});

/** What an institution says of itself: codes that can be checked. */
export const claimList = listOf(
  codeOf(questionFields.claim, {
    codes: claimCodes,
    find: claimCode,
    near: suggestClaims,
    problem: 'is not a claim this service can check',
    expected: 'a code of /v1/schemes, licence, or words that mean one (JCI accredited, 三甲, 3A)',
  }),
  MAX_CLAIMS,
  'claims',
);
