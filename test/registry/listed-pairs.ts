import type { NameKind, Place } from '../../schema/record.ts';

/** A row of a list: its name, its place, and the other names it prints. */
export type Listed = readonly [
  name: string,
  place: Partial<Place>,
  ...others: (readonly [string, NameKind])[],
];

const inCity = (province: string, city: string, address?: string): Partial<Place> => ({
  province,
  city,
  ...(address !== undefined && { address }),
});
const beijing = (district: string, address?: string): Partial<Place> => ({
  ...inCity('北京市', '北京市', address),
  district,
});

/** Real hospitals that stood on record twice (issue 12): what an authority prints, and what a directory calls the same one. */
export const ONE: readonly (readonly [string, Listed, Listed])[] = [
  [
    'the university left out',
    ['首都医科大学附属北京地坛医院', beijing('朝阳区', '北京市朝阳区京顺东街8号')],
    ['北京地坛医院', beijing('朝阳区', '朝阳区京顺东街8号')],
  ],
  [
    'a city in short',
    ['兰州市第一人民医院', inCity('甘肃省', '兰州市', '兰州市七里河区吴家园西街1号')],
    ['兰州第一人民医院', inCity('甘肃省', '兰州市')],
  ],
  [
    'the word before a number left out',
    ['大庆市第三医院', inCity('黑龙江省', '大庆市', '黑龙江省大庆市让胡路区让杜路192号')],
    ['大庆市三医院', inCity('黑龙江省', '大庆市')],
  ],
  [
    'the army’s number in one town',
    ['泰安八十八医院', inCity('山东省', '泰安市')],
    ['中国人民解放军第八十八医院', inCity('山东省', '泰安市')],
  ],
  [
    'a university renamed',
    ['广州医科大学附属第一医院', inCity('广东省', '广州市', '广州市越秀区沿江西路151号')],
    ['广州医学院第一附属医院', inCity('广东省', '广州市', '广东省广州市沿江路151号')],
  ],
  [
    'a district left out of the name',
    ['上海市宝山区罗店医院', inCity('上海市', '上海市', '上海市宝山区罗店镇罗溪路121号')],
    ['宝山区罗店医院', inCity('上海市', '上海市')],
  ],
  [
    'a place written twice',
    ['天津市环湖医院', inCity('天津市', '天津市', '天津市津南区吉兆路6号')],
    ['天津天津环湖医院', inCity('天津市', '天津市', '天津市河西区气象台路122号')],
  ],
  [
    'a city’s word for its university’s hospital',
    ['武汉大学中南医院', inCity('湖北省', '武汉市', '湖北省武汉市武昌区东湖路169号')],
    ['武汉市中南医院', inCity('湖北省', '武汉市')],
  ],
  [
    'a university’s only hospital that is its first by now, in one house',
    ['桂林医科大学第一附属医院', inCity('广西壮族自治区', '桂林市', '广西桂林市乐群路15号')],
    ['桂林医学院附属医院', inCity('广西壮族自治区', '桂林市', '广西桂林市秀峰区乐群路15号')],
  ],
  [
    'a college that became another',
    ['邢台医学院第二附属医院', inCity('河北省', '邢台市', '河北省邢台市信都区钢铁北路618号')],
    ['邢台医专第二附属医院', inCity('河北省', '邢台市', '邢台市钢铁路618号')],
  ],
  [
    'an army university’s centre',
    ['中国人民解放军陆军特色医学中心', inCity('重庆市', '重庆市')],
    ['中国人民解放军陆军军医大学特色医学中心', inCity('重庆市', '重庆市')],
  ],
  [
    'an army hospital numbered anew at its address',
    ['中国人民解放军联勤保障部队第九六〇医院', inCity('山东省', '济南市', '山东省济南市天桥区师范路25号')],
    ['济南军区总医院', inCity('山东省', '济南市', '济南市天桥区师范路25号')],
  ],
  [
    'a second name that the filing prints',
    ['安徽医科大学附属巢湖医院', inCity('安徽省', '合肥市'), ['巢湖市第一人民医院', 'second']],
    ['巢湖市第一人民医院', inCity('安徽省', '合肥市')],
  ],
  [
    'a company’s form left out',
    ['北京京都儿童医院有限公司', beijing('昌平区', '北京市昌平区回龙观东大街308号')],
    ['北京京都儿童医院', beijing('昌平区')],
  ],
  [
    'in one house, the city’s hospital by its number and by its work, on 路南区’s road',
    ['唐山市妇幼保健院', inCity('河北省', '唐山市', '唐山市路南区建设南路14号')],
    ['唐山市第六医院', inCity('河北省', '唐山市', '河北省唐山市路北区建设南路14号')],
  ],
  [
    'in one house, two works of the province’s hospital that often change their names',
    ['江西省胸科医院', inCity('江西省', '南昌市', '南昌市叠山路346号')],
    ['江西省肺科医院', inCity('江西省', '南昌市', '江西省南昌市叠山路346号')],
  ],
  [
    'in one house, an alias without the district',
    ['上海市宝山区吴淞中心医院', inCity('上海市', '上海市', '上海市同泰北路101号')],
    [
      '上海市第一人民医院宝山分院',
      inCity('上海市', '上海市', '上海市宝山区同泰北路101号'),
      ['吴淞中心医院', 'alias'],
    ],
  ],
  [
    'the number of the works that founded it, and the city’s number',
    ['哈尔滨二四二医院', inCity('黑龙江省', '哈尔滨市', '哈尔滨市平房区卫健街3号')],
    ['哈尔滨市第三医院', inCity('黑龙江省', '哈尔滨市', '平房区卫健街3号'), ['242医院', 'alias']],
  ],
  [
    'two medicines in another order',
    ['克什克腾旗中医蒙医医院', inCity('内蒙古自治区', '赤峰市', '克什克腾旗经棚镇')],
    ['克什克腾旗蒙医中医医院', inCity('内蒙古自治区', '赤峰市', '赤峰市经棚镇园林路中段')],
  ],
  [
    'the Red Cross in short',
    ['西安市红会医院', inCity('陕西省', '西安市', '西安市南稍门廓路76号')],
    ['西安市红十字会医院', inCity('陕西省', '西安市', '陕西省西安市南稍门南郭路76号')],
  ],
];

