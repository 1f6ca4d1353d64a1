import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { instant } from '../../../schema/base.ts';
import type { Config } from '../../config.ts';
import { LicetError } from '../../errors.ts';
import type { Deps } from '../deps.ts';
import { noteAct, partnerOf } from '../partners/partner-of.ts';
import { createLimiter } from '../plugins/limiter.ts';
import { removing } from '../shapes/operation.ts';
import { noQuery, watchOperation, watchParams } from './shapes.ts';
import { watchOf } from './watch-of.ts';

type Needs = Pick<Deps, 'state' | 'clock' | 'config'>;

const AT = '/v1/watches/:id/mail';
const config = { scope: 'watch' as const };
const one = { params: watchParams, querystring: noQuery };
const mailShape = z.strictObject({
  address: z.string(),
  askedAt: instant,
  confirmedAt: instant.nullable().describe('When its reader said yes; null: only the question was sent'),
});
/** An address as it stands in a header: one, in ASCII, with nothing around it. */
const mailAddress = z.email().max(254);

/** Addresses a partner may have asked in a day: this service must not be made to write to strangers. */
const ASKED_A_DAY = 5;
const limiters = new WeakMap<Config, ReturnType<typeof createLimiter>>();

/** One count an installation, whichever way the wish came. */
const limiterOf = ({ config }: Needs): ReturnType<typeof createLimiter> => {
  const known = limiters.get(config) ?? createLimiter(ASKED_A_DAY, undefined, 86_400_000);
  limiters.set(config, known);
  return known;
};

/** Puts an address on a watch of this partner and has its reader asked; nothing else is sent there before a yes. */
export const putMail = async (needs: Needs, request: FastifyRequest, watch: string, given: string) => {
  if (needs.config.mail === null) throw new LicetError('LICET_NO_MAIL');
  const read = mailAddress.safeParse(given);
  if (!read.success)
    throw new LicetError('LICET_BAD_QUESTION', '/address is no mail address.', [
      {
        field: '/address',
        problem: 'is no mail address',
        expected: 'one address such as desk@agency.example',
      },
    ]);
  const now = needs.clock();
  const { remaining } = limiterOf(needs).count(`partner ${partnerOf(request)}`, now.getTime());
  if (remaining < 0)
    throw new LicetError('LICET_TOO_MANY_REQUESTS', `At most ${ASKED_A_DAY} addresses are asked in a day.`);
  await noteAct(needs, request, 'mail.put', watch);
  const token = randomBytes(32).toString('base64url');
  await needs.state().watchMail.ask(watch, read.data, token, now.toISOString());
};

/** What a partner does with the address that a watch is told to by mail; called in the scope that wants a key. */
export const registerMail = (app: FastifyInstance, deps: Deps): void => {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  const shownMail = async (watch: string) => {
    const found = await deps.state().watchMail.of(watch);
    if (found === null) throw new LicetError('LICET_NO_ADDRESS');
    return found;
  };
  const putting = watchOperation(
    'putMail',
    'Tell changes by mail, once a day at most; the reader of the address is asked first',
    mailShape,
    { ...one, body: z.strictObject({ address: z.string().max(300) }) },
    [400, 404, 429, 503],
  );
  typed.put(AT, { schema: putting, config }, async (request, reply) => {
    const { id } = await watchOf(deps, request, request.params.id);
    await putMail(deps, request, id, request.body.address);
    return reply.header('cache-control', 'no-store').send(await shownMail(id));
  });
  const shown = watchOperation('mail', 'The address that changes are told to', mailShape, one, [404]);
  typed.get(AT, { schema: shown, config }, async (request, reply) => {
    const { id } = await watchOf(deps, request, request.params.id);
    return reply.header('cache-control', 'no-store').send(await shownMail(id));
  });
  const described = watchOperation('removeMail', 'Send no mail any more', z.null(), one, [404]);
  typed.delete(AT, { schema: removing(described), config }, async (request, reply) => {
    const { id } = await watchOf(deps, request, request.params.id);
    await noteAct(deps, request, 'mail.remove', id);
    if (!(await deps.state().watchMail.remove(id))) throw new LicetError('LICET_NO_ADDRESS');
    return reply.code(204).header('cache-control', 'no-store').send(null);
  });
};
