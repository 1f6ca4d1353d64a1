import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { PACK_FORMAT, packFileName, packManifest } from '../../../schema/pack.ts';
import { LicetError } from '../../errors.ts';
import {
  listShelf,
  onShelf,
  type ShelvedNote,
  type ShelvedPack,
  shelfFolder,
} from '../../packs/pack-shelf.ts';
import { thumbprintOf } from '../../packs/seal-manifest.ts';
import type { Deps } from '../deps.ts';
import { sendJson } from '../plugins/conditional.ts';
import { noQuery } from '../shapes/lookups.ts';
import { operation } from '../shapes/operation.ts';
import { sendFile } from './send-file.ts';
import { packsAnswer } from './shapes.ts';

const params = z.strictObject({ name: packFileName });

const listSchema = operation(
  {
    tag: 'Evidence',
    id: 'packs',
    summary: 'Signed files with the whole registry, and with what changed between two generations',
    description:
      'docs/packs.md says what is in them. `licet pack apply` with this address follows the publisher. None are made where the installation has no public address.',
    examples: [{ path: '/v1/packs' }],
  },
  packsAnswer,
  { querystring: noQuery },
);

const manifestSchema = operation(
  { tag: 'Evidence', id: 'packManifest', summary: 'What a pack says of itself', examples: [] },
  packManifest,
  { params, querystring: noQuery },
  [400, 404],
);

const fileSchema = operation(
  {
    tag: 'Evidence',
    id: 'packFile',
    summary: 'A pack: tar and gzip, with ETag and ranges',
    examples: [],
  },
  { media: ['application/gzip'] },
  { params, querystring: noQuery },
  [400, 404],
);

const shown = ({ name, bytes, sha256, manifest }: ShelvedNote) => {
  const { kind, generation, at, base, content, registryHash, cursor } = manifest;
  return {
    name,
    kind,
    generation,
    at,
    base,
    content,
    registryHash,
    cursor,
    bytes,
    sha256,
    url: `/v1/packs/${name}`,
  };
};

/** Packs as they lie on the shelf of this data folder. */
export const registerPacks = (app: FastifyInstance, { config }: Deps): void => {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  const shelf = shelfFolder(config.data);
  const found = async (name: string): Promise<ShelvedPack> => {
    const pack = await onShelf(shelf, name);
    if (pack === null) throw new LicetError('LICET_UNKNOWN_PACK');
    return pack;
  };
  typed.get('/v1/packs', { schema: listSchema }, async (request, reply) => {
    const packs = await listShelf(shelf);
    const keys = packs[0]?.manifest.keys ?? [];
    const known = keys.map(async (key) => ({ kid: key.kid, thumbprint: await thumbprintOf(key) }));
    const answer = { format: PACK_FORMAT, packs: packs.map(shown), keys: await Promise.all(known) };
    return sendJson(request, reply, answer);
  });
  typed.get('/v1/packs/:name/manifest', { schema: manifestSchema }, async (request, reply) =>
    sendJson(request, reply, (await found(request.params.name)).manifest),
  );
  typed.get('/v1/packs/:name', { schema: fileSchema }, async (request, reply) => {
    const { name, bytes, sha256 } = await found(request.params.name);
    const file = join(shelf, name);
    return sendFile(request, reply, {
      file,
      bytes,
      etag: `"${sha256}"`,
      contentType: 'application/gzip',
      name,
    });
  });
};
