import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { sha256 } from '../../../schema/base.ts';
import type { Snapshot } from '../../../schema/snapshot.ts';
import { LicetError } from '../../errors.ts';
import type { KeptRow, Reader } from '../../store/registry-reader.ts';
import type { Deps } from '../deps.ts';
import { pageAvailability, pageUnavailable } from '../kept-page.ts';
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

const bytesSchema = {
  ...operation(
    {
      ...about,
      id: 'evidenceBytes',
      summary: 'The kept bytes, where the rights of the source allow it',
      description:
        'Checked against their number on the way out: what is missing, damaged or removed on this machine is a problem that says so, never other bytes.',
    },
    z.string(),
    { params, querystring: noQuery },
    [400, 403, 404, 410],
  ),
};

const snapshotOf = async ({ archive }: Deps, reader: Reader, hash: string): Promise<Snapshot> => {
  const snapshot = await reader.snapshot(hash);
  if (snapshot !== undefined) return snapshot;
  const tombstone = await archive.tombstone(hash);
  throw tombstone === undefined
    ? new LicetError('LICET_UNKNOWN_EVIDENCE')
    : pageUnavailable({ state: 'removed', tombstone });
};

const rightsOf = (reader: Reader, snapshot: Snapshot) => {
  const descriptor = reader.reference.sources.get(snapshot.source)?.descriptor;
  if (descriptor === undefined) throw new Error(`snapshot of unregistered source ${snapshot.source}`);
  return { descriptor, rights: descriptor.rights };
};

const withheld = {
  en: (where: string) =>
    `The rights of this source do not let its bytes be handed out; it was published at ${where}`,
  zh: (where: string) => `该来源的权利不允许再次提供原始文件；原文发布于 ${where}`,
};
const wordsWithheld = {
  en: 'The rights of this source allow metadata only; look at the place where it was published.',
  zh: '该来源的权利仅允许公开元数据，请到原发布处查看。',
};

const rowOf = async (reader: Reader, hash: string, row: number | undefined): Promise<KeptRow | null> => {
  if (row === undefined) return null;
  const kept = await reader.keptRow(hash, row);
  if (kept === undefined)
    throw new LicetError('LICET_UNKNOWN_EVIDENCE', 'The page was kept, but it has no such row.');
  return kept;
};

const describe = async (deps: Deps, hash: string, row: number | undefined, language: 'en' | 'zh') => {
  const reader = deps.reader();
  const snapshot = await snapshotOf(deps, reader, hash);
  const { descriptor, rights } = rightsOf(reader, snapshot);
  const kept = await rowOf(reader, hash, row);
  const rows = rights.redistribute !== 'metadata';
  const { kept: place, why } = await pageAvailability(deps.archive, hash, language);
  const bytes = rights.redistribute === 'bytes';
  return {
    snapshot,
    source: {
      id: descriptor.id,
      title: descriptor.title[language],
      authority: descriptor.authority[language],
    },
    rights,
    row: row ?? null,
    words: rows ? (kept?.raw ?? null) : null,
    wordsWithheld: rows ? null : wordsWithheld[language],
    institution: kept?.institution ?? null,
    kept: place,
    bytesUrl: bytes && place === 'kept' ? `/v1/evidence/${hash}/bytes` : null,
    bytesWithheld: bytes ? why : withheld[language](snapshot.url),
  };
};

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
    const shown = await describe(deps, request.params.sha256, request.query.row, language);
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
