import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { PageText } from '../../../../schema/lexicon/page-texts.ts';
import { LicetError } from '../../../errors.ts';
import { personalNumberIn } from '../../../identifiers/personal-number.ts';
import { type Html, html } from '../../pages/html.ts';
import { createPage, type Query, queryValue } from '../../pages/page.ts';
import type { ConsoleDeps } from '../deps.ts';
import { sendConsole } from '../frame.ts';
import { onRecord } from '../on-record.ts';
import { askedIn } from '../sign-in/asked.ts';
import { creationOptions, readNewPasskey } from '../sign-in/passkeys.ts';
import { isFresh, sessionHash } from '../sign-in/session.ts';
import { accountView, MOST_LABEL } from './account-view.ts';

const ACCOUNT = '/console/account';
const options = { schema: { hide: true }, config: { role: 'clerk' } } as const;
/** Passkeys of one operator: a phone, a laptop, two keys in a drawer, and some to spare. */
const MOST_PASSKEYS = 10;

type Sent = FastifyRequest<{ Body: Query }>;

const whoIn = ({ operator }: FastifyRequest): string => {
  if (operator === null) throw new LicetError('LICET_WRONG_TOKEN');
  return operator.name;
};

/** What a challenge for a further passkey is made for: this operator, and no link. */
const purposeOf = (name: string): string => `operator ${name}`;

const send = async (
  deps: ConsoleDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  note: Html | null = null,
  status = 200,
): Promise<FastifyReply> => {
  const page = createPage(deps, request);
  const name = whoIn(request);
  const { operatorPasskeys, operatorAccess } = deps.state();
  const passkeys = await operatorPasskeys.of(name);
  const asked = askedIn(deps, request);
  const known = passkeys.map(({ credential }) => credential);
  const body = accountView(page, {
    passkeys,
    password: (await operatorAccess.password(name)) !== null,
    options: asked && creationOptions(asked, name, purposeOf(name), known),
    fresh: await isFresh(deps, request),
  });
  const title = page.say('console-account.how-you-sign-in');
  return sendConsole(reply, page, request.operator, title, html`${note}${body}`, status);
};

/** `/console/account`: how whoever is signed in signs in. Every change but a name wants that they signed in a short while ago. */
export const registerAccountPages = (app: FastifyInstance, deps: ConsoleDeps): void => {
  const passkeys = () => deps.state().operatorPasskeys;
  const credentialIn = ({ body }: Sent): string => queryValue(body ?? {}, 'credential') ?? '';
  const refuse = (request: FastifyRequest, reply: FastifyReply, text: PageText, status: number) => {
    const words = createPage(deps, request).say(text);
    return send(deps, request, reply, html`<p class="note" role="alert">${words}</p>`, status);
  };
  const done = (request: FastifyRequest, reply: FastifyReply) => {
    const words = createPage(deps, request).say('console.done');
    return send(deps, request, reply, html`<p class="inset" role="status">${words}</p>`);
  };
  app.get(ACCOUNT, options, (request, reply) => send(deps, request, reply));
  app.post<{ Body: Query }>(`${ACCOUNT}/passkey`, options, async (request, reply) => {
    const name = whoIn(request);
    if (!(await isFresh(deps, request))) return refuse(request, reply, 'console-account.sign-in-anew', 409);
    const asked = askedIn(deps, request);
    const answer = queryValue(request.body ?? {}, 'answer') ?? '';
    const made = asked && (await readNewPasskey(asked, purposeOf(name), answer));
    if (made === null) return refuse(request, reply, 'console.no-passkey', 400);
    const kept = await onRecord(deps, request, 'console.passkey-add', '', () =>
      passkeys().add(name, { ...made, label: '' }, deps.clock().toISOString(), MOST_PASSKEYS),
    );
    return kept ? done(request, reply) : refuse(request, reply, 'console-account.not-added', 409);
  });
  app.post<{ Body: Query }>(`${ACCOUNT}/name`, options, async (request, reply) => {
    const label = queryValue(request.body ?? {}, 'label') ?? '';
    if (label === '' || label.length > MOST_LABEL || personalNumberIn(label) !== null)
      return refuse(request, reply, 'console-account.bad-name', 400);
    const named = await onRecord(deps, request, 'console.passkey-name', '', () =>
      passkeys().name(whoIn(request), credentialIn(request), label),
    );
    return named ? done(request, reply) : refuse(request, reply, 'console-account.no-such', 404);
  });
  app.post<{ Body: Query }>(`${ACCOUNT}/remove`, options, async (request, reply) => {
    if (!(await isFresh(deps, request))) return refuse(request, reply, 'console-account.sign-in-anew', 409);
    const state = await onRecord(deps, request, 'console.passkey-remove', '', () =>
      passkeys().remove(whoIn(request), credentialIn(request), sessionHash(deps, request)),
    );
    if (state === 'removed') return done(request, reply);
    return state === 'only'
      ? refuse(request, reply, 'console-account.only-way', 409)
      : refuse(request, reply, 'console-account.no-such', 404);
  });
};
