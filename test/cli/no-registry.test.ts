import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { runHere } from './run-licet.ts';

t.test('a named folder without a registry is told, and none is made there', async (t) => {
  const folder = t.testdir({ documents: {} });
  for (const data of ['mistyped', 'documents'].map((one) => join(folder, one)))
    for (const question of [
      ['verify', '编造示例医院'],
      ['institution', 'x'],
      ['sources'],
      ['technologies'],
      ['evidence', 'a'.repeat(64)],
    ]) {
      const { code, out, err } = await runHere(data, question);
      t.strictSame([code, out], [2, ''], question.join(' '));
      t.match(err, /^licet: there is no registry in the data folder \S+; .*licet harvest --data \S+\n$/);
    }
  t.match((await runHere(join(folder, 'documents'), ['--version'])).code, 0);
  t.strictSame(readdirSync(folder), ['documents']);
  t.strictSame(readdirSync(join(folder, 'documents')), []);
});
