import type { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { assistantWords } from '../../../../schema/lexicon/assistant-words.ts';
import { institutionFields } from '../../../../schema/question.ts';
import { matches } from '../../../../schema/verdict.ts';
import { parseQuestion } from '../../../ask/parse-question.ts';
import { searchInstitutions } from '../../routes/institution-search.ts';
import type { McpDeps } from '../deps.ts';
import { result, unread } from '../result.ts';
import { fit } from '../short/fit.ts';
import { nameShort, shortInstitution } from '../short/institution.ts';
import { plainly } from '../short/plain.ts';
import { contextOf, langField, whoFields } from './asked.ts';
import { offerTool } from './tool.ts';

const USUAL = 6;
const MOST = 10;

const { province, city, address, website } = whoFields;
const input = z.strictObject({
  name: institutionFields.name,
  province,
  city,
  address,
  website,
  limit: z.number().int().min(1).max(MOST).describe(assistantWords.fields.limit).optional(),
  ...langField,
});

const output = z.strictObject({
  match: z.enum(matches).describe('`exact` or `strong`: settled on the first one'),
  why: z.array(z.string()),
  candidates: z.array(shortInstitution.extend({ why: z.string() })),
  generation: z.number().int(),
  leftOut: z.number().int().optional(),
});

/** Who a name could mean; nothing is said of any permission. */
export const offerFind = (server: McpServer, deps: McpDeps, fault: (cause: unknown) => void): void =>
  offerTool(
    server,
    {
      name: 'find_institution',
      input,
      output,
      answer: async ({ limit = USUAL, ...asked }) => {
        const parsed = parseQuestion(asked, contextOf(deps));
        if (!('question' in parsed)) return unread(parsed.code, parsed.errors);
        const { lang } = parsed.question;
        const found = await searchInstitutions({ ...asked, limit }, deps, lang);
        const answer = {
          match: found.match,
          why: found.why.map(({ text }) => text),
          candidates: found.candidates.map(({ why, ...one }) => ({
            ...nameShort(one),
            why: why.map(({ text }) => text).join(' '),
          })),
          generation: found.generation,
        };
        return result(fit(plainly(answer), [['candidates', 1]]));
      },
    },
    fault,
  );
