import iconv from 'iconv-lite';
import t from 'tap';
import { badRow } from '../../src/batch/answer/result.ts';
import { readList } from '../../src/batch/read/read-list.ts';
import { listBytes } from '../../src/batch/write/write-list.ts';
import { decodeSent } from '../../src/readers/formats/plain-text.ts';

const QUOTED = '"甲;乙,\t| ""丙"""';
const listWith = (delimiter: string, lineEnd: string): string =>
  [`医院名称${delimiter}备注`, `编造医院${delimiter}${QUOTED}`, ''].join(lineEnd);
const HAN = listWith(';', '\r\n');

const read = (sent: Uint8Array) => readList(sent, { file: 'made-up.csv', lang: 'zh' });

/** The list with a made-up result in each row. */
const written = async (sent: Uint8Array): Promise<Buffer> => {
  const list = read(sent);
  const answered = list.rows.map((row) => ({ row, result: badRow('编造，结果') }));
  const parts = (async function* () {
    yield answered;
  })();
  const about = { list, lang: 'zh', generation: 1, asOf: '2026-11-29', policyVersion: 'made-up' } as const;
  const chunks: Uint8Array[] = [];
  for await (const chunk of listBytes({ ...about, parts }, 'csv')) chunks.push(chunk);
  return Buffer.concat(chunks);
};

t.test(
  'a list comes back with the separator, the line ends and the sep= line with which it came',
  async (t) => {
    for (const [delimiter, lineEnd] of [
      [';', '\r\n'],
      ['\t', '\n'],
      ['|', '\r\n'],
      [',', '\r'],
    ] as const)
      for (const head of ['', `sep=${delimiter}${lineEnd}`]) {
        const bytes = await written(Buffer.from(`${head}${listWith(delimiter, lineEnd)}`));
        const text = decodeSent(bytes)?.text.replace('\uFEFF', '') ?? '';
        const what = JSON.stringify([delimiter, lineEnd, head]);
        t.equal(text.slice(0, head.length), head, what);
        const [first = '', row = '', ...rest] = text.slice(head.length).split(lineEnd);
        t.match(first.split(delimiter).slice(0, 3), ['医院名称', '备注', 'Licet：结论'], what);
        t.ok(row.startsWith(`编造医院${delimiter}${QUOTED}${delimiter}`), what);
        t.strictSame(rest, [''], what);
        t.equal(read(bytes).rows[0]?.cells[1], '甲;乙,\t| "丙"', 'which is read as it was meant');
      }
  },
);

t.test('the result is written so that a spreadsheet reads its Chinese', async (t) => {
  const begins = async (sent: Uint8Array) => (await written(sent)).subarray(0, 3).toString('hex');
  t.equal(await begins(Buffer.from(HAN)), 'efbbbf', 'UTF-8 with its mark, though it came without');
  t.equal(await begins(iconv.encode(HAN, 'gbk')), 'efbbbf', 'GBK as well: answers hold signs that it lacks');
  for (const utf16 of [Buffer.from(`\uFEFF${HAN}`, 'utf16le'), Buffer.from(HAN, 'utf16le').swap16()])
    t.match(await begins(utf16), /^fffe/, 'UTF-16 as Excel writes it');
  t.match(await begins(Buffer.from(`sep=;\r\n${HAN}`)), /^fffe/, 'Excel passes over the mark of UTF-8 there');
  t.equal(await begins(Buffer.from('[{"name":"编造医院"}]')), 'efbbbf');
});
