import type { Source } from './catalogue.ts';
import { unacceptable } from './gate.ts';
import { readEdition } from './read-edition.ts';
import { acceptRead, type HarvestNeeds, type SourceReport } from './run.ts';

/** Why a refusal cannot be accepted; the message says what would help. */
export class CannotAccept extends Error {
  override readonly name = 'CannotAccept';
}

export type Acceptance = Readonly<{ by: string; reason: string }>;

const refusedPages = async (source: Source, { store, archive }: HarvestNeeds) => {
  const { id } = source.descriptor;
  const [newest] = await store.runs(1, id);
  if (newest?.state !== 'refused')
    throw new CannotAccept(`the newest run of ${id} was ${newest?.state ?? 'never'}, not refused`);
  const bodies: Uint8Array[] = [];
  for (const { sha256 } of newest.pages) {
    const body = await archive.get(sha256);
    if (body === undefined) throw new CannotAccept(`page ${sha256} of ${id} is not in the archive any more`);
    bodies.push(body);
  }
  if (bodies.length === 0) throw new CannotAccept(`no page of the refused run of ${id} was kept`);
  return { snapshots: newest.pages, bodies, at: newest.at };
};

/**
 * Makes the pages of a source's newest, refused run its edition after all, because a person looked at them. Who and why are
 * kept with the run. What the parser could not read cannot be accepted, nor rows that could not be told apart.
 */
export const acceptRefused = async (
  source: Source,
  needs: HarvestNeeds,
  { by, reason }: Acceptance,
): Promise<SourceReport> => {
  const { at, ...received } = await refusedPages(source, needs);
  const read = await readEdition(source, received, at).catch((cause: unknown) => {
    throw new CannotAccept(
      `the page cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`,
    );
  });
  const faults = unacceptable(read.records.map(({ record }) => record));
  if (faults.length > 0) throw new CannotAccept(faults.join('; '));
  return acceptRead(source, needs, received, read, { decidedBy: by, reason });
};
