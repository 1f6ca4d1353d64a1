import type { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { askedAbout } from '../../../ask/asked-about.ts';
import { parseQuestion } from '../../../ask/parse-question.ts';
import type { McpDeps } from '../deps.ts';
import { result, unread } from '../result.ts';
import { shorten, shortVerdict } from '../short/verdict.ts';
import { aboutFields, contextOf, langField, MOST_MARKS, whoFields } from './asked.ts';
import { offerTool } from './tool.ts';

const input = z.strictObject({ ...whoFields, ...aboutFields, ...langField });

const tooMany = {
  field: '/claim',
  problem: 'holds too many marks',
  expected: `at most ${MOST_MARKS} in one question`,
};

/** May one rely on this hospital, for this, on this day? The answer of /v1/verify, shortened. */
export const offerVerify = (server: McpServer, deps: McpDeps, fault: (cause: unknown) => void): void =>
  offerTool(
    server,
    {
      name: 'verify_institution',
      input,
      output: shortVerdict,
      answer: async (asked) => {
        const parsed = parseQuestion(asked, contextOf(deps));
        if (!('question' in parsed)) return unread(parsed.code, parsed.errors);
        const { question } = parsed;
        // One text may hold several marks with commas between them.
        if (question.claims.length > MOST_MARKS) return unread('LICET_BAD_QUESTION', [tooMany]);
        const verdict = await deps.answers.verdict(deps.answers.epoch(), question);
        deps.demand.count(askedAbout(verdict));
        return result(shorten(verdict, question, deps.config.baseUrl));
      },
    },
    fault,
  );
