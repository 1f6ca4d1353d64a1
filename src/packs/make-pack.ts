import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { JWK } from 'jose';
import { PACK_FORMAT, type PackFile, type PackManifest, packManifest } from '../../schema/pack.ts';
import type { Archive } from '../archive/archive.ts';
import type { PackRows, PackSource } from '../store/packs.ts';
import { compareRows } from './compare-rows.ts';
import { inWorkFolder, listShelf, packName, type ShelvedPack, shelve, tidyShelf } from './pack-shelf.ts';
import { MANIFEST, readContainer, SEAL } from './read-container.ts';
import { rowLines } from './row-lines.ts';
import { type PackSigner, sealManifest } from './seal-manifest.ts';
import { contentOf, stageRows } from './stage-rows.ts';
import { type Entry, writeContainer } from './write-container.ts';

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

/** A page that travels, and its bytes in number. */
type Page = PackFile & Readonly<{ body: Uint8Array }>;

const pageName = (sha256: string): string => `pages/${sha256}`;

/** Pages of the sources whose rights let bytes be handed on: those kept, and the numbers of those that are not. */
const pagesOf = async ({ pages, descriptors }: PackRows, { archive }: MakeNeeds) => {
  const travel = pages.filter(({ source }) => descriptors.get(source)?.rights.redistribute === 'bytes');
  const [kept, missing]: [Page[], string[]] = [[], []];
  for (const sha256 of [...new Set(travel.map((page) => page.sha256))].sort()) {
    const body = await archive.get(sha256);
    if (body === undefined) missing.push(sha256);
    else kept.push({ name: pageName(sha256), bytes: body.length, sha256, body });
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

/** Writes a pack of rows that were staged in a folder, and of pages, onto the shelf. */
const write = async (
  manifest: PackManifest,
  folder: string,
  pages: readonly Page[],
  { shelf, signer }: MakeNeeds,
): Promise<ShelvedPack> => {
  const text = Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`);
  const seal = Buffer.from(await sealManifest(text, signer));
  const bodies = new Map(pages.map(({ name, body }) => [name, body]));
  const entries: Entry[] = [
    { name: MANIFEST, bytes: text.length, from: text },
    { name: SEAL, bytes: seal.length, from: seal },
    ...manifest.files.map(({ name, bytes }) => ({
      name,
      bytes,
      from: bodies.get(name) ?? join(folder, name),
    })),
  ];
  await writeContainer(join(shelf, packName(manifest)), entries);
  return shelve(shelf, manifest);
};

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
  last: ShelvedPack,
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
  return write(manifestOf(rows, needs, content, base, { files, missing: pages.missing }), into, added, needs);
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
  return { full: await write(manifest, join(folder, 'full'), pages.kept, needs), delta };
};

/** The full pack of this generation and layout where the shelf holds it already. */
export const packOf = async (
  shelf: string,
  generation: number,
  layout: string,
): Promise<ShelvedPack | null> =>
  (await listShelf(shelf)).find(
    ({ manifest }) =>
      manifest.kind === 'full' && manifest.generation === generation && manifest.layout === layout,
  ) ?? null;

/**
 * Makes the full pack of the newest generation, and the delta from the last full pack before it where there is one. The same registry
 * and key give the same bytes. Each is on the shelf whole or not at all; the delta first, so that a full pack without it is never seen.
 */
export const makePack = (needs: MakeNeeds): Promise<Made> =>
  inWorkFolder(needs.shelf, (folder) =>
    needs.store.readPack(async (rows) => {
      const made = await make(rows, needs, folder);
      await tidyShelf(needs.shelf);
      return made;
    }),
  );
