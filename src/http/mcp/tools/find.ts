import { z } from 'zod';
import { assistantWords } from '../../../../schema/lexicon/assistant-words.ts';
import { institutionFields } from '../../../../schema/question.ts';
import { matches } from '../../../../schema/verdict.ts';
import { parseQuestion } from '../../../ask/parse-question.ts';
import { searchInstitutions } from '../../routes/institution-search.ts';
import { result, unread } from '../result.ts';
import { basis, basisOf } from '../short/coverage.ts';
import { fit } from '../short/fit.ts';
import { nameShort, shortInstitution } from '../short/institution.ts';
import { plainly } from '../short/plain.ts';
import { contextOf, langField, whoFields, wholeNumber } from './asked.ts';
import { describeTool } from './tool.ts';

const USUAL = 6;
const MOST = 10;

const { province, city, address, website } = whoFields;
const input = z.strictObject({
  name: institutionFields.name,
  province,
  city,
  address,
  website,
  limit: wholeNumber(MOST).describe(assistantWords.fields.limit).optional(),
  ...langField,
});

const output = z.strictObject({
  match: z.enum(matches).describe('`exact` or `strong`: settled on the first one'),
  why: z.array(z.string()),
  candidates: z.array(shortInstitution.extend({ why: z.string() })),
  ...basis,
  generation: z.number().int(),
  leftOut: z.number().int().optional(),
});

/** Who a name could mean; nothing is said of any permission. */
export const findTool = describeTool({
  name: 'find_institution',
  input,
  output,
  answer: async ({ limit = USUAL, ...asked }, deps) => {
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
      ...basisOf(deps.reader(), deps.clock(), deps.config.baseUrl),
      generation: found.generation,
    };
    return result(fit(plainly(answer), [['candidates', 1]]));
  },
});
