import { join } from 'node:path';
import { type Archive, archiveOver } from './archive.ts';
import { fileBytes } from './file-bytes.ts';

/** The folder below a data folder in which its pages lie. */
export const archiveFolder = (data: string): string => join(data, 'archive');

/** Opens the archive of a data folder: the one place that chooses where bytes are kept. Nothing is created before the first page. */
export const openArchive = (data: string): Archive => archiveOver(fileBytes(archiveFolder(data)));
