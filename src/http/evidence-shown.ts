import type { Language } from '../../schema/base.ts';
import type { Snapshot } from '../../schema/snapshot.ts';
import { LicetError } from '../errors.ts';
import type { KeptRow, Reader } from '../store/registry-reader.ts';
import type { Deps } from './deps.ts';
import { pageAvailability, pageUnavailable } from './kept-page.ts';

/** What is on record of a kept page. Throws where nothing is: unknown, or removed. */
export const snapshotOf = async (
  { archive }: Pick<Deps, 'archive'>,
  reader: Reader,
  hash: string,
): Promise<Snapshot> => {
  const snapshot = await reader.snapshot(hash);
  if (snapshot !== undefined) return snapshot;
  const tombstone = await archive.tombstone(hash);
  throw tombstone === undefined
    ? new LicetError('LICET_UNKNOWN_EVIDENCE')
    : pageUnavailable({ state: 'removed', tombstone });
};

/** The source of a kept page and what may be shown of it. */
export const rightsOf = (reader: Reader, snapshot: Snapshot) => {
  const descriptor = reader.reference.sources.get(snapshot.source)?.descriptor;
  if (descriptor === undefined) throw new Error(`snapshot of unregistered source ${snapshot.source}`);
  return { descriptor, rights: descriptor.rights };
};

/** Why the bytes of a kept page are not handed out. */
export const withheld = {
  en: (where: string) =>
    `The rights of this source do not let its bytes be handed out; it was published at ${where}`,
  zh: (where: string) => `该来源的权利不允许再次提供原始文件；原文发布于 ${where}`,
};
const wordsWithheld = {
  en: 'The rights of this source allow metadata only; look at the place where it was published.',
  zh: '该来源的权利仅允许公开元数据，请到原发布处查看。',
};

const rowOf = async (reader: Reader, hash: string, row: number | undefined): Promise<KeptRow | null> => {
  if (row === undefined) return null;
  const kept = await reader.keptRow(hash, row);
  if (kept === undefined)
    throw new LicetError('LICET_UNKNOWN_EVIDENCE', 'The page was kept, but it has no such row.');
  return kept;
};

/** A kept page and one row of it, as far as the rights of its source let it be shown: the same for machines and for people. */
export const describeEvidence = async (
  deps: Pick<Deps, 'archive' | 'reader'>,
  hash: string,
  row: number | undefined,
  language: Language,
) => {
  const reader = deps.reader();
  const snapshot = await snapshotOf(deps, reader, hash);
  const { descriptor, rights } = rightsOf(reader, snapshot);
  const kept = await rowOf(reader, hash, row);
  const rows = rights.redistribute !== 'metadata';
  const { kept: place, why } = await pageAvailability(deps.archive, hash, language);
  const bytes = rights.redistribute === 'bytes';
  return {
    snapshot,
    source: {
      id: descriptor.id,
      title: descriptor.title[language],
      authority: descriptor.authority[language],
    },
    rights,
    row: row ?? null,
    words: rows ? (kept?.raw ?? null) : null,
    wordsWithheld: rows ? null : wordsWithheld[language],
    withdrawn: kept?.withdrawn ?? false,
    institution: kept?.institution ?? null,
    kept: place,
    bytesUrl: bytes && place === 'kept' ? `/v1/evidence/${hash}/bytes` : null,
    bytesWithheld: bytes ? why : withheld[language](snapshot.url),
  };
};
