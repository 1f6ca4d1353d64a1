import t from 'tap';
import { verify } from '../support/answered.ts';
import { openWhole } from '../support/app.ts';

const service = await openWhole();
t.teardown(service.close);

t.test('a line that asks for what nobody may offer says so first, whoever is meant', async (t) => {
  for (const [name, said] of [
    ['Surrogacy Hospital Guangzhou', /^“Surrogacy” is prohibited in mainland China/],
    ['广州代孕医院', /^“Surrogacy” is prohibited in mainland China/],
    ['Leihmutterschaft Klinik Guangzhou', /^“Surrogacy” is prohibited in mainland China/],
    ['organ purchase Tianjin', /^What is asked for here is a warning sign: Trade in human organs/],
    ['买肾 天津第一中心医院', /^What is asked for here is a warning sign: Trade in human organs/],
    ['organ trade Ruijin Hospital', /^What is asked for here is a warning sign: Trade in human organs/],
    [
      'can a single woman freeze eggs at Peking University Third Hospital',
      /^What is asked for here is a warning sign: The ministry’s norms bar assisted reproduction for single women/,
    ],
  ] as const) {
    const { outcome, summary, notices } = await verify(service, { name });
    t.match(summary, said, name);
    t.equal(outcome, 'unknown', name);
    t.match(notices[0]?.code, /^name\.(?:forbidden|warned)-asked$/, name);
  }
});

t.test('the same in Chinese, and nothing of it where nothing is asked for', async (t) => {
  const { summary } = await verify(service, { name: '广州代孕医院', lang: 'zh' });
  t.match(summary, /^“代孕技术”在中国内地属禁止项目，任何机构均不得开展。/);
  for (const name of ['Ruijin Hospital', 'Made-up Nobody Hospital', '北京妇产医院'])
    t.notMatch((await verify(service, { name })).notices, [{ code: /-asked$/ }], name);
});
