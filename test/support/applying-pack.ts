import { openArchive } from '../../src/archive/open-archive.ts';
import { openStore } from '../../src/store/open-store.ts';
import { applyTo } from './pack-publisher.ts';

/** Run as a child process by test/packs/refused.test.ts: applies a pack to a data folder, unless it is killed before. */
const [root = '.', file = ''] = process.argv.slice(2);
const store = await openStore({ data: root });
const night = () => Promise.reject(new Error('a follower reads no list'));
process.stdout.write('begins\n');
await applyTo({ root, store, archive: openArchive(root), night }, file);
await store.close();
