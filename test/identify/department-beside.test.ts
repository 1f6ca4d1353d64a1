import t from 'tap';
import { measuredRegistry } from '../../bench/names/bundled.ts';
import { hanDepartmentWords } from '../../schema/lexicon/words-beside.ts';
import { identify } from '../../src/identify/identify.ts';
import { isHanDepartment, leasedWordIn } from '../../src/names/parse/departments.ts';

const { reader, close } = await measuredRegistry(undefined);
t.teardown(close);

const RUIJIN = '上海交通大学医学院附属瑞金医院';
const titleOf = async (id: string | null | undefined): Promise<string | null> =>
  id == null ? null : ((await reader.dossier(id))?.title.zh ?? null);

t.test('a department of a hospital is the hospital', async (t) => {
  for (const [name, title] of [
    ['瑞金医院血液科', RUIJIN],
    ['瑞金医院 心血管内科 二病区', RUIJIN],
    ['北京协和医院特需门诊', '中国医学科学院北京协和医院'],
    ['华西医院胸外科', '四川大学华西医院'],
    ['湘雅医院整形美容外科', '中南大学湘雅医院'],
    ['中山大学孙逸仙纪念医院妇科肿瘤专科', '中山大学孙逸仙纪念医院'],
    ['上海儿童医学中心心胸外科', '上海交通大学医学院附属上海儿童医学中心'],
    ['南方医院口腔科与眼科', '南方医科大学南方医院'],
    ['肝外科 华西医院', '四川大学华西医院'],
    ['心内科，阜外医院', '中国医学科学院阜外医院'],
    ['骨科 北医三院', '北京大学第三医院'],
    ['Department of Oncology, Xuzhou Central Hospital, China', '徐州市中心医院'],
    ['Department of Neurology, Nanjing Ruidong Hospital, P.R. China', '南京瑞东医院'],
  ] as const) {
    const { id, why } = await identify({ name }, reader);
    t.equal(await titleOf(id), title, name);
    t.ok(why.some(({ code }) => code === 'name.department-aside'));
  }
});

t.test('words behind a hospital that are no department’s settle nobody, whatever they end in', async (t) => {
  for (const name of [
    '华山医院专家在冬雷脑科',
    '北京同仁医院医生开的茗视光眼科',
    '北京协和医院专家坐诊五洲妇科',
    '华西医院专家在成都铜雀台整形美容科',
    '湘雅医院教授创办爱尔眼科',
    '瑞金医院附近的血液科',
    '瑞金医院对面口腔科',
    '瑞金医院不认可的血液科',
    '瑞金医院 假血液科',
    '瑞金医院血液科主任的私人血液科',
    '同济医院旁边的皮肤科',
    '积水潭医院出来的医生骨科',
    '上海第九人民医院同款整形外科',
    '西京医院假冒皮肤科门诊',
    '北京儿童医院专家联盟博爱儿科',
    '瑞金医院与皮肤科',
  ]) {
    const { id, candidates } = await identify({ name }, reader);
    t.equal(id, null, name);
    t.not(candidates.length, 0, `${name}: its hospital stands beside`);
  }
});

t.test('a department that is said to be leased out is told to be so, and is nobody’s', async (t) => {
  for (const name of [
    '瑞金医院 莆田系承包科室',
    '瑞金医院外包科室',
    '瑞金醫院承包的皮膚科',
    '莆田系承包的瑞金医院血液科',
    '瑞金医院皮肤科被承包',
    '瑞金医院血液科(莆田系)',
  ]) {
    const found = await identify({ name }, reader);
    t.match(found, { id: null, match: 'branch-not-on-record', why: [{ code: 'name.leased-out' }] }, name);
    t.equal(await titleOf(found.candidates[0]?.id), RUIJIN, name);
  }
  t.not((await identify({ name: '莆田学院附属医院' }, reader)).id, null, 'a town is no word of leasing');
});

t.test('words for a department are whole, and no name on record holds one for leasing', async (t) => {
  for (const name of ['心血管内科', '骨科二病区', '口腔颌面外科', '儿童保健科', '专家门诊'])
    t.ok(isHanDepartment(name), name);
  for (const name of ['', '二病区', '爱尔眼科', '三博脑科', '专家脑科', '附近的内科'])
    t.notOk(isHanDepartment(name), name);
  t.strictSame(
    hanDepartmentWords.subjects.filter((word) => /专家$|名医$|附近|对面|医美|私人/u.test(word)),
    [],
  );
  const leased: string[] = [];
  for await (const { value } of reader.names()) if (leasedWordIn(value) !== null) leased.push(value);
  t.strictSame(leased, []);
});
