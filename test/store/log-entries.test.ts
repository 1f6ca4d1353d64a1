import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import t from 'tap';
import { openServiceState } from '../../src/store/open-store.ts';
import { runHere } from '../cli/run-licet.ts';
import { fewSources, openService, TODAY } from '../support/app.ts';

const service = await openService({ baseUrl: 'https://licet.example' }, fewSources);
t.teardown(service.close);
const { app, data } = service;

t.test('two processes that write down the same write it once, in one order', async (t) => {
  const folder = t.testdir();
  const [one, other] = [openServiceState(folder), openServiceState(folder)];
  const missing = (entries: readonly string[]) => ['a', 'b', 'c'].slice(entries.length);
  await Promise.all([one, other, one, other].map(({ logEntries }) => logEntries.extend(missing)));
  t.strictSame(await one.logEntries.all(), ['a', 'b', 'c']);
  await other.logEntries.extend(() => ['d']);
  t.strictSame(await one.logEntries.all(), ['a', 'b', 'c', 'd'], 'seen by the other at once');
  await Promise.all([one.close(), other.close()]);
});

t.test('the store refuses to rewrite the log, and what was rewritten behind its back is found', async (t) => {
  const kept = join(data, 'checkpoint.txt');
  writeFileSync(kept, (await app.inject('/log/checkpoint')).body);
  const db = new Database(join(data, 'service.db'));
  t.throws(() => db.prepare("UPDATE log_entry SET body = '{}'").run(), /never changed/);
  t.throws(() => db.prepare('DELETE FROM log_entry').run(), /never changed/);
  // Somebody with the file and without scruples: the trigger is gone, an entry is another.
  db.exec('DROP TRIGGER log_entry_never_changed');
  db.prepare(`UPDATE log_entry SET body = replace(body, '"generation":1', '"generation":7')`).run();
  db.close();
  t.match(await runHere(data, ['log', 'check', kept], {}, () => TODAY), {
    code: 1,
    out: /does not begin with the 1 entries of the checkpoint you kept: it was rewritten/,
  });
});
