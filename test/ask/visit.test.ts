import t from 'tap';
import { verify } from '../support/answered.ts';
import { openWhole } from '../support/app.ts';

const service = await openWhole();
t.teardown(service.close);

const RUIJIN = '上海交通大学医学院附属瑞金医院';
const PUMCH = '中国医学科学院北京协和医院';

t.test('who asks about going to a hospital is told about the hospital', async (t) => {
  for (const [name, zh] of [
    ['去北京协和医院看病靠谱吗', PUMCH],
    ['在北京协和医院看病贵吗', PUMCH],
    ['想去西京医院治病', '中国人民解放军空军军医大学第一附属医院'],
    ['老人去宣武医院看医生好不好', '首都医科大学宣武医院'],
    ['Should I take my dad to Ruijin Hospital Shanghai?', RUIJIN],
    ['I want to see a doctor at Huashan Hospital', '复旦大学附属华山医院'],
    ['瑞金医院看病怎么样', RUIJIN],
    ['杭州邵逸夫医院 杭州 看病怎么样', '浙江大学医学院附属邵逸夫医院'],
    ['朋友推荐了北京协和医院，靠谱吗', PUMCH],
    ['听说瑞金医院不错，是真的吗', RUIJIN],
    ['浙大一院到底怎么样', '浙江大学医学院附属第一医院'],
    ['明天去瑞金医院挂号', RUIJIN],
    ['瑞金医院有资质吗', RUIJIN],
    ['my mother was referred to Ruijin Hospital', RUIJIN],
    ['Has anyone been to Ruijin Hospital?', RUIJIN],
    ['Thinking of Ruijin Hospital for my wife', RUIJIN],
    ['How reputable is Ruijin Hospital?', RUIJIN],
    ['is Ruijin Hospital safe for my mother', RUIJIN],
    ['Can you tell me if Ruijin Hospital is reliable?', RUIJIN],
  ] as const) {
    const { identity } = await verify(service, { name });
    t.equal(identity.institution?.name.zh, zh, name);
  }
});

t.test('an operation or a treatment in general is told not to have been read', async (t) => {
  for (const [name, words] of [
    ['我妈妈想去瑞金医院做手术，可靠吗？', '做手术'],
    ['我爸爸在瑞金医院住院，正规吗', '住院'],
    ['瑞金医院治疗', '治疗'],
    ['Is it safe to have surgery at Ruijin Hospital?', 'surgery'],
    ['Can my father be treated at Ruijin Hospital?', 'treated'],
    ['is Ruijin Hospital safe for surgery', 'surgery'],
    ['my son needs an operation at Ruijin Hospital, is it safe', 'operation'],
    ['瑞金医院手术水平怎么样', '手术'],
    ['打算去瑞金医院做个手术', '做个手术'],
  ] as const) {
    const { identity } = await verify(service, { name });
    t.equal(identity.institution?.name.zh, RUIJIN, name);
    t.equal(identity.why.find(({ code }) => code.endsWith('-aside'))?.params?.words, words, name);
  }
});

t.test(
  'an illness, or an operation of a kind, beside the hospital is told not to have been read',
  async (t) => {
    for (const [name, code, words] of [
      ['我孩子要去北京儿童医院看白血病', 'name.illness-aside', '白血病'],
      ['瑞金医院能治膀胱癌吗', 'name.illness-aside', '膀胱癌'],
      ['齐鲁医院看甲状腺结节怎么样', 'name.illness-aside', '甲状腺结节'],
      ['my mom wants to go to Huashan Hospital for brain surgery', 'name.words-aside', 'brain surgery'],
    ] as const) {
      const { identity } = await verify(service, { name });
      t.equal(identity.why.find((one) => one.code === code)?.params?.words, words, name);
    }
  },
);

t.test('a name that begins like such a line is no such line', async (t) => {
  for (const name of ['来安县人民医院', '我爱我家医院', '孩子王门诊部', 'The Baby Hospital'])
    t.match((await verify(service, { name })).identity.why, [{ code: 'name.not-found' }], name);
  const { identity } = await verify(service, { name: "You'an Hospital" });
  t.equal(identity.why[0]?.code, 'name.alias.equal');
});

