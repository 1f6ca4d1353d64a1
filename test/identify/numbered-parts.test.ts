import t from 'tap';
import { identify } from '../../src/identify/identify.ts';
import { askedOfBundled } from '../support/who-is-meant.ts';

const { reader, matchOf, settledOn, close } = await askedOfBundled();
t.teardown(close);

t.test('a numbered center of the PLA General Hospital is itself, however the line says it', async (t) => {
  for (const [name, part] of [
    ['Seventh Medical Center of PLA General Hospital', '第七'],
    ['The Fourth Medical Center of Chinese PLA General Hospital', '第四'],
    ['Sixth Medical Center, PLA General Hospital', '第六'],
    ['Eighth Medical Center, Chinese PLA General Hospital, Beijing', '第八'],
    ["Third Medical Center of Chinese People's Liberation Army General Hospital", '第三'],
    ['First Medical Center, Chinese PLA General Hospital', '第一'],
    ['Department of Radiology, First Medical Center, Chinese PLA General Hospital, Beijing, China', '第一'],
    ['Department of Cardiology, The Eighth Medical Centre, PLA General Hospital', '第八'],
  ] as const)
    t.equal(await settledOn(name), `中国人民解放军总医院${part}医学中心`, name);
  t.equal(await settledOn('Navy General Hospital'), '中国人民解放军总医院第六医学中心');
});

t.test(
  'a numbered center before a hospital is a part of it, and no department that may be set aside',
  async (t) => {
    for (const name of [
      'Second Medical Center, PLA General Hospital',
      'Third Medical Centre, Ruijin Hospital',
      // A number before and two times "of" make several ways to cut it.
      'Second Affiliated Hospital of Naval Medical University, Pudong Branch',
    ])
      t.equal(await matchOf(name), 'branch-not-on-record', name);
    t.equal(await matchOf('Department of Surgery, Second Medical Center, PLA General Hospital'), 'none');
    // A center of the army beside another hospital is a house of its own.
    for (const name of [
      'Huashan Hospital, PLA Medical Center',
      'PLA International Medical Center, Huashan Hospital',
      'General Hospital of Northern Theater Command, PLA International Medical Center',
    ])
      t.equal(await settledOn(name), null, name);
    t.equal(await settledOn('Heart Center, PLA General Hospital'), '中国人民解放军总医院第一医学中心');
    t.equal(await settledOn('Heart Center, Fuwai Hospital'), '中国医学科学院阜外医院');
    const { candidates } = await identify({ name: 'South Campus, Renji Hospital' }, reader);
    t.equal((await reader.dossier(candidates[0]?.id ?? ''))?.title.zh, '上海交通大学医学院附属仁济医院南院');
  },
);

t.test(
  'a bracket with the city it stands in is no part of a name that nobody bears without it',
  async (t) => {
    const seventh = '中山大学附属第七医院（深圳）';
    t.equal(await settledOn('中山大学附属第七医院'), seventh);
    t.equal(await settledOn('Seventh Affiliated Hospital Sun Yat-sen University'), seventh);
    t.equal(await settledOn('山东大学齐鲁医院'), '山东大学齐鲁医院');
    t.equal(await settledOn('Qilu Hospital of Shandong University'), '山东大学齐鲁医院');
  },
);

t.test('a side of one of several hospitals of a famous word is of none of them for certain', async (t) => {
  for (const name of ['协和西院', '协和东院', '同仁南区', '协和西区'])
    t.equal(await matchOf(name), 'branch-not-on-record', name);
  for (const name of ['同仁西区', '华山东区', '湘雅西区']) t.not(await matchOf(name), 'lookalike', name);
  t.equal(await settledOn('北京协和西院'), '中国医学科学院北京协和医院');
  t.equal(await settledOn('华山医院北院'), '复旦大学附属华山医院北院');
});

t.test(
  'an army hospital by its old number is the centre that it became, and a service in short is several',
  async (t) => {
    t.equal(await settledOn('309医院'), '中国人民解放军总医院第八医学中心');
    t.equal(await matchOf('陆总'), 'none');
  },
);
