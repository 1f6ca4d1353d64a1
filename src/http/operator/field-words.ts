import type { Bilingual } from '../../../schema/base.ts';
import type { CaptureField } from '../../../schema/capture-field.ts';

/** What is to be typed into a field of each kind. */
export const kindMeanings: Readonly<Record<CaptureField['kind'], Bilingual>> = {
  text: { en: 'Word for word as the page prints it', zh: '按页面原文填写' },
  list: {
    en: 'All items as the page prints them, separated by 、',
    zh: '按页面原文填写全部项目，以顿号分隔',
  },
  date: {
    en: 'A date as the page prints it: 2025-06-30, 2025/6/30 or 2025年6月30日',
    zh: '按页面所示日期填写，如 2025-06-30、2025/6/30、2025年6月30日',
  },
  'licence-number': {
    en: 'The registration number of the practice licence (登记号), 22 characters; older forms have 12 or 18',
    zh: '医疗机构执业许可证登记号，22位；旧式为12位或18位',
  },
  uscc: { en: 'The unified social credit code, 18 characters', zh: '统一社会信用代码，18位' },
  'practising-certificate': {
    en: 'The practising certificate number of a physician, 15 digits; never the qualification certificate',
    zh: '医师执业证书编码，15位；不得填写医师资格证书编码',
  },
  'insurance-code': {
    en: 'The code of the designated institution, 12 characters beginning with H or P',
    zh: '定点医药机构编码，12位，以 H 或 P 开头',
  },
};

/** The column of a bulk file that is no field of the page. */
export const cutOffMeaning: Bilingual = {
  en: 'The date the page itself prints as its state (its cut-off date); not the day you looked',
  zh: '页面自身所示的数据截止日期，而非查看日期',
};
