import type { Bilingual, Day } from '../../schema/base.ts';
import type { Gate } from '../../schema/credential.ts';

/**
 * The rules that are configuration: dated, citable, and changed only together with the version.
 * A verdict names the version it was made under, so that an old answer can be understood later.
 */
export const POLICY_VERSION = '2026-11-21.1';

/** Dates on which a law began or ended (technologies.md §1–§3). */
export const LAW_DAYS = {
  /** 国家限制类技术目录（2022年版） comes into force; the list of 2017 ends the day before. */
  restricted2022: '2022-04-20',
  /** 国卫办医发〔2017〕7号. */
  restricted2017: '2017-02-21',
  /** 国务院令第818号. */
  order818: '2026-05-01',
} as const;

/** A scheme whose issuer left a region: what its marks can still say there. */
export type SchemeExit = Readonly<{ region: 'mainland'; closed: Day; lastTermEnds: Day }>;

/**
 * JCI closed its mainland business in April 2023 (Jiemian 2023-04-14); terms are three years, so the last one of the
 * normal cycle ended by May 2026 (accreditation.md §0). JCI hopes to return: then this entry gets an end.
 */
export const schemeExits: Readonly<Record<string, SchemeExit>> = {
  jci: { region: 'mainland', closed: '2023-04-01', lastTermEnds: '2026-05-31' },
};

/**
 * Lists on which only hospitals of at least this grade may stand: 药物临床试验机构管理规定 art. 5 asks for 二级甲等.
 * The list supports a claim of that grade, it does not prove it.
 */
export const impliedGrades: Readonly<Record<string, string>> = { 'cn-cfdi-trial-institutions': '2A' };

type Look = Readonly<{ authority: Bilingual; url: string; type: Bilingual }>;

const nhc = { en: 'National Health Commission', zh: '国家卫生健康委员会' };
const fullName = {
  en: 'Type the province and the full Chinese legal name of the hospital',
  zh: '输入省份和医院的中文全称（登记名称）',
};

/** Where a reader can look personally when no source of ours says where. */
export const officialLookups: Readonly<Partial<Record<Gate, Look>>> = {
  'practice-licence': { authority: nhc, url: 'https://zgcx.nhc.gov.cn/unit', type: fullName },
  'assisted-reproduction': {
    authority: nhc,
    url: 'https://zwfw.nhc.gov.cn/cxx/ywjgcx/fzszjg/',
    type: { en: 'Look for the Chinese legal name of the hospital', zh: '查找医院的中文全称' },
  },
  'organ-transplant': {
    authority: nhc,
    url: 'https://zwfw.nhc.gov.cn/cxx/ywjgcx/qgyzjg/',
    type: {
      en: 'Look for the organ and the Chinese legal name of the hospital',
      zh: '按器官查找医院的中文全称',
    },
  },
  'prenatal-diagnosis': {
    authority: nhc,
    url: 'https://zwfw.nhc.gov.cn/cxx/ywjgcx/cqzdjsyljg/',
    type: { en: 'Look for the Chinese legal name of the hospital', zh: '查找医院的中文全称' },
  },
  practitioner: {
    authority: nhc,
    url: 'https://zgcx.nhc.gov.cn/doctor',
    type: {
      en: 'Type the province, the physician’s name and the hospital',
      zh: '输入省份、医师姓名和所在医疗机构',
    },
  },
};
