import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { JWK } from 'jose';
import {
  PACK_FORMAT,
  PACK_PAGES,
  type PackFile,
  type PackManifest,
  packManifest,
} from '../../schema/pack.ts';
import type { Archive } from '../archive/archive.ts';
import type { PackRows, PackSource } from '../store/packs.ts';
import { compareRows } from './compare-rows.ts';
import {
  inWorkFolder,
  listShelf,
  onShelf,
  type ShelvedNote,
  type ShelvedPack,
  tidyShelf,
} from './pack-shelf.ts';
import { readContainer } from './read-container.ts';
import { rowLines } from './row-lines.ts';
import type { PackSigner } from './seal-manifest.ts';
import { shelvePack } from './shelve-pack.ts';
import { contentOf, stageRows } from './stage-rows.ts';

/** The file of a delta that names the rows that are gone. */
export const GONE = 'gone.ndjson';

export type MakeNeeds = Readonly<{
  /** What travels: the registry itself, or one without the sources that may not travel. */
  store: PackSource;
  archive: Pick<Archive, 'get'>;
  shelf: string;
  signer: PackSigner;
  /** Public keys that may sign this pack and the next one. */
  keys: readonly JWK[];
  publisher: string | null;
  madeBy: string;
  policyVersion: string;
  /** The publisher's own newest generation. */
  own: Readonly<{ generation: number; registryHash: string }>;
}>;

/** Pages of the sources whose rights let bytes be handed on: those kept, and the numbers of those that are not. */
const pagesOf = async ({ pages, descriptors }: PackRows, { archive }: MakeNeeds) => {
  const travel = pages.filter(({ source }) => descriptors.get(source)?.rights.redistribute === 'bytes');
  const [kept, missing]: [PackFile[], string[]] = [[], []];
  for (const sha256 of [...new Set(travel.map((page) => page.sha256))].sort()) {
    // Its bytes are read again when they are written: all pages together may be larger than the memory.
    const body = await archive.get(sha256);
    if (body === undefined) missing.push(sha256);
    else kept.push({ name: `${PACK_PAGES}${sha256}`, bytes: body.length, sha256 });
  }
  return { kept, missing };
};

const sourcesOf = ({ descriptors, rowCounts }: PackRows): PackManifest['sources'] =>
  [...descriptors].map(([id, { title, authority, rights }]) => ({
    id,
    title: title.en,
    authority: authority.en,
    licence: rights.licence,
    attribution: rights.attribution,
    travels: rights.redistribute,
    rows: rowCounts.get(id) ?? 0,
  }));

type Content = Readonly<{ files: readonly PackFile[]; missing: readonly string[] }>;

const manifestOf = (
  rows: PackRows,
  needs: MakeNeeds,
  content: string,
  base: PackManifest['base'],
  { files, missing }: Content,
): PackManifest =>
  packManifest.parse({
    format: PACK_FORMAT,
    kind: base === null ? 'full' : 'delta',
    publisher: needs.publisher,
    madeBy: needs.madeBy,
    code: rows.code,
    layout: rows.layout,
    policyVersion: needs.policyVersion,
    generation: rows.generation,
    at: rows.at,
    registryHash: rows.registryHash,
    chain: rows.chain,
    cursor: String(rows.generation),
    content,
    base,
    own: { ...needs.own, same: needs.own.registryHash === rows.registryHash },
    sources: sourcesOf(rows),
    missingPages: missing,
    files: files.map(({ name, bytes, sha256, key }) => ({ name, bytes, sha256, ...(key && { key }) })),
    keys: needs.keys,
  });

/** Stages what differs between the rows of the last full pack and those staged now; gives the files of the delta. */
const stageDelta = async (
  before: string,
  now: string,
  into: string,
  rows: PackRows,
): Promise<readonly PackFile[]> => {
  const gone: string[] = [];
  const files: PackFile[] = [];
  for (const { name, key } of rows.files) {
    const changed = async function* () {
      const changes = compareRows(rowLines(join(before, name)), rowLines(join(now, name)), key);
      for await (const one of changes) {
        if (one.change === 'row') yield one.line;
        else gone.push(JSON.stringify({ file: name, key: one.key }));
      }
    };
    const file = await stageRows(into, name, changed());
    if (file.bytes > 0) files.push({ ...file, key: [...key] });
  }
  return [await stageRows(into, GONE, gone), ...files];
};

type Made = Readonly<{ full: ShelvedPack; delta: ShelvedPack | null }>;

const makeDelta = async (
  last: ShelvedNote,
  rows: PackRows,
  content: string,
  folder: string,
  pages: Awaited<ReturnType<typeof pagesOf>>,
  needs: MakeNeeds,
): Promise<ShelvedPack> => {
  const [before, into] = [join(folder, 'before'), join(folder, 'delta')];
  const known = await readContainer(join(needs.shelf, last.name), before, { keys: last.manifest.keys });
  const had = new Set(known.files.map(({ name }) => name));
  const added = pages.kept.filter(({ name }) => !had.has(name));
  await mkdir(into, { recursive: true });
  const files = [...(await stageDelta(before, join(folder, 'full'), into, rows)), ...added];
  const base = { generation: known.generation, content: known.content };
  return shelvePack(manifestOf(rows, needs, content, base, { files, missing: pages.missing }), into, needs);
};

const make = async (rows: PackRows, needs: MakeNeeds, folder: string): Promise<Made> => {
  const [last] = (await listShelf(needs.shelf)).filter(({ manifest }) => manifest.kind === 'full');
  const staged: PackFile[] = [];
  for (const { name, key } of rows.files)
    staged.push({ ...(await stageRows(join(folder, 'full'), name, rows.lines(name))), key: [...key] });
  const content = contentOf(staged);
  const pages = await pagesOf(rows, needs);
  const follows =
    last !== undefined && last.manifest.generation < rows.generation && last.manifest.layout === rows.layout;
  const delta = follows ? await makeDelta(last, rows, content, folder, pages, needs) : null;
  const files = [...staged, ...pages.kept];
  const manifest = manifestOf(rows, needs, content, null, { files, missing: pages.missing });
  return { full: await shelvePack(manifest, join(folder, 'full'), needs), delta };
};

/** The full pack of this generation and layout where the shelf holds it already. */
export const packOf = async (
  shelf: string,
  generation: number,
  layout: string,
): Promise<ShelvedPack | null> => {
  const found = (await listShelf(shelf)).find(
    ({ manifest }) =>
      manifest.kind === 'full' && manifest.generation === generation && manifest.layout === layout,
  );
  return found === undefined ? null : onShelf(shelf, found.name);
};

/**
 * Makes the full pack of the newest generation, and the delta from the last full pack before it where there is one. The same registry
 * and key give the same bytes. Each is on the shelf whole or not at all; the delta first, so that a full pack without it is never seen.
 * The caller holds the lease of packs.
 */
export const makePack = (needs: MakeNeeds): Promise<Made> =>
  inWorkFolder(needs.shelf, 'make', (folder) =>
    needs.store.readPack(async (rows) => {
      const made = await make(rows, needs, folder);
      await tidyShelf(needs.shelf);
      return made;
    }),
  );
