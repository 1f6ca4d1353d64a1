import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { runHere } from '../cli/run-licet.ts';
import { fewSources } from '../support/app.ts';
import { copyBundledData, TODAY } from '../support/bundled-data.ts';

const root = t.testdir();
const data = join(root, 'data');
mkdirSync(data);
await copyBundledData(data, fewSources);

const RUIJIN = '上海交通大学医学院附属瑞金医院';

const ask = async (heading: string, ...rows: readonly string[]) => {
  const [file, out] = [join(root, 'list.csv'), join(root, 'result.json')];
  writeFileSync(file, [heading, ...rows, ''].join('\n'));
  const ran = await runHere(data, ['verify', '--file', file, '--out', out], {}, () => TODAY);
  const json = JSON.parse(readFileSync(out, 'utf8'));
  return { ...ran, notes: json.notes, results: json.rows.map((row: { result: unknown }) => row.result) };
};

t.test('a country abroad beside a name settles nobody, and China says nothing', async (t) => {
  const heading = 'Hospital name,Treatment needed,Country,City';
  const { results } = await ask(
    heading,
    `${RUIJIN},,Thailand,`,
    `${RUIJIN},,泰国,上海`,
    `${RUIJIN},,Viet Nam,`,
    `${RUIJIN},,China,Shanghai`,
    `${RUIJIN},,中国,`,
    `${RUIJIN},surrogacy,China,`,
  );
  const outcomes = results.map(({ outcome }: { outcome: string }) => outcome);
  t.strictSame(outcomes, ['unknown', 'unknown', 'unknown', 'limited', 'limited', 'refuted']);
  const several = await ask(
    'name,Country,Country of treatment,City,Treatment city',
    `${RUIJIN},China,Thailand,,`,
    `${RUIJIN},,,Shanghai,Bangkok`,
    `${RUIJIN},China,,Shanghai,Chengdu`,
    `${RUIJIN},China,中国,Shanghai,上海`,
    `${RUIJIN},,China,上海,Shanghai`,
  );
  t.strictSame(
    several.results.map(({ outcome }: { outcome: string }) => outcome),
    ['unknown', 'unknown', 'unknown', 'limited', 'limited'],
    'the place of a treatment is the hospital’s, whatever another column says',
  );
  const placed = await ask('name,province,country', `${RUIJIN},上海,Thailand`, `${RUIJIN},上海,PRC`);
  t.match(placed.results, [{ outcome: 'unknown', id: null }, { outcome: 'limited' }]);
});

t.test('a treatment in a column that is not read is no yes, and the column is named', async (t) => {
  const { results, notes, err, out } = await ask(
    'name,Specialty,Wunsch',
    `${RUIJIN},surrogacy,`,
    `${RUIJIN},,试管婴儿`,
    `${RUIJIN},cardiology,anything`,
    `${RUIJIN},neurology,what helps`,
  );
  for (const result of results.slice(0, 2))
    t.match(result, {
      outcome: null,
      nameZh: RUIJIN,
      problem: /holds a treatment, and the column is not read/,
    });
  t.match(results[2], { outcome: 'limited', problem: null });
  const named = /these columns are not read: column B “Specialty”, column C “Wunsch”/;
  t.match(notes, [named]);
  t.match(err, named, 'before anything is asked');
  t.match(out, named, 'and after it');
});

t.test(
  'a column under a heading that is not known is the treatment where half of its cells are such',
  async (t) => {
    const { results, notes } = await ask(
      'Hospital,What we offer,Notes',
      `${RUIJIN},IVF,IVF`,
      `${RUIJIN},surrogacy,`,
      `${RUIJIN},cryotherapy,`,
      `${RUIJIN},,`,
    );
    t.match(results, [
      { outcome: 'unknown', answer: /fertilisation/ },
      { outcome: 'refuted', answer: /prohibited/ },
      { outcome: null, nameZh: RUIJIN, problem: /“What we offer”/ },
      { outcome: 'limited', problem: null },
    ]);
    t.match(notes, [/column B “What we offer”: the heading is not known; it was read as the treatment/]);
    t.match(notes.join(), /not read: column C “Notes”/, 'but for a column of remarks');
    const denied = await ask(
      'Hospital,Not covered,Already had,Exclusions,不开展,Alternatives',
      ...[1, 2, 3, 4, 5].map((at) => `${RUIJIN}${','.repeat(at)}IVF${','.repeat(5 - at)}`),
    );
    for (const one of denied.results)
      t.match(one, { outcome: null, problem: /treatment/ }, 'nor one that denies');
  },
);

t.test('a row asks about the one treatment of its columns; two are a fault of the row', async (t) => {
  const { results } = await ask(
    'name,Treatment 1,Treatment 2,Remarks',
    `${RUIJIN},,IVF,`,
    `${RUIJIN},IVF,试管婴儿,`,
    `${RUIJIN},IVF,surrogacy,`,
    `${RUIJIN},IVF,,surrogacy`,
  );
  for (const at of [0, 1])
    t.match(results[at], { outcome: 'unknown', answer: /fertilisation/, problem: null });
  t.match(results[2], {
    outcome: null,
    nameZh: RUIJIN,
    problem: /column C “Treatment 2” asks about another treatment/,
  });
  t.match(results[3], { answer: /fertilisation/, problem: /column D “Remarks” holds a treatment/ });
});

t.test(
  'marks under a heading that is not known are asked about where half of the column are such',
  async (t) => {
    const { results, notes } = await ask(
      'hospital,级别,Accredited by,备注栏',
      `${RUIJIN},三甲,JCI,`,
      `${RUIJIN},三级甲等,"JCI, CAP",随便`,
      `${RUIJIN},民营,,三甲`,
      `${RUIJIN},,,随便`,
      `${RUIJIN},,JCI,JCI`,
      `${RUIJIN},,同上,`,
      `${RUIJIN},,,JCI`,
      `${RUIJIN},,,同上`,
      `${RUIJIN},,试管婴儿,`,
    );
    const [first, second, third, fourth, , ditto, , unread, treatment] = results;
    t.match(first.answer, /JCI/);
    t.match(second.answer, /CAP/);
    t.match(
      third,
      { outcome: null, problem: /备注栏.* holds a mark or title/ },
      'elsewhere the row has no outcome',
    );
    t.match(fourth, { outcome: 'limited', problem: null });
    t.match(ditto.answer, /JCI/, 'and as above');
    t.equal(unread.outcome, null, 'in any column');
    t.match(treatment, { outcome: null, problem: /Accredited by.* holds a treatment/ });
    t.match(notes.join(), /“级别”, column C “Accredited by”: .* read as marks/);
  },
);

t.test(
  'one treatment in Chinese and in English is one, and a place may be told by its initials',
  async (t) => {
    const { results } = await ask(
      'hospital,treatment,city',
      `${RUIJIN},质子治疗 proton therapy,SH`,
      `${RUIJIN},质子治疗,上海`,
      `${RUIJIN},质子治疗 IVF,SH`,
      `${RUIJIN},质子治疗,BJ`,
    );
    t.strictSame(results[0], results[1]);
    t.match(results[2], { outcome: null, problem: /treatment/ });
    t.match(results[3], { id: null }, 'initials of other places are another place');
  },
);
