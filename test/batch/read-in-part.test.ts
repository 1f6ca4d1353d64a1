import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import t from 'tap';
import { z } from 'zod';
import { readZip, storeZip, ZIP_LIMITS } from '../../src/readers/formats/zip.ts';
import { runHere } from '../cli/run-licet.ts';
import { fewSources } from '../support/app.ts';
import { copyBundledData, TODAY } from '../support/bundled-data.ts';

const root = t.testdir();
const data = join(root, 'data');
mkdirSync(data);
await copyBundledData(data, fewSources);

const RUIJIN = '上海交通大学医学院附属瑞金医院';
const HUASHAN = '复旦大学附属华山医院';

/** How a list ends, and the results of its rows. */
const asked = async (given: string | Uint8Array) => {
  const [file, out] = [join(root, 'list'), join(root, 'result.json')];
  writeFileSync(file, given);
  const { code } = await runHere(data, ['verify', '--file', file, '--out', out], {}, () => TODAY);
  const { rows } = JSON.parse(readFileSync(out, 'utf8'));
  const results: readonly Record<string, unknown>[] = rows.map(
    ({ result }: { result: Record<string, unknown> }) => result,
  );
  return { code, results };
};

t.test('a list ends as its worst row would alone', async (t) => {
  t.equal((await asked(`name\n${RUIJIN}\n`)).code, 0);
  t.equal(
    (await asked(`name,service,date\n${RUIJIN},,\n博鳌超级医院,IVF,2025-09-01\nMade-up Hospital,,\n`)).code,
    1,
  );
  t.equal((await asked(`name\n${RUIJIN}\nMade-up Hospital of Nobody\n`)).code, 3);
});

t.test(
  'a cell that says that nothing is known tells nothing, and one that says there is no licence does',
  async (t) => {
    const heading = 'name,licence number,uscc,website,address,campus,date';
    const open = [',,,,,', 'N/A,-,none,n/a,N/A,N/A', '/,?,无,无,-,-', 'unknown,未知,–,不详,none,'];
    const { results } = await asked([heading, ...open.map((cells) => `${RUIJIN},${cells}`)].join('\n'));
    for (const result of results) t.match(result, { nameZh: RUIJIN, outcome: 'limited', problem: null });
    const { results: none } = await asked(`${heading}\n${RUIJIN},无,,,,,\n${RUIJIN},pending,,,,,\n`);
    for (const result of none) t.match(result, { outcome: 'unknown', id: null });
  },
);

t.test('one name in both columns of names is a hospital, and no line over the table', async (t) => {
  for (const name of [RUIJIN, 'Ruijin Hospital']) {
    const { results } = await asked(`Hospital (CN),Hospital (EN)\n${name},${name}\n`);
    t.match(results[0], { nameZh: RUIJIN, outcome: 'limited' }, name);
  }
  const { results } = await asked(
    `Hospital (CN),Hospital (EN),City\nPUBLIC,PUBLIC,PUBLIC\n${RUIJIN},Ruijin Hospital,Shanghai\n`,
  );
  t.match(results[0], { id: null, problem: /no hospital/ });
});

t.test('a day is read as the list writes it where it has one reading', async (t) => {
  const days = [
    '31.12.2025',
    '1.3.2026',
    '20260301',
    '31/12/2025',
    '12/31/2025',
    '5 Mar 2026',
    '2025年9月1日',
  ];
  for (const result of (await asked(['name,date', ...days.map((day) => `${RUIJIN},${day}`)].join('\n')))
    .results)
    t.match(result, { outcome: /./, id: /^cn/, problem: null });
});

t.test('a day with two readings, or none, leaves who is meant and says what to write', async (t) => {
  const { results } = await asked(
    `name,date,claim\n${RUIJIN},12/03/2026,jci\n${RUIJIN},next spring,jci\n${RUIJIN},30.02.2026,\n`,
  );
  t.match(results[0], { outcome: null, answer: null, id: /^cn/, licence: /./ });
  t.match(results[0]?.problem, /“date” may be 2026-03-12 or 2026-12-03; write it as one of these/);
  for (const result of results.slice(1))
    t.match(result, { outcome: null, id: /^cn/, problem: /“date” is no day that can be read; write it as/ });
});

t.test('what else a row asks is answered beside a treatment or a mark that cannot be read', async (t) => {
  const { results } = await asked(
    `name,service,claim\n${HUASHAN},chemotherapy,JCI\n${HUASHAN},,"JCI, a made-up prize"\n${HUASHAN},chemotherapy,\n`,
  );
  for (const result of results.slice(0, 2))
    t.match(result, { outcome: null, id: /^cn/, answer: /^JCI accreditation: / });
  t.match(results[2], { outcome: null, answer: null });
});

