/** The problems that only partners meet; `src/errors.ts` holds them together with all others. */
export const partnerProblems = {
  LICET_WRONG_KEY: {
    status: 401,
    title: 'This needs a partner’s key',
    zh: '需要合作方密钥',
    means:
      'Send `Authorization: Bearer licet_…` with the key that `licet partner add` or `rotate` showed once. A key that has ended or was revoked gets this answer at every address.',
  },
  LICET_KEY_NOT_ALLOWED: {
    status: 403,
    title: 'This key is not for this',
    zh: '此密钥无权进行该操作',
    means:
      'A key is for what its scopes say (`read`, `batch`, `watch`, `badge`); `licet partner rotate --scopes` gives another one.',
  },
  LICET_FOREIGN_FORM: {
    status: 403,
    title: 'This form was not sent from a page of this service',
    zh: '此表单并非由本服务的页面提交',
    means:
      'What a partner does on its pages is taken from those pages alone: `Origin` has to be the address of this service. Programs use the API with a key.',
  },
  LICET_UNKNOWN_BATCH: {
    status: 404,
    title: 'You have no such list',
    zh: '您没有此名单',
    means: 'GET /v1/batches shows the lists of a partner. A list is kept for 30 days, then it is gone.',
  },
  LICET_BATCH_NOT_FINISHED: {
    status: 409,
    title: 'This list is not finished',
    zh: '此名单尚未处理完毕',
    means: 'Only a list whose rows are all answered can be watched. GET /v1/batches/{id} says how far it is.',
  },
  LICET_TOO_MANY_BATCHES: {
    status: 409,
    title: 'Too many lists wait to be answered',
    zh: '等待处理的名单过多',
    means: 'A partner may have 5 lists that are not ended. Wait for one, or cancel it.',
  },
  LICET_IDEMPOTENCY_KEY_USED: {
    status: 422,
    title: 'This Idempotency-Key came with another list',
    zh: '此 Idempotency-Key 已用于另一份名单',
    means:
      'The same key stands for the same list with the same parameters. Nothing was taken; send another key.',
  },
  LICET_LIST_UNREADABLE: {
    status: 422,
    title: 'The list cannot be taken',
    zh: '名单无法接收',
    means:
      'The file is no list of hospitals that can be read, or larger than it may be; `detail` names file, sheet and column and what would be right, in the language of the caller.',
  },
  LICET_UNKNOWN_WATCH: {
    status: 404,
    title: 'You have no such watch',
    zh: '您没有此关注名单',
    means: 'GET /v1/watches shows the watches of a partner. Nothing was changed.',
  },
  LICET_NO_WEBHOOK: {
    status: 404,
    title: 'This watch has no receiver',
    zh: '该关注名单未设置接收地址',
    means: 'PUT /v1/watches/{id}/webhook names one. Nothing was changed.',
  },
  LICET_NO_FEED: {
    status: 404,
    title: 'There is no such feed',
    zh: '没有此订阅源',
    means:
      'The watch has no feed, its address was replaced, or its partner has no live key. POST /v1/watches/{id}/feed makes an address.',
  },
  LICET_NO_ADDRESS: {
    status: 404,
    title: 'This watch is told to nobody by mail',
    zh: '该关注名单未设置邮箱',
    means: 'PUT /v1/watches/{id}/mail names an address. Nothing was changed.',
  },
  LICET_NO_MAIL: {
    status: 503,
    title: 'This installation sends no mail',
    zh: '本服务不发送邮件',
    means:
      'Its operator has named no mail server (LICET_SMTP_URL). Use the feed, a webhook, or /v1/watches/{id}/events.',
  },
  LICET_NOTHING_SENT: {
    status: 503,
    title: 'This installation sends nothing',
    zh: '本服务未开启对外发送',
    means:
      'Its operator has not let it open addresses outside (LICET_FETCH, LICET_CONTACT). Read the events at /v1/watches/{id}/events.',
  },
  LICET_TOO_MANY_WATCHES: {
    status: 409,
    title: 'You have as many watches as you may have',
    zh: '关注名单数量已达上限',
    means: 'A partner may have 20 watches of 10,000 entries each. Remove one with DELETE /v1/watches/{id}.',
  },
  LICET_SITE_NOT_PROVEN: {
    status: 403,
    title: 'Nobody has proven this domain',
    zh: '该域名尚未通过归属验证',
    means:
      'Badges and credentials are issued for proven domains only; docs/badge.md tells how a domain is proven.',
  },
  LICET_NOT_CONFIGURED: {
    status: 503,
    title: 'This installation signs nothing yet',
    zh: '本服务尚未配置签名地址',
    means:
      'Badges, credentials, receipts, packs and the public log are signed in the name of a public address. The operator has to set LICET_BASE_URL; nobody else can say what this service is called.',
  },
  LICET_FORMAT_NOT_OFFERED: {
    status: 501,
    title: 'This format is not offered',
    zh: '不提供此格式',
    means:
      'oEmbed is answered as JSON only; XML gets this answer, as its specification asks (oembed.com §2.3.3).',
  },
  LICET_SITE_TAKEN: {
    status: 409,
    title: 'Another partner has this domain on file',
    zh: '该域名已由其他合作方登记',
    means: 'Nothing was changed. If the domain is yours, write to the operator.',
  },
  LICET_UNKNOWN_SITE: {
    status: 404,
    title: 'You have no such domain on file',
    zh: '您未登记此域名',
    means: 'GET /partner/sites lists the domains of a partner. Nothing was changed.',
  },
  LICET_TOO_MANY_UNPROVEN: {
    status: 409,
    title: 'Too many domains wait for their proof',
    zh: '待验证的域名过多',
    means:
      'A partner may have 20 domains on file that are not proven, for 30 days each. Prove some, or take them off with DELETE /partner/sites/{domain}. Nothing was changed.',
  },
  LICET_STATUS_LIST_FULL: {
    status: 503,
    title: 'No further credential can be issued now',
    zh: '当前无法签发更多凭证',
    means:
      'Each credential needs a place in the status list, and all are taken by credentials of the last 30 days. Badges are issued as ever; tell the operator.',
  },
} as const;
