import { join } from 'node:path';
import { codeDigest } from '../code-digest.ts';
import { dossierDigest } from '../store/integrity/dossier-digest.ts';
import { hashOfLines } from '../store/integrity/hash-of-lines.ts';
import type { PendingRecord, Reconciled, RegistryWriter } from '../store/registry-writer.ts';
import { compileDossier } from './compile.ts';
import { institutionId } from './institution-id.ts';
import { judgedFacts, type ResolvedJudgements, resolveJudgements } from './judgements.ts';
import { createNew, type LinkDecision } from './link/link-decision.ts';
import { decideLink } from './link/link-record.ts';
import { possibleDuplicates } from './link/possible-duplicates.ts';
import { applyJudgements } from './merge.ts';

export type ReconcileEvent = Readonly<{
  event: 'reconcile';
  step: 'place' | 'compile';
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

/** The id the record's institution gets, should a new one be made. */
const idFor = ({ record: { names, place } }: PendingRecord, registry: RegistryWriter): Promise<string> => {
  const first = names.find(({ kind }) => kind === 'legal') ?? names[0];
  return institutionId(place?.province ?? '', first?.value ?? '', (taken) => registry.hasInstitution(taken));
};

const createInstitution = async (pending: PendingRecord, registry: RegistryWriter): Promise<string> => {
  const { place } = pending.record;
  const id = await idFor(pending, registry);
  await registry.addInstitution(id, { province: place?.province ?? null, city: place?.city ?? null });
  return id;
};

/** A new institution where a person judged the record's own institution to be different from the one it would join. */
const unlessJudgedDifferent = async (
  pending: PendingRecord,
  link: LinkDecision,
  registry: RegistryWriter,
  judged: ResolvedJudgements,
): Promise<LinkDecision> => {
  if (link.institution === null || judged.different.length === 0) return link;
  const own = pending.previous ?? (await idFor(pending, registry));
  return judged.areDifferent(own, link.institution) ? createNew([], 'judged-different') : link;
};

/**
 * A row that was placed before stays where it was; where its new words point elsewhere, a person is asked.
 * Only where we had misread the row does the better reading decide anew.
 */
const institutionOf = async (pending: PendingRecord, link: LinkDecision, registry: RegistryWriter) => {
  if (pending.previous !== null && !(pending.misread && link.decision === 'join')) return pending.previous;
  if (link.decision === 'join') return link.home;
  return link.decision === 'create' ? createInstitution(pending, registry) : null;
};

const linkRecord = async (
  id: number,
  registry: RegistryWriter,
  judged: ResolvedJudgements,
): Promise<string | null> => {
  const pending = await registry.pendingRecord(id);
  const link = await unlessJudgedDifferent(pending, await decideLink(pending, registry), registry, judged);
  const institution = await institutionOf(pending, link, registry);
  if (institution === null) return null;
  await registry.place(pending, institution);
  const toReview = link.institution === null ? link.toReview : [link.institution, ...link.toReview];
  await registry.queueReview(institution, toReview, link.why);
  if (link.decision === 'create')
    await registry.queueReview(
      institution,
      await possibleDuplicates(pending, registry),
      'same-core-same-city',
    );
  return institution;
};

const compileOne = async (
  id: string,
  registry: RegistryWriter,
  judged: ResolvedJudgements,
): Promise<boolean> => {
  const records = await registry.recordsOf(id);
  if (records.length === 0) return registry.saveDossier(id, null, '');
  const dossier = compileDossier(id, records, judgedFacts(id, judged));
  return registry.saveDossier(id, dossier, dossierDigest(JSON.stringify(dossier)));
};

/**
 * Turns accepted rows into institutions: every new or changed record is placed, judged pairs are merged, and the dossiers of
 * the institutions touched are compiled anew. Runs inside the store's transaction; the result is the next generation.
 */
export const reconcile = async (registry: RegistryWriter, needs: Needs): Promise<Reconciled> => {
  const touched = new Set<string>();
  const judgements = await registry.judgements();
  const judged = resolveJudgements(judgements);
  const pending = await registry.pending();
  for (const [at, id] of pending.entries()) {
    const institution = await linkRecord(id, registry, judged);
    if (institution !== null) touched.add(institution);
    if (at % STEP === 0)
      needs.progress?.({ event: 'reconcile', step: 'place', done: at, of: pending.length });
  }
  for (const id of await applyJudgements(registry, judged, judgements)) touched.add(id);
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
