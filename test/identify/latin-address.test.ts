import t from 'tap';
import { askedOfBundled } from '../support/who-is-meant.ts';

const { settledOn, close } = await askedOfBundled();
t.teardown(close);

const UNION = '华中科技大学同济医学院附属协和医院';

t.test('the town at the end of an English address tells bearers of a name apart', async (t) => {
  for (const [name, address, title] of [
    ['Union Hospital', '1277 Jiefang Avenue, Wuhan', UNION],
    ['Union Hospital', '1277 Jiefang Avenue, Wuhan 430022, Hubei, China', UNION],
    ['Union Hospital', '1277 Jiefang Avenue Wuhan', UNION],
    ['Zhongshan Hospital', '180 Fenglin Road, Shanghai', '复旦大学附属中山医院'],
    ['Zhongshan Hospital', '180 Fenglin Road, Xuhui District, Shanghai, P.R. China', '复旦大学附属中山医院'],
    ['Tongji Hospital', 'Xincun Road 389 Shanghai', '上海市同济医院'],
    ['Tongji Hospital', '1095 Jiefang Avenue, Wuhan, Hubei Province', '华中科技大学同济医学院附属同济医院'],
  ] as const)
    t.equal(await settledOn({ name, address }), title, `${name}, ${address}`);
});

t.test('an English address in another town, or abroad, settles nobody', async (t) => {
  for (const [name, address] of [
    ['Ruijin Hospital', '197 Ruijin Er Road, Chengdu'],
    ['Huashan Hospital', '12 Wulumuqi Road, Beijing, China'],
    ['Union Hospital', '12 Harley Street, London'],
    ['Zhongshan Hospital', '180 Fenglin Road, Sydney'],
    ['West China Hospital', '37 Guoxue Alley, Xiamen'],
  ] as const)
    t.equal(await settledOn({ name, address }), null, `${name}, ${address}`);
});
