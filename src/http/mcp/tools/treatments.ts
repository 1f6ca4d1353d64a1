import type { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { gates } from '../../../../schema/credential.ts';
import { line } from '../../../../schema/field.ts';
import { assistantWords } from '../../../../schema/lexicon/assistant-words.ts';
import { gatesOf, searchTreatments } from '../../../verdict/vocabulary/treatments.ts';
import { result } from '../result.ts';
import { fit } from '../short/fit.ts';
import { langField } from './asked.ts';
import { offerTool } from './tool.ts';

const input = z.strictObject({
  words: line(100).describe(assistantWords.fields.words).optional(),
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
  leftOut: z.number().int().optional(),
});

/** The treatments that can be asked about; all of them without words. What each needs is told where words were given. */
export const offerTreatments = (server: McpServer, fault: (cause: unknown) => void): void =>
  offerTool(
    server,
    {
      name: 'list_treatments',
      input,
      output,
      answer: ({ words = '', lang = 'en' }) => {
        const treatments = searchTreatments(words).map((one) => ({
          code: one.code,
          name: one.name[lang],
          ...(words === '' ? {} : { needs: [...gatesOf(one)] }),
        }));
        return result(fit({ treatments }, [['treatments', 1]]));
      },
    },
    fault,
  );
