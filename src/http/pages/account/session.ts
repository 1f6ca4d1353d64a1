import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PartnerKey } from '../../../store/service/partner-keys.ts';
import { partnerToken } from '../../partners/partner-keys.ts';
import { noteAct } from '../../partners/partner-of.ts';
import { tokenKind } from '../../tokens.ts';
import type { SiteDeps } from '../deps.ts';

/** What a cookie holds: nothing but a random token, which is looked up by its hash. */
const sessionToken = tokenKind('session_');

/** Whoever signs in in the morning is signed in for the working day. */
const SESSION_SECONDS = 12 * 3600;

type Needs = Pick<SiteDeps, 'config' | 'clock' | 'state'>;

/**
 * The cookie of a session: read by no script, sent by no page of another site. Where the service is reached by https it is
 * sent by https alone, and its prefix keeps hosts beside this one from setting it (RFC 6265bis §4.1.3.2).
 */
const cookieOf = ({ config }: Needs, { protocol }: FastifyRequest) => {
  const secure = config.baseUrl?.startsWith('https:') === true || protocol === 'https';
  return {
    name: secure ? '__Host-licet-partner' : 'licet-partner',
    options: { path: '/', httpOnly: true, sameSite: 'strict', secure } as const,
  };
};

const hashIn = (needs: Needs, request: FastifyRequest): string | null =>
  sessionToken.hash(request.cookies[cookieOf(needs, request).name] ?? '');

/** Takes whoever is signed in for the partner of this request. A key in a header does not count on these pages. */
export const readSession = async (needs: Needs, request: FastifyRequest): Promise<void> => {
  const hash = hashIn(needs, request);
  const at = needs.clock().toISOString();
  request.partner = hash === null ? null : await needs.state().partnerSessions.whose(hash, at);
};

/** Signs in with a key as it was pasted; null where it is no live key. */
export const signIn = async (
  needs: Needs,
  request: FastifyRequest,
  reply: FastifyReply,
  pasted: string,
): Promise<PartnerKey | null> => {
  const { state, clock } = needs;
  const now = clock();
  const at = now.toISOString();
  const keyHash = partnerToken.hash(pasted.trim());
  const partner = keyHash === null ? null : await state().partnerKeys.whose(keyHash, at);
  if (keyHash === null || partner === null) return null;
  await noteAct(needs, { id: request.id, partner }, 'session.start', `key ${partner.id}`);
  const { token, tokenHash } = sessionToken.make();
  const expiresAt = new Date(now.getTime() + SESSION_SECONDS * 1000).toISOString();
  await state().partnerSessions.start({ tokenHash, keyHash, expiresAt }, at);
  const { name, options } = cookieOf(needs, request);
  reply.setCookie(name, token, { ...options, maxAge: SESSION_SECONDS });
  return partner;
};

/** Ends the session of this request, whatever became of its key. */
export const signOut = async (needs: Needs, request: FastifyRequest, reply: FastifyReply): Promise<void> => {
  const hash = hashIn(needs, request);
  if (hash !== null) await needs.state().partnerSessions.end(hash);
  const { name, options } = cookieOf(needs, request);
  reply.clearCookie(name, options);
};
