import t from 'tap';
import { openWhole } from '../support/app.ts';

const { app, close } = await openWhole();
t.teardown(close);

/**
 * Hospitals that stand on the ministry's list of assisted reproduction under another of their names, or under one campus (issue 12).
 * On this day the list of June 2025 was fresh, so that its silence would have been a no.
 */
const LISTED = [
  '南京大学医学院附属鼓楼医院',
  '海南医科大学第一附属医院',
  '海南医科大学第二附属医院',
  '蚌埠医科大学第一附属医院',
  '山东大学齐鲁第二医院',
  '广州医科大学附属妇女儿童医疗中心',
  '石家庄市第四医院',
  '浙江大学医学院附属第二医院滨江院区',
  '广东省中医院大学城医院',
];

t.test(
  'a hospital that is on a list under another name, or one campus, is not refuted by the list',
  async (t) => {
    for (const name of LISTED) {
      const query = new URLSearchParams({ name, service: 'art.ivf', asOf: '2025-09-01' });
      const { outcome } = (await app.inject(`/v1/verify?${query}`)).json<{ outcome: string }>();
      t.not(outcome, 'refuted', name);
    }
  },
);

t.test('a hospital that no row of the list could be is still refuted by it', async (t) => {
  const query = new URLSearchParams({
    name: '首都医科大学附属北京地坛医院',
    service: 'art.ivf',
    asOf: '2025-09-01',
  });
  t.match((await app.inject(`/v1/verify?${query}`)).json(), { outcome: 'refuted' });
});
