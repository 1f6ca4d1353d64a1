import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import t from 'tap';

const root = join(import.meta.dirname, '../..');
const GIVE_BACK = "await import('./src/jobs/batches/give-back.ts')";

/** Holds some objects for good and makes many times that which live for a while. */
const MUCH = `
  const held = Array.from({ length: 150_000 }, (_, at) => ({ at, words: [at, at + 1, 'word ' + at] }));
  const lately = new Array(100_000);
  for (let at = 0; at < 1_300_000; at += 1) lately[at % lately.length] = { at, words: [at, at + 1] };
  if (held.length === 0) console.log('nothing held');
`;

/** How often a process that does this collected what is old. */
const collected = (code: string): number => {
  const said = execFileSync(
    process.execPath,
    ['--expose-gc', '--max-semi-space-size=4', '--trace-gc', '--input-type=module', '--eval', code],
    {
      cwd: root,
      env: { ...process.env, NODE_V8_COVERAGE: undefined, NODE_OPTIONS: undefined },
      encoding: 'utf8',
    },
  );
  return said.split('Mark-Compact').length - 1;
};

t.test(
  'a service, and a command on a list, collect what they let go long before V8 would by itself',
  async (t) => {
    // How far what is old may grow is reckoned at the end of a collection.
    const plain = collected(`gc(); ${MUCH}`);
    for (const sooner of ['keepYoung', 'clearSooner']) {
      const ours = collected(`(${GIVE_BACK}).${sooner}(); gc(); ${MUCH}`);
      t.ok(ours > plain + 1, `${sooner}: ${ours} times, ${plain} as V8 would have it`);
    }
  },
);

t.test('what answered rows left is collected after every so many of them', async (t) => {
  const after = (rows: number) =>
    collected(
      `const give = (${GIVE_BACK}).givingBack(10); for (let row = 0; row < ${rows}; row += 1) await give(1);`,
    );
  t.equal(after(29) - after(9), 2);
});
