import t from 'tap';
import { verify } from '../support/answered.ts';
import { openWhole } from '../support/app.ts';

const service = await openWhole();
t.teardown(service.close);

t.test('a sentence around a famous name is about that hospital, whatever illness it speaks of', async (t) => {
  for (const [name, zh] of [
    ['我爸爸心脏病想去阜外医院可以吗', '中国医学科学院阜外医院'],
    ['心脏病去阜外医院', '中国医学科学院阜外医院'],
    ['妈妈得了乳腺癌，想去复旦肿瘤医院，靠谱吗', '复旦大学附属肿瘤医院'],
    ['我孩子白血病想去北京儿童医院行吗', '首都医科大学附属北京儿童医院'],
    ['我妈妈肺癌想去上海胸科医院可以吗', '上海市胸科医院'],
    ['外婆中风了送到华西医院行吗', '四川大学华西医院'],
    ['My father has liver cancer, an agent says Fuda Hospital Guangzhou can cure him', '广州复大肿瘤医院'],
    ['my mom has lung cancer, can we go to Shanghai Chest Hospital?', '上海市胸科医院'],
    ["my son has leukemia, is Beijing Children's Hospital licensed?", '首都医科大学附属北京儿童医院'],
    [
      'My uncle from Kazakhstan had a stroke, should we take him to Huashan Hospital?',
      '复旦大学附属华山医院',
    ],
  ] as const) {
    const { identity, summary } = await verify(service, { name });
    t.equal(identity.institution?.name.zh, zh, name);
    const told = identity.why.find(({ code }) => code === 'name.illness-aside');
    t.ok(told, `${name}: that no list is about the illness is told`);
    t.ok(summary.includes(String(told?.params?.words)), `${name}: in the first sentence`);
  }
});

t.test('small talk around a name, and who offers it, make no other hospital of it', async (t) => {
  for (const [name, zh, words] of [
    ['带孩子去复旦儿科靠谱吗', '复旦大学附属儿科医院', undefined],
    ['同学的爸爸在武汉协和治好了', '华中科技大学同济医学院附属协和医院', undefined],
    ['想去北大口腔看牙', '北京大学口腔医院', '看牙'],
    ['我爷爷脑出血在当地县医院，想转院到天坛医院，行吗', '首都医科大学附属北京天坛医院', undefined],
    ['当地医院说要去大医院，瑞金医院可以吗', '上海交通大学医学院附属瑞金医院', undefined],
    ['我爸在县医院看过，想去上海胸科医院', '上海市胸科医院', undefined],
    ['瑞金医院获批质子治疗了吗', '上海交通大学医学院附属瑞金医院', undefined],
    ['They say Fuwai Hospital is good', '中国医学科学院阜外医院', undefined],
    ['We were told to go to Fuwai Hospital', '中国医学科学院阜外医院', undefined],
    ['an agent offered us Fuwai Hospital', '中国医学科学院阜外医院', 'agent'],
    ['我爸想去安贞医院做手术可以吗', '首都医科大学附属北京安贞医院', '做手术'],
    ['我爸65多岁，想去安贞医院可以吗', '首都医科大学附属北京安贞医院', undefined],
    ['宝宝8个月，想去复旦儿科', '复旦大学附属儿科医院', undefined],
    ['My 65-year-old father wants to go to Fuwai Hospital', '中国医学科学院阜外医院', undefined],
    ['My son is 3 years old, can he go to Fuwai Hospital', '中国医学科学院阜外医院', undefined],
    ['is Fuwai a good hospital', '中国医学科学院阜外医院', undefined],
    ['is citic xiangya a real hospital', '中信湘雅生殖与遗传专科医院', undefined],
    ['Dr. Made-up at Huashan Hospital', '复旦大学附属华山医院', 'Dr Made-up'],
    ['is Dr. Made-up at Huashan Hospital a good surgeon', '复旦大学附属华山医院', 'Dr Made-up'],
    ['华西医院 机器人手术', '四川大学华西医院', '机器人手术'],
    ['华山医院 编造明 主任医师', '复旦大学附属华山医院', '编造明 主任医师'],
    ['亲戚介绍我们去浙江肿瘤做手术，可信吗', '浙江省肿瘤医院', '做手术'],
    ['我妈在老家邢台人民医院住院', '邢台市人民医院', '住院'],
  ] as const) {
    const { identity } = await verify(service, { name });
    t.equal(identity.institution?.name.zh, zh, name);
    t.equal(identity.why.find(({ code }) => code === 'name.words-aside')?.params?.words, words, name);
  }
});

