import { z } from 'zod';
import { instant } from '../../../schema/base.ts';

/** Grows when a backup is laid out otherwise, so that an older Licet says so instead of reading half of it. */
export const BACKUP_FORMAT = 1;

/** The last file of a backup: what is in it. A backup without one was cut off. */
export const MANIFEST = 'manifest.json';

/** Where the state lies in a backup, and where the kept pages. */
export const STATE = 'state/';
export const PAGES = 'archive/';

/** Names a backup may hold: nothing in it leads out of the folder it is read into. */
export const isBackupName = (name: string): boolean =>
  /^state\/[a-z][\w-]*\.(?:db|json|key)$/.test(name) || /^archive\/[0-9a-f]{64}[\w.-]*$/.test(name);

export const backupManifest = z.strictObject({
  format: z.number().int(),
  at: instant,
  /** Newest generation in it; null before the first. */
  generation: z.number().int().nullable(),
  registryHash: z.string().nullable(),
  /** True where it holds physicians' rows, whose key is never in it. */
  physicians: z.boolean(),
  files: z.record(z.string(), z.strictObject({ bytes: z.number().int(), sha256: z.string() })),
});
export type BackupManifest = Readonly<z.infer<typeof backupManifest>>;
