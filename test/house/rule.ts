import { spawnSync } from 'node:child_process';
import t from 'tap';
import type { CodeImport } from '../../src/code-digest.ts';
import { plainNode } from '../support/child.ts';
import { housed, root, type SourceFile } from './tree.ts';

/** A rule holds when it finds nothing; what it finds are sentences that say how to mend the house. */
export const rule = (name: string, faults: () => readonly string[]) =>
  t.test(name, async (t) => {
    t.strictSame(faults(), []);
  });

/** The sentences `fault` says about single imports. */
export const perImport = (
  of: readonly SourceFile[],
  fault: (file: SourceFile, one: CodeImport) => string | null,
): readonly string[] =>
  of.flatMap((file) => file.imports.map((one) => fault(file, one)).filter((found) => found !== null));

/** One sentence per housed file whose code holds the pattern. */
export const matching = (
  pattern: RegExp,
  except: (file: SourceFile) => boolean,
  advice: string,
): readonly string[] =>
  housed.filter((file) => pattern.test(file.code) && !except(file)).map((file) => `${file.path}: ${advice}`);

/** What a checking tool prints when it is not content. */
export const tool = (
  name: string,
  args: readonly string[],
  more: Readonly<Record<string, string>> = {},
): readonly string[] => {
  const [command, given] = plainNode(args);
  // tsc is written in Go: not to tidy its memory up spares a quarter of its processor time, and takes 1.3 GB either way.
  const env = { ...process.env, GOGC: 'off', ...more };
  const { status, stdout, stderr } = spawnSync(command, given, { cwd: root, encoding: 'utf8', env });
  return status === 0 ? [] : `${name}\n${stdout}${stderr}`.trim().split('\n');
};
