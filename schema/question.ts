import { z } from 'zod';
import { type Bilingual, languages } from './base.ts';
import { calendarDay, count, line, prose } from './field.ts';
import { LONGEST_NAME } from './record.ts';

/**
 * The question, declared once: each field with its limits, its words, and what is said when it is wrong. From this follow the
 * types, the reader of queries and bodies (src/ask/read-fields.ts), the reference, the options of the command line
 * (src/cli/help.ts) and the fields of forms (src/http/pages/views/question-inputs.ts).
 */
export const MAX_BATCH = 100;
export const MAX_CLAIMS = 10;
/** Longest text of an offer, in UTF-16 units. */
export const MAX_OFFER = 20_000;

const text = (max: number, description: string, example: string) => line(max).meta({ description, example });

/** Who is meant: any official number, or a name narrowed by place, website or campus. */
export const institutionFields = {
  id: text(40, 'Registry id, from an earlier answer', 'nobody-has-this-id'),
  licenceNumber: text(
    40,
    'Number of the practice licence, 医疗机构登记号 (made-up example)',
    '00000000000000011A1001',
  ),
  uscc: text(40, 'Unified social credit code, 统一社会信用代码 (made-up example)', '12000000000000000Q'),
  name: text(LONGEST_NAME, 'Any name: Chinese, traditional, English, former, short', 'Ruijin Hospital'),
  province: text(40, 'Province, in Chinese or English, narrows a name', 'Shanghai'),
  city: text(60, 'City, in Chinese or English, narrows a name', '上海市'),
  address: text(300, 'Street address, narrows a name', '瑞金二路197号'),
  website: text(300, 'Website, narrows a name', 'https://hospital.example'),
  campus: text(120, 'Campus 院区', '总院'),
};

/** Fields of which at least one says who is meant. */
export const namingFields = ['id', 'licenceNumber', 'uscc', 'name'] as const;

/** Why somebody asks about a physician; written down with the question (docs/data-protection.md). */
export const purposes = ['own-treatment', 'relative', 'referral', 'insurance', 'credentialing'] as const;

const purposeError = ({ input }: Readonly<{ input?: unknown }>): string =>
  input === undefined ? 'is missing: say why you ask about a person' : 'is not a purpose';

/** Everything a question may hold, flat, as a caller writes it. */
export const questionFields = {
  ...institutionFields,
  practitioner: text(
    100,
    'Physician’s name; never without the institution or the certificate number',
    '示例医师',
  ),
  certificateNumber: text(40, 'Practising certificate number 医师执业证书编码, 15 digits', '110310000000001'),
  service: text(
    60,
    'What is to be done there: a code of /v1/technologies, or everyday words that mean one treatment (IVF, proton therapy)',
    'G06',
  ),
  claim: text(
    60,
    'What the institution says of itself: a code of /v1/schemes, `licence`, `grade:3A` …, or the words for one (JCI, 三甲); repeatable or separated by commas',
    'jci',
  ),
  asOf: calendarDay().meta({
    description: 'Answer for this day, YYYY-MM-DD in Asia/Shanghai; today if left out',
  }),
  generation: count('is not a generation').meta({
    description:
      'What was said in this generation of the registry, on the day it was published; `asOf` asks what was in force on a day. Both together: what that generation says of that day',
  }),
  lang: z
    .enum(languages, { error: 'is not a language of this service' })
    .meta({ description: 'Language of the words; else Accept-Language, else en' }),
  purpose: z
    .enum(purposes, { error: purposeError })
    .meta({ description: 'Why you ask about a physician; required with one, and written down' }),
};
type QuestionField = keyof typeof questionFields;

/** Fields about a physician, only in a body: logs and histories keep addresses and commands. */
export const practitionerFields = ['practitioner', 'certificateNumber', 'purpose'] as const;

/** Fields that may be given more than once. */
export const repeatedFields: readonly string[] = ['claim'] satisfies readonly QuestionField[];

/** What a form calls the fields it asks. */
export const fieldLabels = {
  id: { en: 'Id of the hospital', zh: '医院编号' },
  name: { en: 'Name of the hospital', zh: '医院名称' },
  city: { en: 'City', zh: '城市' },
  service: { en: 'Treatment', zh: '治疗项目' },
  claim: { en: 'A mark or title it claims', zh: '医院声称的认证或称号' },
  asOf: { en: 'Day', zh: '日期' },
  practitioner: { en: 'Name of the physician', zh: '医师姓名' },
  certificateNumber: { en: 'Number of the practice certificate', zh: '医师执业证书编码' },
  purpose: { en: 'Why you ask', zh: '查询目的' },
  text: { en: 'The offer: paste its text here', zh: '广告或宣传内容：请粘贴文字' },
  sender: { en: 'Who sent it', zh: '由谁发来' },
} as const satisfies Partial<Record<QuestionField | 'text' | 'sender', Bilingual>>;

const { practitioner: name, certificateNumber, purpose, service, claim, asOf, lang } = questionFields;

/** The text of an offer, the institution it speaks of, whoever sent it, and when. */
export const offerFields = {
  text: prose(MAX_OFFER).meta({ description: 'The text of an offer, English or Chinese' }),
  sender: text(
    300,
    'Who sent it: name, website or e-mail address, of an agency for instance',
    'agency.example',
  ),
  ...institutionFields,
  asOf,
  lang,
};

/** Who is meant, as a question holds it. */
export const institutionQuestion = z.strictObject(institutionFields).partial();
export type InstitutionQuestion = Readonly<z.infer<typeof institutionQuestion>>;

/** What the row of a list or the address of a page asks: who is meant, what is asked of it, on which day. */
export const institutionAsks = [...institutionQuestion.keyof().options, 'service', 'claim', 'asOf'] as const;

/** Who is asked about as a physician: a name alone is refused. */
const practitionerQuestion = z.strictObject({ name, certificateNumber, purpose }).partial();
export type PractitionerQuestion = Readonly<z.infer<typeof practitionerQuestion>>;

/** The one question, as the verdict reads it. */
export const questionSchema = z.strictObject({
  institution: institutionQuestion,
  practitioner: practitionerQuestion.optional(),
  service: service.optional(),
  claims: z.array(claim).max(MAX_CLAIMS).default([]),
  asOf: asOf.optional(),
  /** What was said in this generation of the registry, on the day it was published; `asOf` is what was in force on a day. */
  generation: z.number().int().positive().optional(),
  lang: lang.default('en'),
});
export type Question = Readonly<z.infer<typeof questionSchema>>;
