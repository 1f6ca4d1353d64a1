import type { Bilingual } from '../../schema/base.ts';
import type { Gate } from '../../schema/credential.ts';
import first from '../../schema/policies/2026-11-21.1.json' with { type: 'json' };
import second from '../../schema/policies/2026-11-21.2.json' with { type: 'json' };
import flips from '../../schema/policies/flips.json' with { type: 'json' };
import { type FlipExplanation, flipExplanation, type Policy, policySchema } from '../../schema/policy.ts';

/**
 * The rules that are data: dated, citable, and changed only together with the version. Oldest first; the last one answers.
 * A verdict names the version it was made under, so that an old answer can be understood later.
 */
export const policies: readonly Policy[] = [first, second].map((one) => policySchema.parse(one));

/** The version that answers now. */
export const currentPolicy: Policy = policySchema.parse(second);
export const POLICY_VERSION = currentPolicy.version;

/** What is said of flips between versions. */
export const flipExplanations: readonly FlipExplanation[] = flipExplanation.array().parse(flips);

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
