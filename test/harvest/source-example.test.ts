import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import t from 'tap';
import { z } from 'zod';
import { runHere } from '../cli/run-licet.ts';
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

type Done = Readonly<{ status: number | null; out: string }>;

/** The command line without a process of its own, which costs a second each: with the sources of the copy, and its paths. */
const licet = async (copy: string, line: string): Promise<Done> => {
  const [asked = '', data = ''] = line.split(' --data ');
  const args = asked.split(' ').map((arg) => (existsSync(join(copy, arg)) ? join(copy, arg) : arg));
  const { code, out, err } = await runHere(join(copy, data), args, { catalogue: join(copy, 'scrapers') });
  return { status: code, out: `${out}${code === 0 ? '' : err}` };
};

/** Does what a line of the page says, as a shell in the checkout would; `npm run` is the script it stands for. */
const run = async (copy: string, line: string): Promise<Done> => {
  const [, name = '', rest = ''] = /^npm run (\S+) -- (.*)$/.exec(line) ?? [];
  if (name === 'licet') return licet(copy, rest);
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

t.test('the worked example of docs/source-example.md works as it stands', async (t) => {
  const copy = copyOf(t.testdir());
  let printed = '';
  for (const { kind, file, text } of blocks) {
    if (file !== '') {
      mkdirSync(dirname(join(copy, FOLDER, file)), { recursive: true });
      writeFileSync(join(copy, FOLDER, file), text);
    } else if (kind === 'sh')
      for (const line of text.trimEnd().split('\n')) {
        const { status, out } = await run(copy, line);
        t.ok(status === 0 || /verify/.test(line), `${line}\n${status === 0 ? '' : out}`);
        printed = out;
      }
    else t.ok(printed.includes(text), `${text}\nis in\n${printed}`);
  }
  t.notOk(existsSync(join(copy, FOLDER)), 'and nothing is left of it');
});
