import { z } from 'zod';
import type { Verdict } from '../../../../schema/verdict.ts';
import { knownBesidesOf } from '../../../ask/known-besides.ts';
import { parseQuestion } from '../../../ask/parse-question.ts';
import { bytesOf } from '../../../text/byte-text.ts';
import { bodyOf } from '../../routes/verify-batch.ts';
import { result, unread } from '../result.ts';
import { shorten, shortVerdict } from '../short/verdict.ts';
import { aboutFields, contextOf, langField, MOST_MARKS, whoFields } from './asked.ts';
import { describeTool } from './tool.ts';

const input = z.strictObject({ ...whoFields, ...aboutFields, ...langField });

const tooMany = {
  field: '/claim',
  problem: 'holds too many marks',
  expected: `at most ${MOST_MARKS} in one question`,
};

/** May one rely on this hospital, for this, on this day? The answer of /v1/verify, shortened. */
export const verifyTool = describeTool({
  name: 'verify_institution',
  input,
  output: shortVerdict,
  answer: async (asked, deps) => {
    const context = contextOf(deps);
    const parsed = parseQuestion(asked, context);
    if (!('question' in parsed)) {
      const known = await knownBesidesOf(asked, parsed, context, (question) =>
        deps.answers.unscored(deps.answers.epoch(), question),
      );
      return unread(parsed.code, parsed.errors, known);
    }
    const { question } = parsed;
    // One text may hold several marks with commas between them.
    if (question.claims.length > MOST_MARKS) return unread('LICET_BAD_QUESTION', [tooMany]);
    // The very bytes of /v1/verify, from its cache where they are there.
    const verdict: Verdict = JSON.parse(String(bytesOf(await bodyOf(deps, deps.answers.epoch(), question))));
    return result(shorten(verdict, question, deps.config.baseUrl));
  },
});
