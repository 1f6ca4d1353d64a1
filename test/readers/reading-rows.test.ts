import { parse } from 'csv-parse/sync';
import t from 'tap';
import { ShapeError } from '../../schema/source.ts';
import { readCsv, splitQuoted } from '../../src/readers/formats/csv.ts';
import { htmlTables } from '../../src/readers/formats/html-table.ts';
import { cleanName, filedNames } from '../../src/readers/lists/filed-names.ts';
import { rowReader } from '../../src/readers/lists/row-reader.ts';
import { fc } from '../support/draws.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const named = (printed: string) => filedNames(printed).names.map(({ kind, value }) => `${kind}:${value}`);

t.test('a page that is not the promised list is refused with the reason', async (t) => {
  const cases: readonly (readonly [string, RegExp])[] = [
    ['', /empty/],
    [' \n', /empty/],
    ['<html>验证码</html>\n', /web page/],
    ['a,b\n1,2\n3', /breaks off/],
    ['a,b\n1\n', /not whole/],
    ['a,c\n1,2\n', /missing column b; unknown column c/],
    ['a,b\n', /no rows/],
  ];
  for (const [text, says] of cases) t.throws(() => readCsv(bytes(text), ['a', 'b']), { message: says });
  t.throws(() => readCsv(Uint8Array.of(0xff, 0xfe, 0xb1, 10), ['a']), ShapeError);
});

t.test('a page cut anywhere inside its last line is never read as a shorter list', async (t) => {
  const text = 'number,name\n1,"编造示例医院, 东院"\n2,"编造示例诊所\n二楼"\n';
  const whole = bytes(text);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: whole.length - 1 }), (end) => {
      const cut = whole.slice(0, end);
      try {
        const rows = readCsv(cut, ['number', 'name']);
        return text.startsWith(new TextDecoder().decode(cut)) && rows.length === 1 && cut.at(-1) === 10;
      } catch (error) {
        return error instanceof ShapeError;
      }
    }),
  );
  t.equal(readCsv(whole, ['number', 'name']).length, 2);
});

t.test('lines told apart without the library hold what the library reads', async () => {
  const text = (cells: string) => `number,name${cells.startsWith('\r') ? '' : '\n'}${cells}\n`;
  const signs = fc.string({
    unit: fc.constantFrom('1', '医', ',', '"', '\n', '\r\n', ' ', '\r', '"a,b"'),
    maxLength: 24,
  });
  const told = (read: () => unknown) => {
    try {
      return JSON.stringify(read());
    } catch {
      return 'refused';
    }
  };
  fc.assert(
    fc.property(signs, fc.boolean(), (cells, bom) => {
      const page = `${bom ? '\uFEFF' : ''}${text(cells)}`;
      const library = told(() => {
        const [, ...rows] = parse(page, { bom: true, skipEmptyLines: true }) as string[][];
        if (rows.length === 0) throw new Error('no rows');
        return rows.map(([number, name]) => ({ number, name }));
      });
      const ours = told(() => readCsv(bytes(page), ['number', 'name']).map(({ raw }) => raw));
      return ours === library;
    }),
    { numRuns: 500 },
  );
});

t.test('a column nobody takes is reported, and the row keeps its own words', async (t) => {
  const row = rowReader(3, { name: ' 编造示例医院\t', beds: '12', note: '' });
  t.equal(row.take('name'), '编造示例医院');
  row.drop('note');
  t.match(row.audit(), [{ kind: 'issue', code: 'leftover-column', row: 3, column: 'beds' }]);
  t.equal(row.raw.name, ' 编造示例医院\t');
});

t.test('one cell of an official list gives up all its names', async (t) => {
  const cases: Readonly<Record<string, readonly string[]>> = {
    '平遥县中医院 平遥县第二人民医院': ['legal:平遥县中医院', 'second:平遥县第二人民医院'],
    '青岛山大齐鲁医院（山东大学齐鲁医院（青岛））': [
      'legal:青岛山大齐鲁医院',
      'second:山东大学齐鲁医院（青岛）',
    ],
    '江西省胸科医院(江西省第三人民医院）': ['legal:江西省胸科医院', 'second:江西省第三人民医院'],
    '岳阳市中心医院（原岳阳市一人民医院）': ['legal:岳阳市中心医院', 'former:岳阳市一人民医院'],
    山西省儿童医院山西省妇幼保健院: ['legal:山西省儿童医院', 'second:山西省妇幼保健院'],
    北京中医药大学东直门医院洛阳医院洛阳市中医院: [
      'legal:北京中医药大学东直门医院洛阳医院',
      'second:洛阳市中医院',
    ],
    '邯郸市中西医结合医院（邯郸市精神病医院、邯郸市肿瘤医院）药物临床试验机构': [
      'legal:邯郸市中西医结合医院',
      'second:邯郸市精神病医院',
      'second:邯郸市肿瘤医院',
    ],
    中国人民解放军联勤保障部队第九四O医院: ['legal:中国人民解放军联勤保障部队第九四〇医院'],
  };
  for (const [printed, names] of Object.entries(cases)) t.strictSame(named(printed), names, printed);
});

