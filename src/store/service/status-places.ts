import type { Day } from '../../../schema/base.ts';

/** What a credential states of an institution (or of one campus) for one website, and the key that signs it. */
export type Stated = Readonly<{
  institution: string;
  site: string;
  campus: string | null;
  /** Code of the treatment or the mark; null: the practice licence. */
  ask: string | null;
  state: string;
  /** So that a revoked key takes back all that it signed, and nothing that another one signed since. */
  kid: string;
}>;

/** A statement, its place in the status list, and the last day on which a credential of it was issued. */
export type StatusEntry = Stated & Readonly<{ place: number; day: Day }>;

/** How long the list is, how many statements it may hold, and which it may forget for new ones: those last issued before. */
export type StatusBounds = Readonly<{ places: number; most: number; forgetBefore: Day }>;

/** `wanted`: where the statement goes if the place is free, else to the next free one. */
export type PlaceAsk = Stated & Readonly<{ wanted: number; today: Day }>;

/** The places of credentials in the status list. */
export interface StatusPlaces {
  /** The place of a credential that is about to be issued; the same statement has the same place. Null: the list is full. */
  place(ask: PlaceAsk, bounds: StatusBounds): Promise<number | null>;
  /** What is stated by credentials issued on this day or later. */
  issuedSince(day: Day): Promise<readonly StatusEntry[]>;
}
