import { join } from 'node:path';
import { openPageBytes } from '../store/open-store.ts';
import { type Archive, archiveOver } from './archive.ts';
import type { ByteStore } from './byte-store.ts';
import { fileBytes } from './file-bytes.ts';

/** The folder below a data folder in which its pages lie. */
export const archiveFolder = (data: string): string => join(data, 'archive');

/** The files below a data folder, wherever its pages are kept by now. */
export const archiveFiles = (data: string): ByteStore => fileBytes(archiveFolder(data));

/** Where the archive of a data folder keeps its bytes, for whoever copies it whole: the one place that chooses. */
export const archiveBytes = (data: string): ByteStore => openPageBytes(data) ?? archiveFiles(data);

/** Opens the archive of a data folder. Nothing is created before the first page. */
export const openArchive = (data: string): Archive => archiveOver(archiveBytes(data));
