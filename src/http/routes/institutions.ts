import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Language } from '../../../schema/base.ts';
import type { Dossier } from '../../../schema/institution.ts';
import { institutionFields, institutionQuestion } from '../../../schema/question.ts';
import { renderReason } from '../../../schema/reason.ts';
import { readerFor } from '../../ask/test-institutions.ts';
import { LicetError } from '../../errors.ts';
import { identify } from '../../identify/identify.ts';
import type { Reader } from '../../store/registry-reader.ts';
import { shanghaiDay } from '../../text/dates.ts';
import { summariseInstitution } from '../../verdict/summary.ts';
import type { Deps } from '../deps.ts';
import { languageOf } from '../language.ts';
import { sendJson } from '../plugins/conditional.ts';
import { candidatesAnswer, institutionAnswer, lang, langQuery } from '../shapes/lookups.ts';
import { operation } from '../shapes/operation.ts';
import { displayContext, showEvidence } from '../shapes/show-evidence.ts';

const MOST_CANDIDATES = 20;

const params = z.strictObject({ id: institutionFields.id });

const detailSchema = operation(
  {
    tag: 'Institutions',
    id: 'institution',
    summary: 'Everything known of one institution, each fact with its evidence',
    description: 'An id that was merged into another is redirected to it (308).',
    examples: [],
  },
  institutionAnswer,
  { params, querystring: langQuery },
  [400, 404],
);

const searchQuery = institutionQuestion
  .pick({ name: true, province: true, city: true, address: true, website: true })
  .required({ name: true })
  .extend({ limit: z.coerce.number().int().min(1).max(MOST_CANDIDATES).default(10), lang });

const searchSchema = operation(
  {
    tag: 'Institutions',
    id: 'institutions',
    summary: 'Which institutions a name could mean',
    examples: [{ path: '/v1/institutions?name=Zhongshan%20Hospital' }],
  },
  candidatesAnswer,
  { querystring: searchQuery },
  [400],
);

const show = (dossier: Dossier, { reference }: Reader, deps: Deps, language: Language) => {
  const context = displayContext(reference, shanghaiDay(deps.clock()), language, dossier);
  return {
    institution: summariseInstitution(dossier),
    names: dossier.names,
    place: dossier.place,
    addresses: dossier.addresses,
    identifiers: dossier.identifiers,
    credentials: dossier.credentials,
    traits: dossier.traits,
    evidence: dossier.evidence.map((ref) => showEvidence(context, ref)),
    judgements: [...(dossier.judgements ?? [])],
    asOf: context.day,
    generation: reference.generation,
  };
};

type Search = Readonly<z.infer<typeof searchQuery>>;

const search = async ({ limit, lang: _lang, ...who }: Search, deps: Deps, language: Language) => {
  const reader = deps.reader();
  const found = await identify(who, reader);
  const settled = found.id === null ? [] : [{ id: found.id, score: found.score, why: found.why }];
  const others = found.candidates.filter(({ id }) => id !== found.id);
  const candidates = [];
  for (const { id, score, why } of [...settled, ...others].slice(0, limit)) {
    const dossier = await reader.dossier(id);
    if (dossier === undefined) continue;
    candidates.push({
      ...summariseInstitution(dossier),
      score,
      why: why.map((one) => renderReason(one, language)),
    });
  }
  const why = found.why.map((one) => renderReason(one, language));
  return { match: found.match, why, candidates, generation: reader.generation };
};

type Found = Readonly<{ dossier: Dossier; reader: Reader } | { merged: string }>;

const findDossier = async (id: string, { reader: newest, config, clock }: Deps): Promise<Found> => {
  const reader = readerFor(id, newest(), config.testInstitutions, clock());
  const merged = await reader.redirect(id);
  if (merged !== undefined) return { merged };
  const dossier = await reader.dossier(id);
  if (dossier === undefined) throw new LicetError('LICET_UNKNOWN_INSTITUTION');
  return { dossier, reader };
};

const queryText = (request: FastifyRequest): string => {
  const start = request.url.indexOf('?');
  return start === -1 ? '' : request.url.slice(start);
};

/** One institution with all its facts, and the search for candidates. There is no list of all. */
export const registerInstitutions = (app: FastifyInstance, deps: Deps): void => {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  typed.get('/v1/institutions', { schema: searchSchema }, async (request, reply) =>
    sendJson(request, reply, await search(request.query, deps, languageOf(request, request.query.lang))),
  );
  typed.get('/v1/institutions/:id', { schema: detailSchema }, async (request, reply) => {
    const found = await findDossier(request.params.id, deps);
    if ('merged' in found) {
      return reply.redirect(`/v1/institutions/${found.merged}${queryText(request)}`, 308);
    }
    return sendJson(
      request,
      reply,
      show(found.dossier, found.reader, deps, languageOf(request, request.query.lang)),
    );
  });
};
