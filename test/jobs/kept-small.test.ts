import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import t from 'tap';

const root = join(import.meta.dirname, '../..');

/** Holds some 20 MB for good, makes fifteen times that which lives for a while, and prints the most megabytes that lay in the heap. */
const MUCH = `
  const held = Array.from({ length: 150_000 }, (_, at) => ({ at, words: [at, at + 1, 'word ' + at] }));
  const lately = new Array(100_000);
  let most = 0;
  for (let at = 0; at < 1_400_000; at += 1) {
    lately[at % lately.length] = { at, words: [at, at + 1] };
    if (at % 20_000 === 0) most = Math.max(most, getHeapStatistics().used_heap_size);
  }
  if (held.length > 0) console.log(Math.round(most / 1e6));
`;

/** What a process held at most, having said this first. */
const mostHeld = (first: string): number =>
  Number(
    execFileSync(
      process.execPath,
      [
        '--max-semi-space-size=4',
        '--input-type=module',
        '--eval',
        `import { getHeapStatistics } from 'node:v8'; ${first}; ${MUCH}`,
      ],
      {
        cwd: root,
        env: { ...process.env, NODE_V8_COVERAGE: undefined, NODE_OPTIONS: undefined },
        encoding: 'utf8',
      },
    ),
  );

t.test('a service holds little beyond what it uses, however much it makes and lets go', async (t) => {
  const plain = mostHeld('');
  const ours = mostHeld("(await import('./src/jobs/batches/give-back.ts')).keepYoung()");
  t.ok(ours < plain * 0.75, `${ours} MB at most, ${plain} as V8 would have it`);
});
