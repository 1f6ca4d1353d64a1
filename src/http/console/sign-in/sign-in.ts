import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LicetError } from '../../../errors.ts';
import { leadTo } from '../../pages/account/frame.ts';
import { createPage, type Query, queryValue } from '../../pages/page.ts';
import { createLimiter } from '../../plugins/limiter.ts';
import type { ConsoleDeps } from '../deps.ts';
import { onRecord } from '../on-record.ts';
import { askedIn } from './asked.ts';
import { createBackOff } from './back-off.ts';
import { stepOf } from './codes.ts';
import { whosePasskey } from './passkeys.ts';
import { endSession, readSession, startSession } from './session.ts';
import { sendSignIn } from './sign-in-page.ts';

/** Passwords one client may try in a minute. */
const TRIES_A_MINUTE = 10;
const FIRST = '/console';
/** Longer ones are no password of ours; they are checked all the same, cut off. */
const LONGEST_PASSWORD = 200;

const hidden = { schema: { hide: true } } as const;
type WithForm = Readonly<{ Body: Query }>;
type Typed = Readonly<{ name: string; password: string; code: string }>;

const typedIn = (sent: Query): Typed => ({
  name: (queryValue(sent, 'name') ?? '').normalize('NFC').slice(0, 60),
  password: typeof sent.password === 'string' ? sent.password.slice(0, LONGEST_PASSWORD) : '',
  code: queryValue(sent, 'code') ?? '',
});

/**
 * Whether name, password and code are one operator's. Each is looked at whatever the others are worth, and the code is used up only
 * where the password is right.
 */
const areOnes = async (
  { state, clock, passwords }: ConsoleDeps,
  { name, password, code }: Typed,
): Promise<boolean> => {
  const access = state().operatorAccess;
  const kept = await access.password(name);
  const right = await passwords.is(password, kept?.passwordHash ?? null);
  const step = kept === null ? null : stepOf(kept.totpSecret, code, clock());
  return right && step !== null && (await access.takeStep(name, step));
};

/** Lets somebody in who has shown who they are, written down in their name. */
export const enter = async (
  deps: ConsoleDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  name: string,
  act: string,
): Promise<FastifyReply> => {
  const who = { id: request.id, operator: { name } };
  await onRecord(deps, who, act, '', () => startSession(deps, request, reply, name));
  return leadTo(reply, createPage(deps, request), FIRST);
};

const registerPassword = (app: FastifyInstance, deps: ConsoleDeps): void => {
  const limiter = createLimiter(TRIES_A_MINUTE);
  const backOff = createBackOff();
  app.post<WithForm>('/console/sign-in', hidden, async (request, reply) => {
    const { say, now } = createPage(deps, request);
    const typed = typedIn(request.body ?? {});
    const quota = limiter.count(request.ip, now.getTime());
    const seconds = quota.remaining < 0 ? quota.seconds : backOff.begin(typed.name, now.getTime());
    if (seconds > 0) {
      reply.header('retry-after', seconds);
      return sendSignIn(deps, request, reply, 429, say('console.too-many', { seconds }));
    }
    const right = await areOnes(deps, typed).catch((cause: unknown) => {
      // Turned away since too many are being checked: that says nothing of this name.
      if (cause instanceof LicetError) backOff.takeBack(typed.name);
      throw cause;
    });
    if (!right) return sendSignIn(deps, request, reply, 401, say('console.do-not-fit'));
    backOff.succeeded(typed.name);
    return enter(deps, request, reply, typed.name, 'console.sign-in');
  });
};

/** A passkey is not counted: whoever has the right one is never kept out by others who try. */
const registerPasskey = (app: FastifyInstance, deps: ConsoleDeps): void => {
  app.post<WithForm>('/console/sign-in/passkey', hidden, async (request, reply) => {
    const asked = askedIn(deps, request);
    const answer = queryValue(request.body ?? {}, 'answer') ?? '';
    const name = asked && (await whosePasskey(asked, deps.state().operatorAccess, answer));
    if (name !== null) return enter(deps, request, reply, name, 'console.sign-in-passkey');
    const { say } = createPage(deps, request);
    return sendSignIn(deps, request, reply, 401, say('console.passkey-unknown'));
  });
};

/** `/console/sign-in` and `/console/sign-out`. What is typed stands in no address, page, log line or table. */
export const registerSignIn = (app: FastifyInstance, deps: ConsoleDeps): void => {
  app.get('/console/sign-in', hidden, async (request, reply) => {
    await readSession(deps, request);
    return request.operator === null
      ? sendSignIn(deps, request, reply, 200)
      : leadTo(reply, createPage(deps, request), FIRST);
  });
  registerPassword(app, deps);
  registerPasskey(app, deps);
  app.post('/console/sign-out', hidden, async (request, reply) => {
    await readSession(deps, request);
    const end = (): Promise<void> => endSession(deps, request, reply);
    await (request.operator === null ? end() : onRecord(deps, request, 'console.sign-out', '', end));
    return leadTo(reply, createPage(deps, request), '/console/sign-in');
  });
};
