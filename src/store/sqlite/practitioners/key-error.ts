/**
 * Physicians' rows cannot be read, or none kept, because of the key they are hashed with. The message is for the operator and says
 * what to do; the remedy that erases is never taken by itself.
 */
export class PractitionerKeyError extends Error {
  override readonly name = 'PractitionerKeyError';
  readonly code = 'PRACTITIONER_KEY';
  /** @param what how the key file stands · @param rows how many rows there are, where there are some */
  constructor(what: string, rows = 0) {
    const held = rows === 0 ? '' : ` and ${rows} rows of physicians were made with it`;
    const orElse =
      rows === 0
        ? 'move it away, and a new one is made'
        : 'put it back from its copy, or erase all rows with licet practitioner erase-all --why "…"';
    super(`practitioner.key in the data folder ${what}${held}: ${orElse}`);
  }
}
