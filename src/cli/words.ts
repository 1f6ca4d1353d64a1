import type { Bilingual, Language } from '../../schema/base.ts';
import type { Gate } from '../../schema/credential.ts';
import type { EvidenceKind, ObtainedHow } from '../../schema/source.ts';
import type { Match, Outcome, Result } from '../../schema/verdict.ts';

const say = (en: string, zh: string): Bilingual => ({ en, zh });

export const outcomeWords: Readonly<Record<Outcome, Bilingual>> = {
  confirmed: say('CONFIRMED', '已确认'),
  limited: say('LIMITED', '有限确认'),
  refuted: say('REFUTED', '已否定'),
  unknown: say('UNKNOWN', '未知'),
  ambiguous: say('AMBIGUOUS', '身份不明确'),
};

export const matchWords: Readonly<Record<Match, Bilingual>> = {
  exact: say('recognised by an official number', '由官方编号认出'),
  strong: say('recognised by its name', '由名称认出'),
  ambiguous: say('more than one institution could be meant', '可能指多家机构'),
  lookalike: say('resembles another institution’s name and is not it', '与他院名称相似，但并非该院'),
  none: say('no known institution', '没有已知机构'),
};

export const resultWords: Readonly<Record<Result, Bilingual>> = {
  met: say('met', '符合'),
  'not-met': say('not met', '不符合'),
  unknown: say('unknown', '未知'),
};

/** Shape tells the result where colour cannot. */
export const resultMarks: Readonly<Record<Result, string>> = { met: '✓', 'not-met': '✗', unknown: '?' };

export const gateWords: Readonly<Record<Gate, Bilingual>> = {
  'practice-licence': say('practice licence', '执业许可证'),
  grade: say('hospital grade', '医院等级'),
  'restricted-technology': say('restricted technology', '限制类技术'),
  'assisted-reproduction': say('assisted reproduction', '辅助生殖技术'),
  'organ-transplant': say('organ transplant', '器官移植'),
  'prenatal-diagnosis': say('prenatal diagnosis', '产前诊断'),
  'large-equipment': say('large equipment', '大型医用设备'),
  'cell-product': say('cell product', '细胞治疗产品'),
  'biomedical-research': say('biomedical research', '生物医学新技术研究'),
  lecheng: say('Lecheng permit', '乐城先行区许可'),
  'foreign-capital': say('foreign capital', '外资限制'),
  'prohibited-technology': say('prohibited technology', '禁止类技术'),
  accreditation: say('accreditation', '认证'),
  programme: say('pilot or programme', '试点或项目'),
  practitioner: say('physician', '医师注册'),
};

export const kindWords: Readonly<Record<EvidenceKind, Bilingual>> = {
  'primary-register': say('primary register', '主登记册'),
  'official-list': say('official list', '官方名单'),
  law: say('law', '法规文件'),
  'issuer-notice': say('issuer’s notice', '颁发者公告'),
  'foreign-government-list': say('foreign government’s list', '外国政府名单'),
  'holder-claim': say('holder’s own claim', '持有者自述'),
  press: say('press', '新闻报道'),
  directory: say('directory', '名录'),
};

export const howWords: Readonly<Record<ObtainedHow, Bilingual>> = {
  fetched: say('fetched', '自动读取'),
  captured: say('captured by a person', '人工采集'),
  bundled: say('bundled', '随产品附带'),
};

const headings = {
  check: say('Check', '检查项'),
  asked: say('Asked', '所问'),
  result: say('Result', '结果'),
  status: say('Status', '状态'),
  evidence: say('Evidence', '证据'),
  candidates: say('Could be meant', '可能所指'),
  alsoSimilar: say('Similar names', '相近名称'),
  notices: say('Good to know', '请注意'),
  checkYourself: say('Check it yourself', '自行核实'),
  searched: say('Lists searched', '已查名单'),
  names: say('Names', '名称'),
  identifiers: say('Numbers', '编号'),
  addresses: say('Addresses', '地址'),
  credentials: say('Credentials', '资质'),
  issues: say('Newest trouble reading', '最近的读取问题'),
  made: say('Made up for tests: no real institution', '测试用编造机构，并非真实机构'),
  asOf: say('as of', '名单日期'),
  undated: say('undated', '未注明日期'),
  fresh: say('fresh', '时效内'),
  stale: say('too old to decide', '已过时效'),
  unavailable: say('not available', '不可用'),
  days: say('days old', '天前'),
  past: say('no longer on the list', '现已不在名单'),
  until: say('until', '至'),
  from: say('from', '自'),
  forDay: say('for', '所问日期'),
  nextDue: say('may change on', '可能变化日'),
} as const;
export type Heading = keyof typeof headings;

/** A word of the screen in the reader's language. */
export const word = (heading: Heading, lang: Language): string => headings[heading][lang];
