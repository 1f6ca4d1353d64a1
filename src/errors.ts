import type { KnownBesides, Problem } from '../schema/problem.ts';
import { keptProblems } from './errors/kept-problems.ts';
import { operatorProblems } from './errors/operator-problems.ts';
import { partnerProblems } from './errors/partner-problems.ts';

/** One thing wrong with a request: where, what, and what would be right. */
export type FieldError = NonNullable<Problem['errors']>[number];

type Kind = Readonly<{ status: number; title: string; zh: string; means: string }>;

/**
 * Every problem this service answers with. A code is never reused once retired.
 * `docs/errors.md` holds the same list; a test proves both against each other.
 */
export const problems = {
  ...operatorProblems,
  ...partnerProblems,
  ...keptProblems,
  LICET_BAD_QUESTION: {
    status: 400,
    title: 'The question cannot be read',
    zh: '无法读取所提问题',
    means:
      'A field is missing, unknown, malformed or contradictory. `errors` names each field and what would be right.',
  },
  LICET_PERSONAL_NUMBER: {
    status: 400,
    title: 'The request holds a number that identifies a person',
    zh: '请求中含有可识别个人身份的号码',
    means:
      'An ID-card number, or a physician qualification certificate number (医师资格证书编码, which contains one), was sent. It was neither logged nor kept. Use the 15-digit practising certificate number (医师执业证书编码).',
  },
  LICET_PRACTITIONER_NAME_ALONE: {
    status: 400,
    title: 'A physician’s name alone is not a question',
    zh: '仅凭医师姓名无法查询',
    means: 'Send the institution, or the 15-digit practising certificate number, together with the name.',
  },
  LICET_BAD_JSON: {
    status: 400,
    title: 'The body is not JSON',
    zh: '请求正文不是有效的 JSON',
    means:
      'The body is empty, ends early, breaks the JSON grammar, gives a key twice, or is not text in the charset it is said to be in; `detail` says which.',
  },
  LICET_BAD_ADDRESS: {
    status: 400,
    title: 'The address cannot be decoded',
    zh: '请求地址无法解码',
    means: 'The path or the query is not UTF-8 in percent-encoding.',
  },
  LICET_FOREIGN_HOST: {
    status: 403,
    title: 'This service listens on this machine alone',
    zh: '本服务仅供本机访问',
    means:
      'The request names another host in `Host` or `Origin` than this machine, as a page does that is behind a name made to point here. Behind a proxy set `LICET_BASE_URL`.',
  },
  LICET_RIGHTS_FORBID: {
    status: 403,
    title: 'The kept bytes may not be shown again',
    zh: '该来源的原始文件不得再次公开',
    means:
      'The rights of this source let Licet keep the page and show its facts, not hand out its bytes. `detail` says where it was published.',
  },
  LICET_UNKNOWN_ADDRESS: {
    status: 404,
    title: 'Nothing is served at this address',
    zh: '此地址没有内容',
    means: 'The path is not one of this service; see /docs.',
  },
  LICET_UNKNOWN_INSTITUTION: {
    status: 404,
    title: 'No institution has this id',
    zh: '没有使用此编号的机构',
    means: 'Ids come from an answer of /v1/verify or /v1/institutions?name=…; they are not licence numbers.',
  },
  LICET_UNKNOWN_TECHNOLOGY: {
    status: 404,
    title: 'No treatment has this code',
    zh: '没有使用此代码的诊疗技术',
    means: 'The code is not one of the vocabulary; `errors` lists the nearest ones, /v1/technologies all.',
  },
  LICET_UNKNOWN_SOURCE: {
    status: 404,
    title: 'No source has this id',
    zh: '没有使用此编号的来源',
    means: 'The id is not one of /v1/sources; `errors` lists the nearest ones.',
  },
  LICET_UNKNOWN_RUN: {
    status: 404,
    title: 'No run has this number',
    zh: '没有使用此编号的运行记录',
    means: 'Numbers of runs come from /v1/runs.',
  },
  LICET_UNKNOWN_EVIDENCE: {
    status: 404,
    title: 'No such page or row was kept',
    zh: '未保存过此页面或此行',
    means: 'No kept page has this SHA-256, or the page has no such row.',
  },
  LICET_UNKNOWN_PROBLEM: {
    status: 404,
    title: 'No problem has this code',
    zh: '没有此错误代码',
    means: 'The code is not one of docs/errors.md.',
  },
  LICET_METHOD_NOT_ALLOWED: {
    status: 405,
    title: 'This address does not take that method',
    zh: '此地址不支持该请求方法',
    means: 'The `Allow` header lists the methods it takes.',
  },
  LICET_NOT_ACCEPTABLE: {
    status: 406,
    title: 'The answer is not served in this format',
    zh: '不提供此格式的结果',
    means:
      'Accept or `_format` asks for a format that this address does not serve; `detail` says which it does.',
  },
  LICET_BODY_TOO_LARGE: {
    status: 413,
    title: 'The body is too large',
    zh: '请求正文过大',
    means: 'A body may have 1 MB, a batch 100 questions.',
  },
  LICET_ADDRESS_TOO_LONG: {
    status: 414,
    title: 'The address is too long',
    zh: '请求地址过长',
    means: 'A part of the path is longer than anything that could be found there.',
  },
  LICET_WRONG_CONTENT_TYPE: {
    status: 415,
    title: 'The body must be application/json',
    zh: '请求正文须为 application/json',
    means: 'Send `Content-Type: application/json` with a JSON body.',
  },
  LICET_BAD_REQUEST: {
    status: 400,
    title: 'The request is malformed',
    zh: '请求格式有误',
    means: 'The HTTP request itself breaks a rule, for instance a body shorter than it announced.',
  },
  LICET_TOO_MANY_REQUESTS: {
    status: 429,
    title: 'Too many requests',
    zh: '请求过于频繁',
    means: 'The client used up its share; `Retry-After` says in how many seconds it starts anew.',
  },
  LICET_HEADERS_TOO_LARGE: {
    status: 431,
    title: 'The headers are too large',
    zh: '请求头过大',
    means: 'All headers together may have 16 kB.',
  },
  LICET_INTERNAL: {
    status: 500,
    title: 'Something broke on our side',
    zh: '服务内部出错',
    means:
      'The fault is ours and is in the log under the request id of `instance`; nothing about the institution follows from it.',
  },
  LICET_NOT_READY: {
    status: 503,
    title: 'The registry is not loaded yet',
    zh: '数据尚未就绪',
    means: 'The service has started but holds no complete generation; try again in a few seconds.',
  },
} as const satisfies Readonly<Record<string, Kind>>;

export type ProblemCode = keyof typeof problems;

/** Thrown anywhere below a route to answer with a problem document; the detail must never repeat what a person typed. */
export class LicetError extends Error {
  override readonly name = 'LicetError';
  readonly code: ProblemCode;
  readonly fields: readonly FieldError[];
  /** What is known besides what is wrong. */
  readonly known: KnownBesides | null;
  constructor(
    code: ProblemCode,
    detail?: string,
    fields: readonly FieldError[] = [],
    known: KnownBesides | null = null,
  ) {
    super(detail ?? problems[code].means);
    this.code = code;
    this.fields = fields;
    this.known = known;
  }

  /** The HTTP status of this problem. */
  get statusCode(): number {
    return problems[this.code].status;
  }
}
