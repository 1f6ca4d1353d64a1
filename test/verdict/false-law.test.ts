import t from 'tap';
import { readOffer } from '../../src/verdict/offer/read-offer.ts';
import { falseClaims } from '../../src/verdict/offer/rules.ts';

const read = (text: string) => readOffer(text, { day: '2026-11-28', region: null }).warnings;

/** Each statement as an offer makes it, in both languages; the words are made up. */
const statedAs: Readonly<Record<string, readonly [en: string, zh: string]>> = {
  'order-789': ['Legal since Order No. 789', '依据789号令合法开展'],
  'cell-therapy-1700': [
    '1,700 3A hospitals may charge for cell therapy without registration',
    '1700多家三甲医院可收费开展细胞治疗',
  ],
  'charge-without-registration': [
    'We may sell cell therapy without any registration',
    '细胞治疗在本院无需药品注册',
  ],
  'jci-120': ['Over 120 JCI hospitals', '120余家医院获得JCI'],
  'jci-returned': ['JCI has returned to China', 'JCI已重返中国'],
  'order-818-charge': ['Order 818 allows hospitals to charge a fee', '818号令允许医院收费'],
  'order-818-open': ['Order 818 makes stem cell treatment legal', '818号令后干细胞已放开，818号令全面放开'],
  'surgeon-five-years': ['The law demands that surgeons have five years', '法律规定外科医生须五年经验'],
  'isqua-3a': ['A tertiary hospital is ISQua certified', '三甲就是ISQua'],
  'ciha-new-jci': ['CIHA is the new JCI', 'CIHA就是中国版JCI'],
  'foreign-owned-ivf': ['Foreign-owned hospitals can offer IVF', '外商独资医院可以做试管婴儿'],
  'lecheng-everywhere': ['Lecheng permits are valid in all hospitals', '乐城批准后全国可用'],
  'restricted-stem-cell': ['Stem cell therapy is a restricted technology', '干细胞属于限制类技术'],
};

t.test('each statement is found in both languages, with what stands instead and its law', async (t) => {
  t.strictSame(
    falseClaims()
      .map(({ code }) => code)
      .filter((code) => statedAs[code] === undefined),
    [],
    'every statement has a case',
  );
  for (const { code, stands, basis } of falseClaims()) {
    const found = (statedAs[code] ?? []).map((text) => read(text).find(({ sign }) => sign === 'false-law'));
    t.match(
      found,
      [
        { why: stands, basis },
        { why: stands, basis },
      ],
      code,
    );
  }
});

t.test('what stands instead is itself no sign', async (t) => {
  const signed = falseClaims().flatMap(({ code, stands }) =>
    [stands.en, stands.zh].filter((text) => read(text).length > 0).map((text) => `${code}: ${text}`),
  );
  t.strictSame(signed, []);
});

t.test('a statement that is denied or asked about is no sign', async (t) => {
  for (const text of [
    'There is no Order 789.',
    'Does Order 818 allow hospitals to charge a fee?',
    '并没有789号令',
    'CIHA is not the new JCI.',
  ])
    t.strictSame(read(text), [], text);
});

t.test(
  'that a hospital bears a mark is no such statement: that is asked of lists, and silence accuses nobody',
  async (t) => {
    for (const text of [
      'Ruijin Hospital is JCI accredited.',
      'JCI-accredited Made-up Hospital',
      'Huashan Hospital has JCI certification.',
      '瑞金医院已通过JCI认证。',
      '编造医院获得JCI认证。',
    ]) {
      const { warnings, spans } = readOffer(text, { day: '2026-11-28', region: null });
      t.notOk(
        warnings.some(({ sign }) => sign === 'false-law'),
        text,
      );
      t.ok(
        spans.some(({ codes }) => codes.includes('jci')),
        `${text} can be checked`,
      );
    }
  },
);
