import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Invitation, NewPasskey, NewPassword } from '../../../store/service/operator-access.ts';
import { createPage, type Page, type Query, queryValue } from '../../pages/page.ts';
import { createLimiter } from '../../plugins/limiter.ts';
import type { ConsoleDeps } from '../deps.ts';
import { askedIn } from './asked.ts';
import { stepOf } from './codes.ts';
import { invitationSecret } from './invitation.ts';
import { creationOptions, readNewPasskey } from './passkeys.ts';
import { enter } from './sign-in.ts';
import { LEAST_LETTERS, sendNoWelcome, sendWelcome } from './welcome-page.ts';

/** Links one client may look at or use in a minute. A secret of 256 bits is not found by trying; this keeps the trying short. */
const LOOKS_A_MINUTE = 30;
/** Failed tries after which a link can be used no more. */
const MOST_FAILED = 10;

const hidden = { schema: { hide: true } } as const;
type WithSecret = Readonly<{ Params: { secret: string } }>;
type Sent = WithSecret & Readonly<{ Body: Query }>;

/** A link that can be used, the hash of its secret, and the options of a new passkey for it (null: there can be none here). */
type Link = Readonly<{ secretHash: string; invitation: Invitation; options: string | null }>;

const isEasy = (password: string, name: string): boolean =>
  password.toLowerCase().includes(name.toLowerCase()) || new Set(password).size < 5;

/** What is wrong with a password that is to be set; null for nothing. */
const wrongWith = ({ say }: Page, password: string, name: string): string | null => {
  if ([...password].length < LEAST_LETTERS)
    return say('console.password-too-short', { least: LEAST_LETTERS });
  return isEasy(password, name) ? say('console.password-easy') : null;
};

/** `/console/welcome/{secret}`: where an operator sets up how to sign in. Looking uses nothing up: programs look at links in mails. */
export const registerWelcome = (app: FastifyInstance, deps: ConsoleDeps): void => {
  const operatorAccess = () => deps.state().operatorAccess;
  const limiter = createLimiter(LOOKS_A_MINUTE);
  const linkOf = async (request: FastifyRequest, page: Page): Promise<Link | null> => {
    if (limiter.count(request.ip, page.now.getTime()).remaining < 0) return null;
    const { secret } = request.params as WithSecret['Params'];
    const secretHash = invitationSecret.hash(secret) ?? '';
    const invitation = await operatorAccess().invitation(secretHash, page.now.toISOString());
    if (invitation === null) return null;
    const asked = askedIn(deps, request);
    const options = asked && creationOptions(asked, invitation.name, secretHash);
    return { secretHash, invitation, options };
  };
  const accept = async (
    request: FastifyRequest,
    reply: FastifyReply,
    { secretHash, invitation }: Link,
    way: NewPassword | NewPasskey,
  ): Promise<FastifyReply> => {
    const page = createPage(deps, request);
    const used = await operatorAccess().accept(secretHash, page.now.toISOString(), way);
    return used
      ? enter(deps, request, reply, invitation.name, `console.welcome-${way.kind}`)
      : sendNoWelcome(reply, page);
  };
  const refuse = async (
    reply: FastifyReply,
    page: Page,
    link: Link,
    wrong: string,
  ): Promise<FastifyReply> => {
    await operatorAccess().failed(link.secretHash, MOST_FAILED);
    return sendWelcome(reply, page, link, 400, wrong);
  };
  app.get<WithSecret>('/console/welcome/:secret', hidden, async (request, reply) => {
    const page = createPage(deps, request);
    const link = await linkOf(request, page);
    return link === null ? sendNoWelcome(reply, page) : sendWelcome(reply, page, link);
  });
  app.post<Sent>('/console/welcome/:secret/password', hidden, async (request, reply) => {
    const page = createPage(deps, request);
    const link = await linkOf(request, page);
    if (link === null) return sendNoWelcome(reply, page);
    const { password } = request.body ?? {};
    const given = typeof password === 'string' ? password : '';
    const { name, totpSecret } = link.invitation;
    const wrong = wrongWith(page, given, name);
    if (wrong !== null) return sendWelcome(reply, page, link, 400, wrong);
    const totpStep = stepOf(totpSecret, queryValue(request.body ?? {}, 'code') ?? '', page.now);
    if (totpStep === null) return refuse(reply, page, link, page.say('console.wrong-code'));
    return accept(request, reply, link, {
      kind: 'password',
      passwordHash: await deps.passwords.hash(given),
      totpStep,
    });
  });
  app.post<Sent>('/console/welcome/:secret/passkey', hidden, async (request, reply) => {
    const page = createPage(deps, request);
    const link = await linkOf(request, page);
    if (link === null) return sendNoWelcome(reply, page);
    const asked = askedIn(deps, request);
    const answer = queryValue(request.body ?? {}, 'answer') ?? '';
    const way = asked && (await readNewPasskey(asked, link.secretHash, answer));
    return way === null
      ? refuse(reply, page, link, page.say('console.no-passkey'))
      : accept(request, reply, link, way);
  });
};
