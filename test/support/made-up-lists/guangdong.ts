import type { Cells, MadeUpList } from '../fixture-maker.ts';
import { madeUpLicence } from '../made-up.ts';

const headings: Cells = [
  '序号',
  '机构名称',
  '登记号',
  '机构第二名称',
  '机构地址',
  '法人姓名',
  '负责人姓名',
  '行政区划',
  '机构类别',
  '机构级别',
  '经营性质',
  '床位数',
  '牙椅数',
  '诊疗科目名称',
];
/** Cells of the two personal columns: they may reach no expected record. */
const PERSON = '编造某人';

type Entry = readonly [
  name: string,
  second: string,
  district: string,
  kind: string,
  level: string,
  management: string,
];

const rowOf =
  (first: number) =>
  (entry: Entry, at: number): Cells => {
    const [name, second, district, kind, level, management] = entry;
    const number = madeUpLicence(first + at, '440104');
    // One number with the printed hyphen: both forms occur.
    const printed = at === 1 ? `${number.slice(0, 8)}-${number.slice(8)}` : number;
    const beds = kind === '综合医院' ? '500' : '0';
    return [
      String(at + 1),
      name,
      printed,
      second,
      `广州市${district}编造路${at + 1}号\n编造大厦${at + 1}楼`,
      PERSON,
      PERSON,
      district,
      kind,
      level,
      management,
      beds,
      '0',
      '内科  /外科  /医学检验科  /医学影像科;X线诊断专业',
    ];
  };

const entries = (mark: string): readonly Entry[] => [
  [
    `编造示例${mark}医院`,
    `编造示例${mark}儿童医院、原编造${mark}职工医院`,
    '越秀区',
    '综合医院',
    '三级',
    '非营利性',
  ],
  [`编造大学附属${mark}示例医院（编造${mark}妇幼保健院）`, '', '天河区', '综合医院', '三级', '非营利性'],
  [`编造示例${mark}口腔门诊部有限公司`, '无', '白云区', '口腔门诊部', '未定级', '营利性'],
  [`编造示例${mark}中医医院`, '/', '番禺区', '中医（综合）医院', '二级', '非营利性(政府办)'],
];

const list = (source: string, title: string, mark: string, first: number): MadeUpList => ({
  source,
  key: 'list',
  as: 'xlsx',
  title: [`${title}（数据截至2026年7月13日）`],
  rows: [headings, ...entries(mark).map(rowOf(first))],
  strange: ['机构级别', '四级'],
  swap: ['机构名称', '机构地址'],
});

export const guangdong: readonly MadeUpList[] = [
  list('cn-guangzhou-city-institutions', '广州市卫生健康委员会发证的医疗机构信息', '市属', 1),
  list('cn-guangzhou-province-institutions', '广州市内广东省卫生健康委员会发证的医疗机构信息', '省属', 11),
  list('cn-guangzhou-tcm-institutions', '广州市内广东省中医药局发证的医疗机构信息', '中医', 21),
  {
    source: 'cn-shenzhen-guangming-institutions',
    key: 'list',
    as: 'html',
    title: ['光明区医疗机构基本信息', '发布日期：2026-07-08 10:20', '来源：光明区卫生健康局'],
    rows: [
      ['序号', '机构名称', '机构地址'],
      ['1', '编造示例区人民医院', '深圳市光明区公明街道编造路1号'],
      ['2', '编造示例内科诊所', '深圳市光明区马田街道编造社区2栋101'],
      ['3', '深圳编造示例口腔门诊部', '深圳市光明区凤凰街道编造大道3号'],
      ['4', '编造示例社区健康服务中心', '深圳市光明区玉塘街道编造村4号'],
    ],
    swap: ['机构名称', '机构地址'],
  },
];
