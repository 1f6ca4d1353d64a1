import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { institutionSummary } from '../../../schema/verdict.ts';
import { LicetError } from '../../errors.ts';
import { explainIdentifier } from '../../identifiers/explain-identifier.ts';
import { bearersOf } from '../../identify/by-number.ts';
import type { Reader } from '../../store/registry-reader.ts';
import { summariseInstitution } from '../../verdict/summary.ts';
import type { Deps } from '../deps.ts';
import { sendJson } from '../plugins/conditional.ts';
import { noQuery } from '../shapes/lookups.ts';
import { operation } from '../shapes/operation.ts';

const params = z.strictObject({
  value: z
    .string()
    .min(1)
    .max(60)
    .meta({ description: 'The number as written', example: '12000000000000000Q' }),
});

export const identifierAnswer = z.strictObject({
  explanation: z
    .looseObject({ state: z.enum(['explained', 'malformed']), wellFormed: z.boolean() })
    .describe(
      'The kind of number, its parts, whether its check character agrees; or what it could have been',
    ),
  institutions: z
    .array(institutionSummary)
    .describe('Institutions that carry this number in a published list'),
  generation: z.number().int(),
});

const schema = operation(
  {
    tag: 'Identifiers',
    id: 'identifier',
    summary: 'What an official number says, and who carries it',
    description:
      'Unified social credit codes, organisation codes, licence numbers in their three forms, practising-certificate, insurance and trial-filing numbers. ' +
      'A check digit that differs is a warning, never a rejection. Numbers that contain an ID-card number are refused and not kept.',
    examples: [{ path: '/v1/identifiers/12000000000000000Q' }, { path: '/v1/identifiers/not-a-number' }],
  },
  identifierAnswer,
  { params, querystring: noQuery },
  [400],
);

/** The institutions that carry an official number in a published list; `value` in its plain form. */
export const carriers = async (value: string, reader: Reader) => {
  const hits = await bearersOf(value, reader);
  const ids = [...new Set(hits.map(({ institution }) => institution))];
  const dossiers = await Promise.all(ids.map((id) => reader.dossier(id)));
  return dossiers.flatMap((dossier) => (dossier === undefined ? [] : [summariseInstitution(dossier)]));
};

/** Explains any official number; a malformed one gets an answer too, because saying what is wrong is the point. */
export const registerIdentifiers = (app: FastifyInstance, deps: Deps): void => {
  app
    .withTypeProvider<ZodTypeProvider>()
    .get('/v1/identifiers/:value', { schema }, async (request, reply) => {
      const explanation = explainIdentifier(request.params.value);
      if (explanation.state === 'refused') throw new LicetError('LICET_PERSONAL_NUMBER', explanation.en);
      const reader = deps.reader();
      const institutions =
        explanation.state === 'explained' ? await carriers(explanation.normalised, reader) : [];
      return sendJson(request, reply, { explanation, institutions, generation: reader.generation });
    });
};
