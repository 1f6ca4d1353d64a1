/**
 * Universities that were renamed or became part of another, and the town of those whose name does not say it. Facts of the Ministry
 * of Education's lists of colleges (教育部全国高等学校名单) and of the universities' own histories.
 */
const renamed = `
上海第二医科大学=上海交通大学 上海医科大学=复旦大学 北京医科大学=北京大学 北京医学院=北京大学 华西医科大学=四川大学 四川医学院=四川大学 湖南医科大学=中南大学
湖南医学院=中南大学 中山医科大学=中山大学 中山医学院=中山大学 西安医科大学=西安交通大学 浙江医科大学=浙江大学 白求恩医科大学=吉林大学 山东医科大学=山东大学
同济医科大学=华中科技大学同济医学院 湖北医科大学=武汉大学 第一军医大学=南方医科大学 第二军医大学=海军军医大学 第三军医大学=陆军军医大学
第四军医大学=空军军医大学 泸州医学院=西南医科大学 南京铁道医学院=东南大学 苏州医学院=苏州大学 南通医学院=南通大学 青岛医学院=青岛大学
延边医学院=延边大学 江西医学院=南昌大学 河南医科大学=郑州大学 兰州医学院=兰州大学 镇江医学院=江苏大学 扬州医学院=扬州大学 张家口医学院=河北北方学院
华北煤炭医学院=华北理工大学 河北联合大学=华北理工大学 衡阳医学院=南华大学 泰山医学院=山东第一医科大学 石河子医学院=石河子大学 郧阳医学院=湖北医药学院
延安医学院=延安大学 辽宁医学院=锦州医科大学 贵阳医学院=贵州医科大学 贵阳中医学院=贵州中医药大学 潍坊医学院=山东第二医科大学 新乡医学院=河南医药大学
广州第一军医大学=南方医科大学 宜昌医学院=三峡大学 湖北三峡学院=三峡大学 咸宁医学院=湖北科技学院 吉林医学院=北华大学 洛阳医学高等专科学校=河南科技大学`;

const now = new Map(
  renamed
    .trim()
    .split(/\s+/u)
    .map((pair) => pair.split('=') as [string, string]),
);

/**
 * What a university is called today (第四军医大学 → 空军军医大学). Colleges of medicine that grew kept their town: 广州医学院 →
 * 广州医科大学, 广西中医学院 → 广西中医药大学. Other texts come back unchanged.
 */
export const presentUniversity = (name: string): string =>
  now.get(name) ??
  name
    .replace(/中医学院$/u, '中医药大学')
    .replace(/(?<!大学|药)医学院$/u, '医科大学')
    .replace(/药学院$/u, '药科大学');

const seats = `
同济大学=上海市 复旦大学=上海市 上海交通大学=上海市 海军军医大学=上海市 首都医科大学=北京市 北京大学=北京市 清华大学=北京市 陆军军医大学=重庆市
空军军医大学=西安市 西安交通大学=西安市 中南大学=长沙市 南华大学=衡阳市 华中科技大学=武汉市 中山大学=广州市 暨南大学=广州市 南方医科大学=广州市 广东药科大学=广州市
东南大学=南京市 中国医科大学=沈阳市 川北医学院=南充市 西南医科大学=泸州市 皖南医学院=芜湖市 三峡大学=宜昌市 长江大学=荆州市 江汉大学=武汉市
湖北医药学院=十堰市 华北理工大学=唐山市 右江民族医学院=百色市 北华大学=吉林市 河南科技大学=洛阳市 滨州医学院=滨州市 宁波大学=宁波市 石河子大学=石河子市
山东第一医科大学=泰安市 山东第二医科大学=潍坊市 河南医药大学=新乡市 河北北方学院=张家口市 湖北科技学院=咸宁市 湖北民族大学=恩施土家族苗族自治州`;

const seatOf = new Map(
  seats
    .trim()
    .split(/\s+/u)
    .map((pair) => pair.split('=') as [string, string]),
);

/** Town of a university whose name does not begin with it; null when it does, or is not known. */
export const universitySeat = (name: string): string | null => seatOf.get(presentUniversity(name)) ?? null;
