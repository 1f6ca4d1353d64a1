import { z } from 'zod';
import { type Receipt, receiptSchema, type SealedReceipt } from '../../schema/receipt.ts';
import { readEntry } from '../log/entry.ts';
import { provesEntry } from '../log/inclusion.ts';
import { canonicalJson } from '../text/canonical-json.ts';
import { isRevoked, type KeySet } from './key-set.ts';
import type { SealKey } from './seal.ts';

const TYPE = 'licet-receipt+jws';
const bytesOf = (receipt: unknown): Uint8Array => new TextEncoder().encode(canonicalJson(receipt));

/** Signs a receipt. The seal carries no copy of it: the receipt beside it is what is checked. */
export const sealReceipt = async (receipt: Receipt, key: SealKey): Promise<SealedReceipt> => {
  const { CompactSign } = await import('jose');
  const whole = await new CompactSign(bytesOf(receipt))
    .setProtectedHeader({ alg: 'EdDSA', kid: key.kid, typ: TYPE })
    .sign(key.privateKey);
  const [header = '', , signature = ''] = whole.split('.');
  return { receipt, seal: `${header}..${signature}` };
};

/** Only the frame is demanded before the seal is checked: later versions may state more. */
const frame = z.object({
  receipt: z.record(z.string(), z.unknown()),
  seal: z.string().max(2000),
  log: z.object({ entry: z.string().max(2000), proof: z.string().max(10_000) }).optional(),
});

/** What came of checking a receipt; `fault` is null when it is genuine. */
export type ReceiptCheck = Readonly<{
  fault: 'not-a-receipt' | 'unknown-key' | 'revoked-key' | 'altered' | null;
  receipt: Receipt | null;
  /**
   * Whether the public log held the generation that answered: `proven`, `not-proven` (its proof does not hold, or none of its keys is among
   * these), or null for a receipt without a proof.
   */
  log: 'proven' | 'not-proven' | null;
}>;

/** Whether the entry beside a receipt tells of the generation that answered, and is in the log. */
const logOf = async (
  told: z.infer<typeof frame>['log'],
  receipt: Receipt | null,
  keys: readonly string[],
): Promise<ReceiptCheck['log']> => {
  if (told === undefined) return null;
  const entry = readEntry(told.entry);
  const same =
    entry?.kind === 'generation' &&
    receipt !== null &&
    entry.generation === receipt.verdict.generation &&
    entry.registryHash === receipt.registryHash;
  return same && (await provesEntry(told.entry, told.proof, keys)) ? 'proven' : 'not-proven';
};

/**
 * Checks a saved receipt against the issuer's public keys, without any network. A receipt does not end: it says what was
 * answered on its day, for ever.
 */
export const checkReceipt = async (saved: unknown, keys: KeySet): Promise<ReceiptCheck> => {
  const read = frame.safeParse(saved);
  if (!read.success) return { fault: 'not-a-receipt', receipt: null, log: null };
  const { seal } = read.data;
  const receipt = receiptSchema.safeParse(read.data.receipt).data ?? null;
  const log = await logOf(read.data.log, receipt, keys.log ?? []);
  const [header = '', , signature = ''] = seal.split('.');
  const { compactVerify, createLocalJWKSet, decodeProtectedHeader, errors } = await import('jose');
  const payload = Buffer.from(bytesOf(read.data.receipt)).toString('base64url');
  try {
    if (isRevoked(keys, decodeProtectedHeader(`${header}..`).kid))
      return { fault: 'revoked-key', receipt, log };
    const { protectedHeader } = await compactVerify(
      `${header}.${payload}.${signature}`,
      createLocalJWKSet(keys),
      {
        algorithms: ['EdDSA'],
      },
    );
    return { fault: protectedHeader.typ === TYPE ? null : 'not-a-receipt', receipt, log };
  } catch (fault) {
    if (fault instanceof errors.JWKSNoMatchingKey) return { fault: 'unknown-key', receipt, log };
    if (fault instanceof errors.JOSEError) return { fault: 'altered', receipt, log };
    throw fault;
  }
};
