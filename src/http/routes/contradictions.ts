import { setImmediate as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { bilingual, day, type Language } from '../../../schema/base.ts';
import { evidenceSchema, institutionSummary } from '../../../schema/verdict.ts';
import type { Reader } from '../../store/registry-types.ts';
import { shanghaiDay } from '../../text/dates.ts';
import { contradictionsOf } from '../../verdict/contradictions.ts';
import { summariseInstitution } from '../../verdict/summary.ts';
import type { Deps } from '../deps.ts';
import { languageOf } from '../language.ts';
import { sendJson } from '../plugins/conditional.ts';
import { lang } from '../shapes/lookups.ts';
import { operation } from '../shapes/operation.ts';
import { displayContext } from '../shapes/show-evidence.ts';

/** Institutions looked through for one page, so that a page costs about the same wherever it stands. */
const LOOKED_THROUGH = 1000;
const MOST = 100;

export const contradictionsAnswer = z.strictObject({
  contradictions: z.array(
    z.strictObject({
      institution: institutionSummary,
      kind: z.enum(['credential', 'grade', 'identifier']),
      about: z.string(),
      statements: z.array(z.strictObject({ says: z.string(), evidence: evidenceSchema })),
      rule: z.string().describe('The rule that decided; `disagree`, `stale`, `hold`, `none` left it open'),
      why: bilingual,
    }),
  ),
  /** Ask on with `after`; null when all institutions were looked through. */
  next: z.string().nullable(),
  asOf: day,
  generation: z.number().int(),
});

export const contradictionsQuery = z.strictObject({
  after: z.string().max(40).optional().meta({ description: 'Registry id to go on after, from `next`' }),
  limit: z.coerce.number().int().min(1).max(MOST).default(20),
  lang,
});

const schema = operation(
  {
    tag: 'Evidence',
    id: 'contradictions',
    summary: 'Where two sources disagree about an institution: both, and the rule that decided',
    description:
      'Nothing stands here that the answers about these institutions do not show. A page looks through 1000 institutions at most and may be empty; go on with `next` until it is null.',
    examples: [{ path: '/v1/contradictions?limit=5' }],
  },
  contradictionsAnswer,
  {
    querystring: contradictionsQuery,
  },
  [400],
);

type Ask = Readonly<{ after: string | null; limit: number; today: string; language: Language }>;

/** Looks through a page of institutions for sources that disagree. */
export const contradictionsPage = async (reader: Reader, { after, limit, today, language }: Ask) => {
  const found: z.infer<typeof contradictionsAnswer>['contradictions'] = [];
  const ids = await reader.institutionIds(after, LOOKED_THROUGH);
  let last = after;
  for (const [at, id] of ids.entries()) {
    if (at % 50 === 49) await pause();
    const dossier = await reader.dossier(id);
    last = id;
    if (dossier === undefined) continue;
    const context = displayContext(reader.reference, today, language, dossier);
    const institution = summariseInstitution(dossier);
    for (const { statements, ...rest } of contradictionsOf(context))
      found.push({ institution, ...rest, statements: [...statements] });
    if (found.length >= limit) break;
  }
  const end = ids.length < LOOKED_THROUGH && last === (ids.at(-1) ?? after);
  return { contradictions: found, next: end ? null : last };
};

/** Disagreements among sources, for those who look after them. */
export const registerContradictions = (app: FastifyInstance, deps: Deps): void => {
  app.withTypeProvider<ZodTypeProvider>().get('/v1/contradictions', { schema }, async (request, reply) => {
    const reader = deps.reader();
    const { after = null, limit } = request.query;
    const language = languageOf(request, request.query.lang);
    const today = shanghaiDay(deps.clock());
    const found = await contradictionsPage(reader, { after, limit, today, language });
    return sendJson(request, reply, { ...found, asOf: today, generation: reader.generation });
  });
};
