import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { mayAs } from '../../../../schema/operator-role.ts';
import { LicetError } from '../../../errors.ts';
import { foldText } from '../../../text/han.ts';
import type { PendingOrder } from '../../operator/jobs.ts';
import { actOf } from '../../operator/require-role.ts';
import { createPage } from '../../pages/page.ts';
import type { ConsoleDeps } from '../deps.ts';
import { sendConsole } from '../frame.ts';
import { queueBody } from './queue-page.ts';

const clerk = { schema: { hide: true }, config: { role: 'clerk' } } as const;
const reviewer = { schema: { hide: true }, config: { role: 'reviewer' } } as const;
const at = '/console/captures';
/** Hospitals shown at once: a morning's work. */
const SHOWN = 30;
const numbered = z.object({ id: z.coerce.number().int().min(1).max(1e12) });

const registerQueue = (app: FastifyInstance, deps: ConsoleDeps): void => {
  app.get(at, clerk, async (request, reply) => {
    const page = createPage(deps, request);
    const queue = await deps.worker.run('queue', {
      act: actOf(deps, request, 'queue.look', ''),
      limit: SHOWN,
    });
    const pending = await deps.worker.run('pending', { act: actOf(deps, request, 'pending.look', '') });
    const { operator } = request;
    const mayDecide = ({ by }: Readonly<{ by: string }>): boolean =>
      operator !== null && mayAs(operator.role, 'reviewer') && foldText(operator.name) !== foldText(by);
    const body = queueBody(page, { queue, pending, forms: await deps.captureForms(), mayDecide });
    return sendConsole(reply, page, operator, page.say('capture.capture'), body);
  });
};

const registerDecisions = (app: FastifyInstance, deps: ConsoleDeps): void => {
  const decide = (what: 'confirm' | 'reject', decisionIn: (body: unknown) => PendingOrder['decision']) =>
    app.post(`${at}/pending/:id/${what}`, reviewer, async (request, reply) => {
      const numbers = numbered.safeParse(request.params);
      if (!numbers.success) throw new LicetError('LICET_UNKNOWN_CAPTURE');
      const { id } = numbers.data;
      const decision = decisionIn(request.body);
      const act = actOf(deps, request, `capture.${what}`, String(id));
      await deps.worker.run('decidePending', { act, id, decision });
      await deps.moved();
      const done = what === 'confirm' ? 'confirmed' : 'rejected';
      return reply.redirect(createPage(deps, request).to(at, { done }), 303);
    });
  decide('confirm', () => ({ is: 'confirm' }));
  decide('reject', (body) => {
    const given = z.object({ reason: z.string().trim().min(3).max(500) }).safeParse(body);
    if (!given.success) throw new LicetError('LICET_BAD_QUESTION');
    return { is: 'reject', reason: given.data.reason };
  });
};

/** `/console/captures`: whom to look up next, and what waits for a second person. */
export const registerCaptureQueue = (app: FastifyInstance, deps: ConsoleDeps): void => {
  registerQueue(app, deps);
  registerDecisions(app, deps);
};
