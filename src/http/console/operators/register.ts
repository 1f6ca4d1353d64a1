import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { PageText } from '../../../../schema/lexicon/page-texts.ts';
import { operatorRole } from '../../../../schema/operator-role.ts';
import { LicetError } from '../../../errors.ts';
import { readHolderName } from '../../operator/holder-name.ts';
import { operatorToken } from '../../operator/token.ts';
import { type Html, html } from '../../pages/html.ts';
import { createPage, type Query, queryValue } from '../../pages/page.ts';
import { copyAttributes, copyScript } from '../../pages/views/next-step.ts';
import type { ConsoleDeps } from '../deps.ts';
import { sendConsole } from '../frame.ts';
import { onRecord } from '../on-record.ts';
import { newInvitation, welcomeAddress } from '../sign-in/invitation.ts';
import { registerActs } from './acts.ts';
import { operatorsView } from './operators-view.ts';

const OPERATORS = '/console/operators';
const options = { schema: { hide: true }, config: { role: 'administrator' } } as const;
type WithForm = Readonly<{ Body: Query }>;

/** A token that is shown to nobody, and so is none: whoever needs one is given it by `licet operator renew`. */
const noToken = (at: Date) => ({
  tokenHash: operatorToken.make().tokenHash,
  at: at.toISOString(),
  expiresAt: at.toISOString(),
});

const sendOperators = async (
  deps: ConsoleDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  note: Html | null = null,
  status = 200,
): Promise<FastifyReply> => {
  const page = createPage(deps, request);
  const all = await deps.state().operators.list();
  const body = html`${note}${operatorsView(page, all, request.operator?.name ?? '')}`;
  return sendConsole(reply, page, request.operator, page.say('console.operators'), body, status);
};

const nameIn = ({ body }: FastifyRequest): string => queryValue((body ?? {}) as Query, 'name') ?? '';

/** `/console/operators`: who may do what, links to set up signing in, and the acts of all. */
export const registerOperators = (app: FastifyInstance, deps: ConsoleDeps): void => {
  const note = (request: FastifyRequest, text: PageText, status: 'alert' | 'status'): Html =>
    html`<p class="${status === 'alert' ? 'note' : 'inset'}" role="${status}">${createPage(deps, request).say(text)}</p>`;
  /** Shows a link this once, and nowhere else. */
  const shown = (request: FastifyRequest, name: string, secret: string): Html => {
    const page = createPage(deps, request);
    return html`<div class="inset" role="status"><p>${page.say('console.link-once', { name })}</p><pre tabindex="0" ${copyAttributes(page)}>${welcomeAddress(deps.config, secret)}</pre></div>${copyScript}`;
  };
  /** Does something to an operator by name, but to nobody's own self: nobody takes away what lets them in. */
  const change = async (
    request: FastifyRequest,
    reply: FastifyReply,
    act: string,
    work: (name: string) => Promise<boolean>,
    done: (name: string) => Html = () => note(request, 'console.done', 'status'),
  ): Promise<FastifyReply> => {
    const name = nameIn(request);
    if (name === request.operator?.name)
      return sendOperators(deps, request, reply, note(request, 'console.not-yourself', 'alert'), 409);
    const changed = await onRecord(deps, request, act, name, () => work(name));
    return changed
      ? sendOperators(deps, request, reply, done(name))
      : sendOperators(deps, request, reply, note(request, 'console.no-such-operator', 'alert'), 404);
  };
  const operators = () => deps.state().operators;

  app.get(OPERATORS, options, async (request, reply) => sendOperators(deps, request, reply));
  app.post<WithForm>(OPERATORS, options, async (request, reply) => {
    const name = readHolderName(queryValue(request.body ?? {}, 'name') ?? '');
    const { data: role = 'clerk' } = operatorRole.safeParse(queryValue(request.body ?? {}, 'role'));
    if (name === null)
      return sendOperators(deps, request, reply, note(request, 'console.bad-name', 'alert'), 400);
    const now = deps.clock();
    const { secret, kept } = newInvitation(now);
    const added = await onRecord(deps, request, 'operator.add', `${name}, ${role}`, () =>
      operators().add({ name, role }, noToken(now), kept),
    );
    return added
      ? sendOperators(deps, request, reply, shown(request, name, secret), 201)
      : sendOperators(deps, request, reply, note(request, 'console.name-taken', 'alert'), 409);
  });
  app.post(`${OPERATORS}/invite`, options, async (request, reply) => {
    const { secret, kept } = newInvitation(deps.clock());
    return change(
      request,
      reply,
      'operator.invite',
      (name) => operators().invite(name, kept),
      (name) => shown(request, name, secret),
    );
  });
  app.post<WithForm>(`${OPERATORS}/role`, options, async (request, reply) => {
    const role = operatorRole.safeParse(queryValue(request.body ?? {}, 'role')).data;
    if (role === undefined) throw new LicetError('LICET_BAD_REQUEST');
    return change(request, reply, `operator.role-${role}`, (name) => operators().setRole({ name, role }));
  });
  app.post(`${OPERATORS}/revoke`, options, async (request, reply) =>
    change(request, reply, 'operator.revoke', (name) => operators().revoke(name, deps.clock().toISOString())),
  );
  registerActs(app, deps);
};
