import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

/**
 * What `node --import` loads first is JavaScript: to strip the types of a first file, before there is a place in which the outcome
 * is kept, Node loads a compiler of its own, a tenth of a second in every process and every thread.
 */
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/licet'));
await import('./quick-start.ts');
