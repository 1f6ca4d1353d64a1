import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { LIST_LIFE_S, signCredential, signStatusList } from '../../badge/credential.ts';
import { encodeStatusList } from '../../badge/status-list.ts';
import { LicetError } from '../../errors.ts';
import type { StatusEntry } from '../../store/service/status-places.ts';
import type { SiteDeps } from '../pages/deps.ts';
import { sendJson } from '../plugins/conditional.ts';
import { domainOf, signerOf } from './address.ts';
import { badgeId, badgeOperation, badgeQuery } from './described.ts';
import type { BadgeIssuer, IssuedBadge } from './issue.ts';
import type { SigningKeys } from './keys.ts';
import { type BadgeParams, readParams } from './params.ts';
import { liveStatements, statusIndexOf } from './status-book.ts';

type WithId = Readonly<{ Params: { id: string } }>;

const paramsIn = (request: FastifyRequest, base: string): BadgeParams => {
  const read = readParams(request.query, domainOf(base));
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

/** Entries looked at between two pauses, so that no visitor waits behind a long list. */
const AT_ONCE = 25;

/** What is stated by credentials in force and is no longer so, or was signed with a key that is revoked (`bad`). */
const revokedOf = async (
  live: readonly StatusEntry[],
  issuer: BadgeIssuer,
  own: string,
  bad: ReadonlySet<string>,
): Promise<readonly number[]> => {
  const revoked: number[] = [];
  for (const [at, one] of live.entries()) {
    const now = bad.has(one.kid) ? null : await issuer.stateNow(one, one.site === own);
    if (now !== one.state) revoked.push(one.place);
    if (at % AT_ONCE === AT_ONCE - 1) await new Promise((resolve) => setImmediate(resolve));
  }
  return revoked;
};

/** A list is signed anew after this long, or with a new generation at once. */
const KEEP_MS = 60_000;

const credential = badgeOperation(
  { id: 'badgeCredential', summary: 'The badge as a W3C Verifiable Credential (SD-JWT)' },
  { media: ['application/vc+sd-jwt'] },
  { params: badgeId, querystring: badgeQuery },
  [400, 403, 404, 503],
);
const statusList = badgeOperation(
  { id: 'badgeStatusList', summary: 'Which credentials no longer hold: one list for all' },
  { media: ['application/vc+jwt'] },
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
 * The badge as a Verifiable Credential; the one status list of all of them, so that a check does not tell which hospital is
 * looked up; and the issuer's metadata (SD-JWT VC §5).
 */
export const registerCredentials = (
  app: FastifyInstance,
  deps: SiteDeps,
  issuer: BadgeIssuer,
  keys: SigningKeys,
): void => {
  let kept: { epoch: string; made: Promise<string> } | null = null;
  app.get<WithId>('/badge/:id.vc', credential, async (request, reply) => {
    const base = signerOf(deps);
    const params = paramsIn(request, base);
    const { id } = request.params;
    const issued = await issuer.issue(id, params, base);
    refuseUnless200(issued);
    const { model, institution, verdict } = issued;
    if (verdict === null) throw new LicetError('LICET_UNKNOWN_INSTITUTION');
    const { site, campus, ask, state } = model;
    const key = await keys.signing();
    const statusIndex = await statusIndexOf(deps, { institution, site, campus, ask, state, kid: key.kid });
    const input = { issuer: base, institution, model, verdict, statusIndex };
    const signed = await signCredential(input, key, deps.clock());
    return reply.header('cache-control', 'no-store').type('application/vc+sd-jwt').send(signed);
  });
  const makeList = async (base: string): Promise<string> => {
    const bad = new Set((await deps.state().signingKeys.revoked('badge')).map(({ kid }) => kid));
    const revoked = await revokedOf(await liveStatements(deps), issuer, domainOf(base), bad);
    return signStatusList(base, encodeStatusList(revoked), await keys.signing(), deps.clock());
  };
  app.get('/badge/status-list', statusList, async (_request, reply) => {
    const base = signerOf(deps);
    const minute = Math.floor(deps.clock().getTime() / KEEP_MS);
    // A key that was revoked counts at once.
    const { kid } = await keys.signing();
    const revoked = await deps.state().signingKeys.revoked('badge');
    const epoch = `${deps.reader().generation} ${minute} ${base} ${kid} ${revoked.length}`;
    if (kept?.epoch !== epoch) kept = { epoch, made: makeList(base) };
    const list = await kept.made.catch((fault: unknown) => {
      kept = null;
      throw fault;
    });
    return reply
      .header('cache-control', `public, max-age=${LIST_LIFE_S - 60}, must-revalidate`)
      .type('application/vc+jwt')
      .send(list);
  });
  app.get('/.well-known/jwt-vc-issuer', issuerMetadata, async (request, reply) => {
    const base = signerOf(deps);
    return sendJson(request, reply, { issuer: base, jwks_uri: `${base}/.well-known/jwks.json` });
  });
};
