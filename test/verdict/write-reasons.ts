import { writeFile } from 'node:fs/promises';
import { reasonsDocument } from './reasons-document.ts';

/** Writes docs/reasons.md from the catalogue: `npm run reasons`. */
await writeFile(new URL('../../docs/reasons.md', import.meta.url), reasonsDocument());
