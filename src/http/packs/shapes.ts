import { z } from 'zod';
import { instant, sha256 } from '../../../schema/base.ts';
import { PACK_FORMAT, packManifest } from '../../../schema/pack.ts';

const { kind, generation, registryHash, cursor, content, base } = packManifest.shape;

export const packsAnswer = z.strictObject({
  format: z.literal(PACK_FORMAT),
  packs: z
    .array(
      z.strictObject({
        name: z.string(),
        kind,
        generation,
        at: instant,
        base: base.describe('What a delta goes onto'),
        content: content.describe('Digest of all rows that travel'),
        registryHash,
        cursor: cursor.describe('Where `/v1/changes?since=` goes on'),
        bytes: z.number().int(),
        sha256,
        url: z.string(),
      }),
    )
    .describe('Newest first'),
  keys: z
    .array(z.strictObject({ kid: z.string(), thumbprint: z.string() }))
    .describe('Keys that may sign the next pack, and how to recognise them (RFC 7638)'),
});
