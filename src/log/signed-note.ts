import { createHash, subtle } from 'node:crypto';
import type { CryptoKey } from 'jose';

/** A key that signs notes: its name, its 32 bytes in public, and its handle. */
export type NoteSigner = Readonly<{ name: string; publicKey: Uint8Array; privateKey: CryptoKey }>;
/** A key that is believed, out of its text. */
type NoteVerifier = Readonly<{ name: string; id: string; publicKey: Uint8Array }>;

const ED25519 = Buffer.of(1);

/** The first four bytes that tell a key of this name (C2SP signed-note, Ed25519), in hexadecimal. */
const keyId = (name: string, publicKey: Uint8Array): string =>
  createHash('sha256').update(`${name}\n`).update(ED25519).update(publicKey).digest('hex').slice(0, 8);

/** The key as verifiers of notes write it: name, id and public bytes. */
export const verifierKey = ({ name, publicKey }: Pick<NoteSigner, 'name' | 'publicKey'>): string =>
  `${name}+${keyId(name, publicKey)}+${Buffer.concat([ED25519, publicKey]).toString('base64')}`;

/** Reads a verifier's key; null where it is none of Ed25519, or its id is not its own. */
export const readVerifierKey = (text: string): NoteVerifier | null => {
  const [, name = '', id = '', encoded = ''] =
    /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/.exec(text) ?? [];
  const bytes = Buffer.from(encoded, 'base64');
  const publicKey = bytes.subarray(1);
  if (bytes[0] !== 1 || publicKey.length !== 32 || keyId(name, publicKey) !== id) return null;
  return { name, id, publicKey };
};

/** Signs a text that ends in a line break, as a signed note (C2SP signed-note). */
export const signNote = async (
  text: string,
  { name, publicKey, privateKey }: NoteSigner,
): Promise<string> => {
  const signature = Buffer.from(await subtle.sign('Ed25519', privateKey, Buffer.from(text)));
  const signed = Buffer.concat([Buffer.from(keyId(name, publicKey), 'hex'), signature]);
  return `${text}\n— ${name} ${signed.toString('base64')}\n`;
};

/** Longest note that is read, and most signatures of it. */
const LONGEST = 65_536;
const MOST_SIGNATURES = 32;

const holds = async (text: string, key: NoteVerifier, line: string): Promise<boolean | null> => {
  const [, name, encoded = ''] = /^— ([^+\s]+) ([A-Za-z0-9+/]+={0,2})$/.exec(line) ?? [];
  const bytes = Buffer.from(encoded, 'base64');
  if (name !== key.name || bytes.subarray(0, 4).toString('hex') !== key.id) return null;
  const handle = await subtle.importKey('raw', key.publicKey, 'Ed25519', false, ['verify']);
  return subtle.verify('Ed25519', handle, bytes.subarray(4), Buffer.from(text));
};

/**
 * The text of a note that one of these keys signed; null where none did, or where a signature of a known key does not hold.
 * Signatures of keys that are not known are passed over.
 */
export const openNote = async (note: string, keys: readonly string[]): Promise<string | null> => {
  const end = note.lastIndexOf('\n\n');
  if (note.length > LONGEST || end < 0) return null;
  const text = note.slice(0, end + 1);
  const lines = note
    .slice(end + 2)
    .split('\n')
    .filter((line) => line !== '');
  if (lines.length > MOST_SIGNATURES) return null;
  const known = keys.flatMap((key) => readVerifierKey(key) ?? []);
  const found = await Promise.all(lines.flatMap((line) => known.map((key) => holds(text, key, line))));
  return found.includes(true) && !found.includes(false) ? text : null;
};
