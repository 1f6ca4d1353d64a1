import { z } from 'zod';
import { day, languages } from '../../../schema/base.ts';
import { MAX_BATCH, MAX_CLAIMS, MAX_NAME, purposes } from '../../../schema/question.ts';
import { verdictSchema } from '../../../schema/verdict.ts';
import { operation } from './operation.ts';

const text = (max: number, description: string, example: string) =>
  z.string().min(1).max(max).optional().meta({ description, example });

const claims = z.array(z.string().max(60)).max(MAX_CLAIMS);
const claimWords =
  'What the institution says of itself: a code of /v1/schemes, `licence`, `grade:3A` …; repeatable or separated by commas';

const common = {
  id: text(40, 'Registry id, from an earlier answer', 'nobody-has-this-id'),
  licenceNumber: text(
    40,
    'Number of the practice licence, 医疗机构登记号 (made-up example)',
    '00000000000000011A1001',
  ),
  uscc: text(40, 'Unified social credit code, 统一社会信用代码 (made-up example)', '12000000000000000Q'),
  name: text(MAX_NAME, 'Any name: Chinese, traditional, English, former, short', 'Ruijin Hospital'),
  province: text(40, 'Province, in Chinese or English, narrows a name', 'Shanghai'),
  city: text(60, 'City, in Chinese or English, narrows a name', '上海市'),
  address: text(300, 'Street address, narrows a name', '瑞金二路197号'),
  website: text(300, 'Website, narrows a name', 'https://hospital.example'),
  campus: text(120, 'Campus 院区', '总院'),
  service: text(60, 'What is to be done there: a code of /v1/technologies', 'G06'),
  asOf: day.optional().meta({ description: 'Answer for this day (Asia/Shanghai); today if left out' }),
  generation: z.coerce.number().int().positive().optional().meta({
    description:
      'What was said in this generation of the registry, on the day it was published; `asOf` asks what was in force on a day. Both together: what that generation says of that day',
  }),
  lang: z
    .enum(languages)
    .optional()
    .meta({ description: 'Language of the words; else Accept-Language, else en' }),
};

const { service: _service, generation: _generation, ...who } = common;
/** Who is meant, on which day and in which language, for questions of other kinds. */
export const institutionShape = who;

/** The question in an address. */
const verifyQuery = z.strictObject({
  ...common,
  claim: z.union([z.string(), claims]).optional().meta({ description: claimWords, example: 'jci' }),
});

/** The question in a body: the same, and a physician may be named. */
export const verifyBody = z
  .strictObject({
    ...common,
    claim: z.union([z.string(), claims]).optional().meta({ description: claimWords }),
    practitioner: text(
      100,
      'Physician’s name; never without the institution or the certificate number',
      '示例医师',
    ),
    certificateNumber: text(
      40,
      'Practising certificate number 医师执业证书编码, 15 digits',
      '110310000000001',
    ),
    purpose: z.enum(purposes).optional().meta({
      description: 'Why you ask about a physician; required with one, and written down',
    }),
  })
  .meta({ id: 'Question', title: 'Question' });

export const batchAnswer = z.object({ answers: z.array(verdictSchema) });

const about = {
  tag: 'Verdicts',
  description:
    'Name the institution by `name`, `uscc`, `licenceNumber` or `id`, and say what you want to rely on it for. ' +
    'The same question gets the same bytes until the registry, the policy or the day changes; `ETag` says so.',
};

export const verifySchema = operation(
  {
    ...about,
    id: 'verify',
    summary: 'May one rely on this institution, for this, on this day?',
    examples: [
      { path: '/v1/verify?name=Ruijin%20Hospital' },
      { path: '/v1/verify?name=Huashan%20Hospital&claim=jci&lang=zh' },
      {
        path: '/v1/verify?name=%E5%8C%97%E4%BA%AC%E5%8D%8F%E5%92%8C%E5%8C%BB%E9%99%A2&service=art.ivf&asOf=2025-09-01',
      },
    ],
  },
  verdictSchema,
  { querystring: verifyQuery },
  [400],
);

export const verifyBatchSchema = operation(
  {
    ...about,
    id: 'verifyByPost',
    summary: `The same by POST: one question, or 1 to ${MAX_BATCH} in an array`,
    description: `${about.description} An array is answered as {"answers":[…]} in its order; one bad question refuses the whole batch, and \`errors\` points at each field (/3/service).`,
    examples: [
      { path: '/v1/verify', body: { name: 'Ruijin Hospital', claim: ['jci'] } },
      { path: '/v1/verify', body: [{ name: '瑞金医院' }, { name: 'Zhongshan Hospital', service: 'G06' }] },
    ],
  },
  z.union([verdictSchema, batchAnswer]),
  { body: z.union([verifyBody, z.array(verifyBody).min(1).max(MAX_BATCH)]) },
  [400, 413, 415],
);
