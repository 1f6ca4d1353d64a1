import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type CredentialType, credentialTypes, signCredential } from '../../badge/credential.ts';
import { typeIntegrity, typeMetadata } from '../../badge/credential-type.ts';
import { LicetError } from '../../errors.ts';
import type { SiteDeps } from '../pages/deps.ts';
import { sendJson, sendWithEtag } from '../plugins/conditional.ts';
import { domainOf, signerOf } from './address.ts';
import { badgeId, badgeOperation, badgeQuery } from './described.ts';
import type { BadgeIssuer, IssuedBadge } from './issue.ts';
import type { SigningKeys } from './keys.ts';
import { type BadgeParams, readParams } from './params.ts';
import { statusIndexOf } from './status-book.ts';
import { keepLists, LIST_CACHE } from './status-lists.ts';

type WithId = Readonly<{ Params: { id: string } }>;

const paramsIn = (query: object, base: string): BadgeParams => {
  const read = readParams(query, domainOf(base));
  if (read.good) return read.params;
  const errors = read.problems.map((problem) => ({
    field: `?${problem.split(' ', 1)[0]}`,
    problem: problem.replace(/^\S+ /, ''),
  }));
  throw new LicetError('LICET_BAD_QUESTION', `${read.problems.join('; ')}.`, errors);
};

const refuseUnless200 = ({ status, model }: IssuedBadge): void => {
  if (status === 200) return;
  if (status === 403) throw new LicetError('LICET_SITE_NOT_PROVEN');
  if (model.note !== 'no-campus') throw new LicetError('LICET_UNKNOWN_INSTITUTION');
  const errors = [{ field: '?campus', problem: 'is on none of the lists for this institution' }];
  throw new LicetError('LICET_BAD_QUESTION', '?campus is on none of the lists.', errors);
};

const algorithms = ['EdDSA', 'ES256'] as const;

const credential = badgeOperation(
  { id: 'badgeCredential', summary: 'The badge as a verifiable credential (SD-JWT VC, W3C)' },
  { media: credentialTypes.map((type) => `application/${type}`) },
  {
    params: badgeId,
    querystring: badgeQuery.extend({
      alg: z
        .enum(algorithms)
        .optional()
        .describe('By what it is signed: else EdDSA; wallets mostly read ES256'),
    }),
  },
  [400, 403, 404, 503],
);
/** By what a credential is wanted to be signed; the other parameters are those of the badge. */
const algorithmIn = ({
  query,
}: FastifyRequest): Readonly<{ alg: (typeof algorithms)[number]; rest: object }> => {
  const { alg = 'EdDSA', ...rest } = query as Readonly<Record<string, unknown>>;
  const known = algorithms.find((one) => one === alg);
  if (known !== undefined) return { alg: known, rest };
  throw new LicetError('LICET_BAD_QUESTION', '?alg is none of the algorithms.', [
    { field: '?alg', problem: 'is none of the algorithms', expected: algorithms.join(' or ') },
  ]);
};

/** The W3C's own type is given to whoever asks for it; all others get the one that wallets read. */
const typeFor = ({ headers }: FastifyRequest): CredentialType =>
  headers.accept?.includes('vc+sd-jwt') === true && !headers.accept.includes('dc+sd-jwt')
    ? 'vc+sd-jwt'
    : 'dc+sd-jwt';

const statusList = badgeOperation(
  { id: 'badgeStatusList', summary: 'Which credentials no longer hold: one list for all' },
  { media: ['application/vc+jwt'] },
  {},
  [503],
);
const tokenStatusList = badgeOperation(
  { id: 'badgeTokenStatusList', summary: 'The same list as an OAuth Token Status List, for SD-JWT VC' },
  { media: ['application/statuslist+jwt'] },
  {},
  [503],
);
const typeOperation = badgeOperation(
  { id: 'credentialType', summary: 'What the type of the credentials means (SD-JWT VC, type metadata)' },
  z.looseObject({
    vct: z.string(),
    name: z.string(),
    claims: z.array(z.looseObject({ path: z.array(z.string()) })),
  }),
  {},
  [503],
);
const issuerMetadata = badgeOperation(
  { id: 'badgeIssuer', summary: 'Where the keys of the credentials are (SD-JWT VC, issuer metadata)' },
  z.strictObject({ issuer: z.string(), jwks_uri: z.string() }),
  {},
  [503],
);

/**
 * The badge as a Verifiable Credential; the one status list of all of them, in both forms, so that a check does not tell which hospital
 * is looked up; what their type means; and the issuer's metadata (SD-JWT VC §5).
 */
export const registerCredentials = (
  app: FastifyInstance,
  deps: SiteDeps,
  issuer: BadgeIssuer,
  keys: Readonly<Record<(typeof algorithms)[number], SigningKeys>>,
): void => {
  app.get<WithId>('/badge/:id.vc', credential, async (request, reply) => {
    const base = signerOf(deps);
    const { alg, rest } = algorithmIn(request);
    const params = paramsIn(rest, base);
    const { id } = request.params;
    const issued = await issuer.issue(id, params, base);
    refuseUnless200(issued);
    const { model, institution, verdict } = issued;
    if (verdict === null) throw new LicetError('LICET_UNKNOWN_INSTITUTION');
    const { site, campus, ask, state } = model;
    const key = await keys[alg].signing();
    const statusIndex = await statusIndexOf(deps, { institution, site, campus, ask, state, kid: key.kid });
    const type = typeFor(request);
    const stated = { issuer: base, institution, model, verdict, statusIndex };
    const input = { ...stated, type, typeIntegrity: typeIntegrity(base) };
    const signed = await signCredential(input, key, deps.clock());
    reply.header('vary', 'accept');
    return sendWithEtag(request, reply, signed, {
      contentType: `application/${type}`,
      cacheControl: 'no-store',
    });
  });
  const lists = keepLists(deps, issuer, keys.EdDSA);
  for (const [path, schema, which, type] of [
    ['/badge/status-list', statusList, 'bitstring', 'application/vc+jwt'],
    ['/badge/token-status-list', tokenStatusList, 'token', 'application/statuslist+jwt'],
  ] as const)
    app.get(path, schema, async (request, reply) => {
      const { [which]: list } = await lists(signerOf(deps));
      return sendWithEtag(request, reply, list, { contentType: type, cacheControl: LIST_CACHE });
    });
  app.get('/credentials/statement/1', typeOperation, async (request, reply) =>
    sendWithEtag(request, reply, typeMetadata(signerOf(deps)), {
      contentType: 'application/json; charset=utf-8',
      cacheControl: LIST_CACHE,
    }),
  );
  app.get('/.well-known/jwt-vc-issuer', issuerMetadata, async (request, reply) => {
    const base = signerOf(deps);
    return sendJson(request, reply, { issuer: base, jwks_uri: `${base}/.well-known/jwks.json` });
  });
};
