import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import t from 'tap';
import { z } from 'zod';
import { plainNode } from '../support/child.ts';

const root = join(import.meta.dirname, '../..');
const FOLDER = 'scrapers/cn-toyville-laboratories';
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));

/** A copy of what the page uses, without the pages of other sources: nothing here reads them. */
const copyOf = (folder: string): string => {
  const pages = /\/(fixtures|bundled)(\/|$)/;
  for (const part of ['schema', 'src', 'scrapers', 'test/support', 'package.json'])
    cpSync(join(root, part), join(folder, part), { recursive: true, filter: (path) => !pages.test(path) });
  mkdirSync(join(folder, 'docs'));
  return folder;
};

/** Does what a line of the page says, as a shell in the checkout would; `npm run` is the script it stands for. */
const run = (copy: string, line: string): Readonly<{ status: number | null; out: string }> => {
  const [, name = '', rest = ''] = /^npm run (\S+) -- (.*)$/.exec(line) ?? [];
  const script = scripts[name];
  const [command, args] =
    script === undefined
      ? ['sh', ['-c', line]]
      : plainNode([...script.split(' ').slice(1), ...rest.split(' ')]);
  const done = spawnSync(command, args, {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, LICET_CONTACT: '' },
  });
  return { status: done.status, out: `${done.stdout}${done.status === 0 ? '' : done.stderr}` };
};

/** The blocks of the page in their order: files, commands, and a part of what the last command printed. */
const blocks = [
  ...readFileSync(join(root, 'docs/source-example.md'), 'utf8').matchAll(
    /^```(\S+) ?(\S*)\n([\s\S]*?)^```$/gm,
  ),
].map(([, kind = '', file = '', text = '']) => ({ kind, file, text }));

t.test('the worked example of docs/source-example.md works as it stands', (t) => {
  const copy = copyOf(t.testdir());
  let printed = '';
  for (const { kind, file, text } of blocks) {
    if (file !== '') {
      mkdirSync(dirname(join(copy, FOLDER, file)), { recursive: true });
      writeFileSync(join(copy, FOLDER, file), text);
    } else if (kind === 'sh')
      for (const line of text.trimEnd().split('\n')) {
        const { status, out } = run(copy, line);
        t.ok(status === 0 || /verify/.test(line), `${line}\n${status === 0 ? '' : out}`);
        printed = out;
      }
    else t.ok(printed.includes(text), `${text}\nis in\n${printed}`);
  }
  t.notOk(existsSync(join(copy, FOLDER)), 'and nothing is left of it');
  t.end();
});
