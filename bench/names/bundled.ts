import { mkdtempSync, rmSync } from 'node:fs';
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

/** The registry in this folder, and the index over its names and `more`. */
const measured = async (folder: string, more: readonly NameRow[]): Promise<Measured> => {
  const store = await openStore({ data: folder });
  await store.refresh();
  const reader = store.reader();
  const rows: NameRow[] = [];
  for await (const row of reader.names()) rows.push(row);
  const index =
    more.length === 0
      ? (await nameFinderFor(reader, namesFile(folder))).index
      : await buildNameIndex([...rows, ...more], await standingOf(reader));
  return { rows, index, reader, close: () => store.close() };
};

const bundledFolder = async (): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'licet-bench-names-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await copyBundledData(folder);
  return folder;
};

let bundled: Promise<Measured> | undefined;

/**
 * The registry of the bundled sources, or of the data folder `data`. `more`: rows of a directory loaded beside. That of the bundled sources
 * alone, which nobody who measures it changes, is opened once a process and lasts as long: `close` leaves it to those that come after.
 */
export const measuredRegistry = async (
  data: string | undefined,
  more: readonly NameRow[] = [],
): Promise<Measured> => {
  if (data !== undefined) return measured(data, more);
  if (more.length > 0) return measured(await bundledFolder(), more);
  bundled ??= bundledFolder().then((folder) => measured(folder, []));
  return { ...(await bundled), close: async () => undefined };
};
