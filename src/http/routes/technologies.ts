import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Language } from '../../../schema/base.ts';
import { line } from '../../../schema/field.ts';
import type { Reference, ReferenceFact } from '../../../schema/reference.ts';
import { readField } from '../../ask/read-fields.ts';
import { LicetError } from '../../errors.ts';
import { shanghaiDay } from '../../text/dates.ts';
import { claimCodes } from '../../verdict/vocabulary/claims.ts';
import { programmes, schemes } from '../../verdict/vocabulary/schemes.ts';
import {
  findService,
  type Service,
  searchServices,
  services,
  suggestServices,
} from '../../verdict/vocabulary/services.ts';
import type { Deps } from '../deps.ts';
import { languageOf } from '../language.ts';
import { sendJson } from '../plugins/conditional.ts';
import { refuse } from '../refuse.ts';
import {
  langQuery,
  noQuery,
  schemesAnswer,
  technologiesAnswer,
  technologyDetail,
} from '../shapes/lookups.ts';
import { operation } from '../shapes/operation.ts';
import { displayContext, showEvidence } from '../shapes/show-evidence.ts';

const query = z.strictObject({
  q: z
    .string()
    .optional()
    .meta({ description: 'Everyday words in English or Chinese', example: 'proton therapy' }),
});

const listSchema = operation(
  {
    tag: 'Vocabulary',
    id: 'technologies',
    summary: 'Find the code of a treatment by everyday words, or list all',
    description: 'Words that mean nothing here give an empty list.',
    examples: [{ path: '/v1/technologies?q=proton%20therapy' }, { path: '/v1/technologies' }],
  },
  technologiesAnswer,
  { querystring: query },
  [400],
);

const detailSchema = operation(
  {
    tag: 'Vocabulary',
    id: 'technology',
    summary: 'One treatment: the law it falls under, and what the published lists say of it',
    examples: [{ path: '/v1/technologies/G06' }, { path: '/v1/technologies/art.ivf?lang=zh' }],
  },
  technologyDetail,
  { params: z.strictObject({ code: z.string().min(1).max(60) }), querystring: langQuery },
  [400, 404],
);

const schemesSchema = operation(
  {
    tag: 'Vocabulary',
    id: 'schemes',
    summary: 'Marks and programmes: what each attests, what it does not, and every code that `claim` takes',
    examples: [{ path: '/v1/schemes' }],
  },
  schemesAnswer,
  { querystring: noQuery },
  [400],
);

const show = ({ code, gate, kind, name, basis, words }: Service) => ({
  code,
  gate,
  name,
  kind,
  basis,
  words,
});

/** Everyday words for a treatment. */
const words = line(100);

const find = (typed: string | undefined) => {
  if (typed === undefined) return services.map(show);
  const read = readField(words, typed, '?q');
  if ('errors' in read) return refuse([{ code: 'LICET_BAD_QUESTION', errors: read.errors }]);
  return searchServices(read.value).map(({ service }) => show(service));
};

const factsOf = (service: Service, reference: Reference, today: string, language: Language) => {
  const context = displayContext(reference, today, language);
  const product = service.product?.name ?? null;
  const about = (fact: ReferenceFact): boolean =>
    fact.code === service.code || (product !== null && fact.title.zh?.includes(product) === true);
  return reference.facts.filter(about).map((fact) => ({
    kind: fact.kind,
    code: fact.code,
    title: fact.title,
    ...(fact.validFrom === undefined ? {} : { validFrom: fact.validFrom }),
    ...(fact.validUntil === undefined ? {} : { validUntil: fact.validUntil }),
    detail: fact.detail,
    evidence: showEvidence(context, fact.evidence),
  }));
};

const serviceOf = (code: string): Service => {
  const service = findService(code);
  if (service !== undefined) return service;
  throw new LicetError('LICET_UNKNOWN_TECHNOLOGY', undefined, [
    { field: '/code', problem: 'is not a code of the vocabulary', nearest: suggestServices(code) },
  ]);
};

/** The closed vocabularies that a question speaks: treatments, marks, programmes, claims. */
export const registerTechnologies = (app: FastifyInstance, deps: Deps): void => {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  typed.get('/v1/technologies', { schema: listSchema }, async (request, reply) =>
    sendJson(request, reply, { technologies: find(request.query.q) }),
  );
  typed.get('/v1/technologies/:code', { schema: detailSchema }, async (request, reply) => {
    const service = serviceOf(request.params.code);
    const { reference, generation } = deps.reader();
    const language = languageOf(request, request.query.lang);
    const facts = factsOf(service, reference, shanghaiDay(deps.clock()), language);
    return sendJson(request, reply, { ...show(service), facts, generation });
  });
  typed.get('/v1/schemes', { schema: schemesSchema }, async (request, reply) =>
    sendJson(request, reply, { schemes, programmes, claims: claimCodes }),
  );
};
