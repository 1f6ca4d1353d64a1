import { join } from 'node:path';
import { shippedJudgements } from '../../schema/shipped-judgement.ts';
import { codeDigest } from '../code-digest.ts';
import { dossierDigest } from '../store/integrity/dossier-digest.ts';
import { hashOfLines } from '../store/integrity/hash-of-lines.ts';
import type { Reconciled, RegistryWriter } from '../store/registry-writer.ts';
import { compileDossier } from './compile.ts';
import { judgedFacts, type ResolvedJudgements, resolveJudgements } from './judgements.ts';
import { compareRecords, keptProfiles } from './link/compare-records.ts';
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

/** Places the rows that are new or changed, each in the record that rows of its name, place and numbers share. */
const placeRows = async (registry: RegistryWriter, progress: Needs['progress']): Promise<void> => {
  const pending = await registry.pending();
  for (const [at, id] of pending.entries()) {
    const row = await registry.pendingRecord(id);
    const record = await placeRow(row, registry);
    if (record !== null) await registry.place(row, record);
    if (at % STEP === 0) progress?.({ event: 'reconcile', step: 'place', done: at, of: pending.length });
  }
};

/** Reads as one what is one: gives every record whose dossier must be compiled anew. */
const linkRecords = async (
  registry: RegistryWriter,
  judged: ResolvedJudgements,
  { everything, progress }: Needs,
): Promise<ReadonlySet<string>> => {
  const changed = await registry.changedRecords(everything);
  progress?.({ event: 'reconcile', step: 'link', done: 0, of: changed.length });
  const profiles = keptProfiles(registry);
  const compared = await compareRecords(changed, profiles, registry, everything || registry.next === 1);
  const seeds = new Set([...compared, ...newlyJudged(judged.given, registry.next)]);
  const merged = await applyLinks(seeds, registry, profiles, judged);
  progress?.({ event: 'reconcile', step: 'link', done: changed.length, of: changed.length });
  const heads = new Set<string>();
  for (const id of [...seeds, ...merged]) for (const head of [id, await registry.headOf(id)]) heads.add(head);
  return heads;
};

const compileOne = async (
  id: string,
  registry: RegistryWriter,
  judged: ResolvedJudgements,
): Promise<boolean> => {
  const records = await registry.recordsOf(id);
  if (records.length === 0) return registry.saveDossier(id, null, '');
  const dossier = compileDossier(
    id,
    records,
    judgedFacts(id, judged),
    await possiblyListed(id, registry, judged),
  );
  return registry.saveDossier(id, dossier, dossierDigest(JSON.stringify(dossier)));
};

/**
 * Turns accepted rows into institutions: every new or changed row is placed, what ships judged is kept once, records that are one institution are merged, and
 * the dossiers of the institutions touched are compiled anew. Runs inside the store's transaction; the result is the next generation.
 */
export const reconcile = async (registry: RegistryWriter, needs: Needs): Promise<Reconciled> => {
  await placeRows(registry, needs.progress);
  await keepShippedJudgements(shippedJudgements, registry);
  const judged = resolveJudgements(await registry.judgements());
  const touched = new Set(await linkRecords(registry, judged, needs));
  for (const id of await registry.affected(needs.everything)) touched.add(id);
  const all = [...touched].sort();
  for (const [at, id] of all.entries()) {
    await compileOne(id, registry, judged);
    if (at % STEP === 0) needs.progress?.({ event: 'reconcile', step: 'compile', done: at, of: all.length });
  }
  needs.progress?.({ event: 'reconcile', step: 'compile', done: all.length, of: all.length });
  return { registryHash: await hashOfLines(registry.hashLines()), code: needs.code, at: needs.at };
};

/** Digest of the code that places records and compiles dossiers: where it differs, the next night compiles every one anew. */
export const reconcileCode = (): string => codeDigest(join(import.meta.dirname, 'reconcile.ts'));
