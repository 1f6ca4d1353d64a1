import t from 'tap';
import { explainIdentifier } from '../../src/identifiers/explain-identifier.ts';
import { idCardCheck, personalNumberIn } from '../../src/identifiers/personal-number.ts';
import { fc } from '../support/draws.ts';

t.test('a number that tells who somebody is gets refused and is never repeated', (t) => {
  const body = '11010519000230001';
  t.not(explainIdentifier(`${body}X`).state, 'refused', 'the 30th of February is nobody’s birthday');
  const first17 = '11010519491231000';
  const card = first17 + idCardCheck(first17);
  const old = `${first17.slice(0, 6)}${first17.slice(8)}`.slice(0, 15);
  const values = [
    card,
    `${card.slice(0, 6)} ${card.slice(6, 14)}-${card.slice(14)}`,
    first17,
    `编造患者${card}`,
  ];
  values.push(`199911110${card}`, `199911110${old}`, old);
  values.push(`${card} 13800138000`, `13800138000${card}`, `${card.slice(0, 17)}0 13800138000`);
  values.push(`${card.slice(0, 6)} ${card.slice(6, 14)} ${card.slice(14)} 13800138000`);
  values.push(`${[...card].join('\u200b')}，13800138000`, `1380${card}0013`, `\u202e${card}`);
  const wide = [...card].map((sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0)).join('');
  values.push(wide, `患者${wide.slice(0, 9)}${card.slice(9)}`);
  for (const value of values) {
    const said = explainIdentifier(value);
    t.equal(said.state, 'refused', 'refused');
    t.notOk(JSON.stringify(said).includes(card.slice(6, 17)), 'not repeated');
  }
  t.equal(personalNumberIn('瑞金医院'), null);
  t.equal(personalNumberIn('44488501443010511A1001'), null);
  t.equal(personalNumberIn('登记号：44488501-443010511A1001，电话 021-6437-0045'), null);
  t.equal(personalNumberIn('2024-05-06 10:00 to 2024-06-01, ￥ 128,000'), null);
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
      fc.nat(999),
      (date, n) => {
        const day = date.toISOString().slice(0, 10).replaceAll('-', '');
        const made = `310104${day}${String(n).padStart(3, '0')}`;
        return personalNumberIn(made + idCardCheck(made)) === 'id-card';
      },
    ),
  );
  t.end();
});
