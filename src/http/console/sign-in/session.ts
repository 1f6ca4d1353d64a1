import type { FastifyReply, FastifyRequest } from 'fastify';
import { tokenKind } from '../../tokens.ts';
import type { ConsoleDeps } from '../deps.ts';

/** What a cookie holds: nothing but a random token, which is looked up by its hash. */
const sessionToken = tokenKind('console_');

/** Whoever signs in in the morning is signed in for the working day, */
const SESSION_SECONDS = 12 * 3600;
/** unless nothing was asked for so long. */
const IDLE_MS = 60 * 60_000;

type Needs = Pick<ConsoleDeps, 'config' | 'clock' | 'state'>;

/**
 * The cookie of a session: read by no script, sent by no page of another site. Where the service is reached by https it is
 * sent by https alone, and its prefix keeps hosts beside this one from setting it (RFC 6265bis §4.1.3.2).
 */
const cookieOf = ({ config }: Needs, { protocol }: FastifyRequest) => {
  const secure = config.baseUrl?.startsWith('https:') === true || protocol === 'https';
  return {
    name: secure ? '__Host-licet-operator' : 'licet-operator',
    options: { path: '/', httpOnly: true, sameSite: 'strict', secure } as const,
  };
};

/** SHA-256 of what the cookie of a request holds; null for none. */
export const sessionHash = (needs: Needs, request: FastifyRequest): string | null =>
  sessionToken.hash(request.cookies[cookieOf(needs, request).name] ?? '');

/** Takes whoever is signed in for the operator of this request. A token in a header does not count on these pages. */
export const readSession = async (needs: Needs, request: FastifyRequest): Promise<void> => {
  const hash = sessionHash(needs, request);
  const now = needs.clock();
  const idleSince = new Date(now.getTime() - IDLE_MS).toISOString();
  request.operator =
    hash === null ? null : await needs.state().operatorAccess.whose(hash, now.toISOString(), idleSince);
};

/**
 * Begins a session of an operator who has shown who they are, under a token of its own making; a session that the browser had
 * before ends with it, so that nobody can hand somebody else a session.
 */
export const startSession = async (
  needs: Needs,
  request: FastifyRequest,
  reply: FastifyReply,
  operator: string,
): Promise<void> => {
  const now = needs.clock();
  const { token, tokenHash } = sessionToken.make();
  const expiresAt = new Date(now.getTime() + SESSION_SECONDS * 1000).toISOString();
  const replaces = sessionHash(needs, request);
  await needs.state().operatorAccess.start({ tokenHash, operator, expiresAt, replaces }, now.toISOString());
  const { name, options } = cookieOf(needs, request);
  reply.setCookie(name, token, { ...options, maxAge: SESSION_SECONDS });
};

/** How you sign in may be changed for so long after you signed in. */
const FRESH_MS = 15 * 60_000;

/** Whether whoever is signed in showed who they are a short while ago, so that nobody does it who sits down at their desk. */
export const isFresh = async (needs: Needs, request: FastifyRequest): Promise<boolean> => {
  const hash = sessionHash(needs, request);
  const ends = hash === null ? null : await needs.state().operatorAccess.endOf(hash);
  if (ends === null) return false;
  const began = Date.parse(ends) - SESSION_SECONDS * 1000;
  return needs.clock().getTime() - began <= FRESH_MS;
};

/** Ends the session of this request, whatever became of its operator. */
export const endSession = async (
  needs: Needs,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> => {
  const hash = sessionHash(needs, request);
  if (hash !== null) await needs.state().operatorAccess.end(hash);
  const { name, options } = cookieOf(needs, request);
  reply.clearCookie(name, options);
};
