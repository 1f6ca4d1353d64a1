import type { z } from 'zod';
import { listOf } from '../../schema/field.ts';
import { MAX_CLAIMS, questionFields } from '../../schema/question.ts';
import { suggestByEditDistance } from '../text/edit-distance.ts';
import { claimCodes, isClaim, suggestClaims } from '../verdict/vocabulary/claims.ts';
import { findService, services, suggestServices } from '../verdict/vocabulary/services.ts';

type Vocabulary = Readonly<{
  codes: readonly string[];
  /** A code as the vocabulary writes it; undefined where it holds none. */
  find: (text: string) => string | undefined;
  /** Codes whose words are near. */
  near: (text: string) => readonly string[];
  problem: string;
  expected: string;
}>;

/** A code as the vocabulary writes it, whatever its case; an unknown one is an error that lists its neighbours. */
const codeOf = (declared: z.ZodString, { codes, find, near, problem, expected }: Vocabulary) => {
  const byCase = new Map(codes.map((code) => [code.toLowerCase(), code]));
  return declared
    .overwrite((text) => find(text) ?? byCase.get(text.toLowerCase()) ?? text)
    .check(({ value, issues }) => {
      if (find(value) !== undefined) return;
      const meant = near(value);
      const like = meant.length > 0 ? meant : suggestByEditDistance(value, codes);
      const params = { expected, ...(like.length === 0 ? {} : { nearest: like }) };
      issues.push({ code: 'custom', input: value, message: problem, params });
    });
};

/** A treatment: a code of the technology vocabulary. */
export const serviceCode = codeOf(questionFields.service, {
  codes: services.map(({ code }) => code),
  find: (text) => findService(text)?.code,
  near: suggestServices,
  problem: 'is not a code of the technology vocabulary',
  expected: 'a code of /v1/technologies?q=…',
});

/** What an institution says of itself: codes that can be checked. */
export const claimList = listOf(
  codeOf(questionFields.claim, {
    codes: claimCodes,
    find: (text) => (isClaim(text) ? text : undefined),
    near: suggestClaims,
    problem: 'is not a claim this service can check',
    expected: 'a claim of /v1/schemes, or licence',
  }),
  MAX_CLAIMS,
  'claims',
);
