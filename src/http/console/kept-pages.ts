import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { sha256 } from '../../../schema/base.ts';
import { LicetError } from '../../errors.ts';
import { actOf } from '../operator/require-role.ts';
import { createPage, queryValue } from '../pages/page.ts';
import type { ConsoleDeps } from './deps.ts';

const options = { schema: { hide: true }, config: { role: 'clerk' } } as const;

/** Pictures by what they begin with. */
const PICTURES: Readonly<Record<string, readonly number[]>> = {
  'image/png': [0x89, 0x50, 0x4e, 0x47],
  'image/jpeg': [0xff, 0xd8, 0xff],
};

/**
 * `/console/pages/{sha256}`: a kept page, each look written down before. A picture is shown where `type` says which and its bytes agree;
 * anything else is handed out as a file and never opened here.
 */
export const registerKeptPages = (app: FastifyInstance, deps: ConsoleDeps): void => {
  app.get('/console/pages/:sha256', options, async (request, reply) => {
    const given = z.object({ sha256 }).safeParse(request.params);
    if (!given.success) throw new LicetError('LICET_UNKNOWN_EVIDENCE');
    const hash = given.data.sha256;
    await deps.worker.run('note', { act: actOf(deps, request, 'page.look', hash) });
    const kept = await deps.archive.look(hash);
    if (kept.state !== 'kept') throw new LicetError('LICET_UNKNOWN_EVIDENCE');
    const type = queryValue(createPage(deps, request).query, 'type') ?? '';
    const mark = PICTURES[type];
    const shown = mark?.every((byte, place) => kept.bytes[place] === byte) === true;
    return reply
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('x-content-type-options', 'nosniff')
      .header('content-disposition', shown ? 'inline' : `attachment; filename="${hash.slice(0, 12)}"`)
      .type(shown ? type : 'application/octet-stream')
      .send(Buffer.from(kept.bytes));
  });
};
