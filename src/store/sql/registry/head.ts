import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { headFile, headKeyFile } from '../../folder/head-files.ts';
import { makeSecretFile } from '../../folder/secret-file.ts';
import type { ChainLink, HeadState } from '../../integrity/integrity.ts';
import type { Connection } from '../connection.ts';
import { chainRows } from './chain.ts';

const headSchema = z.object({
  number: z.int().min(1),
  chain: z.string().regex(/^[0-9a-f]{64}$/),
  signature: z.string(),
});
type Head = z.infer<typeof headSchema>;

const signedText = ({ number, chain }: ChainLink): Buffer => Buffer.from(`licet head ${number} ${chain}`);

/** The key of the heads, an Ed25519 key of its own; made with the first head, readable by its owner alone. */
const keyIn = (data: string): KeyObject => {
  const file = headKeyFile(data);
  if (!existsSync(file))
    makeSecretFile(
      file,
      generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    );
  return createPrivateKey(readFileSync(file));
};

const write = (data: string, link: ChainLink): void => {
  const signature = sign(null, signedText(link), keyIn(data)).toString('base64url');
  const unfinished = `${headFile(data)}.new`;
  writeFileSync(unfinished, `${JSON.stringify({ ...link, signature })}\n`, { mode: 0o600 });
  renameSync(unfinished, headFile(data));
};

/** The head file; null for none or for one that cannot be read, which `headState` tells apart. */
const readHead = (data: string): Head | null => {
  if (!existsSync(headFile(data))) return null;
  try {
    return headSchema.parse(JSON.parse(readFileSync(headFile(data), 'utf8')));
  } catch {
    return null;
  }
};

const holds = (data: string, { signature, ...link }: Head): boolean => {
  try {
    const key = createPublicKey(createPrivateKey(readFileSync(headKeyFile(data))));
    return verify(null, signedText(link), key, Buffer.from(signature, 'base64url'));
  } catch {
    return false;
  }
};

const newestLink = async (db: Connection): Promise<ChainLink | undefined> => {
  const last = (await chainRows(db)).at(-1);
  return last?.chain == null ? undefined : { number: last.number, chain: last.chain };
};

/** How the head in this data folder stands to the chain of generations. */
export const headState = async (
  db: Connection,
  data: string,
): Promise<Readonly<{ head: HeadState; headNumber: number | null }>> => {
  if (!existsSync(headFile(data))) return { head: 'none', headNumber: null };
  const head = readHead(data);
  if (head === null || !holds(data, head)) return { head: 'forged', headNumber: head?.number ?? null };
  const rows = await chainRows(db);
  const same = rows.find(({ number }) => number === head.number);
  if (same?.chain !== head.chain) return { head: 'foreign', headNumber: head.number };
  return { head: rows.at(-1)?.number === head.number ? 'good' : 'behind', headNumber: head.number };
};

/** Signs the newest generation as the head of this folder. */
export const sealHead = async (db: Connection, data: string): Promise<void> => {
  const link = await newestLink(db);
  if (link !== undefined) await write(data, link);
};

/**
 * Signs the generation just published as the head, unless the head there is speaks against this registry: what was rolled back or
 * edited must stay visible. A head that cannot be written (a full disk) leaves the older one, which still is of this chain.
 */
export const signHead = async (db: Connection, data: string): Promise<void> => {
  try {
    if (['none', 'good', 'behind'].includes((await headState(db, data)).head)) await sealHead(db, data);
  } catch {
    // The generation stays published even if its head cannot be written; `licet doctor` reports that the head is behind.
  }
};
