import t from 'tap';
import { parseQuestion } from '../../src/ask/parse-question.ts';
import { anyText } from '../support/any-text.ts';
import { TODAY } from '../support/app.ts';
import { fc } from '../support/draws.ts';

t.test(
  'whatever a caller sends, reading the question never throws, and gives a question or named errors',
  async () => {
    const field = fc.constantFrom(
      'id',
      'name',
      'uscc',
      'service',
      'claim',
      'asOf',
      'lang',
      'practitioner',
      '__proto__',
      'x',
    );
    const value = fc.oneof(anyText(), fc.anything(), fc.constantFrom('jci', 'G06', '2026-02-30'));
    fc.assert(
      fc.property(
        fc.dictionary(field, value),
        fc.constantFrom('query' as const, 'body' as const),
        (raw, via) => {
          const parsed = parseQuestion(raw, { now: TODAY, lang: 'en', via, pointer: '' });
          return 'question' in parsed || parsed.errors.length > 0;
        },
      ),
      { numRuns: 500 },
    );
  },
);

const asked = (raw: Readonly<Record<string, unknown>>) => {
  const parsed = parseQuestion(
    { name: '北京协和医院', ...raw },
    { now: TODAY, lang: 'en', via: 'query', pointer: '' },
  );
  return 'question' in parsed ? parsed.question : parsed.errors;
};

t.test('a treatment and a claim may be asked in everyday words that mean one of them', async (t) => {
  const words = ['IVF', '试管婴儿', 'PGT-A', 'proton therapy', 'da Vinci', 'G06', 'g06'];
  t.strictSame(
    words.map((service) => asked({ service })),
    ['art.ivf', 'art.ivf', 'art.pgt', 'proton', 'surgical-robot', 'G06', 'G06'].map((service) =>
      asked({ service }),
    ),
  );
  t.strictSame(asked({ claim: '三甲,JCI' }), asked({ claim: ['grade:3A', 'jci'] }));
});

t.test('words that mean several treatments are an error that names them', async (t) => {
  t.match(asked({ service: 'organ transplant' }), [
    { problem: 'may mean several treatments', nearest: ['transplant.heart', 'transplant.intestine'] },
  ]);
});

t.test('line breaks and tabs within a text are blanks, as letterheads and cells have them', async (t) => {
  const broken = {
    name: '复旦大学附属中山医院\n徐汇院区',
    city: 'Shanghai\r\n',
    campus: '\t总院',
    service: 'proton\ntherapy',
  };
  const plain = {
    name: '复旦大学附属中山医院 徐汇院区',
    city: 'Shanghai',
    campus: '总院',
    service: 'proton therapy',
  };
  t.strictSame(asked(broken), asked(plain));
  t.match(asked({ name: 'Ruijin\u000bHospital' }), [
    { problem: 'holds the control character U+000B at position 7' },
  ]);
});

t.test('a line cut out of a list is asked without what the list put around its name', (t) => {
  for (const name of ['12、瑞金医院', '20. 瑞金医院', '(3) 瑞金医院，', '① 瑞金医院', '- 瑞金医院,,'])
    t.strictSame(asked({ name }), asked({ name: '瑞金医院' }), name);
  t.match(asked({ name: '20、301医院' }), { institution: { name: '301医院' } });
  for (const name of ['20.301医院', '第3 医院', ',，'])
    t.match(asked({ name }), { institution: { name } }, name);
  t.end();
});

t.test('a treatment in letters that are not read is told so, and not that no list is about it', async (t) => {
  for (const service of [
    'ЭКО',
    'суррогатное материнство',
    'أطفال الأنابيب',
    'การผสมเทียม',
    '시험관 아기',
    '体外受精をする',
  ])
    t.match(asked({ service }), [
      { problem: /letters that this service does not read; write .* in English or Chinese/ },
    ]);
});

t.test('a field that was asked before is read as it was the first time, right or wrong', (t) => {
  const fields = [
    { service: '试管婴儿' },
    { claim: '三甲,JCI' },
    { asOf: '2026-02-30' },
    { asOf: '2026-02-28' },
  ];
  const first = fields.map((one) => asked(one));
  t.strictSame(
    fields.map((one) => asked(one)),
    first,
  );
  t.match(first, [{ service: 'art.ivf' }, { claims: ['grade:3A', 'jci'] }, [{}], { asOf: '2026-02-28' }]);
  const today = '2026-11-30';
  const on = (now: Date) =>
    parseQuestion({ name: 'x', asOf: today }, { now, lang: 'en', via: 'query', pointer: '' });
  t.match(on(new Date('2026-11-30T00:00:00Z')), { question: { asOf: today } });
  t.match(on(new Date('2026-11-29T00:00:00Z')), { code: 'LICET_BAD_QUESTION' }, 'a day to come is refused');
  t.end();
});
