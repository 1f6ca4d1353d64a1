import type { SourceIssue, SourceRecord } from '../../../schema/record.ts';
import type { RowWisePage } from '../../../schema/source.ts';
import type { KnownRows } from './incremental-read.ts';
import { DIGEST, growing } from './row-entries.ts';
import { digestedRuns, digester, runEntries } from './row-runs.ts';

/** The digest of a row that must be read every night, since it gave anything but one record and no issue. It equals no real digest. */
const READ_AGAIN = new Uint8Array(DIGEST);

type Take = (found: SourceRecord | SourceIssue) => void;
type Counted = Readonly<{ length: number }>;
type Taken = Readonly<{ records: Counted; issues: Counted }>;

/** Reads pages row by row and skips the rows whose text is known, many at once where they stand as they stood. `taken` grows as `take` is called. */
export const incrementalReader = (known: KnownRows | undefined, taken: Taken, take: Take) => {
  const digests = growing();
  const runs = runEntries();
  const kept: number[] = [];
  const before: number[] = [];
  const [digest, ofRun] = [new Uint8Array(DIGEST), new Uint8Array(DIGEST)];
  const asWords = new Int32Array(digest.buffer);
  const runAsWords = new Int32Array(ofRun.buffer);
  /** True when the row gave one record and no issue. */
  const readRow = (page: RowWisePage, at: number): boolean => {
    const [records, issues] = [taken.records.length, taken.issues.length];
    for (const found of page.read(at)) take(found);
    const given = taken.records.length - records;
    const clean = given === 1 && taken.issues.length === issues;
    for (let one = 0; one < given; one += 1) {
      digests.add(clean ? digest : READ_AGAIN);
      before.push(kept.length);
    }
    return clean;
  };
  const keepRun = (rows: number): boolean => {
    const place = known?.findRun(runAsWords, rows) ?? -1;
    for (let at = 0; place !== -1 && at < rows; at += 1) kept.push(place + at);
    return place !== -1;
  };
  return {
    /** `context`: everything about the page that decides how its rows are read. */
    read: (page: RowWisePage, context: string): void => {
      const write = digester(context);
      for (const found of page.issues) take(found);
      for (const { from, to, digested } of digestedRuns(page, context, ofRun)) {
        const first = kept.length + before.length;
        let clean = digested;
        for (let at = digested && keepRun(to - from) ? to : from; at < to; at += 1) {
          write(page.text(at), digest);
          const place = known === undefined ? -1 : known.find(asWords);
          if (place !== -1) kept.push(place);
          else if (!readRow(page, at)) clean = false;
        }
        if (clean) runs.add(ofRun, first, to - from);
      }
    },
    /** Digests of the row texts of the records taken, in their order. */
    digests: digests.all,
    /** Places of the known rows that stand on the page, in the row list of the last edition. */
    kept: (): readonly number[] => kept,
    /** How many known rows stand before each of the records taken. */
    before: (): Uint32Array => Uint32Array.from(before),
    /** The runs of rows that stand on the page, each of them a record without an issue. */
    runs: runs.all,
  };
};
