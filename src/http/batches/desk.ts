import type { Language } from '../../../schema/base.ts';
import type { BatchField } from '../../../schema/lexicon/batch-headings.ts';
import type { KeptAbout } from '../../batch/kept.ts';
import type { AddedBatch } from '../../store/service/batches.ts';

/** A list as a partner hands it in. */
export type BatchOrder = Readonly<{
  id: string;
  partner: string;
  at: string;
  expiresAt: string;
  idempotencyKey: string | null;
  bodyHash: string;
  file: string;
  lang: Language;
  /** The list's own headings, by field. */
  own: Readonly<Partial<Record<BatchField, string>>>;
  defaults: KeptAbout['defaults'];
  /** Whether its answers wait until the partner has seen how its columns were read. */
  held: boolean;
  mostOpen: number;
}>;

/** Has lists read beside the thread that answers requests, and answered in it between them. */
export type BatchDesk = Readonly<{
  /** Reads a list and keeps it; rejects with LicetError for one that cannot be taken. */
  take(bytes: Uint8Array, order: BatchOrder): Promise<AddedBatch>;
  /** Lets lists that wait or were cut off be answered, if nobody is at it. */
  wake(): void;
  close(): Promise<void>;
}>;
