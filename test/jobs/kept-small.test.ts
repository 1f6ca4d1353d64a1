import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import t from 'tap';

const root = join(import.meta.dirname, '../..');

/** Holds some objects for good and makes many times that which live for a while. */
const MUCH = `
  const held = Array.from({ length: 150_000 }, (_, at) => ({ at, words: [at, at + 1, 'word ' + at] }));
  const lately = new Array(100_000);
  for (let at = 0; at < 2_600_000; at += 1) lately[at % lately.length] = { at, words: [at, at + 1] };
  if (held.length === 0) console.log('nothing held');
`;

/** How often a process collected what is old, having done this first. */
const collected = (first: string): number => {
  const said = execFileSync(
    process.execPath,
    ['--max-semi-space-size=4', '--trace-gc', '--input-type=module', '--eval', `${first}; ${MUCH}`],
    {
      cwd: root,
      env: { ...process.env, NODE_V8_COVERAGE: undefined, NODE_OPTIONS: undefined },
      encoding: 'utf8',
    },
  );
  return said.split('Mark-Compact').length - 1;
};

t.test('a service collects what it let go long before V8 would by itself', async (t) => {
  const plain = collected('');
  const ours = collected("(await import('./src/jobs/batches/give-back.ts')).keepYoung()");
  t.ok(ours > plain + 1, `${ours} times, ${plain} as V8 would have it`);
});
