import type { PractitionerRow } from '../../schema/practitioner.ts';

/** A row and the keyed hashes it is found by. Neither a name nor a number ever comes into this room. */
export type HashedRow = Readonly<{
  nameHash: string;
  certificateHash: string | null;
  /** The last day on which it is kept. */
  keepUntil: string;
  row: PractitionerRow;
}>;

/** What was asked or done about a person, by keyed hashes: who asked, about whom, why. */
export type PersonalAct = Readonly<{
  at: string;
  act: 'asked' | 'recorded' | 'erased' | 'expired';
  purpose: string;
  client: string;
  subject: string;
}>;

/** All rows of a certificate, or of a name at an institution. */
type ErasedRows = Readonly<{ certificateHash: string } | { nameHash: string; institution: string }>;

/**
 * The private store of physicians' rows, apart from the registry, because erasing must erase: the registry keeps every version
 * of everything for ever, this one overwrites what it deletes. It gives single rows to those who bring the hashes, no list.
 */
export interface PractitionerStore {
  /** The secret of 32 bytes under which names and numbers are hashed; made when the store is, and never changed while there are rows. */
  readonly key: Uint8Array;
  /** `nameHash`: the name that was given besides, which must agree. */
  byCertificate(hash: string, nameHash: string | null): Promise<readonly PractitionerRow[]>;
  byName(hash: string, institution: string): Promise<readonly PractitionerRow[]>;
  /** Keeps a row in place of an earlier one of the same certificate, or of the same name and main site. */
  put(row: HashedRow): Promise<void>;
  /** Deletes rows; gives how many. */
  erase(of: ErasedRows): Promise<number>;
  /** Deletes rows whose time is over on this day, and acts before this instant; gives how many rows. */
  expire(day: string, actsBefore: string): Promise<number>;
  /** The last day on which `expire` was called; null for never. */
  lastExpiry(): Promise<string | null>;
  note(act: PersonalAct): Promise<void>;
  /** Acts, newest first, for the operator who must account for them. */
  acts(limit: number): Promise<readonly PersonalAct[]>;
  count(): Promise<number>;
  close(): Promise<void>;
}
