import { join } from 'node:path';
import { shippedJudgements } from '../../schema/shipped-judgement.ts';
import { codeDigest } from '../code-digest.ts';
import { blockKeys } from '../names/link/block-keys.ts';
import { linkProfile } from '../names/link/link-profile.ts';
import { dossierDigest } from '../store/integrity/dossier-digest.ts';
import { hashOfLines } from '../store/integrity/hash-of-lines.ts';
import type { KnownRecord, Reconciled, RegistryWriter } from '../store/registry-writer.ts';
import { compileDossier } from './compile.ts';
import { judgedFacts, type ResolvedJudgements, resolveJudgements } from './judgements.ts';
import { compareAll } from './link/compare-all.ts';
import { compareRecords, keptProfiles, type Profiles } from './link/compare-records.ts';
import { placeRow } from './link/place-row.ts';
import { possiblyListed } from './link/possibly-listed.ts';
import { applyLinks, newlyJudged } from './merge.ts';
import { keepShippedJudgements } from './shipped-judgements.ts';

export type ReconcileEvent = Readonly<{
  event: 'reconcile';
  step: 'place' | 'link' | 'compile';
  done: number;
  of: number;
}>;

type Needs = Readonly<{
  at: string;
  code: string;
  /** Compile every dossier anew, after the compiling code has changed. */
  everything: boolean;
  progress?: ((event: ReconcileEvent) => void) | undefined;
}>;

/** Records or dossiers between two progress events. */
const STEP = 500;

/**
 * Places the rows that are new or changed, each in the record that rows of its name, place and numbers share. On a first night most
 * records have one row, and are entered for comparison while its names are taken apart anyway. Gives the records that have yet to be
 * entered; null for all that changed.
 */
const placeRows = async (
  registry: RegistryWriter,
  profiles: Profiles,
  progress: Needs['progress'],
): Promise<ReadonlySet<string> | null> => {
  const first = registry.next === 1;
  const again = new Set<string>();
  const pending = await registry.pending();
  for (let from = 0; from < pending.length; from += STEP) {
    progress?.({ event: 'reconcile', step: 'place', done: from, of: pending.length });
    for (const row of await registry.pendingRecords(pending.slice(from, from + STEP))) {
      const placed = await placeRow(row, registry);
      if (placed === null) continue;
      await registry.place(row, placed.id);
      if (!first) continue;
      if (placed.founded) {
        const profile = linkProfile(placed.id, [row]);
        profiles.keep(profile);
        await registry.addBlocks(placed.id, blockKeys(profile));
      } else {
        profiles.drop(placed.id);
        again.add(placed.id);
      }
    }
  }
  await registry.endPlacing();
  return first ? again : null;
};

/** Reads as one what is one: gives every record whose dossier must be compiled anew. */
const linkRecords = async (
  registry: RegistryWriter,
  judged: ResolvedJudgements,
  { profiles, unentered }: Readonly<{ profiles: Profiles; unentered: ReadonlySet<string> | null }>,
  { everything, progress }: Needs,
): Promise<Set<string>> => {
  const changed = await registry.changedRecords(everything);
  progress?.({ event: 'reconcile', step: 'link', done: 0, of: changed.length });
  const enter = unentered === null ? changed : [...unentered];
  const seeds =
    everything || registry.next === 1
      ? await compareAll({ changed, enter }, profiles, registry)
      : await compareRecords(changed, profiles, registry);
  for (const id of newlyJudged(judged.given, registry.next)) seeds.add(id);
  const merged = await applyLinks(seeds, registry, profiles, judged);
  progress?.({ event: 'reconcile', step: 'link', done: changed.length, of: changed.length });
  const heads = new Set<string>();
  for (const ids of [seeds, merged]) for (const id of ids) heads.add(id).add(await registry.headOf(id));
  return heads;
};

const compileOne = async (
  id: string,
  records: readonly KnownRecord[],
  registry: RegistryWriter,
  judged: ResolvedJudgements,
): Promise<boolean> => {
  if (records.length === 0) return registry.saveDossier(id, null);
  const dossier = compileDossier(
    id,
    records,
    judgedFacts(id, judged),
    await possiblyListed(id, registry, judged),
  );
  const body = JSON.stringify(dossier);
  return registry.saveDossier(id, { dossier, body, hash: dossierDigest(body) });
};

/**
 * Turns accepted rows into institutions: every new or changed row is placed, what ships judged is kept once, records that are one institution are merged, and
 * the dossiers of the institutions touched are compiled anew. Runs inside the store's transaction; the result is the next generation.
 */
export const reconcile = async (registry: RegistryWriter, needs: Needs): Promise<Reconciled> => {
  const profiles = keptProfiles(registry);
  const unentered = await placeRows(registry, profiles, needs.progress);
  await keepShippedJudgements(shippedJudgements, registry);
  const judged = resolveJudgements(await registry.judgements());
  const touched = await linkRecords(registry, judged, { profiles, unentered }, needs);
  for (const id of await registry.affected(needs.everything)) touched.add(id);
  const all = [...touched].sort();
  for (let from = 0; from < all.length; from += STEP) {
    needs.progress?.({ event: 'reconcile', step: 'compile', done: from, of: all.length });
    const some = all.slice(from, from + STEP);
    const records = await registry.recordsOf(some);
    for (const id of some) await compileOne(id, records.get(id) ?? [], registry, judged);
  }
  needs.progress?.({ event: 'reconcile', step: 'compile', done: all.length, of: all.length });
  return { registryHash: await hashOfLines(registry.hashLines()), code: needs.code, at: needs.at };
};

/** Digest of the code that places records and compiles dossiers: where it differs, the next night compiles every one anew. */
export const reconcileCode = (): string => codeDigest(join(import.meta.dirname, 'reconcile.ts'));
