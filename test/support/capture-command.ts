import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Test } from 'tap';
import type { Verdict } from '../../schema/verdict.ts';
import { buildApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { openFolder } from '../../src/jobs/data-folder.ts';
import { runHere } from '../cli/run-licet.ts';
import { capturedSource } from './captured-source.ts';

export const TODAY = new Date('2026-11-21T08:00:00Z');
export const ID = 'cn-toyville-register';

/** The command line on an empty folder and a made-up captured register. */
export const captureCommand = (t: Test) => {
  const data = t.testdir();
  const catalogue = join(data, 'scrapers');
  capturedSource(catalogue);
  const page = join(data, 'page.html');
  writeFileSync(page, '<html><p>编造示例医院</p></html>');
  const licet = (...args: string[]) => runHere(data, args, { catalogue }, () => TODAY);
  const capture = (fields: Readonly<Record<string, string>>, ...more: string[]) =>
    licet(
      'capture',
      ID,
      ...Object.entries(fields).flatMap(([name, value]) => ['--field', `${name}=${value}`]),
      ...more,
    );
  const verify = async (query: string): Promise<Verdict> => {
    const registry = await openFolder(data);
    const config = { ...readConfig({}), data, log: 'silent', rateLimit: 0 } as const;
    const app = await buildApp({ ...registry, config, clock: () => TODAY });
    const verdict = (await app.inject(`/v1/verify?${query}`)).json<Verdict>();
    await app.close();
    await registry.close();
    return verdict;
  };
  return { data, page, licet, capture, verify };
};
