import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nameFinderFor } from '../../src/identify/kept-index/name-finders.ts';
import { standingOf } from '../../src/identify/standing.ts';
import { namesFile } from '../../src/jobs/names/names-index.ts';
import { buildNameIndex, type NameIndex } from '../../src/names/index/name-index.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { NameRow, Reader } from '../../src/store/registry-reader.ts';
import { copyBundledData } from '../../test/support/bundled-data.ts';

/** A registry under measurement: every name it holds, and the index over them with `more` names loaded beside. */
export type Measured = Readonly<{
  rows: readonly NameRow[];
  index: NameIndex;
  reader: Reader;
  close(): Promise<void>;
}>;

/** The registry of the bundled sources, or of the data folder `data`. `more`: rows of a directory loaded beside. */
export const measuredRegistry = async (
  data: string | undefined,
  more: readonly NameRow[] = [],
): Promise<Measured> => {
  const folder = data ?? (await mkdtemp(join(tmpdir(), 'licet-bench-names-')));
  if (data === undefined) await copyBundledData(folder);
  const store = await openStore({ data: folder });
  await store.refresh();
  const reader = store.reader();
  const rows: NameRow[] = [];
  for await (const row of reader.names()) rows.push(row);
  const index =
    more.length === 0
      ? (await nameFinderFor(reader, namesFile(folder))).index
      : await buildNameIndex([...rows, ...more], await standingOf(reader));
  const close = async (): Promise<void> => {
    await store.close();
    if (data === undefined) await rm(folder, { recursive: true, force: true });
  };
  return { rows, index, reader, close };
};
