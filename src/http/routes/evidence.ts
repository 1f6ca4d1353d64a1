import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { sha256 } from '../../../schema/base.ts';
import type { Snapshot } from '../../../schema/snapshot.ts';
import { LicetError } from '../../errors.ts';
import type { Deps } from '../deps.ts';
import { describeEvidence, rightsOf, snapshotOf, withheld } from '../evidence-shown.ts';
import { pageUnavailable } from '../kept-page.ts';
import { languageOf } from '../language.ts';
import { sendJson, sendWithEtag } from '../plugins/conditional.ts';
import { evidenceAnswer, lang, noQuery } from '../shapes/lookups.ts';
import { operation } from '../shapes/operation.ts';

const params = z.strictObject({ sha256 });
const query = z.strictObject({
  row: z.coerce
    .number()
    .int()
    .min(1)
    .max(10_000_000)
    .optional()
    .meta({ description: 'Row of the page, from 1' }),
  lang,
});

const about = { tag: 'Evidence', examples: [] };

const metaSchema = operation(
  {
    ...about,
    id: 'evidence',
    summary: 'What was kept: the page’s metadata, the row’s own words, and where its bytes are',
    description:
      'Every `url` of an answer’s evidence leads here. The SHA-256 is that of the bytes as received.',
  },
  evidenceAnswer,
  { params, querystring: query },
  [400, 404, 410],
);

const bytesSchema = operation(
  {
    ...about,
    id: 'evidenceBytes',
    summary: 'The kept bytes, where the rights of the source allow it',
    description:
      'Checked against their number on the way out: what is missing, damaged or removed on this machine is a problem that says so, never other bytes.',
  },
  { media: ['*/*'] },
  { params, querystring: noQuery },
  [400, 403, 404, 410],
);

/** Served as received, and never run: another site's page must not act in our name. */
const bytesHeaders = (snapshot: Snapshot) => ({
  'content-disposition': `attachment; filename="${snapshot.sha256.slice(0, 12)}"`,
  'content-security-policy': "default-src 'none'; sandbox",
});

/** The walk back from a statement to the bytes it rests on. */
export const registerEvidence = (app: FastifyInstance, deps: Deps): void => {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  typed.get('/v1/evidence/:sha256', { schema: metaSchema }, async (request, reply) => {
    const language = languageOf(request, request.query.lang);
    const shown = await describeEvidence(deps, request.params.sha256, request.query.row, language);
    return sendJson(request, reply, shown);
  });
  typed.get('/v1/evidence/:sha256/bytes', { schema: bytesSchema }, async (request, reply) => {
    const reader = deps.reader();
    const snapshot = await snapshotOf(deps, reader, request.params.sha256);
    const { rights } = rightsOf(reader, snapshot);
    if (rights.redistribute !== 'bytes') {
      throw new LicetError('LICET_RIGHTS_FORBID', `${withheld.en(snapshot.url)}.`);
    }
    const kept = await deps.archive.look(snapshot.sha256);
    if (kept.state !== 'kept') {
      // The operator must hear of a lost page, whoever asked for it.
      if (kept.state !== 'removed') app.log.error({ page: snapshot.sha256, state: kept.state }, 'kept page');
      throw pageUnavailable(kept);
    }
    const { buffer, byteOffset, byteLength } = kept.bytes;
    reply.headers(bytesHeaders(snapshot));
    return sendWithEtag(request, reply, Buffer.from(buffer, byteOffset, byteLength), {
      contentType: snapshot.contentType,
      etag: `"${snapshot.sha256}"`,
      cacheControl: 'public, max-age=31536000, immutable',
    });
  });
};
