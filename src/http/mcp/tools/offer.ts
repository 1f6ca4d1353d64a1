import { z } from 'zod';
import { day } from '../../../../schema/base.ts';
import { offerFields } from '../../../../schema/question.ts';
import { matches, outcomes } from '../../../../schema/verdict.ts';
import { checkOffer } from '../../../ask/check-offer.ts';
import { parseOffer } from '../../../ask/parse-offer.ts';
import { readerFor } from '../../../ask/test-institutions.ts';
import { result, unread } from '../result.ts';
import { fit } from '../short/fit.ts';
import { nameShort, shortInstitution } from '../short/institution.ts';
import { plainly } from '../short/plain.ts';
import { contextOf, langField, whoFields } from './asked.ts';
import { describeTool } from './tool.ts';

const input = z.strictObject({
  text: offerFields.text.optional(),
  sender: offerFields.sender.optional(),
  ...whoFields,
  ...langField,
});

const output = z.strictObject({
  asOf: day,
  hospital: shortInstitution.extend({ match: z.enum(matches) }).nullable(),
  match: z.enum(matches).nullable().describe('How the hospital named was found; null where none was named'),
  verdicts: z
    .array(z.strictObject({ code: z.string(), outcome: z.enum(outcomes), sentence: z.string() }))
    .describe('What the lists say to each thing the text claims of the hospital'),
  warnings: z
    .array(
      z.strictObject({
        words: z.string().describe('The very words of the text'),
        sign: z.string(),
        why: z.string(),
      }),
    )
    .describe('None does not mean that the text can be trusted'),
  checkable: z.array(z.strictObject({ words: z.string(), codes: z.array(z.string()) })),
  sender: z.array(z.string()).describe('What can be said of whoever sent it'),
  generation: z.number().int(),
  leftOut: z.number().int().optional(),
});

/** What an offer claims and which of its words are warning signs. The text is neither kept nor logged. */
export const offerTool = describeTool({
  name: 'check_offer',
  input,
  output,
  answer: async (asked, deps) => {
    const context = contextOf(deps);
    const parsed = parseOffer(asked, context);
    if (!('offer' in parsed)) return unread(parsed.code, parsed.errors);
    const { offer } = parsed;
    const { testInstitutions } = deps.config;
    const reader = readerFor(offer.who?.institution.id, deps.reader(), testInstitutions, context.now);
    const read = await checkOffer(offer, reader, context.now);
    const found = read.identity?.institution ?? null;
    const answer = {
      asOf: read.asOf,
      hospital:
        found === null || read.identity === null ? null : { ...nameShort(found), match: read.identity.match },
      match: read.identity?.match ?? null,
      verdicts: read.verdicts.map(({ code, outcome, summary }) => ({ code, outcome, sentence: summary })),
      warnings: read.warnings.map(({ text, title, why }) => ({
        words: text,
        sign: title[offer.lang],
        why: why[offer.lang],
      })),
      checkable: read.spans.map(({ text, codes }) => ({ words: text, codes: [...codes] })),
      sender: read.sender?.notes.map(({ text }) => text) ?? [],
      generation: read.generation,
    };
    const spare = [
      ['checkable', 0],
      ['verdicts', 4],
      ['warnings', 4],
      ['verdicts', 1],
      ['warnings', 1],
    ] as const;
    return result(fit(plainly(answer), spare));
  },
});
