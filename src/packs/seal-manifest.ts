import type { CryptoKey, JWK } from 'jose';
import { PACK_FORMAT, type PackManifest, type PublicKey, packManifest } from '../../schema/pack.ts';
import { PackRefused } from './pack-refused.ts';

/** What signs: the id of a key and its private part as a handle. */
export type PackSigner = Readonly<{ kid: string; privateKey: CryptoKey }>;

/** Whom a follower believes: keys it knows from the last pack, or the thumbprint it was told; nobody known yet: the first it meets. */
export type Trust = Readonly<{ keys?: readonly JWK[] | undefined; thumbprint?: string | undefined }>;

const TYPE = 'licet-pack+json';

/** The signature over a manifest's bytes: a JWS with detached content (RFC 7515, appendix F). */
export const sealManifest = async (
  manifest: Uint8Array,
  { kid, privateKey }: PackSigner,
): Promise<string> => {
  const { FlattenedSign } = await import('jose');
  const { protected: head, signature } = await new FlattenedSign(manifest)
    .setProtectedHeader({ alg: 'EdDSA', kid, typ: TYPE })
    .sign(privateKey);
  return `${head}..${signature}`;
};

/** The thumbprint of a public key (RFC 7638), by which a person recognises it. */
export const thumbprintOf = async (key: JWK): Promise<string> =>
  (await import('jose')).calculateJwkThumbprint(key, 'sha256');

const readManifest = (bytes: Uint8Array): PackManifest => {
  let read: unknown;
  try {
    read = JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    throw new PackRefused('its manifest is no JSON');
  }
  const format =
    typeof read === 'object' && read !== null && 'format' in read ? String(read.format) : 'unknown';
  if (format !== PACK_FORMAT)
    throw new PackRefused(
      `it is of the format ${format.slice(0, 40)}, and this Licet reads ${PACK_FORMAT}: both must be of one version`,
    );
  const manifest = packManifest.safeParse(read);
  if (manifest.success) return manifest.data;
  const [issue] = manifest.error.issues;
  throw new PackRefused(`its manifest cannot be read: ${issue?.path.join('.')} ${issue?.message}`);
};

const kidOf = (head: string): unknown => {
  try {
    const read: unknown = JSON.parse(Buffer.from(head, 'base64url').toString('utf8'));
    return typeof read === 'object' && read !== null && 'kid' in read ? read.kid : null;
  } catch {
    return null;
  }
};

/** The key that signed, if it is one that is believed. */
const believed = async (
  own: readonly PublicKey[],
  kid: unknown,
  { keys, thumbprint }: Trust,
): Promise<JWK> => {
  const key = (thumbprint === undefined ? (keys ?? own) : own).find((one) => one.kid === kid);
  if (key === undefined)
    throw new PackRefused(
      'it is signed by a key that is not the followed publisher’s; --key takes the thumbprint of another one',
    );
  if (thumbprint !== undefined && (await thumbprintOf(key)) !== thumbprint)
    throw new PackRefused(`it is signed by the key ${await thumbprintOf(key)}, not by ${thumbprint}`);
  return key;
};

/** Reads a manifest whose signature holds under a believed key. Throws PackRefused. */
export const openManifest = async (bytes: Uint8Array, seal: string, trust: Trust): Promise<PackManifest> => {
  const [head = '', , signature = ''] = seal.trim().split('.');
  const manifest = readManifest(bytes);
  const key = await believed(manifest.keys, kidOf(head), trust);
  const { flattenedVerify, importJWK } = await import('jose');
  try {
    const { protectedHeader } = await flattenedVerify(
      { protected: head, payload: Buffer.from(bytes).toString('base64url'), signature },
      await importJWK(key, 'EdDSA'),
      { algorithms: ['EdDSA'] },
    );
    if (protectedHeader?.typ !== TYPE) throw new PackRefused('its signature is over something else');
  } catch (cause) {
    if (cause instanceof PackRefused) throw cause;
    throw new PackRefused('its signature does not hold: it was altered, or signed by another key', { cause });
  }
  return manifest;
};
