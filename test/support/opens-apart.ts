import { openChannel } from '../../src/jobs/worker-channel.ts';
import type { TalkingCalls } from './talking-worker.ts';

/** Opens a worker in a process of its own, tells whoever forked this one its number, and waits for a long call. */
const file = new URL('./talking-worker.ts', import.meta.url);
const worker = openChannel<TalkingCalls, string>({ file, data: null, apart: true });
process.send?.(await worker.call('pid', null));
await worker.call('sleep', 60_000);
