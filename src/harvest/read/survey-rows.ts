import type { PartialDate } from '../../../schema/base.ts';
import type { SourceRecord } from '../../../schema/record.ts';
import type { Descriptor } from '../../../schema/source.ts';
import { countRow, noFacts, repeatFinder } from './edition-facts.ts';
import { cellDigests } from './row-entries.ts';

/** What is found of rows while they come, before they are packed: counts, the dates they print, what repeats, digests of the cells that must not. */
export const surveyor = ({ expect }: Descriptor) => {
  const facts = noFacts();
  const dates = new Set<PartialDate | undefined>();
  const repeats = repeatFinder(expect);
  const digests = cellDigests(expect.unique ?? []);
  return {
    add: (record: SourceRecord): void => {
      countRow(facts, record, expect, 1);
      dates.add(record.asOf);
      repeats.add(record);
      digests.add(record);
    },
    found: () => ({ facts, dates, repeated: repeats.found(), cells: digests.cells() }),
  };
};
export type Surveyed = ReturnType<ReturnType<typeof surveyor>['found']>;
