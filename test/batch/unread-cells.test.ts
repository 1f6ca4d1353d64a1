import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { shanghaiDay } from '../../src/text/dates.ts';
import { runHere } from '../cli/run-licet.ts';
import { fewSources } from '../support/app.ts';
import { copyBundledData, TODAY } from '../support/bundled-data.ts';

const root = t.testdir();
const data = join(root, 'data');
mkdirSync(data);
await copyBundledData(data, fewSources);

const RUIJIN = '上海交通大学医学院附属瑞金医院';

/** The results of a list, a row each. */
const resultsOf = async (text: string): Promise<readonly Record<string, string | null>[]> => {
  const [file, result] = [join(root, 'list.csv'), join(root, 'result.json')];
  writeFileSync(file, text);
  await runHere(data, ['verify', '--file', file, '--out', result], {}, () => TODAY);
  const { rows } = JSON.parse(readFileSync(result, 'utf8'));
  return rows.map(({ result }: { result: Record<string, string | null> }) => result);
};

t.test(
  'a treatment or a mark that cannot be read takes nothing from who is meant and the licence',
  async (t) => {
    const results = await resultsOf(
      [
        'name,service,claim',
        `${RUIJIN},chemotherapy,`,
        `${RUIJIN},,a made-up prize`,
        `${RUIJIN},IVF,"jci, a made-up prize"`,
        'Made-up Hospital of Nobody,chemotherapy,',
        '',
      ].join('\n'),
    );
    for (const [at, column] of ['service', 'claim', 'claim'].entries()) {
      const result = results[at];
      t.match(result, {
        nameZh: RUIJIN,
        id: /^cn/,
        licence: /official list/,
        evidence: /^\/v1\/evidence\//,
      });
      t.match(result?.problem, new RegExp(`“${column}” is no `));
      t.match(result, { outcome: null, lastKnown: null }, 'the row has no answer');
    }
    for (const result of results.slice(0, 2)) t.equal(result.answer, null, 'what was asked has none');
    t.match(results[2]?.answer, /in-vitro/, 'the treatment beside the mark has one');
    t.match(results[3], { outcome: 'unknown', nameZh: null, id: null, problem: /“service” is no / });
  },
);

t.test('that nobody is settled on is told of a row whose treatment cannot be read as well', async (t) => {
  const asked = ['北京华山医院,北京', '武汉华山医院,武汉', `${RUIJIN}北院,上海`];
  const rows = asked.flatMap((one) => [`${one},干细胞`, `${one},`]);
  const results = await resultsOf(['name,city,service', ...rows, ''].join('\n'));
  for (const at of asked.keys()) {
    const [unread, plain] = results.slice(2 * at);
    t.match(unread, {
      id: null,
      outcome: 'unknown',
      answer: plain?.answer,
      problem: /“service” may mean several/,
    });
  }
});

t.test('evidence is the page that the outcome rests on', async (t) => {
  const [ivf, licence] = await resultsOf(`name,service,asOf\n博鳌超级医院,IVF,2025-09-01\n${RUIJIN},,\n`);
  t.equal(ivf?.outcome, 'refuted');
  t.equal(licence?.outcome, 'limited');
  const listOf = async (url: string | null | undefined) => {
    const [, sha, row] = /evidence\/([0-9a-f]{64})(?:\?row=(\d+))?/.exec(url ?? '') ?? [];
    return (await runHere(data, ['evidence', sha ?? '', ...(row === undefined ? [] : ['--row', row])])).out;
  };
  t.match(await listOf(ivf?.evidence), /assisted-reproduction/);
  t.match(await listOf(licence?.evidence), /cfdi-trial/);
});

t.test('a cell that says that there is nothing asks nothing', async (t) => {
  const cells = ['N/A', '-', '–', 'none', '无', '不适用'];
  for (const result of await resultsOf(
    ['name,service', ...cells.map((cell) => `${RUIJIN},${cell}`), ''].join('\n'),
  ))
    t.match(result, { outcome: 'limited', problem: null });
});

t.test('an id that nobody has is a fault of its row', async (t) => {
  const [unknown, known, again] = await resultsOf('Licet id,name\ncn0,\n,北京协和医院\ncn0,\n');
  const problem = /^row 2: column A “Licet id” holds an id that no hospital on record has/;
  t.match(unknown, { outcome: null, problem });
  t.match(known, { outcome: 'limited' });
  t.match(again, { problem: /^row 4: column A/ });
});

t.test('a cell over several lines (Alt-Enter) is read as one text', async (t) => {
  const [broken] = await resultsOf(`name,city,service\n"${RUIJIN}\r\n",上海,"IVF\n"\n`);
  const [plain] = await resultsOf(`name,city,service\n${RUIJIN},上海,IVF\n`);
  t.strictSame(broken, plain);
});

t.test(
  'a row with a day to come is answered as of today, and says that it is to be asked again',
  async (t) => {
    const [ahead, today, bad, dated] = await resultsOf(
      [
        'name,city,Visit date',
        `${RUIJIN},上海,2031-03-01`,
        `${RUIJIN},上海,`,
        `${RUIJIN},上海,31.31.2031`,
        `${RUIJIN},上海,${shanghaiDay(TODAY)}`,
        '',
      ].join('\n'),
    );
    t.match(ahead, { outcome: 'limited', nameZh: RUIJIN });
    t.match(ahead?.problem, /“Visit date” lies ahead; the answer is as of today/);
    t.strictSame({ ...ahead, problem: null }, today, 'the same answer as without a day');
    t.match(bad, { outcome: null, problem: /is no day/ });
    t.match(dated, { outcome: 'limited', problem: null }, 'today is no day to come');
  },
);