/** Different hospitals that share most of their names, or a house. */
export const TWO: readonly (readonly [string, Listed, Listed])[] = [
  [
    'the army’s number and a works’ hospital of that number',
    ['核工业四一七医院', inCity('陕西省', '西安市')],
    ['中国人民解放军第四一七医院', inCity('陕西省', '西安市')],
  ],
  [
    'a city’s and its university’s hospital of a word that many have',
    ['南京大学中山医院', inCity('江苏省', '南京市')],
    ['南京市中山医院', inCity('江苏省', '南京市')],
  ],
  [
    'a city’s hospital and a district’s',
    ['杭州市第一人民医院', inCity('浙江省', '杭州市')],
    ['杭州市富阳区第一人民医院', inCity('浙江省', '杭州市')],
  ],
  [
    'a county’s hospital and the city’s of that name',
    ['吉安市中心人民医院', inCity('江西省', '吉安市')],
    ['吉安县人民医院', inCity('江西省', '吉安市')],
  ],
  [
    'another ordinal of one university',
    ['哈尔滨医科大学附属第一医院', inCity('黑龙江省', '哈尔滨市')],
    ['哈尔滨医科大学附属第四医院', inCity('黑龙江省', '哈尔滨市')],
  ],
  [
    'two branches of a chain in brackets',
    ['武汉艾格眼科医院（汉阳院）', inCity('湖北省', '武汉市', '武汉市汉阳区汉阳大道577号')],
    ['武汉艾格眼科医院（黄陂院）', inCity('湖北省', '武汉市', '武汉市黄陂区百秀街88号')],
  ],
  [
    'two sites of a university’s clinic in brackets',
    ['浙江大学校医院（玉泉校区）', inCity('浙江省', '杭州市', '浙大路38号')],
    ['浙江大学校医院（紫金港校区）', inCity('浙江省', '杭州市', '余杭塘路866号')],
  ],
  [
    'another tenant of the house',
    ['首都医科大学附属北京儿童医院', beijing('西城区', '北京市西城区南礼士路56号')],
    ['北京新世纪儿童医院', beijing('西城区', '北京市西城区南礼士路56号')],
  ],
  [
    'two hospitals of one university in one house',
    ['哈尔滨医科大学附属第一医院', inCity('黑龙江省', '哈尔滨市', '哈尔滨市南岗区邮政街23号')],
    ['哈尔滨医科大学附属口腔医院', inCity('黑龙江省', '哈尔滨市', '哈尔滨市南岗区邮政街23号')],
  ],
  [
    'a city’s numbered hospital and its special one in two houses',
    ['示例市第六医院', inCity('河北省', '唐山市', '示例市建设路14号')],
    ['示例市妇幼保健院', inCity('河北省', '唐山市', '示例市建设路15号')],
  ],
  [
    'another city’s hospital in a county',
    ['重庆市万州区人民医院', inCity('重庆市', '重庆市')],
    ['重庆市万州区上海医院', inCity('重庆市', '重庆市')],
  ],
  [
    'a county that became a part of the other',
    ['烟台市蓬莱人民医院', inCity('山东省', '烟台市')],
    ['长岛县人民医院', inCity('山东省', '烟台市')],
  ],
  [
    'one second name of two counties’ hospitals',
    ['阿瓦提县中医医院', inCity('新疆维吾尔自治区', '阿克苏地区'), ['维吾尔医医院', 'second']],
    ['乌什县中医医院', inCity('新疆维吾尔自治区', '阿克苏地区'), ['维吾尔医医院', 'second']],
  ],
  [
    'one name of clinics in two districts',
    ['示例康宁中医诊所', beijing('朝阳区', '北京市朝阳区甲字路1号')],
    ['示例康宁中医诊所', beijing('海淀区', '北京市海淀区乙字路2号')],
  ],
];
