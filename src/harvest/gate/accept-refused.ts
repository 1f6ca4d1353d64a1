import type { Run } from '../../store/ingest-types.ts';
import type { Source } from '../catalogue.ts';
import { recordsOf } from '../read/packed-rows.ts';
import { readEdition } from '../read/read-edition.ts';
import type { HarvestNeeds, SourceReport } from '../source-report.ts';
import { acceptRead } from './accept-read.ts';
import { unacceptable } from './gate.ts';

/** Why a refusal cannot be decided; the message says what would help. */
export class CannotAccept extends Error {
  override readonly name = 'CannotAccept';
}

/** Who decides and why; `night`: the run that person looked at, where it must still be the newest. */
type Acceptance = Readonly<{ by: string; reason: string; night?: number | undefined }>;

/** The newest run of a source, which must be the refused one that the person looked at and nobody decided yet. */
const refusedRun = async (
  source: Source,
  { store }: Pick<HarvestNeeds, 'store'>,
  night?: number,
): Promise<Run> => {
  const { id } = source.descriptor;
  const [newest] = await store.runs(1, id);
  if (newest?.state !== 'refused')
    throw new CannotAccept(`the newest run of ${id} was ${newest?.state ?? 'never'}, not refused`);
  if (night !== undefined && newest.night !== night)
    throw new CannotAccept(
      `the newest refused run of ${id} is ${newest.night ?? 'of no night'}, not ${night}`,
    );
  if (newest.decidedBy !== null)
    throw new CannotAccept(`a person upheld this refusal of ${id}; the next run can be decided anew`);
  return newest;
};

/** The kept pages of a source's newest, refused run. Throws CannotAccept where it is no such run, or a page is gone. */
export const refusedPages = async (source: Source, needs: HarvestNeeds, night?: number) => {
  const { id } = source.descriptor;
  const { pages, at } = await refusedRun(source, needs, night);
  const bodies: Uint8Array[] = [];
  for (const { sha256 } of pages) {
    const body = await needs.archive.get(sha256);
    if (body === undefined) throw new CannotAccept(`page ${sha256} of ${id} is not in the archive any more`);
    bodies.push(body);
  }
  if (bodies.length === 0) throw new CannotAccept(`no page of the refused run of ${id} was kept`);
  return { snapshots: pages, bodies, at };
};

/**
 * Makes the pages of a source's newest, refused run its edition after all, because a person looked at them. Who and why are
 * kept with the run. What the parser could not read cannot be accepted, nor rows that could not be told apart.
 */
export const acceptRefused = async (
  source: Source,
  needs: HarvestNeeds,
  { by, reason, night }: Acceptance,
): Promise<SourceReport> => {
  const { at, ...received } = await refusedPages(source, needs, night);
  const read = await readEdition(source, received, at).catch((cause: unknown) => {
    throw new CannotAccept(
      `the page cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`,
    );
  });
  const faults = unacceptable(recordsOf(read.records));
  if (faults.length > 0) throw new CannotAccept(faults.join('; '));
  return acceptRead(source, needs, received, read, { decidedBy: by, reason });
};

/** Puts on record that a person looked at the newest refused run and upheld the refusal. Nothing else changes. */
export const upholdRefused = async (
  source: Source,
  needs: Pick<HarvestNeeds, 'store'>,
  { by, reason, night }: Acceptance,
): Promise<void> => {
  const { id } = await refusedRun(source, needs, night);
  await needs.store.decideRun(id, { decidedBy: by, reason });
};