t.test('sums, remarks and lines over the whole table are asked about nobody', async (t) => {
  const lines = [
    'Total: 2',
    '合计,',
    'Note: prices on request,',
    '备注：以上为意向医院,',
    'Hospitals in Shanghai,Hospitals in Shanghai',
  ];
  const { results } = await asked(
    `name,city\n${lines.map((one) => (one.includes(',') ? one : `${one},`)).join('\n')}\n`,
  );
  t.equal(results.length, lines.length, 'every row stays in its place');
  for (const result of results)
    t.match(result, {
      outcome: null,
      id: null,
      problem: /is a sum, a remark or a line over the whole table/,
    });
});

t.test('no name on record is taken for a sum or a remark', async (t) => {
  const { results } = await asked(`name\n${RUIJIN}\n中日友好医院\n北京和睦家医院\n`);
  for (const result of results) t.notMatch(result, { problem: /no hospital/ });
});

t.test('both names of a row are read, and two of different hospitals are told', async (t) => {
  const { results } = await asked(
    `Hospital (EN),Hospital (CN)\nHuashan Hospital,${HUASHAN}\nRuijin Hospital,${HUASHAN}\nSome translation of ours,${HUASHAN}\n`,
  );
  t.match(results[0], { outcome: 'limited', nameZh: HUASHAN, problem: null });
  t.match(results[1], {
    outcome: null,
    id: null,
    answer: null,
    licence: null,
    problem: /names? .*different hospitals/,
  });
  t.strictSame(
    z
      .array(z.looseObject({ nameZh: z.string() }))
      .parse(results[1]?.candidates)
      .map(({ nameZh }) => nameZh),
    [HUASHAN, RUIJIN],
  );
  t.match(
    results[2],
    { outcome: 'limited', nameZh: HUASHAN },
    'a translation that nobody bears says nothing',
  );
});

t.test('a name that several bear beside the other name of somebody else is told as well', async (t) => {
  const { results } = await asked(
    `Hospital (EN),Hospital (CN)\nHuashan Hospital,中山医院\nXiehe,${RUIJIN}\nRuijin Hospital,瑞金医院\nXiehe,中山医院\n`,
  );
  for (const result of results.slice(0, 2))
    t.match(result, { outcome: null, id: null, problem: /names? .*different hospitals/ });
  const named = z.array(z.looseObject({ nameZh: z.string() })).parse(results[0]?.candidates);
  t.ok(named.some(({ nameZh }) => nameZh === HUASHAN));
  t.match(results[2], { outcome: 'limited', nameZh: RUIJIN });
  t.match(results[3], { outcome: 'ambiguous', problem: null }, 'two names that leave a choice each');
});

t.test('two names of different hospitals are told beside a treatment that cannot be read, too', async (t) => {
  const { results } = await asked(
    `Hospital (EN),Hospital (CN),service\nRuijin Hospital,${HUASHAN},chemotherapy\nHuashan Hospital,${HUASHAN},chemotherapy\n`,
  );
  t.match(results[0], { id: null, licence: null, problem: /no treatment.*; .*different hospitals/ });
  t.match(results[1], { id: /^cn/, problem: /no treatment/ });
});

t.test('a name is read without the mark of a list, and treatments on lines of their own apart', async (t) => {
  const { results } = await asked(
    `name,service\n1. ${RUIJIN},\n- Ruijin Hospital,\n（3）瑞金医院,\n[Ruijin Hospital](https://made-up.example),\n④ 瑞金医院,\n[x] Ruijin Hospital,\n#7. Ruijin Hospital,\nRuijin Hospital,"IVF\nCAR-T"\nRuijin Hospital,"proton\ntherapy"\n#2 Ruijin Hospital,\n`,
  );
  for (const result of results.slice(0, 9)) t.equal(result.nameZh, RUIJIN);
  t.match(results[7]?.problem, /several treatments/);
  t.match(results[8], { outcome: 'unknown', problem: null });
  t.equal(results[9]?.id, null, 'the second one of a name is another, and no second row');
});

t.test('what stands below a treatment for a heading is no answer about the licence alone', async (t) => {
  const { results } = await asked(`name,IVF\n${RUIJIN},12000 EUR\n${RUIJIN},\n`);
  t.match(results[0], { outcome: null, problem: /column B “IVF” has a treatment for its heading/ });
  t.match(results[1], { outcome: 'limited' });
});

t.test('a formula whose result was not kept is told, and its row stays', async (t) => {
  const sheet = utils.aoa_to_sheet([['name'], [RUIJIN], ['made up']]);
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet);
  const kept: Uint8Array = write(book, { type: 'buffer', bookType: 'xlsx' });
  const parts = readZip(kept, () => true, ZIP_LIMITS).map(({ name, bytes }) => {
    const xml = new TextDecoder()
      .decode(bytes)
      .replace(/<c r="A3".*?<\/c>/, '<c r="A3"><f>A2</f><v></v></c>');
    return { name, bytes: new TextEncoder().encode(xml) };
  });
  const { results } = await asked(storeZip(parts));
  t.equal(results.length, 2);
  t.match(results[1], { outcome: null, problem: /column A “name” holds a formula without its result/ });
});
