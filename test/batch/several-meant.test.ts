import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import t from 'tap';
import type { AnsweredRow } from '../../src/batch/write/answered.ts';
import { addCounts, noCounts } from '../../src/batch/write/summary.ts';
import { runHere } from '../cli/run-licet.ts';
import { fewSources } from '../support/app.ts';
import { copyBundledData, TODAY } from '../support/bundled-data.ts';

const root = t.testdir();
const data = join(root, 'data');
mkdirSync(data);
await copyBundledData(data, fewSources);

/** Three rows: several could be meant, what is asked is prohibited, the treatment cannot be read. */
const LIST = 'name,service\nXiehe,IVF\nRuijin Hospital,surrogacy\nXiehe,chemotherapy\nXiehe,surrogacy\n';

const ask = async (out: string, lang = 'en') => {
  const [file, result] = [join(root, 'list.csv'), join(root, out)];
  writeFileSync(file, LIST);
  const ran = await runHere(
    data,
    ['verify', '--file', file, '--out', result, '--lang', lang],
    {},
    () => TODAY,
  );
  return { ...ran, bytes: readFileSync(result) };
};

const cellsOf = async (lang: string) => {
  const rows = parse((await ask('result.csv', lang)).bytes, { bom: true, columns: true });
  return rows as Record<string, string>[];
};

t.test('a row that several hospitals could mean names them with their places', async (t) => {
  const [several, , unread, banned] = await cellsOf('en');
  t.match(several, { 'Licet: outcome': 'ambiguous', 'Licet: outcome in a word': 'Which hospital?' });
  const named = several?.['Licet: could be'] ?? '';
  t.match(named, /Union Hospital[^;]* \(Wuhan, Hubei\)(; |$)/);
  t.ok(named.split('; ').length >= 2);
  t.match(
    unread,
    {
      'Licet: outcome': 'ambiguous',
      'Licet: could be': named,
      'Licet: what is wrong with the row': /no treatment/,
    },
    'also beside a treatment that cannot be read',
  );
  t.match(banned, { 'Licet: outcome': 'refuted', 'Licet: could be': named }, 'also beside a ban');
  const [chinese] = await cellsOf('zh');
  t.match(chinese, { 'Licet：可能是': /协和医院（湖北省武汉市）/, 'Licet：结论文字': '哪家医院？' });
});

t.test('what the law forbids reads “Prohibited” to people and refuted to programs', async (t) => {
  const [, banned] = await cellsOf('en');
  t.match(banned, {
    'Licet: outcome': 'refuted',
    'Licet: outcome in a word': 'Prohibited',
    'Licet: could be': '',
  });
  const json = JSON.parse((await ask('result.json')).bytes.toString());
  t.match(json.rows[1].result, {
    outcome: 'refuted',
    state: 'prohibited',
    candidates: [],
    moreCandidates: 0,
  });
  t.match(json.rows[0].result.candidates[0], { id: /^cn/, nameZh: /协和/, city: '北京市' });
  t.match(json.summary, { refuted: 2, prohibited: 2, expired: 0, ambiguous: 2, bad: 0 });
  const { Sheets } = read((await ask('result.xlsx')).bytes);
  const lines = utils.sheet_to_json<string[]>(Sheets.Summary ?? {}, { header: 1 });
  t.ok(lines.some(([what, count]) => what === 'refuted, of these: Prohibited' && count === '2'));
});

t.test(
  'what the refuted rest on is counted: a ban, a term that ended, or a record against them',
  async (t) => {
    const rows = (
      [
        ['refuted', 'prohibited'],
        ['refuted', 'expired'],
        ['refuted', 'expired'],
        ['refuted', 'refuted'],
        ['confirmed', 'confirmed'],
        [null, 'unread'],
      ] as const
    ).map(([outcome, state]) => ({ result: { outcome, state } }) as unknown as AnsweredRow);
    const counts = addCounts(addCounts(noCounts, rows), [{ ...rows[0], result: null } as AnsweredRow]);
    t.match(counts, { rows: 7, refuted: 4, prohibited: 1, expired: 2, confirmed: 1, bad: 1, waiting: 1 });
  },
);
