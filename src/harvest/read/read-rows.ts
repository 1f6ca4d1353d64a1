import { createHash, hash } from 'node:crypto';
import type { SourceIssue, SourceRecord } from '../../../schema/record.ts';
import type { PageApart } from '../../../schema/source.ts';
import { DIGEST, type KnownRows } from './incremental-read.ts';

/** Bytes that grow as they are added to. */
const growing = () => {
  let bytes = new Uint8Array(1024 * DIGEST);
  let length = 0;
  return {
    add: (more: Uint8Array): void => {
      if (length + more.length > bytes.length) {
        const wider = new Uint8Array(bytes.length * 2);
        wider.set(bytes);
        bytes = wider;
      }
      bytes.set(more, length);
      length += more.length;
    },
    all: (): Uint8Array => bytes.subarray(0, length),
  };
};

/** Stands for the words of a row that must be read every night: it gave anything but one record and no issue. */
const READ_AGAIN = new Uint8Array(DIGEST);

/** Writes the digest of a row's words, under the context they stand in, into `digest`. */
const digester = (context: string) => {
  const under = createHash('sha256').update(context).digest();
  return (words: string | Uint8Array, digest: Uint8Array): void => {
    const said = hash('sha256', words, 'binary');
    for (let at = 0; at < DIGEST; at += 1) digest[at] = said.charCodeAt(at) ^ (under[at] ?? 0);
  };
};

type Take = (said: SourceRecord | SourceIssue) => void;
type Taken = Readonly<{ records: readonly unknown[]; issues: readonly unknown[] }>;

/** Reads pages row by row, and leaves rows out whose words are known. `taken` grows as `take` is called. */
export const rowReader = (known: KnownRows | undefined, taken: Taken, take: Take) => {
  const digests = growing();
  const kept: number[] = [];
  const digest = new Uint8Array(DIGEST);
  const asWords = new Int32Array(digest.buffer);
  const readRow = (page: PageApart, at: number): void => {
    const [records, issues] = [taken.records.length, taken.issues.length];
    for (const said of page.read(at)) take(said);
    const given = taken.records.length - records;
    const clean = given === 1 && taken.issues.length === issues;
    for (let one = 0; one < given; one += 1) digests.add(clean ? digest : READ_AGAIN);
  };
  return {
    /** `context`: what of the page decides how its rows are read. */
    read: (page: PageApart, context: string): void => {
      const write = digester(context);
      for (const said of page.issues) take(said);
      for (let at = 0; at < page.rows; at += 1) {
        write(page.words(at), digest);
        const place = known === undefined ? -1 : known.find(asWords);
        if (place === -1) readRow(page, at);
        else kept.push(place);
      }
    },
    /** Digests of the words of the records taken, in their order. */
    digests: digests.all,
    /** Places of known rows in their list. */
    kept: (): readonly number[] => kept,
  };
};
