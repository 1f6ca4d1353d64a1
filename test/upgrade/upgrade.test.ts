import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { z } from 'zod';
import { buildApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { restoreBackup } from '../../src/jobs/backup/restore-backup.ts';
import { openFolder } from '../../src/jobs/data-folder.ts';
import { runHere } from '../cli/run-licet.ts';
import { capturedSource } from '../support/captured-source.ts';
import { TODAY } from '../support/operator-api.ts';

const heldSchema = z.looseObject({
  source: z.string(),
  operator: z.object({ name: z.string(), token: z.string() }),
  partner: z.object({ name: z.string(), key: z.string() }),
  watch: z.string(),
  institutions: z.tuple([z.string(), z.string()]),
  outcomes: z.array(z.object({ number: z.string(), outcome: z.string() })),
  report: z.string(),
  receipt: z.unknown(),
});

const releases = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.tar.gz'));
t.ok(releases.length > 0, 'the folder of a release is kept');

for (const file of releases)
  t.test(`${file}, as that release wrote it, loses nothing when this version opens it`, async (t) => {
    const dir = t.testdir();
    const data = join(dir, 'data');
    const catalogue = join(dir, 'scrapers');
    await restoreBackup({ file: join(import.meta.dirname, file), data, identity: null });
    const held = heldSchema.parse(
      JSON.parse(readFileSync(join(import.meta.dirname, file.replace('.tar.gz', '.json')), 'utf8')),
    );
    capturedSource(catalogue);
    const registry = await openFolder(data);
    const config = { ...readConfig({ LICET_DATA: data }), baseUrl: 'http://localhost:80', rateLimit: 0 };
    const silent = { ...config, log: 'silent' as const };
    const app = await buildApp({ ...registry, config: silent, clock: () => TODAY, catalogue });
    t.teardown(async () => {
      await app.close();
      await registry.close();
    });
    const ask = async (url: string, bearer?: string) => {
      const headers = bearer === undefined ? {} : { authorization: `Bearer ${bearer}` };
      return app.inject({ url, headers });
    };

    for (const { number, outcome } of held.outcomes)
      t.match((await ask(`/v1/verify?licenceNumber=${number}`)).json(), { outcome }, 'captured rows answer');
    const watches = await ask(`/v1/watches/${held.watch}`, held.partner.key);
    t.match(watches.json(), { entries: 1 }, 'the partner’s key opens its watch');
    t.equal((await ask('/v1/operator/captures', held.operator.token)).statusCode, 200, 'the token is good');

    const licet = (...args: string[]) => runHere(data, args, { catalogue }, () => TODAY);
    const [one, other] = held.institutions;
    t.match((await licet('judge', '--history')).out, new RegExp(`${one}.*${other}.*different`), 'judged');
    t.match((await licet('reports', 'list')).out, new RegExp(held.report), 'the report waits');
    t.match((await licet('audit', 'check')).code, 0, 'the audit log is unbroken');
    t.match(await licet('doctor'), { code: 0 });
    writeFileSync(join(dir, 'receipt.json'), JSON.stringify(held.receipt));
    writeFileSync(join(dir, 'keys.json'), JSON.stringify((await ask('/v1/receipts/keys')).json()));
    const checked = await licet('check-receipt', join(dir, 'receipt.json'), '--keys', join(dir, 'keys.json'));
    t.equal(checked.code, 0, 'a receipt of then is checked with the keys of now');
  });
