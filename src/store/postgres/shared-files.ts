import { randomUUID } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import type { SharedFiles } from '../engine.ts';
import type { Database } from './database.ts';

/** Bytes that go there or back with one statement. */
const PART = 4 * 1_048_576;
/** Of each kind so many are kept: a server may still be taking up the one before. */
const KEPT = 2;
/** Parts of an upload that did not end are swept away after this long. */
const LEFT_MS = 86_400_000;

const NOW = 'CAST(extract(epoch FROM now()) * 1000 AS BIGINT)';

/** Files in a database, in parts of some megabytes, so that none is ever in memory whole. */
export const sharedFilesIn = ({ pool, close }: Database): SharedFiles => {
  const addPart = pool.prepare(`INSERT INTO shared_part (upload, part, bytes, at) VALUES (?, ?, ?, ${NOW})`);
  // Told of only now: from here on it is there whole.
  const addFile = pool.prepare(
    `INSERT INTO shared_file (kind, stamp, upload, parts, at) VALUES (?, ?, ?, ?, ${NOW})
     ON CONFLICT (kind, stamp) DO UPDATE SET upload = excluded.upload, parts = excluded.parts, at = excluded.at`,
  );
  const forget = pool.prepare(
    `DELETE FROM shared_file WHERE kind = ?
     AND stamp NOT IN (SELECT stamp FROM shared_file WHERE kind = ? ORDER BY at DESC LIMIT ${KEPT})`,
  );
  const sweep = pool.prepare(
    `DELETE FROM shared_part WHERE at < ${NOW} - CAST(? AS BIGINT)
     AND upload NOT IN (SELECT upload FROM shared_file)`,
  );
  const find = pool.prepare<[string, string], { upload: string; parts: number }>(
    'SELECT upload, parts FROM shared_file WHERE kind = ? AND stamp = ?',
  );
  const part = pool
    .prepare<[string, number], Buffer>('SELECT bytes FROM shared_part WHERE upload = ? AND part = ?')
    .pluck();
  const putParts = async (from: FileHandle, upload: string): Promise<number> => {
    const bytes = new Uint8Array(PART);
    for (let parts = 0; ; parts += 1) {
      const { bytesRead } = await from.read(bytes, 0, PART, parts * PART);
      if (bytesRead === 0) return parts;
      await addPart.run(upload, parts, bytes.subarray(0, bytesRead));
    }
  };
  /** False where a part went away meanwhile, with a file that was forgotten. */
  const takeParts = async (to: FileHandle, upload: string, parts: number): Promise<boolean> => {
    for (let at = 0; at < parts; at += 1) {
      const bytes = await part.get(upload, at);
      if (bytes === undefined) return false;
      await to.writeFile(bytes);
    }
    return true;
  };
  return {
    put: async (kind, stamp, file) => {
      const upload = randomUUID();
      const from = await open(file, 'r');
      const parts = await putParts(from, upload).finally(() => from.close());
      await addFile.run(kind, stamp, upload, parts);
      await forget.run(kind, kind);
      await sweep.run(LEFT_MS);
    },
    take: async (kind, stamp, file) => {
      const kept = await find.get(kind, stamp);
      if (kept === undefined) return false;
      const beside = `${file}.${randomUUID()}.new`;
      const to = await open(beside, 'w', 0o600);
      try {
        const whole = await takeParts(to, kept.upload, kept.parts).finally(() => to.close());
        if (whole) await rename(beside, file);
        return whole;
      } finally {
        await rm(beside, { force: true });
      }
    },
    close,
  };
};
