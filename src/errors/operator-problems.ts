/** The problems that only operators meet; `src/errors.ts` holds them together with all others. */
export const operatorProblems = {
  LICET_WRONG_TOKEN: {
    status: 401,
    title: 'This needs an operator’s token',
    zh: '需要操作员令牌',
    means:
      'Send `Authorization: Bearer licet_op_…` with the token that `licet operator add` showed once. A missing, a wrong and a revoked token are answered alike.',
  },
  LICET_METRICS_CLOSED: {
    status: 401,
    title: 'What is measured is not shown to everybody',
    zh: '监控数据不对外开放',
    means:
      'Send `Authorization: Bearer …` with the value of the setting LICET_METRICS_TOKEN, or read it on the port of LICET_METRICS_PORT. Where neither is set, nobody reads it.',
  },
  LICET_ROLE_NOT_ALLOWED: {
    status: 403,
    title: 'This is not for your role',
    zh: '您的角色无权进行该操作',
    means:
      'A clerk looks and captures, a reviewer also decides, an administrator also manages operators, partners and keys; `detail` says which role is wanted. Nothing was changed. `licet operator role` gives another one.',
  },
  LICET_BODY_TOO_SLOW: {
    status: 408,
    title: 'The body took too long to arrive',
    zh: '请求正文传输超时',
    means:
      'A request must have arrived within 75 seconds, its headers within 15, an upload within a minute; nothing of it was kept.',
  },
  LICET_NOT_CAPTURED: {
    status: 409,
    title: 'This source takes no captured rows here',
    zh: '该来源不在此处接受人工采集',
    means:
      'It is read by Licet itself, or its rows are about persons and are kept apart; `detail` says which.',
  },
  LICET_CANNOT_DECIDE: {
    status: 409,
    title: 'This run cannot be decided',
    zh: '无法对该次运行作出决定',
    means:
      'The source was read again meanwhile, was not refused, was decided before, or its page cannot be read at all; `detail` says which. Nothing was changed.',
  },
  LICET_UNKNOWN_CAPTURE: {
    status: 404,
    title: 'No such capture is here',
    zh: '没有该采集记录',
    means:
      'No capture with this number waits (`GET /v1/operator/captures/pending` lists those that do), or no row with this key is on record (`GET /v1/operator/captures/{source}/rows`).',
  },
  LICET_CAPTURE_REFUSED: {
    status: 422,
    title: 'What was captured cannot be taken',
    zh: '采集内容无法接受',
    means:
      'A field, the saved page or a row of the file is wrong; `errors` names each. Nothing was recorded: rows are taken together, or with `?partial=true` those that are good.',
  },
  LICET_BUSY: {
    status: 503,
    title: 'The registry is being written to',
    zh: '登记数据正在更新',
    means:
      'A night is reading its sources, the database does not answer, or too much waits already. Nothing was changed; `Retry-After` says when to try again.',
  },
} as const;
