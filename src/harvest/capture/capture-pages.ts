import { createHash } from 'node:crypto';
import type { PartialDate } from '../../../schema/base.ts';
import type { Snapshot } from '../../../schema/snapshot.ts';
import type { Page } from '../../../schema/source.ts';
import type { Received } from '../read/read-edition.ts';
import type { Proof } from './proof.ts';
import type { ProofSearch } from './search-proof.ts';

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** One captured row as it is kept: what was typed, as CSV, and the saved page it was read from. */
type Typed = Readonly<{
  source: string;
  page: Page;
  csv: string;
  asOf: PartialDate | null;
  /** What is kept with the row about its date. */
  details: Readonly<Record<string, string>>;
  proof: Proof | null;
  search: ProofSearch | null;
  /** The person insists although the saved page shows another number. */
  forced: boolean;
  now: Date;
}>;

/** What is kept with the row about its proof: its hash, whether it could be searched, and which values it does not show. */
const proofDetails = ({ proof, search, forced }: Typed): Record<string, string> =>
  proof === null
    ? {}
    : {
        proof: sha256Of(proof.bytes),
        ...(search !== null && { proofRead: search.read }),
        ...(search !== null && search.missing.length > 0 && { notInProof: search.missing.join('、') }),
        ...(forced && search !== null && search.contradictions.length > 0 && { proofContradicts: 'forced' }),
      };

/** The pages of one captured row: what was typed, and the proof beside it. */
export const pagesOf = (typed: Typed): Received => {
  const { source, page, csv, asOf, proof, now } = typed;
  const instant = now.toISOString();
  const stamp = instant.replace(/\D/g, '');
  const way = {
    source,
    url: page.url,
    retrievedAt: instant,
    how: 'captured',
    transport: 'operator',
  } as const;
  const snapshot = (key: string, body: Uint8Array, contentType: string, details: Record<string, string>) =>
    ({
      ...way,
      sha256: sha256Of(body),
      page: `${key}-${stamp}`,
      contentType,
      bytes: body.length,
      details,
    }) satisfies Snapshot;
  const bytes = new TextEncoder().encode(csv);
  const date = asOf === null ? {} : { asOf };
  const row = snapshot(page.key, bytes, 'text/csv; charset=utf-8', {
    ...date,
    ...typed.details,
    ...proofDetails(typed),
  });
  if (proof === null) return { snapshots: [row], bodies: [bytes] };
  const seen = snapshot('proof', proof.bytes, proof.contentType, date);
  return { snapshots: [row, seen], bodies: [bytes, proof.bytes] };
};
