import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Language } from '../../../schema/base.ts';
import type { Dossier } from '../../../schema/institution.ts';
import { institutionFields } from '../../../schema/question.ts';
import { readerFor } from '../../ask/test-institutions.ts';
import { type FieldError, LicetError } from '../../errors.ts';
import type { Reader } from '../../store/registry-reader.ts';
import { shanghaiDay } from '../../text/dates.ts';
import { summariseInstitution } from '../../verdict/summary.ts';
import type { Deps } from '../deps.ts';
import { languageOf } from '../language.ts';
import { sendJson } from '../plugins/conditional.ts';
import { refuse } from '../refuse.ts';
import {
  type InstitutionsQuery,
  institutionsAnswer,
  institutionsQuery,
  MOST_CANDIDATES,
} from '../shapes/institution-queries.ts';
import { institutionAnswer, langQuery } from '../shapes/lookups.ts';
import { operation } from '../shapes/operation.ts';
import { displayContext, showEvidence } from '../shapes/show-evidence.ts';
import { sendInstitutionList } from './institution-list.ts';
import { searchInstitutions } from './institution-search.ts';

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
  [308, 404],
);

const listSchema = operation(
  {
    tag: 'Institutions',
    id: 'institutions',
    summary: 'Which institutions a name could mean; without a name, a list by place, type and last change',
    description:
      'With `name` this is a search. Without it, institutions are listed in the order of their ids, in pages that are all of one generation: nothing is left out and nothing told twice. `Link: rel="next"` leads to the next page while there is one. Places are taken in Chinese or English; a word that is no place, or several, is refused with what is near.',
    examples: [
      { path: '/v1/institutions?name=Zhongshan%20Hospital' },
      { path: '/v1/institutions?province=Shanghai&type=hospital&limit=2' },
    ],
  },
  institutionsAnswer,
  { querystring: institutionsQuery },
  [400],
);

/** Fields of a list that a search does not have, and the other way round. */
const onlyInLists = ['type', 'updatedSince', 'after'] as const;
const onlyInSearches = ['address', 'website'] as const;

const misplaced = (query: InstitutionsQuery): readonly FieldError[] => {
  const { name, limit = 0 } = query;
  const fields = name === undefined ? onlyInSearches : onlyInLists;
  const problem = name === undefined ? 'belongs to a search' : 'belongs to a list';
  const expected = name === undefined ? 'a `name` besides' : 'no `name`';
  const errors = fields
    .filter((field) => query[field] !== undefined)
    .map((field) => ({ field: `?${field}`, problem, expected }));
  return name === undefined || limit <= MOST_CANDIDATES
    ? errors
    : [
        ...errors,
        { field: '?limit', problem: `is ${limit}`, expected: `at most ${MOST_CANDIDATES} in a search` },
      ];
};

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

/** One institution with all its facts, the search for candidates, and the list. */
export const registerInstitutions = (app: FastifyInstance, deps: Deps): void => {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  typed.get('/v1/institutions', { schema: listSchema }, async (request, reply) => {
    const { query } = request;
    const errors = misplaced(query);
    if (errors.length > 0) refuse([{ code: 'LICET_BAD_QUESTION', errors }]);
    const { name } = query;
    if (name === undefined) return sendInstitutionList(request, reply, query, deps);
    const found = await searchInstitutions({ ...query, name }, deps, languageOf(request, query.lang));
    return sendJson(request, reply, found);
  });
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
