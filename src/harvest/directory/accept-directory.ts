import { createHash } from 'node:crypto';
import { ShapeError } from '../../../schema/source.ts';
import type { Source } from '../catalogue.ts';
import { acceptRead } from '../gate/accept-read.ts';
import { judgeFacts, judgeRepeated } from '../gate/gate.ts';
import { readEdition } from '../read/read-edition.ts';
import type { HarvestNeeds, SourceReport } from '../source-report.ts';

const TYPES = { csv: 'text/csv', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };

/**
 * Makes a user's list its source's newest edition and archives its bytes. The user replaces the list on purpose, so it is not
 * compared with the one before. Throws `ShapeError` for a list that the gate refuses, before anything is written.
 */
export const acceptDirectory = async (
  source: Source,
  body: Uint8Array,
  needs: HarvestNeeds,
): Promise<SourceReport> => {
  const { descriptor } = source;
  const [page] = descriptor.pages;
  if (page === undefined) throw new ShapeError('a list has one page');
  const at = needs.now.toISOString();
  const snapshot = {
    sha256: createHash('sha256').update(body).digest('hex'),
    source: descriptor.id,
    page: page.key,
    url: page.url,
    retrievedAt: at,
    how: descriptor.how,
    transport: 'file' as const,
    contentType: descriptor.format === 'xlsx' ? TYPES.xlsx : TYPES.csv,
    bytes: body.length,
  };
  const received = { snapshots: [snapshot], bodies: [body] };
  const read = await readEdition(source, received, at, () => {});
  const refusals = [...judgeFacts(read.facts, descriptor.expect, null), ...judgeRepeated(read.repeated)];
  if (refusals.length > 0) throw new ShapeError(refusals.join('; '));
  return acceptRead(source, needs, received, read, {
    decidedBy: 'licet import',
    reason: 'replaced on purpose',
  });
};
