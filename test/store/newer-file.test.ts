import { join } from 'node:path';
import Database from 'better-sqlite3';
import t from 'tap';
import { openFolder } from '../../src/jobs/data-folder.ts';
import { runHere } from '../cli/run-licet.ts';

t.test('a file that a newer version wrote is refused in one sentence', async (t) => {
  for (const [file, ...command] of [
    ['licet.db', 'sources'],
    ['service.db', 'operator', 'list'],
  ] as const) {
    const data = t.testdir();
    await (await openFolder(data)).close();
    await runHere(data, ['operator', 'list']);
    const db = new Database(join(data, file));
    db.exec("INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('made-up', 9999999999999)");
    db.close();
    const { code, err } = await runHere(data, command);
    t.equal(code, 4, file);
    t.match(err, new RegExp(`${file} was written by a newer version of Licet; start that version`));
    t.equal(err.trim().split('\n').length, 1);
  }
});
