import { join } from 'node:path';
import { codeDigest } from '../../code-digest.ts';

const MAKER = join(import.meta.dirname, '../../ask/answer-names.ts');

/** What a file of names that were answered ahead must be of: this content of a registry, asked of this code. */
export const answersStamp = (content: string): string => `${content} ${codeDigest(MAKER)}`;

/** Where a data folder keeps it. */
export const answersFile = (data: string): string => join(data, 'names.answers');
