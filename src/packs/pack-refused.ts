/** A pack that is not taken; the message is one sentence that says why and what would be right. Nothing was written. */
export class PackRefused extends Error {
  override readonly name = 'PackRefused';
}
