import { createHash, hash } from 'node:crypto';
import type { SourceIssue, SourceRecord } from '../../../schema/record.ts';
import type { RowWisePage } from '../../../schema/source.ts';
import { DIGEST, type KnownRows } from './incremental-read.ts';
import { growing } from './row-entries.ts';

/** The digest of a row that must be read every night, since it gave anything but one record and no issue. It equals no real digest. */
const READ_AGAIN = new Uint8Array(DIGEST);

/** Gives the function that writes the digest of a row's text, under `context`, into `digest`. */
const digester = (context: string) => {
  const under = createHash('sha256').update(context).digest();
  return (text: string | Uint8Array, digest: Uint8Array): void => {
    const sum = hash('sha256', text, 'binary');
    for (let at = 0; at < DIGEST; at += 1) digest[at] = sum.charCodeAt(at) ^ (under[at] ?? 0);
  };
};

type Take = (found: SourceRecord | SourceIssue) => void;
type Counted = Readonly<{ length: number }>;
type Taken = Readonly<{ records: Counted; issues: Counted }>;

/** Reads pages row by row and skips the rows whose text is known. `taken` grows as `take` is called. */
export const incrementalReader = (known: KnownRows | undefined, taken: Taken, take: Take) => {
  const digests = growing();
  const kept: number[] = [];
  const digest = new Uint8Array(DIGEST);
  const asWords = new Int32Array(digest.buffer);
  const readRow = (page: RowWisePage, at: number): void => {
    const [records, issues] = [taken.records.length, taken.issues.length];
    for (const found of page.read(at)) take(found);
    const given = taken.records.length - records;
    const clean = given === 1 && taken.issues.length === issues;
    for (let one = 0; one < given; one += 1) digests.add(clean ? digest : READ_AGAIN);
  };
  return {
    /** `context`: everything about the page that decides how its rows are read. */
    read: (page: RowWisePage, context: string): void => {
      const write = digester(context);
      for (const found of page.issues) take(found);
      for (let at = 0; at < page.rows; at += 1) {
        write(page.text(at), digest);
        const place = known === undefined ? -1 : known.find(asWords);
        if (place === -1) readRow(page, at);
        else kept.push(place);
      }
    },
    /** Digests of the row texts of the records taken, in their order. */
    digests: digests.all,
    /** Places of the known rows that stand on the page, in the row list of the last edition. */
    kept: (): readonly number[] => kept,
  };
};
