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
    'my mom went to the clinic of a doctor from Ruijin Hospital',
    "Dr. Made-up's clinic near Huashan Hospital",
    'Dr. Made-up Huashan Clinic',
    'is Hope Fuwai a good hospital',
    '我妈妈去了瑞金医院医生的诊所',
  ])
    t.equal((await verify(service, { name })).identity.institution, null, name);
});
