import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import t from 'tap';
import { ask } from '../../src/ask/ask.ts';
import { makeBackup } from '../../src/jobs/backup/make-backup.ts';
import { restoreBackup } from '../../src/jobs/backup/restore-backup.ts';
import { openServiceState, openStore } from '../../src/store/open-store.ts';
import type { Reader } from '../../src/store/registry-reader.ts';
import { TODAY } from '../support/bundled-data.ts';
import { spawnPlain } from '../support/child.ts';

/** What a generation answers about the first ten of its hospitals. */
const answersOf = async (reader: Reader): Promise<readonly string[]> => {
  const ids = (await reader.institutionsOn?.('cn-toyville-list')) ?? [];
  const answers = [];
  for (const id of ids.slice(0, 10)) {
    const question = { institution: { id }, claims: [], lang: 'en' as const };
    answers.push(JSON.stringify(await ask(question, reader, TODAY)));
  }
  return answers;
};

/** Records reports, one after another, until it is stopped; `kept()`: how many are on the disk. */
const reporting = (folder: string) => {
  const state = openServiceState(folder);
  let [kept, stopped] = [0, false];
  const going = (async () => {
    while (!stopped) {
      const text = `made-up report ${kept}`;
      await state.errorReports.add(
        { at: '2026-11-21T08:00:00Z', about: '', text, lang: 'en', generation: 1 },
        1e6,
      );
      kept += 1;
      await wait(1);
    }
  })();
  const stop = async (): Promise<void> => {
    stopped = true;
    await going;
    await state.close();
  };
  return { kept: () => kept, stop };
};

t.test(
  'a backup made at any moment, amid nights and reports, is restored to the answers of that moment',
  async (t) => {
    const dir = t.testdir();
    const nights = join(dir, 'nights');
    const publishing = spawnPlain([join(import.meta.dirname, '../support/endless-nights.ts'), nights]);
    const restored: string[] = [];
    await once(publishing.stdout ?? publishing, 'data');
    const reports = reporting(nights);
    for (const at of [0, 53]) {
      await once(publishing.stdout ?? publishing, 'data');
      await wait(at);
      const file = join(dir, `nights-${at}.tar.gz`);
      const before = reports.kept();
      const { missing } = await makeBackup({ recipients: [], now: TODAY, data: nights, file });
      const after = reports.kept();
      t.strictSame(missing, [], 'every page that its editions rest on is in it');
      const folder = join(dir, `nights-${at}`);
      await restoreBackup({ file, data: folder, identity: null });
      restored.push(folder);
      const state = openServiceState(folder);
      const held = (await state.errorReports.waiting(1_000_000)).map(({ text }) => text);
      await state.close();
      // One more may be on the disk than was told of by then.
      t.ok(
        held.length >= before && held.length <= after + 1,
        `${before} ≤ ${held.length} ≤ ${after} reports`,
      );
      t.ok(held.includes(`made-up report ${held.length - 1}`), 'none in between is missing');
    }
    await reports.stop();
    publishing.kill('SIGKILL');
    await once(publishing, 'close');
    const live = await openStore({ data: nights });
    const generations: number[] = [];
    for (const folder of restored) {
      const store = await openStore({ data: folder });
      const { generation } = store.reader();
      generations.push(generation);
      const then = await live.readerAt(generation);
      const answers = await answersOf(store.reader());
      t.ok(answers.length > 0);
      t.strictSame(answers, then && (await answersOf(then)), `generation ${generation} answers as it did`);
      then?.close();
      await store.close();
    }
    await live.close();
    t.ok((generations[1] ?? 0) > (generations[0] ?? 0), 'nights went on beside it');
  },
);