t.test('what belongs to a name stays in it', async (t) => {
  for (const name of [
    '树兰（杭州）医院',
    '阳泉煤业（集团）有限责任公司总医院',
    '遵义医科大学第五附属（珠海）医院',
    '汕头大学·香港中文大学联合汕头国际眼科中心',
    '首都医科大学附属北京儿童医院保定医院',
    '浙江大学医学院附属邵逸夫医院新疆兵团阿拉尔医院',
    '中山大学附属第八医院（深圳福田）',
    '天津市肿瘤医院秦皇岛医院',
  ])
    t.strictSame(named(name), [`legal:${name}`]);
});

t.test('names that name no single hospital are left to the raw row', async (t) => {
  t.strictSame(named('宝鸡市人民医院(市急救中心)'), ['legal:宝鸡市人民医院']);
  t.strictSame(named('临汾市妇幼保健计划生育服务中心(临汾市妇幼保健院 儿童医院)'), [
    'legal:临汾市妇幼保健计划生育服务中心',
    'second:临汾市妇幼保健院',
  ]);
});

t.test('a campus behind the name is told apart from a second name', async (t) => {
  t.match(filedNames('青岛市市立医院（东院区）'), { campus: '东院区', names: [{ value: '青岛市市立医院' }] });
  t.strictSame(named('杭州市丁桥医院（杭州市中医院丁桥院区）'), [
    'legal:杭州市丁桥医院',
    'second:杭州市中医院丁桥院区',
  ]);
});

t.test('cleaning a name twice changes nothing more', async () => {
  const signs = fc.constantFrom(...'市医院第九四OＯ〇0（）() 　\t、，a');
  fc.assert(
    fc.property(fc.array(signs, { maxLength: 30 }), (list) => {
      const once = cleanName(list.join(''));
      return cleanName(once) === once;
    }),
  );
});

t.test('an army hospital is known by its full name too, however a list shortens it', async (t) => {
  t.strictSame(named('联勤保障部队第九六〇医院'), [
    'legal:联勤保障部队第九六〇医院',
    'second:中国人民解放军联勤保障部队第九六〇医院',
  ]);
  t.strictSame(named('解放军总医院第七医学中心').at(1), 'second:中国人民解放军总医院第七医学中心');
  t.strictSame(named('武警特色医学中心').at(1), 'second:中国人民武装警察部队特色医学中心');
  t.match(filedNames('北部战区总医院和平院区'), { campus: '和平院区', names: [{ value: '北部战区总医院' }] });
  t.strictSame(named('编造海军路医院'), ['legal:编造海军路医院']);
});

const library = (line: string): readonly string[] | null => {
  try {
    return parse(line, { recordDelimiter: ['\n'] })[0] ?? null;
  } catch {
    return null;
  }
};

t.test('a line with quotes is read as the library does, and left to it where they are odd', async () => {
  const part = fc.constantFrom('"', '""', ',', '编造', 'a', ' ');
  const line = fc.array(part, { minLength: 1, maxLength: 12 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(line, (text) => {
      const read = splitQuoted(text);
      return read === null || !text.includes('"') || JSON.stringify(read) === JSON.stringify(library(text));
    }),
    { numRuns: 500 },
  );
  const cells = fc.array(fc.constantFrom('编造', 'a"b', 'a,b', '', '"', 'x\ny'), {
    minLength: 2,
    maxLength: 6,
  });
  fc.assert(
    fc.property(cells, (row) => {
      const text = row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
      return JSON.stringify(splitQuoted(text)) === JSON.stringify(row);
    }),
  );
});

t.test('spaces in a cell are drawn together in the same way, however many there are', async () => {
  const part = fc.constantFrom('编', 'a', ' ', '\u3000', '\u00a0', '\t', '\n', '<br>');
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const html = parts.join('');
      const plain = html
        .replaceAll('<br>', '\n')
        .replace(/[^\S\n]+/g, ' ')
        .replace(/ ?\n[\s]*/g, '\n')
        .trim();
      return htmlTables(`<table><tr><td>${html}</table>`)[0]?.rows[0]?.[0] === plain;
    }),
    { numRuns: 500 },
  );
});
