import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '../../../schema/base.ts';
import type { Problem } from '../../../schema/problem.ts';
import { withoutDirection } from '../../../schema/reason.ts';
import { LicetError, type ProblemCode, problems } from '../../errors.ts';
import { AlteredRecordError } from '../../store/integrity/altered-record.ts';
import { faultInLog, type StorageFault, storageFault } from '../../store/storage-fault.ts';
import { FHIR_JSON, isFhirAddress, outcomeOf } from '../fhir/outcome.ts';
import { preferredLanguage } from '../language.ts';
import { fieldErrors } from './field-errors.ts';

/** Fastify's own refusals, in our codes. */
const frameworkCodes: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'LICET_BODY_TOO_LARGE',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'LICET_WRONG_CONTENT_TYPE',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'LICET_BAD_JSON',
  FST_ERR_CTP_INVALID_JSON_BODY: 'LICET_BAD_JSON',
  FST_ERR_BAD_URL: 'LICET_BAD_ADDRESS',
  FST_ERR_MAX_PARAM_LENGTH: 'LICET_ADDRESS_TOO_LONG',
};

/** A refusal of the framework's, before any route was found, as one of ours. */
export const frameworkProblem = (code: string): LicetError =>
  new LicetError(frameworkCodes[code] ?? 'LICET_BAD_REQUEST');

/** A problem document (RFC 9457), its title in the caller's language; `instance` names the request, never its address, which may hold a question. */
export const problemOf = (error: LicetError, id: string, lang: Language = 'en'): Problem => ({
  type: `/problems/${error.code}`,
  title: lang === 'zh' ? problems[error.code].zh : problems[error.code].title,
  status: error.statusCode,
  code: error.code,
  detail: withoutDirection(error.message),
  instance: `urn:licet:request:${id}`,
  ...(error.fields.length === 0
    ? {}
    : { errors: error.fields.map((one) => ({ ...one, field: withoutDirection(one.field) })) }),
  ...(error.known === null ? {} : { known: error.known }),
});

declare module 'fastify' {
  interface FastifyInstance {
    /** Shows a refusal to a person's browser; set where there are pages. */
    sendErrorPage?: (request: FastifyRequest, reply: FastifyReply, status: number) => FastifyReply;
  }
}

/** What a form of a page is sent as. */
const FORM = /^(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/i;

/** A person's browser outside the API gets a page, for a form that was sent as well; programs and API addresses get the document. */
const wantsPage = ({ method, url, headers }: FastifyRequest): boolean =>
  (method === 'GET' || FORM.test(headers['content-type'] ?? '')) &&
  !url.startsWith('/v1/') &&
  /\btext\/html\b/.test(headers.accept ?? '');

/** What keeps a write waiting is another process's transaction, at night a long one. */
const BUSY_SECONDS = 60;

/** Sends a problem document, an OperationOutcome where FHIR is spoken, or a page to a person's browser; nothing keeps it. */
export const sendProblem = (
  request: FastifyRequest,
  reply: FastifyReply,
  error: LicetError,
): FastifyReply => {
  reply.code(error.statusCode).header('cache-control', 'no-store');
  if (error.code === 'LICET_BUSY') reply.header('retry-after', BUSY_SECONDS);
  const said = preferredLanguage(request.headers['accept-language']);
  if (isFhirAddress(request.url)) return reply.type(FHIR_JSON).send(JSON.stringify(outcomeOf(error, said)));
  const { sendErrorPage } = request.server;
  if (sendErrorPage !== undefined && wantsPage(request))
    return sendErrorPage(request, reply, error.statusCode);
  return reply.type('application/problem+json').send(JSON.stringify(problemOf(error, request.id, said)));
};

const ofFramework = (error: FastifyError, request: FastifyRequest): LicetError | null => {
  if (error.validation !== undefined) {
    return new LicetError('LICET_BAD_QUESTION', 'A parameter cannot be read.', fieldErrors(error, request));
  }
  const code = frameworkCodes[error.code];
  if (code !== undefined) return new LicetError(code);
  const status = error.statusCode ?? 500;
  return status >= 400 && status < 500 ? new LicetError('LICET_BAD_REQUEST') : null;
};

/** Faults of the storage that a caller can be told of; their messages name files and rows of ours, never what was asked. */
const keptCodes: Readonly<Partial<Record<StorageFault['kind'], ProblemCode>>> = {
  busy: 'LICET_BUSY',
  unreachable: 'LICET_BUSY',
  // A process that is left on a folder that was moved ends within seconds; another one answers then.
  moved: 'LICET_BUSY',
  keyless: 'LICET_PHYSICIANS_CLOSED',
  full: 'LICET_NO_ROOM',
  refused: 'LICET_NO_ROOM',
};

/** Any error as one of ours; what is not a refusal is our own fault and goes to the log, without the question. */
export const toLicetError = (
  error: FastifyError,
  request: FastifyRequest,
  app: FastifyInstance,
): LicetError => {
  if (error instanceof LicetError) return error;
  const refusal = ofFramework(error, request);
  if (refusal !== null) return refusal;
  const { url: route } = request.routeOptions;
  const fault = storageFault(error);
  const kept = fault === null ? undefined : keptCodes[fault.kind];
  if (fault !== null && kept !== undefined) {
    if (fault.kind !== 'busy') app.log.error({ id: request.id, route }, fault.message);
    return new LicetError(kept);
  }
  if (error instanceof AlteredRecordError) {
    app.log.error({ id: request.id, route, institution: error.institution }, error.message);
    return new LicetError('LICET_RECORD_ALTERED');
  }
  app.log.error({ id: request.id, route, ...faultInLog(error) }, 'fault');
  return new LicetError('LICET_INTERNAL');
};

/** Path patterns and what they take, so that a wrong method is told from a wrong address. */
type Taken = Readonly<{ pattern: RegExp; methods: Set<string> }>;

const patternOf = (url: string): RegExp =>
  new RegExp(
    `^${url
      .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
      .replace(/:[A-Za-z0-9]+/g, '[^/]+')
      .replace(/\*/g, '.*')}$`,
  );

const collectMethods = (app: FastifyInstance): ((path: string) => readonly string[]) => {
  const taken = new Map<string, Taken>();
  app.addHook('onRoute', ({ url, method }) => {
    const entry = taken.get(url) ?? { pattern: patternOf(url), methods: new Set<string>() };
    for (const one of [method].flat()) entry.methods.add(one);
    taken.set(url, entry);
  });
  return (path) =>
    [...taken.values()].flatMap(({ pattern, methods }) => (pattern.test(path) ? [...methods] : []));
};

/** Every refusal and fault leaves as application/problem+json with a code of docs/errors.md. */
export const registerProblems = (app: FastifyInstance): void => {
  const methodsAt = collectMethods(app);
  app.setErrorHandler((error: FastifyError, request, reply) =>
    sendProblem(request, reply, toLicetError(error, request, app)),
  );
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '/';
    // OPTIONS is answered at every address (cors.ts): it says nothing about what is served there.
    const methods = [...new Set(methodsAt(path))].filter((method) => method !== 'OPTIONS');
    if (methods.length === 0) return sendProblem(request, reply, new LicetError('LICET_UNKNOWN_ADDRESS'));
    reply.header('allow', methods.join(', '));
    return sendProblem(request, reply, new LicetError('LICET_METHOD_NOT_ALLOWED'));
  });
};
