import t from 'tap';
import { isCurrentDivision } from '../../src/identifiers/current-divisions.ts';
import { divisionOf } from '../../src/identifiers/division-codes.ts';
import { explainIdentifier } from '../../src/identifiers/explain-identifier.ts';
import { divisions } from '../../src/places/divisions.ts';
import { shown } from '../support/numbers.ts';

t.test(
  'holders of every registering department are known, and made-up stand-ins are no credit codes',
  (t) => {
    for (const prefix of ['54', 'N2', '71', '31', '81', '93', 'A1', 'Y1'])
      t.strictSame(
        shown(`${prefix}3305010000000000`).warnings.includes('uscc.holder-unknown'),
        false,
        prefix,
      );
    for (const value of ['TE3305010000000001', 'Q93305010000000001', 'B93305010000000001']) {
      const found = explainIdentifier(value);
      t.equal(found.state, 'malformed', value);
      t.match(found, { couldBe: [{ kind: 'uscc', problem: { code: 'malformed.department' } }] });
    }
    t.strictSame(
      ['330501', '330901', '410101', '652801'].map((code) => divisionOf(code).state),
      ['known', 'known', 'known', 'known'],
      '市辖区 codes are current',
    );
    t.end();
  },
);

t.test(
  'letters typed for digits are offered as a correction where the check then agrees, and never taken',
  (t) => {
    t.match(explainIdentifier('I211OOOO4OO686291H'), {
      state: 'malformed',
      correction: { kind: 'uscc', value: '12110000400686291H' },
    });
    t.match(explainIdentifier('4448850144301O511A1001'), {
      state: 'malformed',
      correction: { kind: 'licence-number', value: '44488501443010511A1001' },
    });
    t.match(
      explainIdentifier('1211OOOO400686292H'),
      { state: 'malformed', correction: null },
      'no check agrees',
    );
    t.end();
  },
);

t.test('a number given out in a city without counties names the city and none of its towns', (t) => {
  for (const [code, city] of [
    ['441900', '东莞市'],
    ['442000', '中山市'],
    ['460400', '儋州市'],
    ['620201', '嘉峪关市'],
  ] as const)
    t.match(divisionOf(code), { state: 'known', city, district: null }, code);
  t.end();
});

t.test('what the code list holds is told alike with and without its names', (t) => {
  const six = Array.from({ length: 90_000 }, (_, at) => String(100_000 + at * 10 + (at % 10)));
  const [known, near] = [
    divisions().flatMap(({ code }) => [code, `${code}00`, `${code}01`, `${code}0000`]),
    six,
  ];
  const differ = [...known, ...near, '100000', '000000'].filter(
    (code) => isCurrentDivision(code) !== (divisionOf(code).state === 'known'),
  );
  t.strictSame(differ, []);
  t.end();
});
