import { z } from 'zod';
import { languages } from './base.ts';
import { calendarDay, count, field, line, prose } from './field.ts';
import { LONGEST_NAME } from './record.ts';

/**
 * The question, declared once: each field with its limits, its words, and what is said when it is wrong. From this follow the
 * types, the reader of queries and bodies (src/ask/read-fields.ts), the reference, the options of the command line
 * (src/cli/help.ts) and the fields of forms (src/http/pages/views/question-inputs.ts).
 */
export const MAX_BATCH = 100;
export const MAX_CLAIMS = 10;
/** Longest text of an offer, in UTF-16 units. */
const MAX_OFFER = 20_000;

/** Who is meant: any official number, or a name narrowed by place, website or campus. */
export const institutionFields = {
  id: field(line(40), 'Registry id, from an earlier answer', {
    example: 'nobody-has-this-id',
    option: '<id>',
    label: { en: 'Id of the hospital', zh: '医院编号' },
  }),
  licenceNumber: field(line(40), 'Number of the practice licence, 医疗机构登记号 (made-up example)', {
    example: '00000000000000011A1001',
    option: '<number>',
  }),
  uscc: field(line(40), 'Unified social credit code, 统一社会信用代码 (made-up example)', {
    example: '12000000000000000Q',
    option: '<code>',
  }),
  name: field(line(LONGEST_NAME), 'Any name: Chinese, traditional, English, former, short', {
    example: 'Ruijin Hospital',
    option: '<name>',
    label: { en: 'Name of the hospital', zh: '医院名称' },
  }),
  province: field(line(40), 'Province, in Chinese or English, narrows a name', {
    example: 'Shanghai',
    option: '<name>',
  }),
  city: field(line(60), 'City, in Chinese or English, narrows a name', {
    example: '上海市',
    option: '<name>',
    label: { en: 'City', zh: '城市' },
  }),
  address: field(line(300), 'Street address, narrows a name', { example: '瑞金二路197号', option: '<text>' }),
  website: field(line(300), 'Website, narrows a name', {
    example: 'https://hospital.example',
    option: '<address>',
  }),
  campus: field(line(120), 'Campus 院区', { example: '总院', option: '<name>' }),
};

/** Fields of which at least one says who is meant. */
export const namingFields = ['id', 'licenceNumber', 'uscc', 'name'] as const;

/** Why somebody asks about a physician; written down with the question (docs/data-protection.md). */
const purposes = ['own-treatment', 'relative', 'referral', 'insurance', 'credentialing'] as const;

/** Everything a question may hold, flat, as a caller writes it. The physician only in a body: logs and histories keep addresses. */
export const questionFields = {
  ...institutionFields,
  practitioner: field(
    line(100),
    'Physician’s name; never without the institution or the certificate number',
    {
      example: '示例医师',
    },
  ),
  certificateNumber: field(line(40), 'Practising certificate number 医师执业证书编码, 15 digits', {
    example: '110310000000001',
  }),
  service: field(line(60), 'What is to be done there: a code of /v1/technologies', {
    example: 'G06',
    option: '<code>',
    label: { en: 'Treatment', zh: '治疗项目' },
  }),
  claim: field(
    line(60),
    'What the institution says of itself: a code of /v1/schemes, `licence`, `grade:3A` …; repeatable or separated by commas',
    {
      example: 'jci',
      option: '<code>',
      label: { en: 'What it says of itself', zh: '医院自称' },
      many: MAX_CLAIMS,
    },
  ),
  asOf: field(calendarDay(), 'Answer for this day (Asia/Shanghai); today if left out', {
    option: '<YYYY-MM-DD>',
  }),
  generation: field(
    count('is not a generation'),
    'What was said in this generation of the registry, on the day it was published; `asOf` asks what was in force on a day. Both together: what that generation says of that day',
    { option: '<number>' },
  ),
  lang: field(
    z.enum(languages, { error: 'is not a language of this service' }),
    'Language of the words; else Accept-Language, else en',
    { expected: languages.join(' or ') },
  ),
  purpose: field(
    z.enum(purposes, {
      error: ({ input }) =>
        input === undefined ? 'is missing: say why you ask about a person' : 'is not a purpose',
    }),
    'Why you ask about a physician; required with one, and written down',
    { expected: `one of ${purposes.join(', ')}` },
  ),
};

const { practitioner: name, certificateNumber, purpose, service, claim, asOf, lang } = questionFields;

/** The text of an offer, who it is said to come from, and when. */
export const offerFields = {
  text: field(prose(MAX_OFFER), 'The text of an offer, English or Chinese', {
    expected: `the text of an offer, 1 to ${MAX_OFFER} characters`,
  }),
  ...institutionFields,
  asOf,
  lang,
};

export const institutionQuestion = z.strictObject(institutionFields).partial();
export type InstitutionQuestion = Readonly<z.infer<typeof institutionQuestion>>;

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
