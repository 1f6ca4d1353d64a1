import t from 'tap';
import { crossCheck } from '../../src/identifiers/cross-checks.ts';
import { explainIdentifier } from '../../src/identifiers/explain-identifier.ts';
import { normaliseIdentifier } from '../../src/identifiers/identifier.ts';
import { parseOrgCode } from '../../src/identifiers/org-code.ts';
import { parseUscc } from '../../src/identifiers/uscc.ts';
import { USCC_ALPHABET } from '../../src/identifiers/uscc-check.ts';
import { anyText } from '../support/any-text.ts';
import { fc } from '../support/draws.ts';
import { explained, letters, orgCode, shown, uscc } from '../support/numbers.ts';

t.test('licence numbers printed on real hospitals read as their hospitals do', (t) => {
  t.strictSame(shown('44488501443010511A1001'), {
    kind: 'licence-number',
    checkDigit: 'ok',
    'org-code': '444885014 组织机构代码',
    division: '430105 湖南省长沙市开福区',
    'economic-type': '11 国有全资',
    'institution-class': 'A100 综合医院',
    management: '1 非营利性医疗机构',
    warnings: [],
  });
  const abolished = shown('49850124-X45010611G1001');
  t.match(abolished, {
    checkDigit: 'ok',
    division: '450106 广西壮族自治区',
    warnings: ['division.not-current'],
  });
  t.match(
    shown('41580048041010111G1001'),
    { checkDigit: 'ok', warnings: [] },
    '410101: the city itself, 市辖区',
  );
  t.match(shown('08818209861011311A5181'), { 'institution-class': 'A518 妇产（科）医院', warnings: [] });
  for (const value of ['44490745543011111G1001', '47117170333050211A1001', '45722882244190011A1001']) {
    t.equal(explained(value).checkDigit, 'ok', value);
  }
  const legacy = explained('000028110101210611');
  t.match(legacy, { kind: 'licence-number', checkDigit: 'none' });
  t.match(explained('110105123412'), { kind: 'licence-number', checkDigit: 'none' });
  const guangdong = shown('350002440102150131');
  t.match(guangdong, { kind: 'licence-number', division: '440102 广东省' }, 'Guangdong has 18 digits too');
  t.end();
});

t.test('credit codes are checked, and one that fails is warned about and never refused', (t) => {
  for (const value of [
    '12110000400686291H',
    '12100000400777097N',
    '911101066976941872',
    '12330185470362268D',
    '123301224703200842',
    '1231000042502637XE',
    '91350100M000100Y43',
  ]) {
    t.match(shown(value), { kind: 'uscc', checkDigit: 'ok', warnings: [] }, value);
  }
  t.match(shown('91350211M0000XUF46'), { checkDigit: 'differs', warnings: ['uscc.check-differs'] });
  t.match(shown('12330000470533493L'), { checkDigit: 'differs' });
  t.strictSame(
    shown('91110000100005852X').warnings,
    ['uscc.check-differs', 'org-code.check-differs'],
    'both check characters are looked at',
  );
  t.strictSame(
    explained('12110000400686291H').crossReferences.map(({ scheme, value }) => ({ scheme, value })),
    [{ scheme: 'org-code', value: '400686291' }],
  );
  t.end();
});

t.test('a remainder of nought gives the check character 0', (t) => {
  const nought = fc.sample(uscc, 2000).find((code) => code.endsWith('0'));
  t.ok(nought !== undefined && explained(nought).checkDigit === 'ok');
  t.end();
});

t.test('every generated code passes, and any other check character differs', (t) => {
  fc.assert(
    fc.property(uscc, fc.constantFrom(...USCC_ALPHABET), (code, other) => {
      const changed = parseUscc(code.slice(0, 17) + other);
      return (
        explained(code).checkDigit === 'ok' &&
        changed.wellFormed &&
        (changed.checkDigit === 'ok') === code.endsWith(other)
      );
    }),
  );
  fc.assert(
    fc.property(orgCode, fc.constantFrom(...'0123456789X'), (code, other) => {
      const [right, changed] = [parseOrgCode(code), parseOrgCode(code.slice(0, 8) + other)];
      const agrees = right.wellFormed && right.checkDigit === 'ok';
      return agrees && changed.wellFormed && (changed.checkDigit === 'ok') === code.endsWith(other);
    }),
  );
  t.end();
});

