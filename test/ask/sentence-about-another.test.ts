import t from 'tap';
import { verify } from '../support/answered.ts';
import { openWhole } from '../support/app.ts';

const service = await openWhole();
t.teardown(service.close);

t.test('a sentence around another house is not about the hospital whose name stands in it', async (t) => {
  for (const name of [
    '我想去上海瑞金美容医院可以吗',
    '昆山协和医院可以去吗 我妈肺癌',
    '我妈想去北京协和美容医院',
    'My mom wants to go to Suzhou Union Hospital for lung cancer',
  ])
    t.equal((await verify(service, { name })).identity.match, 'lookalike', name);
  for (const name of [
    '我想去瑞金医院旁边的诊所看病',
    '我想去来凤县人民医院',
    'we want to go to Togo Fuwai Hospital',
    'I want to go to Ruijin Hospital Boston',
    '想去美国的瑞金医院',
    '想去假的瑞金医院',
    '瑞金医院中介可靠吗',
    '瑞金医院官方代理可以信吗',
    'can I trust the Ruijin Hospital agent',
    'Huashan Hospital insurance broker',
    'Ruijin Hospital interpreter agency',
    '瑞金医院排队中介',
    '瑞金医院护工中介电话',
    'my mom went to the clinic of a doctor from Ruijin Hospital',
    "Dr. Made-up's clinic near Huashan Hospital",
    'Dr. Made-up Huashan Clinic',
    'is Hope Fuwai a good hospital',
    '我妈妈去了瑞金医院医生的诊所',
  ])
    t.equal((await verify(service, { name })).identity.institution, null, name);
});

t.test('a text that names several hospitals is about each of them, and is asked one at a time', async (t) => {
  for (const [name, count] of [
    ['孩子白血病，北京儿童医院和郑大一附院选哪个', 2],
    ['华山医院和瑞金医院哪个好', 2],
    ['我爸在亳州人民医院住院，想转到上海瑞金医院', 2],
    ['【北京协和医院、301医院、阜外医院】绿色通道，7天内安排住院，费用2万，联系编造经理', 3],
    ['您好，我们和上海瑞金医院、华山医院、嘉会医院都有合作，可以安排质子治疗，全包价45万', 3],
  ] as const) {
    const { identity } = await verify(service, { name });
    t.equal(identity.match, 'ambiguous', name);
    t.equal(identity.why[0]?.code, 'name.names-several', name);
    t.equal(identity.candidates.length, count, name);
  }
  for (const name of ['我想去北京编造军海医院，北京协和医院太远', '编造康复医院，专家来自瑞金医院']) {
    const { identity } = await verify(service, { name });
    t.equal(identity.institution, null, 'nobody is settled on beside a house of no record');
    t.equal(identity.why[0]?.code, 'name.names-several');
  }
  const brought = await verify(service, { name: '我爸脑梗，120送到了宿迁人民医院，这家医院行不行' });
  t.equal(brought.identity.institution, null);
  t.match(brought.identity.why, [{ code: 'name.not-found' }, { code: 'name.nearest' }]);
});

t.test('a country beside a hospital is not a second one', async (t) => {
  for (const name of ['瑞金医院,泰国,JCI', '华山医院、美国、三甲']) {
    const { why, institution } = (await verify(service, { name })).identity;
    t.equal(institution, null, name);
    t.notOk(
      why.some(({ code }) => code === 'name.names-several'),
      name,
    );
  }
});

t.test('a line of short names asks for each of them', async (t) => {
  for (const name of [
    '浙一和邵逸夫',
    '瑞金、华山、中山哪个看肝癌好',
    '协和和同济哪个强',
    '北京和睦家和嘉会哪个好',
    '北医三院和中信湘雅做试管哪个成功率高',
    '华山 vs 华西',
    'Peking Union vs Ruijin',
    'Which is better, Ruijin or Huashan?',
  ]) {
    const { identity, licence } = await verify(service, { name });
    t.equal(identity.match, 'ambiguous', name);
    t.equal(identity.why[0]?.code, 'name.names-several', name);
    t.equal(identity.settle, undefined, 'no city settles between two that are both meant');
    t.match(licence.next?.text, 'one at a time');
  }
  for (const name of ['美国梅奥诊所和北京协和医院哪个好', 'MD Anderson or Fudan Cancer Hospital']) {
    const { identity } = await verify(service, { name });
    t.match([identity.match, identity.why[0]?.code], ['none', 'name.names-several'], name);
    t.equal(identity.candidates.length, 1, 'only who is on record is offered');
  }
  for (const name of [
    '瑞金和华山联合门诊部',
    '瑞金和华山的专家开的诊所',
    'Beijing Huashan and Ruijin Joint Clinic',
    '北京协和与同仁联合医院',
    '人民医院和中医院哪个好',
  ]) {
    const { identity } = await verify(service, { name });
    t.not(identity.why[0]?.code, 'name.names-several', name);
    t.equal(identity.institution, null, name);
  }
});
