/**
 * A person's word that a row which a person recorded was never right: a number nobody bears, the page of another hospital. It is kept
 * for good; from the next generation on everything recorded under this key counts as if it had never been read.
 */
export type NewWithdrawal = Readonly<{
  source: string;
  /** The key of the row on its list. */
  key: string;
  /** Who withdrew it, and who confirmed that. Kept for the operator; it is in no public answer. */
  by: string;
  because: string;
  at: string;
}>;

/** A withdrawal as kept. `generation`: the first that counts it; `afterEdition`: the newest edition it was said of. */
export type Withdrawal = NewWithdrawal & Readonly<{ generation: number; afterEdition: number }>;

/** A row that a person recorded, as it stands on its list now. */
export type CapturedRow = Readonly<{
  key: string;
  raw: Readonly<Record<string, string>>;
  names: readonly string[];
  asOf: string | null;
  /** When it was recorded, and the page of it that is kept. */
  recordedAt: string;
  sha256: string;
  institution: string | null;
}>;
