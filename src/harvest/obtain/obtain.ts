import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunState } from '../../../schema/reference.ts';
import type { Transport } from '../../../schema/snapshot.ts';
import type { Descriptor, Page } from '../../../schema/source.ts';
import { notAsReleased } from './pinned.ts';

/** The bytes of one page and the way they came. */
export type ObtainedPage = Readonly<{
  body: Uint8Array;
  url: string;
  transport: Transport;
  contentType: string;
  /** When it came, where that is not the night's own instant. */
  retrievedAt?: string;
  details?: Readonly<Record<string, string>>;
}>;

/** Why a page did not come: the state its run ends in. */
export type NotObtained = Readonly<{
  state: Exclude<RunState, 'accepted' | 'unchanged'>;
  detail: string;
}>;

/** One page as it came (a paged list has its other pages in `rest`), or why it did not come; never an empty page in its place. */
export type Obtained =
  | (Readonly<{ state: 'obtained'; rest?: readonly ObtainedPage[] }> & ObtainedPage)
  | NotObtained;

/** Obtains one page of a source: from the network, the archive or bundled files; tests bring their own. */
export type Obtain = (descriptor: Descriptor, page: Page) => Promise<Obtained>;

const contentTypes: Readonly<Record<Descriptor['format'], string>> = {
  csv: 'text/csv; charset=utf-8',
  html: 'text/html; charset=utf-8',
  json: 'application/json',
  pdf: 'application/pdf',
  zip: 'application/zip',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** Obtains bundled pages from the source's own folder. */
export const obtainBundled =
  (dir: string): Obtain =>
  async (descriptor, page) => {
    if (page.file === undefined)
      throw new Error(`page ${page.key} of ${descriptor.id} names no bundled file`);
    const { buffer, byteOffset, byteLength } = await readFile(join(dir, page.file));
    const body = new Uint8Array(buffer, byteOffset, byteLength);
    const detail = await notAsReleased(dir, page.file, body);
    if (detail !== null) return { state: 'refused', detail };
    return {
      state: 'obtained',
      body,
      url: page.url,
      transport: 'file',
      contentType: contentTypes[descriptor.format],
    };
  };
