import { z } from 'zod';
import { gates } from '../../../../schema/credential.ts';
import { line } from '../../../../schema/field.ts';
import { assistantWords } from '../../../../schema/lexicon/assistant-words.ts';
import { gatesOf, searchTreatments } from '../../../verdict/vocabulary/treatments.ts';
import { result } from '../result.ts';
import { fit } from '../short/fit.ts';
import { langField, wholeNumber } from './asked.ts';
import { describeTool } from './tool.ts';

/** More treatments than there will be. */
const MOST_PASSED = 1_000;

const input = z.strictObject({
  words: line(100).describe(assistantWords.fields.words).optional(),
  after: wholeNumber(MOST_PASSED).describe(assistantWords.fields.after).optional(),
  ...langField,
});

const output = z.strictObject({
  treatments: z.array(
    z.strictObject({
      code: z.string().describe('For `service` of verify_institution'),
      name: z.string(),
      needs: z.array(z.enum(gates)).optional().describe('The permissions it needs'),
    }),
  ),
  next: z.number().int().nullable().describe('`after` for those that follow; null where these are the last'),
});

/** As many as fit one answer, from the one behind `after`. */
const pageOf = <One>(all: readonly One[], after: number) => {
  const rest = all.slice(after);
  const whole = fit({ treatments: rest, next: all.length }, [['treatments', 1]]);
  const shown = after + whole.treatments.length;
  return { treatments: whole.treatments, next: shown < all.length ? shown : null };
};

/** The treatments that can be asked about; all of them without words, as many at a time as fit. What each needs is told where words were given. */
export const treatmentsTool = describeTool({
  name: 'list_treatments',
  input,
  output,
  answer: ({ words = '', after = 0, lang = 'en' }) => {
    const treatments = searchTreatments(words).map((one) => ({
      code: one.code,
      name: one.name[lang],
      ...(words === '' ? {} : { needs: [...gatesOf(one)] }),
    }));
    return result(pageOf(treatments, after));
  },
});
