import { setImmediate as turn } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Language, languages } from '../../../schema/base.ts';
import { LicetError } from '../../errors.ts';
import { personalNumberIn } from '../../identifiers/personal-number.ts';
import { baseOf } from '../badge/address.ts';
import type { ReconcileDeps, Way } from './deps.ts';
import { extend } from './extend.ts';
import { manifest } from './manifest.ts';
import { previewPage } from './preview.ts';
import { reconcile } from './queries.ts';
import { type ReconcileQuery, readQueries, readSent, sentExtension, textIn } from './sent.ts';
import { suggestEntities, suggestProperties, suggestTypes } from './suggest.ts';

/** Fields as they were sent: a text, several of one name, or in a body of JSON anything. */
type Fields = Readonly<Record<string, unknown>>;
type Asked = Readonly<{ Querystring: Fields }>;
type Sent = Readonly<{ Querystring: Fields; Body: Fields | undefined }>;

/** The longest form: fifty rows with their columns, each sign three times as long there. */
const FORM_BYTES = 524_288;
const LONGEST_TYPED = 100;
const hidden = { schema: { hide: true }, bodyLimit: FORM_BYTES };

const typedIn = ({ query }: FastifyRequest<Asked>): string => {
  const typed = (textIn(query, 'prefix') ?? '').slice(0, LONGEST_TYPED).trim();
  if (personalNumberIn(typed) !== null) throw new LicetError('LICET_PERSONAL_NUMBER');
  return typed;
};

/** The part of a list that a caller wants who has seen `cursor` entries of it. */
const from = <Entry>({ query }: FastifyRequest<Asked>, entries: readonly Entry[]): readonly Entry[] => {
  const cursor = textIn(query, 'cursor') ?? '';
  return entries.slice(/^\d{1,6}$/.test(cursor) ? Number(cursor) : 0);
};

const answerQueries = async (
  queries: ReadonlyMap<string, ReconcileQuery | null>,
  deps: ReconcileDeps,
  lang: Language,
) => {
  const results: Record<string, Awaited<ReturnType<typeof reconcile>>> = {};
  for (const [key, query] of queries) {
    // Other requests have their turn between two names.
    await turn();
    results[key] = query === null ? { result: [] } : await reconcile(query, deps, lang);
  }
  return results;
};

const unkept = (reply: FastifyReply): FastifyReply => reply.header('cache-control', 'no-store');

/** What is asked at the address itself: who rows mean, what columns hold, or, with neither, what this service can do. */
const answer = async (fields: Fields, deps: ReconcileDeps, way: Way): Promise<object> => {
  const queries = textIn(fields, 'queries');
  if (queries !== undefined) return answerQueries(readQueries(queries), deps, way.lang);
  const extension = textIn(fields, 'extend');
  if (extension !== undefined) return extend(readSent('extend', extension, sentExtension), deps, way);
  return manifest(way);
};

const registerIn = (app: FastifyInstance, deps: ReconcileDeps, lang: Language, path: string): void => {
  const way = (request: FastifyRequest): Way => {
    const base = baseOf(deps, request);
    return { lang, base, at: `${base}${path}` };
  };
  app.get<Asked>(path, hidden, async (request, reply) =>
    unkept(reply).send(await answer(request.query, deps, way(request))),
  );
  app.post<Sent>(path, hidden, async (request, reply) =>
    unkept(reply).send(await answer(request.body ?? {}, deps, way(request))),
  );
  app.get<Asked>(`${path}/properties`, hidden, async (request) => ({
    properties: suggestProperties('', way(request)),
  }));
  app.get<Asked>(`${path}/suggest/entity`, hidden, async (request, reply) =>
    unkept(reply).send({
      result: from(request, await suggestEntities(typedIn(request), deps, way(request))),
    }),
  );
  app.get<Asked>(`${path}/suggest/property`, hidden, async (request) => ({
    result: from(request, suggestProperties(typedIn(request), way(request))),
  }));
  app.get<Asked>(`${path}/suggest/type`, hidden, async (request) => ({
    result: from(request, suggestTypes(typedIn(request), way(request))),
  }));
  app.get<Asked>(`${path}/preview`, hidden, async (request, reply) => {
    const { answers } = deps;
    const id = textIn(request.query, 'id') ?? '';
    const verdict = await answers.verdict(answers.epoch(), { institution: { id }, claims: [], lang });
    if (verdict.identity.institution === null) throw new LicetError('LICET_UNKNOWN_INSTITUTION');
    return unkept(reply)
      .header(
        'content-security-policy',
        "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors *",
      )
      .type('text/html; charset=utf-8')
      .send(previewPage(verdict, way(request)));
  });
};

/**
 * The Reconciliation Service API 0.2 of the W3C group at /reconcile, and at /reconcile/zh in Chinese: data tools such as OpenRefine
 * match a column of names, narrow it by others, and fetch what is on record and what is answered today. Forms are read in a scope of
 * their own; what is sent is neither kept nor logged.
 */
export const registerReconcile = (app: FastifyInstance, deps: ReconcileDeps): void => {
  app.register(async (scope) => {
    const type = 'application/x-www-form-urlencoded';
    scope.addContentTypeParser(type, { parseAs: 'string' }, async (_request: FastifyRequest, body: string) =>
      Object.fromEntries(new URLSearchParams(body)),
    );
    for (const lang of languages)
      registerIn(scope, deps, lang, lang === 'en' ? '/reconcile' : `/reconcile/${lang}`);
  });
};
