import { rmSync, statSync } from 'node:fs';
import t from 'tap';
import { ask } from '../../src/ask/ask.ts';
import { answeredAhead } from '../../src/identify/kept-index/answered-ahead.ts';
import { answersFile } from '../../src/jobs/names/answers-stamp.ts';
import { openNames } from '../../src/jobs/names/names-index.ts';
import type { Reader } from '../../src/store/registry-reader.ts';
import { TODAY } from '../support/bundled-data.ts';
import { engines } from '../support/engines.ts';
import { openToy, toyRecord, toySource } from '../support/toy-night.ts';

const NAMES = ['编造甲示例医院', '编造乙示例医院', '人民医院'];

/** The verdicts about names, in either language, without and with a mark. */
const verdicts = async (reader: Reader): Promise<readonly string[]> => {
  const all: string[] = [];
  for (const name of NAMES)
    for (const [lang, claims] of [
      ['zh', []],
      ['en', ['jci']],
    ] as const) {
      const question = { institution: { name }, claims: [...claims], lang };
      all.push(JSON.stringify(await ask(question, reader, TODAY, undefined, false)));
    }
  return all;
};

// A process of its own answers: it is what is asked about.
t.test('names on record are answered ahead by a process, for each generation anew', async (t) => {
  const data = t.testdir();
  const toy = await openToy(data);
  t.teardown(() => toy.store.close());
  const rows = NAMES.map((name) => toyRecord(name));
  await toy.night([toySource(data, rows)]);
  const names = openNames(toy.store, data);
  const first = toy.store.reader();
  await names.ready();
  t.equal(await answeredAhead({ name: '编造甲示例医院' }, first), null);
  const before = await verdicts(first);
  await names.answered();
  t.match(await answeredAhead({ name: '编造甲示例医院' }, first), { match: 'strong' });
  t.match(await answeredAhead({ name: '人民医院' }, first), { match: 'none' });
  t.strictSame(await verdicts(first), before, 'to the byte what whoever asked first was told');
  t.match(
    await answeredAhead({ name: '编造甲示例医院' }, { ...first }),
    { match: 'strong' },
    'also by a reader that takes the same up anew',
  );
  const made = statSync(answersFile(data)).ino;
  await names.answered();
  t.equal(statSync(answersFile(data)).ino, made, 'what is there is not made again');

  await toy.night([toySource(data, rows.slice(1))]);
  await names.ready();
  const second = toy.store.reader();
  t.not(second.generation, first.generation);
  t.equal(await answeredAhead({ name: '编造乙示例医院' }, second), null, 'of another generation');
  const working = names.answered();
  names.close();
  await working;
  t.equal(await answeredAhead({ name: '编造乙示例医院' }, second), null, 'it was ended');
  rmSync(answersFile(data), { force: true });
  await names.answered();
  t.match(await answeredAhead({ name: '编造乙示例医院' }, second), { match: 'strong' });
});

// A process of its own builds: that it opens the database of whoever asks is what is asked about.
for (const engine of engines.filter(({ name }) => name === 'PostgreSQL'))
  t.test(`the names index is built of what the database keeps (${engine.name})`, async (t) => {
    const data = await engine.folder(t);
    const toy = await openToy(data);
    t.teardown(() => toy.store.close());
    await toy.night([toySource(data, [toyRecord('编造甲示例医院')])]);
    const names = openNames(toy.store, data);
    t.equal(await names.prepare(1), 1, 'and not of the folder, which holds none');
    t.ok(await names.kept());
  });
