import { z } from 'zod';
import { instant, sha256 } from './base.ts';

/** The format of packs; another one is refused by its name. */
export const PACK_FORMAT = 'licet-pack/1';

/** What the name of a pack's file ends in. */
export const PACK_ENDING = '.licet-pack.tar.gz';

/** The name of a pack's file: what it leads to, and of a delta also what it goes onto. */
export const packFileName = z
  .string()
  .max(80)
  .regex(/^(?:full-\d+|delta-\d+-\d+)\.licet-pack\.tar\.gz$/, 'is not the name of a pack');

/** Where the pages of a pack stand in it, each under its SHA-256. */
export const PACK_PAGES = 'pages/';

/** A state of a registry: a generation, and the digest of all rows that travel of it. */
const packState = z.strictObject({ generation: z.number().int().positive(), content: sha256 });

const packFile = z.strictObject({
  name: z.string().regex(/^(?:[a-z-]+\/)?[a-z0-9-]+(?:\.ndjson)?$/),
  bytes: z.number().int().nonnegative(),
  sha256,
  /** Members of a row that are its key, in the order in which the rows are sorted; files of rows alone have it. */
  key: z.array(z.string()).optional(),
});
export type PackFile = Readonly<z.infer<typeof packFile>>;

const packSource = z.strictObject({
  id: z.string(),
  title: z.string(),
  authority: z.string(),
  licence: z.string(),
  attribution: z.string(),
  /** What of it is in the pack: rows and pages, rows alone, or nothing but that it exists. */
  travels: z.enum(['bytes', 'rows', 'metadata']),
  rows: z.number().int().nonnegative(),
});

/** A public Ed25519 key as RFC 8037 writes it. */
const publicKey = z.looseObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string(),
  kid: z.string(),
});
export type PublicKey = Readonly<z.infer<typeof publicKey>>;

/** What a pack says of itself; signed, and the first file in it. */
export const packManifest = z.strictObject({
  format: z.literal(PACK_FORMAT),
  kind: z.enum(['full', 'delta']),
  /** Address of the publisher; null where it has none. */
  publisher: z.string().nullable(),
  /** Version of Licet that made it, digest of the code that compiled the dossiers, and of the columns of the rows. */
  madeBy: z.string(),
  code: z.string(),
  layout: z.string(),
  policyVersion: z.string(),
  /** The generation it leads to, when that was published, its registry hash, and the chain of generations up to it. */
  generation: z.number().int().positive(),
  at: instant,
  registryHash: sha256,
  chain: sha256,
  /** Where `/v1/changes?since=` goes on. */
  cursor: z.string(),
  content: sha256,
  /** The state a delta goes onto. */
  base: packState.nullable(),
  /** The publisher's own newest generation; the same registry where all its sources travel. */
  own: z.strictObject({ generation: z.number().int().positive(), registryHash: sha256, same: z.boolean() }),
  sources: z.array(packSource),
  /** Pages that should be in it and that the publisher has not kept. */
  missingPages: z.array(sha256),
  files: z.array(packFile),
  /** Keys that may sign this pack and the next one. */
  keys: z.array(publicKey).min(1),
});
export type PackManifest = Readonly<z.infer<typeof packManifest>>;
