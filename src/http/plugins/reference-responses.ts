/** The parts of an OpenAPI document that are touched here. */
type Response = Readonly<{ description?: string; headers?: object; content?: object; $ref?: string }>;
type Operation = Readonly<{
  tags?: readonly string[];
  security?: readonly unknown[];
  parameters?: readonly Readonly<{ name: string }>[];
  responses?: Readonly<Record<string, Response>>;
}>;
type Document = Readonly<{
  paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  components?: Readonly<Record<string, unknown>>;
}>;

const text = { type: 'string' } as const;

/** Headers that a client acts on, described once. Those that every HTTP client knows by itself are not repeated here. */
const headers = {
  'X-Request-Id': {
    description: 'Names this request in our log; `instance` of a problem holds it too',
    required: true,
    schema: text,
  },
  RateLimit: {
    description:
      'What is left of your share: `"default";r=599;t=30` (requests, seconds until it starts anew)',
    schema: text,
  },
  'RateLimit-Policy': { description: 'Your share: `"default";q=600;w=60` (requests, seconds)', schema: text },
  'Retry-After': { description: 'Seconds after which asking again makes sense', schema: { type: 'integer' } },
  'WWW-Authenticate': { description: 'How to show a key (RFC 6750)', schema: text },
  ETag: {
    description: 'Names these bytes: send it in `If-None-Match` and get 304 while they are the same',
    schema: text,
  },
  Location: { description: 'The address of what was made, or where it stands now', schema: text },
  Link: {
    description:
      '`rel="next"`: the next page, while there is one. `rel="deprecation"`: what to use instead of an address that will go (RFC 8288)',
    schema: text,
  },
  Deprecation: {
    description:
      'Only where this address is deprecated: the instant from which it is, `@` and Unix seconds (RFC 9745). Nothing is deprecated today',
    schema: { ...text, pattern: '^@-?\\d{1,12}$' },
  },
  Sunset: {
    description:
      'Only beside Deprecation: the earliest instant at which this address may stop to answer (RFC 8594)',
    schema: text,
  },
  'X-Licet-Status': {
    description: 'The status of a refusal that is sent as a picture with 200',
    schema: { type: 'integer' },
  },
  'X-Licet-Problem': { description: 'What is wrong with the address of such a picture', schema: text },
} as const;
type Header = keyof typeof headers;

/** Names of the answers that many operations share. */
const shared: Readonly<Record<string, string>> = {
  304: 'NotModified',
  308: 'Moved',
  400: 'BadRequest',
  401: 'NoLiveKey',
  403: 'NotAllowed',
  404: 'Unknown',
  408: 'TooSlow',
  409: 'Conflict',
  410: 'Removed',
  413: 'TooLarge',
  414: 'AddressTooLong',
  415: 'WrongType',
  422: 'CannotBeTaken',
  429: 'TooManyRequests',
  500: 'Fault',
  501: 'NotOffered',
  503: 'NotNow',
};

const byStatus: Readonly<Record<string, readonly Header[]>> = {
  201: ['Location'],
  202: ['Location'],
  304: ['ETag'],
  308: ['Location'],
  401: ['WWW-Authenticate'],
  429: ['Retry-After', 'WWW-Authenticate'],
  503: ['Retry-After'],
};

const always: readonly Header[] = ['X-Request-Id', 'RateLimit', 'RateLimit-Policy'];
const onSuccess: readonly Header[] = ['Link', 'Deprecation', 'Sunset'];

/** What anybody may read has an ETag, and is asked for again by it. */
const isConditional = (method: string, { security = [] }: Operation): boolean =>
  method === 'get' && security.length === 0;

const headersOf = (method: string, status: string, operation: Operation) => {
  const good = /^2/.test(status);
  const named: readonly Header[] = [
    ...always,
    ...(byStatus[status] ?? []),
    ...(good ? onSuccess : []),
    ...(good && isConditional(method, operation) ? (['ETag'] as const) : []),
    ...(good && operation.tags?.includes('Badges') ? (['X-Licet-Status', 'X-Licet-Problem'] as const) : []),
  ];
  return Object.fromEntries(named.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
};

const notModified: Response = { description: 'What you hold is still what you would get; no body' };

/**
 * Gives each answer the headers that it may carry, conditional addresses their 304, and what many addresses answer alike one description
 * under `components`.
 */
export const describeResponses = <Doc extends Document>(document: Doc): Doc => {
  const responses: Record<string, Response> = {};
  const share = (status: string, response: Response): Response => {
    const name = shared[status];
    if (name === undefined) return response;
    const known = responses[name] ?? response;
    responses[name] = known;
    return JSON.stringify(known) === JSON.stringify(response)
      ? { $ref: `#/components/responses/${name}` }
      : response;
  };
  const finish = (method: string, operation: Operation): Operation => {
    const said = {
      ...operation.responses,
      ...(isConditional(method, operation) ? { 304: notModified } : {}),
    };
    const finished = Object.entries(said).map(([status, response]): [string, Response] => [
      status,
      share(status, { ...response, headers: headersOf(method, status, operation) }),
    ]);
    return { ...operation, responses: Object.fromEntries(finished) };
  };
  const paths = Object.entries(document.paths ?? {}).map(([path, methods]) => [
    path,
    Object.fromEntries(
      Object.entries(methods).map(([method, operation]) => [method, finish(method, operation)]),
    ),
  ]);
  return {
    ...document,
    paths: Object.fromEntries(paths),
    components: { ...document.components, responses, headers },
  };
};
