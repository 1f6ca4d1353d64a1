import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { fhirWords } from '../../../schema/lexicon/fhir-words.ts';
import { LicetError } from '../../errors.ts';
import type { Generations } from '../../store/generations.ts';
import { baseOf } from '../badge/address.ts';
import { preferredLanguage } from '../language.ts';
import { readQuery } from '../query.ts';
import type { FhirDeps } from './deps.ts';
import { registerExport } from './export/register.ts';
import { definitions } from './kinds/definitions.ts';
import { healthcareServices } from './kinds/healthcare-services.ts';
import type { Asking, Kind } from './kinds/kind.ts';
import { locations } from './kinds/locations.ts';
import { namingSystems } from './kinds/naming-systems.ts';
import { organizations } from './kinds/organizations.ts';
import { verificationResults } from './kinds/verification-results.ts';
import { unknownResource } from './look-up.ts';
import { capabilityStatement } from './resources/capability.ts';
import { bundleOf } from './search/bundle.ts';
import { includedWith, includes } from './search/include.ts';
import { formatOf, readParameters } from './search/parameters.ts';
import { refuseOtherFormats, sendResource } from './send.ts';

const kinds: readonly Kind[] = [
  organizations,
  locations,
  healthcareServices,
  verificationResults,
  namingSystems,
  definitions,
];
const FORM_BYTES = 65_536;
const hidden = { schema: { hide: true } };
type ById = Readonly<{ Params: Readonly<{ id: string }> }>;

const askingOf = (request: FastifyRequest, deps: FhirDeps): Asking => {
  const base = baseOf(deps, request);
  const lang = preferredLanguage(request.headers['accept-language']);
  return { deps, epoch: deps.answers.epoch(), way: { lang, base, root: `${base}/fhir` } };
};

const registerKind = (
  app: FastifyInstance,
  deps: FhirDeps,
  { type, parameters, read, search }: Kind,
): void => {
  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const asking = askingOf(request, deps);
    const asked = readParameters(request, parameters, includes[type]);
    const found = await search(asked, asking);
    const included = asked.withOwners ? await includedWith(found.resources, asking) : [];
    return sendResource(request, reply, bundleOf(type, asked, { ...found, included }, asking.way));
  };
  app.get(`/fhir/${type}`, hidden, answer);
  app.post(`/fhir/${type}/_search`, { ...hidden, bodyLimit: FORM_BYTES }, answer);
  app.get<ById>(`/fhir/${type}/:id`, hidden, async (request, reply) => {
    const asking = askingOf(request, deps);
    // No id holds it, and databases take no text with it.
    const found = request.params.id.includes('\0') ? null : await read(request.params.id, asking);
    if (found === null) throw unknownResource(type);
    if ('moved' in found) return reply.redirect(`${asking.way.root}/${type}/${found.moved}`, 308);
    return sendResource(request, reply, found.resource);
  });
};

/** What is asked of a FHIR server and not done here is told as that, and not as an address that nobody knows. */
const refuseTheRest = (app: FastifyInstance): void => {
  for (const root of ['/fhir', '/fhir/']) {
    app.get(root, hidden, async (_request, reply) => reply.redirect('/fhir/metadata', 308));
    app.post(root, hidden, async (_request, reply) => {
      reply.header('allow', 'GET, HEAD');
      throw new LicetError('LICET_METHOD_NOT_ALLOWED', fhirWords.noBatch);
    });
  }
  const past = async (): Promise<never> => {
    throw new LicetError('LICET_UNKNOWN_ADDRESS', fhirWords.noHistory);
  };
  for (const path of ['_history', ':type/_history', ':type/:id/_history', ':type/:id/_history/:version'])
    app.get(`/fhir/${path}`, hidden, past);
};

/** Physicians are never served, and whoever looks for them here is told how they are asked about. */
const refusePhysicians = (app: FastifyInstance): void => {
  const refuse = async (): Promise<never> => {
    throw new LicetError('LICET_UNKNOWN_ADDRESS', fhirWords.noPractitioner);
  };
  for (const type of ['Practitioner', 'PractitionerRole']) {
    app.get(`/fhir/${type}`, hidden, refuse);
    app.get(`/fhir/${type}/:id`, hidden, refuse);
    app.post(`/fhir/${type}/_search`, hidden, refuse);
  }
};

/**
 * FHIR R4 (4.0.1), read and search, at /fhir: institutions, their addresses, their approvals on record, and today's verdicts as
 * VerificationResult; and all of it as files, where past generations can be read (`readerAt`). Forms of POST searches are read in a scope of their own; what is sent is neither kept nor logged.
 */
export const registerFhir = (
  app: FastifyInstance,
  deps: FhirDeps,
  readerAt: Generations['readerAt'] | undefined,
): void => {
  app.register(async (scope) => {
    const form = 'application/x-www-form-urlencoded';
    scope.addContentTypeParser(form, { parseAs: 'string' }, async (_request: FastifyRequest, body: string) =>
      readQuery(`?${body}`),
    );
    scope.addHook('preHandler', async (request) => refuseOtherFormats(request, formatOf(request)));
    scope.get('/fhir/metadata', hidden, async (request, reply) =>
      sendResource(request, reply, capabilityStatement(kinds, askingOf(request, deps).way)),
    );
    for (const kind of kinds) registerKind(scope, deps, kind);
    refusePhysicians(scope);
    refuseTheRest(scope);
    if (readerAt !== undefined)
      registerExport(scope, deps, readerAt, (request) => askingOf(request, deps).way);
  });
};
