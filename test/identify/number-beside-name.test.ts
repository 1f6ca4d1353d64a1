import t from 'tap';
import { usccCheck } from '../../src/identifiers/uscc-check.ts';
import { identify } from '../../src/identify/identify.ts';
import { knownReader } from './known-names.ts';

const ask = (question: Readonly<{ name: string; uscc: string }>) => identify(question, knownReader);

t.test('a number of another province beside a name is not passed over', async (t) => {
  const numbered = (start: string) => `${start}${usccCheck(start)}`;
  const elsewhere = await ask({ uscc: numbered('91440300MA5MADEXX'), name: '瑞金医院' });
  t.match(elsewhere, { match: 'none', id: null, candidates: [{ id: 'ruijin' }] });
  t.ok(elsewhere.why.some((why) => why.code === 'number.other-province'));
  for (const start of ['91310000MA5MADEXX', '12100000MA5MADEXX'])
    t.match(
      await ask({ uscc: numbered(start), name: '瑞金医院' }),
      { match: 'strong', id: 'ruijin' },
      `${start}: of its own province, or of the nation`,
    );
  const mistyped = `91440300MA5MADEXX${usccCheck('91440300MA5MADEXX') === '1' ? '2' : '1'}`;
  const { id, why } = await ask({ uscc: mistyped, name: '瑞金医院' });
  t.equal(id, null);
  t.notOk(
    why.some(({ code }) => code === 'number.other-province'),
    'a slip of the pen is no province',
  );
});

t.test('a number that is written as none is settles nobody, whatever it stands beside', async (t) => {
  for (const beside of [{ name: '瑞金医院' }, { id: 'ruijin' }])
    for (const number of [
      { licenceNumber: '12345' },
      { licenceNumber: 'MADE-UP-1' },
      { uscc: '12000000000000000X' },
      { uscc: '9999' },
    ]) {
      const found = await identify({ ...beside, ...number }, knownReader);
      t.match(found, { match: 'none', id: null, candidates: [{ id: 'ruijin' }] }, JSON.stringify(number));
      t.ok(found.why.some(({ code }) => code === 'number.malformed' || code === 'number.check-digit'));
    }
});

t.test('a place told beside an id settles nobody where its holder stands elsewhere', async (t) => {
  const codes = async (beside: Readonly<{ province?: string; city?: string }>) => {
    const { id, why } = await identify({ id: 'ruijin', ...beside }, knownReader);
    t.equal(id === null, why.length > 1);
    return why.map(({ code }) => code);
  };
  for (const beside of [
    { city: '成都' },
    { city: 'Paris' },
    { city: 'Suzhou' },
    { province: '四川', city: '上海' },
    { province: 'Guangdong' },
  ])
    t.strictSame(await codes(beside), ['id.equal', 'place.differs'], JSON.stringify(beside));
  for (const beside of [{ city: '上海' }, { city: '黄浦区' }, { province: 'Shanghai' }, { city: 'China' }])
    t.strictSame(await codes(beside), ['id.equal'], JSON.stringify(beside));
});

t.test('a registry id beside a name that is said to be of something else settles nobody', async (t) => {
  for (const name of [
    'Ruijin Hospital, Sydney',
    '瑞金医院曼谷',
    '泰国瑞金医院',
    '瑞金医院古北分院',
    'Putuo Branch of Ruijin Hospital',
  ]) {
    const { id, why } = await identify({ id: 'ruijin', name }, knownReader);
    t.equal(id, null, name);
    t.equal(why.at(-1)?.code, 'id.name-contradicts', name);
  }
  for (const name of [
    '瑞金医院',
    '上海瑞金医院',
    '瑞金医院心内科',
    'Ruijin Hospital, Shanghai',
    'Ruijin Hosptial',
  ])
    t.equal((await identify({ id: 'ruijin', name }, knownReader)).id, 'ruijin', name);
});

t.test('what a number is called before it is no part of it', async (t) => {
  const number = `91310000MA5MADEXX${usccCheck('91310000MA5MADEXX')}`;
  for (const uscc of [
    `USCC: ${number}`,
    `统一社会信用代码：${number}`,
    `统一社会信用代码${number}`,
    `Social credit code ${number}`,
  ]) {
    const { match, why } = await ask({ uscc, name: '瑞金医院' });
    t.equal(match, 'strong', uscc);
    t.match(why.find(({ code }) => code === 'number.not-on-record')?.params, { value: number }, uscc);
  }
  for (const uscc of ['USCC: 9999', '统一社会信用代码：待定', 'none: none'])
    t.equal((await ask({ uscc, name: '瑞金医院' })).match, 'none', uscc);
});
