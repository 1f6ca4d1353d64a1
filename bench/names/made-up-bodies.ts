import type { MadeUp } from './made-up.ts';

/** Bodies that are made up, that are abroad, or that have none of these hospitals. */
const BODIES = [
  '编造大学',
  '示意医科大学',
  '虚构医学院',
  '华夏大学',
  '东方大学',
  '中华医科大学',
  '国际医学院',
  '哈佛大学',
  '耶鲁大学',
  '西南交通大学',
  '西北大学',
  '华北理工大学',
  '安徽理工大学',
  '河南中医药大学',
  '军事医学科学院',
  '中国科学院',
];
const HOSPITALS = [
  '西京',
  '天坛',
  '瑞金',
  '华山',
  '仁济',
  '新桥',
  '鼓楼',
  '盛京',
  '邵逸夫',
  '南方',
  '珠江',
  '宣武',
  '积水潭',
  '长海',
];
const ENGLISH_BODIES = [
  'Madeup University',
  'Harvard University',
  'Yale',
  'Northwest University',
  'East China University',
];
const ENGLISH_HOSPITALS = ['Huashan', 'Ruijin', 'Xijing', 'Tiantan', 'Renji', 'Xuanwu', 'Nanfang'];

const inChinese = BODIES.flatMap((body) => HOSPITALS.map((word) => `${body}附属${word}医院`));
const inEnglish = ENGLISH_BODIES.flatMap((body) =>
  ENGLISH_HOSPITALS.flatMap((word) => [`${word} Hospital, ${body}`, `${body} ${word} Hospital`]),
);

/** Well-known hospitals put under a university that has no such hospital. All made up; nobody bears one of these names. */
export const otherBodies: readonly MadeUp[] = [...inChinese, ...inEnglish].map((query) => ({
  query,
  madeUp: true,
  like: '',
}));
