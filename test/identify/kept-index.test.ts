import { readFile, writeFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import t from 'tap';
import { perturbed } from '../../bench/names/cases.ts';
import { memoryReader } from '../../bench/names/memory-reader.ts';
import { baseRows } from '../../bench/names/rows.ts';
import { reason } from '../../schema/reason.ts';
import { answerNames } from '../../src/ask/answer-names.ts';
import { identify } from '../../src/identify/identify.ts';
import { answeredAhead, answerWith } from '../../src/identify/kept-index/answered-ahead.ts';
import { packAnswer, readAnswers, unpackAnswer } from '../../src/identify/kept-index/answers-file.ts';
import { readIndex } from '../../src/identify/kept-index/index-file.ts';
import { indexStamp, nameFinderFor } from '../../src/identify/kept-index/name-finders.ts';
import { strongMatch } from '../../src/identify/results.ts';
import type { NameFinder } from '../../src/identify/search.ts';
import { blockingKeysOf } from '../../src/names/index/blocking-keys.ts';
import { parseName } from '../../src/names/parse/parse-name.ts';
import type { NameParts } from '../../src/names/parse/parts.ts';

const rows = baseRows().slice(0, 1_200);
const nowhere = { province: null, city: null };
const who = (finder: NameFinder, name: string): string =>
  JSON.stringify(finder.likely(name, nowhere).likely.map(({ id, probability }) => [id, probability]));

t.test('an index of a thousand names read from its file gives the same bytes of answers', async (t) => {
  const file = `${t.testdir({})}/names.index`;
  const built = await nameFinderFor(memoryReader(rows), file);
  const loaded = await nameFinderFor(memoryReader(rows), file);
  t.not(loaded.index.arrays.posting.buffer, built.index.arrays.posting.buffer);
  t.ok(loaded.index.names.length > 1_200);
  const asked = [
    ...Object.values(perturbed(rows, 6)).flat(),
    { query: 'Ruijin Hospital' },
    { query: 'Huashan Hospital Fudan' },
  ];
  const found: string[] = [];
  const suggested: string[] = [];
  for (const { query } of asked) {
    if (who(loaded, query) !== who(built, query)) found.push(query);
    const typed = query.slice(0, 3);
    if (JSON.stringify(loaded.suggest(typed)) !== JSON.stringify(built.suggest(typed))) suggested.push(typed);
  }
  t.strictSame(found, [], 'who is found');
  t.strictSame(suggested, [], 'what is suggested');
  const otherParts: string[] = [];
  const otherKeys: string[] = [];
  // A row may print two names as one: there are more names than rows.
  for (let at = 0; at < loaded.index.names.length; at += 7) {
    const name = loaded.index.names.at(at);
    const keysOf = (parts: NameParts) => [...blockingKeysOf(parts, null)];
    const readOut = (parts: NameParts) => ({ ...parts, coreSound: '', sound: parts.sound() });
    const [kept, read] = [loaded.index.partsAt(at), parseName(name)];
    if (!isDeepStrictEqual(readOut(kept), readOut(read))) otherParts.push(name);
    if (!isDeepStrictEqual(keysOf(kept), keysOf(read))) otherKeys.push(name);
  }
  t.strictSame(otherParts, [], 'the parts of each name');
  t.strictSame(otherKeys, [], 'what each is looked for by');
});

t.test('a file that is cut, changed, older or of other contents is refused and built anew', async (t) => {
  const file = `${t.testdir({})}/names.index`;
  const few = memoryReader(rows.slice(0, 300));
  const built = await nameFinderFor(few, file);
  const good = await readFile(file);
  const stamp = indexStamp(few);
  t.ok(await readIndex(file, stamp));
  t.equal(await readIndex(file, `2${stamp}`), null, 'of another generation, or read by other code');
  t.equal(await readIndex(`${file}.none`, stamp), null, 'no file');
  const changed = Buffer.from(good);
  changed[good.length - 9] = (changed[good.length - 9] ?? 0) ^ 1;
  const older = Buffer.from(good);
  older.write('licet-names-3', older.indexOf('licet-names-'));
  const longer = Buffer.concat([good, Buffer.alloc(8)]);
  for (const bytes of [changed, older, longer, good.subarray(0, -5), good.subarray(0, 99), Buffer.alloc(0)]) {
    await writeFile(file, bytes);
    t.equal(await readIndex(file, stamp), null, `${bytes.length} bytes`);
    const again = await nameFinderFor(memoryReader(rows.slice(0, 300)), file);
    t.equal(who(again, 'Ruijin Hospital'), who(built, 'Ruijin Hospital'));
    t.ok(good.equals(await readFile(file)), 'the same names give the same file');
  }
});

t.test('a name that was answered ahead is answered as whoever asks first, to the byte', async (t) => {
  const file = `${t.testdir({})}/names.answers`;
  const few = memoryReader(rows.slice(0, 400));
  await answerNames(few, file, 'of these');
  const answers = await readAnswers(file, 'of these');
  if (answers === null) throw new Error('the file was written');
  t.equal(await readAnswers(file, 'of others'), null);
  const ahead = { ...few };
  answerWith(ahead, answers);
  const names = [...new Set(rows.slice(0, 400).map(({ value }) => value))];
  const differ: string[] = [];
  for (const name of names) {
    const said = JSON.stringify(await identify({ name }, few, false));
    // What is asked for twice is held, and given from there.
    for (let time = 0; time < 3; time += 1)
      if (said !== JSON.stringify(await answeredAhead({ name }, ahead))) differ.push(name);
  }
  t.strictSame(differ, []);
  const all = await Promise.all(names.map((name) => answeredAhead({ name }, ahead)));
  const matches = new Set(all.map((one) => one?.match));
  t.ok(matches.has('strong') && matches.size > 1, `also who is not settled on: ${[...matches]}`);
  const asked = { name: names[0] ?? '' };
  t.strictSame(await identify(asked, ahead), await identify(asked, few), 'whoever asks');

  // Two names whose answers share a place, asked again and again by turns.
  const between = Array.from({ length: 4_095 }, (_, at) => at + 1);
  const [key = 0, other = 0] = answers.key;
  t.ok(other - key > between.length);
  const spread = (all: Uint32Array, made: (at: number) => number) =>
    Uint32Array.from([all[0] ?? 0, ...between.map(made), all[1] ?? 0]);
  const far = { ...few };
  answerWith(far, {
    key: spread(answers.key, (at) => key + at),
    name: spread(answers.name, () => 0),
    answer: spread(answers.answer, () => 0),
    texts: answers.texts,
  });
  const { names: printed } = (await nameFinderFor(few)).index;
  const two = [...answers.name.slice(0, 2)].map((at) => ({ name: printed.at(at) }));
  for (const one of [0, 0, 0, 1, 1, 1, 0, 1, 0].flatMap((at) => two[at] ?? []))
    t.strictSame(await answeredAhead({ ...one }, far), await identify(one, few, false), one.name);
});

t.test('a name with signs of its own comes back as it was', (t) => {
  for (const name of ['Made-up $& $$ Clinic', 'Made-up "Example" \\ Clinic']) {
    const said = strongMatch('of-example', 1, [reason('name.alias.equal', { name })]);
    const whose = { name, bearer: 'of-example' };
    t.strictSame(unpackAnswer(packAnswer(JSON.stringify(said), whose), whose), said);
  }
  t.end();
});

t.test('only the very letters of a name, and nothing beside it, are answered ahead', async (t) => {
  const file = `${t.testdir({})}/names.answers`;
  const few = memoryReader(rows.slice(0, 40));
  await answerNames(few, file, 'of these', 30);
  const answers = await readAnswers(file, 'of these');
  if (answers === null) throw new Error('the file was written');
  t.equal(answers.key.length, 30, 'no more than there is time for');
  answerWith(few, answers);
  const known = Array.from(answers.name, (at) => at);
  const { index } = await nameFinderFor(few);
  const name = index.names.at(known[0] ?? 0);
  t.ok(await answeredAhead({ name }, few));
  for (const typed of [`${name} `, `${name}。`, name.slice(1), '', index.names.at(39)])
    t.equal(await answeredAhead({ name: typed }, few), null, typed);
  for (const beside of [{ city: '上海市' }, { province: '上海' }, { campus: '东院' }, { uscc: '1' }])
    t.equal(await answeredAhead({ name, ...beside }, few), null, JSON.stringify(beside));
  t.equal(await answeredAhead({ name }, { ...few }), null, 'nor by a reader of another generation');
});