t.test('where whoever asks is, and how old they are, is said of no hospital', async (t) => {
  const settled = [
    ['我妈在浦东新区，能去瑞金医院吗', '上海交通大学医学院附属瑞金医院'],
    ['我家在杭州，上海瑞金医院靠谱吗', '上海交通大学医学院附属瑞金医院'],
    ['我在成都，想去北京协和', '中国医学科学院北京协和医院'],
    ['我是新疆人，想去华西医院看病', '四川大学华西医院'],
    ['我爸在亳州人民医院查出肺癌', '亳州市人民医院'],
    ['我爸在大连大医大二院查出肺癌，靠谱吗', '大连医科大学附属第二医院'],
    ['我爸在牡丹江红旗查出肺癌，靠谱吗', '牡丹江医科大学附属红旗医院'],
    ['我在深圳打工，想去北京协和看病', '中国医学科学院北京协和医院'],
    ['我儿子在武汉读大学，能去华西医院吗', '四川大学华西医院'],
    ['我妈70了，想去北京安贞医院', '首都医科大学附属北京安贞医院'],
    ['I am 30, can I go to Ruijin Hospital?', '上海交通大学医学院附属瑞金医院'],
    [
      'We live in Dubai; is Ruijin Hospital in Shanghai good for proton therapy?',
      '上海交通大学医学院附属瑞金医院',
    ],
    ['My dad lives in Kuala Lumpur, Malaysia, should he go to Fuwai Hospital', '中国医学科学院阜外医院'],
    ['My mother is in Chengdu and we want to go to West China Hospital', '四川大学华西医院'],
    ['Can Ruijin Hospital really do CAR-T for my father? he is 68 with lymphoma', RUIJIN],
    ['Can my mother fly from Chengdu to Ruijin Hospital', '上海交通大学医学院附属瑞金医院'],
    ['Should we trust Ruijin Hospital if we are in Dubai?', '上海交通大学医学院附属瑞金医院'],
  ] as const;
  for (const [name, zh] of settled)
    t.equal((await verify(service, { name })).identity.institution?.name.zh, zh, name);
  for (const name of [
    '我妈在成都的瑞金医院',
    '我妈在成都，瑞金医院',
    '我妈在成都看病，瑞金医院',
    '我妈在成都协和看病，可靠吗',
    '我在成都，附近的瑞金医院能去吗',
    '瑞金医院在成都，能去吗',
    'My mother is in Chengdu, Ruijin Hospital',
    'I am in Dubai at Ruijin Hospital',
    'I live in Dubai, is there a Ruijin Hospital here?',
    'Can I go to Ruijin Hospital in Kuala Lumpur',
    'Is Ruijin Hospital, based in Chengdu, safe?',
    'Can I trust Ruijin Hospital based in Dubai?',
    'my friend told me about the Ruijin Hospital from Dubai',
    'Ruijin Hospital says they live in Dubai, is it safe',
    '听说瑞金医院是从成都来的',
    '瑞金医院说他们在成都，可以去吗',
  ])
    t.equal((await verify(service, { name })).identity.institution, null, name);
});

t.test('who is called so where whoever asks is may be meant', async (t) => {
  for (const [name, there] of [
    ['我在深圳，想去阜外医院', '中国医学科学院阜外医院深圳医院'],
    ['I live in Shenzhen, can Fuwai Hospital do heart transplants?', '中国医学科学院阜外医院深圳医院'],
    ['我在南充，想去安贞医院', '首都医科大学附属北京安贞医院南充医院'],
  ] as const) {
    const { institution, match, candidates } = (await verify(service, { name })).identity;
    t.match(
      { institution, match, second: candidates[1] },
      { institution: null, match: 'ambiguous', second: { name: { zh: there } } },
      name,
    );
  }
});

t.test('praise that 的 parts from a name is no word of it; a word next before it may be', async (t) => {
  const { institution } = (await verify(service, { name: '靠谱的瑞金医院' })).identity;
  t.match(institution?.name.zh, '瑞金');
  for (const name of ['最好的瑞金医院', '著名的瑞金医院', '上海最好的瑞金医院'])
    t.equal((await verify(service, { name })).identity.institution?.id, institution?.id, name);
  for (const name of ['最好瑞金医院', '成都最好的瑞金医院', 'famous Ruijin Hospital'])
    t.equal((await verify(service, { name })).identity.institution, null, name);
});

t.test('Cantonese is read as what it says, and what it denies is denied', async (t) => {
  for (const [name, zh] of [
    ['港大深圳醫院有冇牌', '香港大学深圳医院'],
    ['廣州中山一院睇癌症好唔好', '中山大学附属第一医院'],
    ['聽朋友講廣東省中醫院好好，係唔係真', '广东省中医院'],
    ['呢間係唔係瑞金醫院', RUIJIN],
  ] as const)
    t.equal((await verify(service, { name })).identity.institution?.name.zh, zh, name);
  for (const name of ['唔係瑞金醫院', '瑞金醫院冇牌'])
    t.equal((await verify(service, { name })).identity.institution, null, name);
});

t.test('a name that begins with an illness is a hospital’s, and no illness beside a house', async (t) => {
  for (const [name, zh] of [
    ['Tumor Hospital of Jiangsu Province', '江苏省肿瘤医院'],
    [
      'Medical Oncology, Henan Cancer Hospital/Affiliated Cancer Hospital of Zhengzhou University, Zhengzhou, China',
      '河南省肿瘤医院',
    ],
  ] as const)
    t.equal((await verify(service, { name })).identity.institution?.name.zh, zh, name);
});
