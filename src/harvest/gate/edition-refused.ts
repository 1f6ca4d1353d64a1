/** The gate refused an edition because of how it differs from the last one: nothing was written. */
export class EditionRefused extends Error {
  override readonly name = 'EditionRefused';
  readonly refusals: readonly string[];
  constructor(refusals: readonly string[]) {
    super(refusals.join('; '));
    this.refusals = refusals;
  }
}
