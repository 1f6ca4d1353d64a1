import type { Reconciled, RegistryWriter } from './registry-writer.ts';

/** Publishes what was accepted and judged as the next generation. */
export interface Publisher {
  /**
   * Runs `work` in one transaction that raises the generation; whatever it throws leaves the registry as it was.
   * Gives the new number; undefined, without calling `work`, when nothing waits for publication. `code`: digest of the
   * compiling code; where it differs from last time's, `everything` is true.
   */
  reconcile(
    code: string,
    work: (registry: RegistryWriter, everything: boolean) => Promise<Reconciled>,
  ): Promise<number | undefined>;
}
