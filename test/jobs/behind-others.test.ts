import { getPriority } from 'node:os';
import t from 'tap';
import { openChannel } from '../../src/jobs/worker-channel.ts';

const file = new URL('../support/thread-behind.ts', import.meta.url);

type PriorityCalls = Readonly<{ step: Readonly<{ given: null; answer: number }> }>;

t.test('a thread that steps behind others is the only one of its process that does', async (t) => {
  const before = getPriority();
  const behind = openChannel<PriorityCalls>({ file, data: null });
  t.teardown(() => behind.stop());
  const own = await behind.call('step', null);
  if (process.platform === 'linux') t.ok(own > before, `${own} behind ${before}`);
  else t.equal(own, before, 'where a priority is the whole process’s it stays');
  t.equal(getPriority(), before, 'the process keeps its own');
});