t.test('a treatment that the rest of a sentence asks for is asked about', async (t) => {
  for (const [name, zh, code] of [
    ['我老公肾衰想去瑞金医院换肾可以吗', '上海交通大学医学院附属瑞金医院', 'transplant.kidney'],
    [
      'Can I get a kidney transplant at Tianjin First Central Hospital as a foreigner',
      '天津市第一中心医院',
      'transplant.kidney',
    ],
    [
      'can a foreigner get a liver transplant at Renji Hospital?',
      '上海交通大学医学院附属仁济医院',
      'transplant.liver',
    ],
    ['中信湘雅可以选男孩吗', '中信湘雅生殖与遗传专科医院', 'sex-selection'],
    ['上海长征医院肾移植 人工耳蜗', '海军军医大学第二附属医院', 'transplant.kidney'],
    [
      'can I bring my mother from Russia to Ruijin Hospital for proton therapy',
      '上海交通大学医学院附属瑞金医院',
      'proton',
    ],
    ['海南博鳌超级医院能打CAR-T吗', '海南博鳌超级医院有限公司', 'car-t'],
    ['Ruijin Hospital proton price', '上海交通大学医学院附属瑞金医院', 'proton'],
    [
      'Does Fuwai hospital have permission for heart transplants',
      '中国医学科学院阜外医院',
      'transplant.heart',
    ],
    ['Is Ruijin Hospital officially approved for CAR-T?', '上海交通大学医学院附属瑞金医院', 'car-t'],
    [
      'Does Renji Hospital hold a permit for liver transplantation?',
      '上海交通大学医学院附属仁济医院',
      'transplant.liver',
    ],
    ['瑞金医院有做心脏移植的资质吗', '上海交通大学医学院附属瑞金医院', 'transplant.heart'],
  ] as const) {
    const { identity, asked } = await verify(service, { name });
    t.equal(identity.institution?.name.zh, zh, name);
    t.same(
      asked.map(({ ask }) => ask),
      [code],
      name,
    );
  }
});

t.test(
  'words of a sentence that are not understood leave the hospital as the one that may be meant',
  async (t) => {
    for (const name of [
      '我朋友开的车停在瑞金医院可以吗',
      '想去新瑞金医院看病',
      '瑞金医院的中介说可以安排',
      '中介推荐瑞金医院，说不用排队',
    ]) {
      const { identity } = await verify(service, { name });
      t.equal(identity.institution, null, name);
      t.match(identity.why, [{ code: 'name.words-unread' }], name);
      t.equal(identity.candidates[0]?.name.zh, '上海交通大学医学院附属瑞金医院', name);
    }
    const { identity } = await verify(service, { name: '老人家中风，协和医院床位多不多' });
    t.match(
      identity.why,
      [{ code: 'name.words-unread', params: { known: '协和医院' } }],
      'without the comma before it',
    );
    t.ok(identity.candidates.length > 1, 'and where several may be meant, they are');
    const young = await verify(service, { name: '未成年人可以去协和医院吗' });
    t.match(young.identity.why, [{ code: 'name.words-unread', params: { words: '未成年' } }]);
    t.strictSame(young.identity.candidates, identity.candidates, 'the same, whatever the words are');
    for (const [line, words] of [
      ['我妈想去瑞金医院做胃转流', '胃转流'],
      ['Does Ruijin Hospital have made-up permits', 'made-up'],
    ] as const) {
      const { why } = (await verify(service, { name: line })).identity;
      t.match(why, [{ code: 'name.words-unread', params: { words } }], `${line}: whole words are told`);
    }
  },
);

t.test(
  'a word that stands next before a name may be of it: the house that is called so is another one',
  async (t) => {
    for (const name of [
      '希望瑞金医院',
      '宝宝瑞金医院',
      '我想去老人瑞金医院',
      '女儿想去最好瑞金医院可以吗',
      'Hope Ruijin Hospital',
      'I want to go to Baby Ruijin Hospital',
      'can we go to Private Ruijin Hospital for my mom',
      '瑞金医院挂号黄牛',
      '瑞金医院预约 住院 中介',
    ]) {
      const { identity } = await verify(service, { name });
      t.equal(identity.institution, null, name);
      t.equal(identity.candidates[0]?.name.zh, '上海交通大学医学院附属瑞金医院', name);
    }
    const { identity } = await verify(service, { name: '我妈妈肺癌想去人民医院可以吗' });
    t.notMatch(identity.why, [{ code: 'name.similar-only' }], '人 is of the name, and no people');
    for (const [name, city] of [
      ['我妈妈肺癌想去肿瘤医院可以吗', '北京'],
      ['mom has a tumour, can we go to Cancer Hospital', 'Beijing'],
      ['想去医院看病', '北京'],
      ['医院', '北京'],
    ] as const) {
      const found = await verify(service, { name, city });
      t.not(found.identity.institution?.name.zh, '北京医院', `${name}: the house alone is not what is named`);
    }
    const there = await verify(service, { name: '上海的华西医院怎么样' });
    t.equal(
      there.identity.match,
      'branch-not-on-record',
      'a town is no word of the sentence, whatever it begins with',
    );
  },
);
