import t from 'tap';
import { measuredRegistry } from '../../bench/names/bundled.ts';
import { identify } from '../../src/identify/identify.ts';

const { reader, close } = await measuredRegistry(undefined);
t.teardown(close);

t.test(
  'an address that no division of China, no road and no word of the record explains settles on nobody',
  async (t) => {
    for (const [name, address, city] of [
      ['瑞金医院', '巴黎'],
      ['瑞金医院', '曼谷'],
      ['瑞金医院', '首尔江南区'],
      ['瑞金医院', '东京新宿区'],
      ['瑞金医院', '悉尼乔治街12号'],
      ['瑞金医院', '纽约曼哈顿第五大道10号'],
      ['瑞金医院', '仰光大金塔路8号'],
      ['华西医院', '武侯区国学巷37号 英国'],
      ['华山医院', '迪拜健康城'],
      ['华山医院', '温哥华百老汇街100号'],
      ['阜外医院', '吉隆坡武吉免登'],
      ['湘雅医院', '墨尔本柯林斯街5号'],
      ['瑞金医院', '新加坡乌节路1号'],
      ['瑞金医院', '新加坡乌节路1号', '上海'],
      ['瑞金医院', '日本东京都'],
      ['瑞金医院', '泰国曼谷瑞金二路197号'],
      ['瑞金医院', '新加坡瑞金二路197号', '上海'],
      ['华西医院', '马来西亚国学巷37号'],
      ['瑞金医院', '上海, 美国', '上海'],
      ['Ruijin Hospital', 'Sydney Street 5'],
      ['瑞金医院', 'Sydney Street 5'],
      ['Huashan Hospital', '15 Harley Street'],
      ['Fuwai Hospital', 'Wilshire Blvd 9'],
      ['Ruijin Hospital', '1 Orchard Road, Singapore', 'Shanghai'],
      ['Ruijin Hospital', 'Shanghai, USA'],
      ['Ruijin Hospital', '12 Main St, U.S.A.', 'Shanghai'],
      ['West China Hospital', 'Сидней'],
      ['Ruijin Hospital', '서울'],
    ] as const) {
      const { id, candidates } = await identify({ name, address, city }, reader);
      t.equal(id, null, `${name}, ${address}`);
      t.ok(candidates.length > 0, 'whoever bears the name is offered');
    }
  },
);

t.test('a word in an address says nothing where its town agrees, or its road is the record’s', async (t) => {
  for (const [name, address, city, province] of [
    ['北京朝阳医院', '朝阳区工体南路8号华泰国际大厦', '北京'],
    ['北京朝阳医院', '朝阳区工体南路8号天德国际', '北京'],
    ['北京朝阳医院', '朝阳区工体南路8号和美国际', '北京'],
    ['北京朝阳医院', '朝阳区工体南路8号中美国际', '北京'],
    ['北京朝阳医院', '近泰国总领事馆', '北京'],
    ['北京朝阳医院', '日本大使馆对面', '北京'],
    ['北京朝阳医院', '英国风情区', '北京'],
    ['北京朝阳医院', '原法国租界', '北京'],
    ['瑞金医院', '法国梧桐旁', '上海'],
    ['瑞金医院', '意大利餐厅楼上淮海路8号', '上海'],
    ['瑞金医院', '瑞金二路197号'],
    ['瑞金医院', '瑞金二路197号门诊楼3楼'],
    ['瑞金医院', '门诊大楼3层'],
    ['瑞金医院', '黄浦区'],
    ['瑞金医院', '上海南京西路1038号'],
    ['华西医院', '武侯区国学巷37号'],
    ['Peking Union Medical College Hospital', '1 Shuaifuyuan, Wangfujing', 'Beijing'],
    ['Peking University Third Hospital', '49 North Garden Rd, Zhongguancun', 'Beijing'],
    ['Beijing Chaoyang Hospital', 'Gongti, Sanlitun', 'Beijing'],
    ['Ruijin Hospital', 'Building 9, Level 3, Ruijin Er Lu 197', 'Shanghai'],
    ['Ruijin Hospital', 'Building 9, Level 3, Ruijin Er Lu 197'],
    ['Fudan University Shanghai Cancer Center', '270 Dongan Road, 200032 PRC', 'Shanghai'],
    ['Ruijin Hospital', '197 Ruijin 2nd Rd, near Fuxing Park', 'Shanghai'],
    ['Ruijin Hospital', '197 Ruijin 2nd Rd, near Fuxing Park'],
    ['Queen Elizabeth Hospital', '30 Gascoigne Road, Kowloon', undefined, 'Hong Kong'],
    ['Queen Elizabeth Hospital', '30 Gascoigne Road, Jordan', undefined, 'Hong Kong'],
    ['Ruijin Hospital', '197 Ruijin Er Road, Huangpu District, Shanghai'],
  ] as const)
    t.equal(
      (await identify({ name, address, city, province }, reader)).match,
      'strong',
      `${name}, ${address}, ${city}`,
    );
});
