import type { ByteStore } from './byte-store.ts';
import { pageOfTombstone } from './tombstone.ts';

/** One file of the archive. `partial`: left behind by a killed process; `stranger`: none of ours. */
export type KeptFile = Readonly<{
  /** Where it lies, for a person, and for `discard` where it is partial. */
  place: string;
  kind: 'page' | 'tombstone' | 'partial' | 'stranger';
  /** The page's number; empty for files that are no page's. */
  sha256: string;
  bytes: number;
  /** When it was written. */
  at: Date;
}>;

const NUMBER = /^[0-9a-f]{64}$/;

/** True for what can be the number of a page. */
export const isNumber = (text: string): boolean => NUMBER.test(text);

const kindOf = (name: string, unfinished: boolean): Pick<KeptFile, 'kind' | 'sha256'> => {
  if (unfinished) return { kind: 'partial', sha256: '' };
  if (isNumber(name)) return { kind: 'page', sha256: name };
  const removed = pageOfTombstone(name);
  return removed !== null && isNumber(removed)
    ? { kind: 'tombstone', sha256: removed }
    : { kind: 'stranger', sha256: '' };
};

/** Everything that lies in the archive, in no particular order, one at a time. */
export async function* keptFiles(bytes: ByteStore): AsyncGenerator<KeptFile> {
  for await (const { name, unfinished, ...file } of bytes.walk())
    yield { place: file.place, bytes: file.bytes, at: file.at, ...kindOf(name, unfinished) };
}
