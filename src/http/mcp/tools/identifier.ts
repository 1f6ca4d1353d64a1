import { z } from 'zod';
import type { Language } from '../../../../schema/base.ts';
import { line } from '../../../../schema/field.ts';
import { assistantWords } from '../../../../schema/lexicon/assistant-words.ts';
import { explainIdentifier } from '../../../identifiers/explain-identifier.ts';
import type { IdentifierPart } from '../../../identifiers/identifier.ts';
import { carriers } from '../../routes/identifiers.ts';
import { result, unread } from '../result.ts';
import { basis, basisOf } from '../short/coverage.ts';
import { fit } from '../short/fit.ts';
import { nameShort, shortInstitution } from '../short/institution.ts';
import { plainly } from '../short/plain.ts';
import { langField } from './asked.ts';
import { describeTool } from './tool.ts';

const input = z.strictObject({ value: line(60).describe(assistantWords.fields.value), ...langField });

const output = z.strictObject({
  wellFormed: z.boolean(),
  kind: z.string().nullable(),
  checkDigit: z.string().describe('Whether the check character agrees; `none` where such a number has none'),
  parts: z.array(z.string()).describe('What its parts say'),
  warnings: z.array(z.string()),
  institutions: z
    .array(shortInstitution)
    .describe('Who carries it in a published list; nobody: no list we hold names it'),
  ...basis,
  generation: z.number().int(),
  leftOut: z.number().int().optional(),
});

const partOf = ({ name, value, meaning }: IdentifierPart, lang: Language): string =>
  `${name} ${value}${meaning === null ? '' : `: ${meaning[lang]}`}`;

/** What an official number says and who carries it. A number that identifies a person is refused and not repeated. */
export const identifierTool = describeTool({
  name: 'explain_identifier',
  input,
  output,
  answer: async ({ value, lang = 'en' }, deps) => {
    const explained = explainIdentifier(value);
    if (explained.state === 'refused')
      return unread('LICET_PERSONAL_NUMBER', [{ field: '/value', problem: explained[lang] }]);
    const reader = deps.reader();
    const known = explained.state === 'explained' ? await carriers(explained.normalised, reader) : [];
    const warnings =
      explained.state === 'explained' ? explained.warnings : explained.couldBe.map(({ problem }) => problem);
    const answer = {
      wellFormed: explained.wellFormed,
      kind: explained.kind,
      checkDigit: explained.checkDigit,
      parts: explained.state === 'explained' ? explained.parts.map((part) => partOf(part, lang)) : [],
      warnings: warnings.map((one) => one[lang]),
      institutions: known.map(nameShort),
      ...basisOf(reader, deps.clock(), deps.config.baseUrl),
      generation: reader.generation,
    };
    return result(
      fit(plainly(answer), [
        ['institutions', 3],
        ['parts', 3],
      ]),
    );
  },
});
