import type { Bilingual, Language } from '../../../../schema/base.ts';
import type { CredentialStatus, Gate } from '../../../../schema/credential.ts';
import type { NameKind } from '../../../../schema/record.ts';
import type { EvidenceKind, ObtainedHow } from '../../../../schema/source.ts';
import type { Result } from '../../../../schema/verdict.ts';
import { findGrade } from '../../../verdict/vocabulary/claims.ts';
import { findProgramme, findScheme } from '../../../verdict/vocabulary/schemes.ts';
import { findService } from '../../../verdict/vocabulary/services.ts';

const b = (en: string, zh: string): Bilingual => ({ en, zh });

/** Plain words for the closed lists of the schema, so that a page never shows a code where a word exists. */
export const gateWords: Readonly<Record<Gate, Bilingual>> = {
  'practice-licence': b('Practice licence', '医疗机构执业许可证'),
  grade: b('Hospital grade', '医院等级'),
  'restricted-technology': b('Restricted technology', '限制类医疗技术'),
  'assisted-reproduction': b('Assisted reproduction', '人类辅助生殖技术'),
  'organ-transplant': b('Organ transplant', '人体器官移植'),
  'prenatal-diagnosis': b('Prenatal diagnosis', '产前诊断'),
  'large-equipment': b('Large medical equipment', '大型医用设备'),
  'cell-product': b('Cell therapy product', '细胞治疗产品'),
  'biomedical-research': b('New biomedical technology', '生物医学新技术'),
  lecheng: b('Boao Lecheng zone', '博鳌乐城先行区'),
  'foreign-capital': b('Foreign capital', '外资'),
  'prohibited-technology': b('Prohibited technology', '禁止类医疗技术'),
  accreditation: b('Accreditation or certificate', '认证'),
  programme: b('Programme or title', '项目或称号'),
  practitioner: b('Physician', '医师'),
};

export const resultWords: Readonly<Record<Result, Bilingual>> = {
  met: b('Yes', '符合'),
  'not-met': b('No', '不符合'),
  unknown: b('Not known', '无法确认'),
};

export const kindWords: Readonly<Record<EvidenceKind, Bilingual>> = {
  'primary-register': b('Register of the authority', '主管机关登记册'),
  'official-list': b('Official list', '官方名单'),
  law: b('Text of law', '法规文件'),
  'issuer-notice': b('Notice of the issuer', '认证机构公告'),
  'foreign-government-list': b('List of a foreign government', '外国政府名单'),
  'holder-claim': b('Own statement', '机构自述'),
  press: b('Press', '媒体报道'),
  directory: b('Directory', '名录'),
};

export const howWords: Readonly<Record<ObtainedHow, Bilingual>> = {
  fetched: b('read by Licet', '由 Licet 读取'),
  captured: b('captured by a person', '由工作人员查证'),
  bundled: b('shipped with Licet', '随 Licet 提供'),
};

export const nameWords: Readonly<Record<NameKind, Bilingual>> = {
  legal: b('Registered name', '登记名称'),
  second: b('Second name', '第二名称'),
  former: b('Former name', '曾用名'),
  english: b('English name', '英文名'),
  alias: b('Also called', '别名'),
};

export const statusWords: Readonly<Record<CredentialStatus, Bilingual>> = {
  listed: b('on the list', '在名单上'),
  formal: b('in regular operation', '正式运行'),
  trial: b('on trial', '试运行'),
  'some-trial': b('partly on trial', '部分试运行'),
  filed: b('filed', '已备案'),
  approved: b('approved', '已批准'),
  'approved-not-started': b('approved, not started', '已批准，未开展'),
  operating: b('operating', '运行中'),
  planned: b('planned', '计划中'),
  applicant: b('applied', '申请中'),
  accredited: b('accredited', '通过认证'),
  reaccredited: b('accredited again', '再次通过认证'),
  certified: b('certified', '获得证书'),
  achieved: b('achieved', '已达到'),
  claimed: b('stated by itself', '自称'),
  active: b('active', '有效'),
  suspended: b('suspended', '暂停'),
  withdrawn: b('withdrawn', '已撤回'),
  revoked: b('revoked', '已吊销'),
  cancelled: b('cancelled', '已注销'),
  expired: b('expired', '已过期'),
  deferred: b('deferred', '暂缓'),
  ended: b('ended', '已结束'),
};

const TRIALS = b('Drug clinical trials (filed)', '药物临床试验机构（备案）');
const LICENCE = b('Practice licence', '执业许可证');

/** The name of whatever a credential or a claim is for; the code itself only where nothing knows a name. */
export const codeName = (code: string, lang: Language): string => {
  if (code === 'licence') return LICENCE[lang];
  if (code === 'trial-filing') return TRIALS[lang];
  const known = findService(code) ?? findScheme(code) ?? findProgramme(code) ?? findGrade(code);
  return known?.name[lang] ?? code;
};
