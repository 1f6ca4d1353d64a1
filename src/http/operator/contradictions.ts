import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Evidence } from '../../../schema/verdict.ts';
import type { Reader } from '../../store/registry-reader.ts';
import { shanghaiDay } from '../../text/dates.ts';
import { languageOf } from '../language.ts';
import { linkNext } from '../next-link.ts';
import { contradictionsAnswer, contradictionsPage, contradictionsQuery } from '../routes/contradictions.ts';
import type { OperatorDeps } from './deps.ts';
import { operatorOperation } from './operation.ts';
import { actOf } from './require-role.ts';

const base = contradictionsAnswer.shape.contradictions.element;
const statement = base.shape.statements.element.extend({
  words: z
    .record(z.string(), z.string())
    .nullable()
    .describe('The row’s own words, whatever the rights let be shown'),
  page: z.string().nullable().describe('Where the kept page can be looked at'),
});

export const operatorContradictions = contradictionsAnswer.extend({
  contradictions: z.array(base.extend({ statements: z.array(statement) })),
});

const schema = operatorOperation(
  {
    id: 'operatorContradictions',
    summary: 'Where two sources disagree, with the rows’ own words and the kept pages',
  },
  operatorContradictions,
  { querystring: contradictionsQuery },
  [400],
);

const wordsOf = async (reader: Reader, { sha256, row }: Evidence) => {
  const kept = sha256 === null || row === null ? undefined : await reader.keptRow(sha256, row);
  return {
    words: kept === undefined ? null : { ...kept.raw },
    page: sha256 === null ? null : `/v1/operator/pages/${sha256}`,
  };
};

/** The route with the contradictions of `/v1/contradictions` and what a person needs to settle them: the rows and their pages. */
export const registerOperatorContradictions = (app: FastifyInstance, deps: OperatorDeps): void => {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  typed.get('/v1/operator/contradictions', { schema, config: { role: 'clerk' } }, async (request, reply) => {
    await deps.worker.run('note', { act: actOf(deps, request, 'contradictions.look', '') });
    const reader = deps.reader();
    const { after = null, limit } = request.query;
    const today = shanghaiDay(deps.clock());
    const language = languageOf(request, request.query.lang);
    const found = await contradictionsPage(reader, { after, limit, today, language });
    const contradictions: z.infer<typeof operatorContradictions>['contradictions'] = [];
    for (const one of found.contradictions) {
      const statements: (typeof contradictions)[number]['statements'] = [];
      for (const cited of one.statements)
        statements.push({ ...cited, ...(await wordsOf(reader, cited.evidence)) });
      contradictions.push({ ...one, statements });
    }
    linkNext(request, reply, 'after', found.next);
    return reply.send({ contradictions, next: found.next, asOf: today, generation: reader.generation });
  });
};
