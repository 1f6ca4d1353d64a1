import { setImmediate as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { bilingual, day, type Language } from '../../../schema/base.ts';
import { evidenceSchema, institutionSummary } from '../../../schema/verdict.ts';
import type { Reader } from '../../store/registry-reader.ts';
import { shanghaiDay } from '../../text/dates.ts';
import { contradictionsOf } from '../../verdict/contradictions.ts';
import { summariseInstitution } from '../../verdict/summary.ts';
import type { Deps } from '../deps.ts';
import { languageOf } from '../language.ts';
import { linkNext } from '../next-link.ts';
import { sendJson } from '../plugins/conditional.ts';
import { lang } from '../shapes/lookups.ts';
import { operation } from '../shapes/operation.ts';
import { displayContext } from '../shapes/show-evidence.ts';

/** Institutions read at a time, and looked through at most for one page: beyond that an empty page says where to go on. */
const AT_ONCE = 1000;
const LOOKED_THROUGH = 50_000;
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
      'Nothing stands here that the answers about these institutions do not show. Go on with `next` until it is null. Only where 50,000 institutions in a row agree with themselves is a page empty and yet not the last.',
    examples: [{ path: '/v1/contradictions?limit=5' }],
  },
  contradictionsAnswer,
  {
    querystring: contradictionsQuery,
  },
  [400],
);

type Ask = Readonly<{ after: string | null; limit: number; today: string; language: Language }>;

type Contradictions = z.infer<typeof contradictionsAnswer>['contradictions'];

const contradictionsAbout = async (
  id: string,
  reader: Reader,
  today: string,
  language: Language,
): Promise<Contradictions> => {
  const dossier = await reader.dossier(id);
  if (dossier === undefined) return [];
  const context = displayContext(reader.reference, today, language, dossier);
  const institution = summariseInstitution(dossier);
  return contradictionsOf(context).map(({ statements, ...rest }) => ({
    institution,
    ...rest,
    statements: [...statements],
  }));
};

/** Looks on through the institutions until some whose sources disagree fill a page, or the end is reached. */
export const contradictionsPage = async (reader: Reader, { after, limit, today, language }: Ask) => {
  const found: Contradictions = [];
  let last = after;
  for (let looked = 0; looked < LOOKED_THROUGH; looked += AT_ONCE) {
    const ids = await reader.institutionIds(last, AT_ONCE);
    for (const [at, id] of ids.entries()) {
      if (at % 50 === 49) await pause();
      last = id;
      found.push(...(await contradictionsAbout(id, reader, today, language)));
      if (found.length >= limit) break;
    }
    if (ids.length < AT_ONCE && last === (ids.at(-1) ?? last)) return { contradictions: found, next: null };
    if (found.length > 0) break;
  }
  return { contradictions: found, next: last };
};

/** Disagreements among sources, for those who look after them. */
export const registerContradictions = (app: FastifyInstance, deps: Deps): void => {
  app.withTypeProvider<ZodTypeProvider>().get('/v1/contradictions', { schema }, async (request, reply) => {
    const reader = deps.reader();
    const { after = null, limit } = request.query;
    const language = languageOf(request, request.query.lang);
    const today = shanghaiDay(deps.clock());
    const found = await contradictionsPage(reader, { after, limit, today, language });
    linkNext(request, reply, 'after', found.next);
    return sendJson(request, reply, { ...found, asOf: today, generation: reader.generation });
  });
};
