import { randomBytes } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { LicetError } from '../../errors.ts';
import { whyNoPost } from '../../fetch/why-no-post.ts';
import type { Deps } from '../deps.ts';
import { noteAct } from '../partners/partner-of.ts';

const badUrl = (problem: string): LicetError =>
  new LicetError('LICET_BAD_QUESTION', `/url ${problem}.`, [
    { field: '/url', problem, expected: 'a public https address, without a password in it' },
  ]);

/** Names the receiver of a watch of this partner, and makes the secret that it checks signatures with: seen this once. */
export const putReceiver = async (
  deps: Pick<Deps, 'config' | 'clock' | 'state'>,
  request: FastifyRequest,
  watch: string,
  url: string,
) => {
  if (!deps.config.fetch) throw new LicetError('LICET_NOTHING_SENT');
  const problem = await whyNoPost(url);
  if (problem !== null) throw badUrl(problem);
  await noteAct(deps, request, 'webhook.put', watch);
  const since = deps.clock().toISOString();
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  await deps.state().watchHooks.put({ watch, url, secret, since });
  return { url, since, stopped: null, secret };
};

/** Sends to the receiver of a watch of this partner again, where it had said that it is gone; what was not sent goes out at once. */
export const startReceiver = async (
  deps: Pick<Deps, 'clock' | 'state'>,
  request: FastifyRequest,
  watch: string,
): Promise<void> => {
  await noteAct(deps, request, 'webhook.start', watch);
  if (!(await deps.state().watchHooks.start(watch, deps.clock().toISOString())))
    throw new LicetError('LICET_NO_WEBHOOK');
};