t.test('other numbers of the field are told apart by their form', (t) => {
  t.match(shown('H31010600037'), {
    kind: 'insurance-code',
    division: '310106 上海市静安区',
    checkDigit: 'none',
  });
  t.match(shown('药临床机构备字2019000001'), { kind: 'trial-filing', year: '2019 备案年份2019年' });
  t.match(shown('44488501-4'), { kind: 'org-code', checkDigit: 'ok' });
  t.match(shown('110110000000123'), {
    kind: 'practising-certificate',
    level: '1 执业医师',
    category: '10 临床',
  });
  t.match(
    shown('９１１１０１０６６９７６９４１８７２'),
    { kind: 'uscc', checkDigit: 'ok' },
    'full-width digits',
  );
  t.end();
});

t.test('a malformed number is told what is wrong and what it could have been', (t) => {
  const letterO = explainIdentifier('1211O000400686291H');
  t.match(letterO, { state: 'malformed', wellFormed: false });
  if (letterO.state !== 'malformed') return t.end();
  const credit = letterO.couldBe.find((one) => one.kind === 'uscc');
  t.match(credit?.problem.en, /Character 5 is “O”/);
  const short = explainIdentifier('12110000400686291');
  t.match(short, { state: 'malformed', couldBe: [{ problem: { code: 'malformed.length' } }] });
  t.match(explainIdentifier(''), { state: 'malformed' });
  t.match(explainIdentifier('H3101060003'), { couldBe: [{ kind: 'insurance-code' }] });
  t.match(explainIdentifier('药临床机构备字20190001'), { couldBe: [{ kind: 'trial-filing' }] });
  t.end();
});

t.test('numbers of one institution are compared, and a difference is a warning', (t) => {
  const codes = (input: Parameters<typeof crossCheck>[0]) => crossCheck(input).map((one) => one.code);
  const licence = '44488501443010511A1001';
  const made = (holder: string, org: string) => `${holder}430105${org}0`;
  t.strictSame(codes({ licenceNumber: licence, uscc: made('12', '444885014') }), []);
  t.strictSame(codes({ licenceNumber: licence, uscc: made('12', '444907455') }), ['cross.org-code']);
  t.strictSame(codes({ licenceNumber: licence, uscc: made('91', '444885014') }), ['cross.management']);
  t.strictSame(codes({ licenceNumber: licence, institutionClass: '口腔诊所' }), ['cross.class']);
  t.strictSame(codes({ licenceNumber: licence, institutionClass: '儿童医院' }), []);
  t.strictSame(codes({ licenceNumber: licence, place: { region: 'mainland', province: '广东省' } }), [
    'cross.division',
  ]);
  t.strictSame(
    codes({ licenceNumber: licence, place: { region: 'mainland', province: '湖南省', city: '长沙市' } }),
    [],
  );
  t.strictSame(codes({ uscc: made('91', '444885014') }), []);
  t.end();
});

t.test('no input throws, and normalising twice is normalising once', (t) => {
  const near = fc.string({
    unit: fc.constantFrom(...`${letters}-（） 药临床机构备字号\u3000－`),
    maxLength: 30,
  });
  fc.assert(
    fc.property(fc.oneof(near, anyText({ maxLength: 60 })), (value) => {
      const once = normaliseIdentifier(value);
      return (
        ['explained', 'malformed', 'refused'].includes(explainIdentifier(value).state) &&
        normaliseIdentifier(once) === once
      );
    }),
    { numRuns: 1000 },
  );
  t.end();
});
