/**
 * A stored dossier is not the one that was published: its content does not match its hash. Whoever wrote into the database, or
 * whatever damaged it, nothing is answered from it. The message names the institution's id, which is public.
 */
export class AlteredRecordError extends Error {
  override readonly name = 'AlteredRecordError';
  readonly code = 'RECORD_ALTERED';
  readonly institution: string;
  constructor(institution: string) {
    super(`the stored record of ${institution} does not match its hash`);
    this.institution = institution;
  }
}
