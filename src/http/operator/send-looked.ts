import type { FastifyReply, FastifyRequest } from 'fastify';
import { LicetError } from '../../errors.ts';
import type { OperatorDeps } from './deps.ts';
import { actOf } from './require-role.ts';

/** Sends the bytes of a kept page to an operator, for looking only, written down before: as a file that no browser runs. */
export const sendLooked = async (
  deps: OperatorDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  hash: string,
): Promise<FastifyReply> => {
  await deps.worker.run('note', { act: actOf(deps, request, 'page.look', hash) });
  const kept = await deps.archive.look(hash);
  if (kept.state !== 'kept') throw new LicetError('LICET_UNKNOWN_EVIDENCE', `The page is ${kept.state}.`);
  return reply
    .header('content-disposition', `attachment; filename="${hash.slice(0, 12)}"`)
    .header('content-security-policy', "default-src 'none'; sandbox")
    .type('application/octet-stream')
    .send(Buffer.from(kept.bytes));
};
