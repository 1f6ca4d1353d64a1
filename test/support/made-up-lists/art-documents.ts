import { wordDocument } from '../documents.ts';
import { captcha, type MadeUpPages } from '../fixture-maker.ts';

type Row = readonly (string | null)[];

const TITLE = '经批准开展人类辅助生殖技术和设置人类精子库的医疗机构名单（截至2026年6月30日）';
const heading: Row = ['省份', '序号', '机构名称', '地址', '批准开展的技术', '运行情况'];

/** As published: one row a technique, the first four cells merged downwards, the province over all its institutions. */
const centres: readonly Row[] = [
  heading,
  [
    '^北京市（2家）',
    '^1',
    '^编造示例大学附属妇产医院',
    '^北京市海淀区编造路1号',
    '夫精人工授精技术',
    '正式运行',
  ],
  [null, null, null, null, '体外受精－胚胎移植技术', '正式运行'],
  [null, null, null, null, '卵胞浆内单精子显微注射技术', '正式运行'],
  [null, null, null, null, '植入前胚胎遗传学诊断技术', '试运行'],
  [null, '^2', '^编造示例生殖医院（东院区）', '^北京市朝阳区编造路2号', '夫精人工授精技术', '正式运行'],
  [null, null, null, null, '供精人工授精技术', '试运行'],
  [
    '^海南省（1家）',
    '^3',
    '^编造示例省妇女儿童医学中心',
    '^海南省海口市编造路3号',
    '体外受精—胚胎移植',
    '试运行',
  ],
];

const banks: readonly Row[] = [
  ['序号', '机构名称', '地址', '技术', '运行情况'],
  ['1', '编造示例省人类精子库', '湖南省长沙市岳麓区编造路1号', '人类精子库', '正式运行'],
  ['2', '编造示例大学附属医院', '上海市黄浦区编造路2号', '人类精子库', '试运行'],
  ['3', '编造示例计划生育研究院', '山东省济南市历下区编造路3号', '人类精子库', '正式运行'],
];

const replaced = (rows: readonly Row[], from: string, to: string): readonly Row[] =>
  rows.map((row) => row.map((cell) => (cell === from ? to : cell)));

const document = (rows: readonly Row[]) => wordDocument([rows], TITLE);
const good = document(centres);

export const artDocuments: MadeUpPages = {
  source: 'cn-nhc-art-documents',
  files: {
    'attachment-1.docx': good,
    'attachment-2.docx': document(banks),
    'attachment-1-captcha.nasty.html': captcha,
    'attachment-1-empty.nasty.docx': new Uint8Array(),
    'attachment-1-half-page.nasty.docx': good.subarray(0, Math.floor(good.length / 2)),
    'attachment-1-institution-lost.nasty.docx': document([...centres.slice(0, 5), ...centres.slice(7)]),
    'attachment-1-province-uncounted.nasty.docx': document(replaced(centres, '^北京市（2家）', '^北京市')),
    'attachment-1-narrower.nasty.docx': document(centres.map((row) => row.slice(0, 5))),
    'attachment-1-technique-and-status-swapped.nasty.docx': document(
      centres.map((row) => [...row.slice(0, 4), row[5] ?? null, row[4] ?? null]),
    ),
    'attachment-1-strange-technique.nasty.docx': document(replaced(centres, '供精人工授精技术', '代孕')),
    'attachment-1-strange-status.nasty.docx': document(replaced(centres, '正式运行', '待定')),
    'attachment-2-bank-twice.nasty.docx': document([...banks, banks[1] ?? []]),
    'attachment-2-bank-lost.nasty.docx': document(banks.slice(0, 3)),
    'attachment-2-only-headings.nasty.docx': document(banks.slice(0, 1)),
  },
};
