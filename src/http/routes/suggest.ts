import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { languages } from '../../../schema/base.ts';
import { line } from '../../../schema/field.ts';
import { readField } from '../../ask/read-fields.ts';
import { LicetError } from '../../errors.ts';
import { personalNumberIn } from '../../identifiers/personal-number.ts';
import type { Deps } from '../deps.ts';
import { sendJson } from '../plugins/conditional.ts';
import { refuse } from '../refuse.ts';
import { operation } from '../shapes/operation.ts';
import { suggested } from '../suggested.ts';

/** The beginning of a name, as far as it is read. */
const beginning = line(100);

const query = z.strictObject({
  q: z.string().meta({
    description: 'What was typed so far: characters, English, pinyin or pinyin initials',
    example: 'ruijin',
  }),
  lang: z.enum(languages).optional().meta({
    description: 'With `en`, English names where there are any; without it, the names that begin so',
    example: 'en',
  }),
});

const suggestion = z.strictObject({
  id: z.string(),
  name: z.string(),
  translation: z
    .string()
    .optional()
    .describe('With `lang=en`: English words of ours, where no English name is on record; never a name'),
  city: z.string().nullable(),
});

export const suggestAnswer = z.strictObject({
  suggestions: z
    .array(suggestion)
    .max(10)
    .describe(
      'Institutions one of whose names begins so, the better known first; not an answer to who is meant',
    ),
  generation: z.number().int(),
});

const schema = operation(
  {
    tag: 'Institutions',
    id: 'suggest',
    summary: 'Names that begin with what was typed so far',
    description: 'At most ten, for a type-ahead list. To learn who a name means, ask /v1/verify.',
    examples: [
      { path: '/v1/suggest?q=ruijin' },
      { path: '/v1/suggest?q=ruijin&lang=en' },
      { path: '/v1/suggest?q=%E7%91%9E%E9%87%91' },
    ],
  },
  suggestAnswer,
  { querystring: query },
  [400],
);

const typedIn = (q: unknown): string => {
  const read = readField(beginning, q, '?q');
  if ('errors' in read) return refuse([{ code: 'LICET_BAD_QUESTION', errors: read.errors }]);
  if (personalNumberIn(read.value) !== null) throw new LicetError('LICET_PERSONAL_NUMBER');
  return read.value;
};

/** Type-ahead over the names of the newest generation. */
export const registerSuggest = (app: FastifyInstance, deps: Pick<Deps, 'reader'>): void => {
  app.withTypeProvider<ZodTypeProvider>().get('/v1/suggest', { schema }, async (request, reply) => {
    const typed = typedIn(request.query.q);
    const reader = deps.reader();
    const suggestions = await suggested(typed, reader, request.query.lang);
    return sendJson(request, reply, { suggestions, generation: reader.generation });
  });
};
