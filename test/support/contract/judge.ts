import { createLogger } from '@stoplight/prism-core';
import { createInstance, getHttpOperationsFromSpec, type IHttpProxyConfig } from '@stoplight/prism-http';
import type { OpenApi, Operation } from './document.ts';
import type { Drawn } from './draw-request.ts';

/** Headers that a partner's program acts on: those that are sent must be declared. All others are HTTP's own, or the same everywhere. */
const ACTED_ON =
  /^(?:etag|link|location|content-location|retry-after|www-authenticate|ratelimit.*|deprecation|sunset|x-(?!content-type-options).*)$/;

type Answered = Readonly<{
  statusCode: number;
  headers?: Readonly<Record<string, string | readonly string[]>>;
}>;

const declaredIn = (
  document: OpenApi,
  { responses }: Operation,
  { statusCode }: Answered,
): readonly string[] => {
  const named = responses[String(statusCode)];
  const shared = document.components.responses[named?.$ref?.replace(/^.*\//, '') ?? ''];
  return Object.keys(named?.headers ?? shared?.headers ?? {}).map((name) => name.toLowerCase());
};

/** A refusal that is sent as a picture with 200 says so itself. */
const isRefusal = ({ statusCode, headers = {} }: Answered): boolean =>
  statusCode >= 400 || Number(headers['x-licet-status'] ?? 0) >= 400;

/**
 * Asks a service through Prism (Stoplight), which holds every answer against the OpenAPI document: its status, media type, headers and
 * body. `base`: where the service listens.
 * @returns asks one request, and gives what was answered and each complaint in a line; none is as it should be
 */
export const openJudge = async (document: OpenApi, base: string) => {
  const operations = await getHttpOperationsFromSpec({ ...document });
  const config: IHttpProxyConfig = {
    isProxy: true,
    upstream: new URL(base),
    upstreamProxy: undefined,
    mock: { dynamic: false },
    checkSecurity: false,
    validateRequest: true,
    validateResponse: true,
    // What is asked wrongly is asked all the same: how the service refuses it is judged too.
    errors: false,
  };
  const prism = createInstance(config, { logger: createLogger('prism', { enabled: false }) });
  return async (operation: Operation, drawn: Drawn) => {
    const { method, path, query, headers, body } = drawn;
    // Prism never hands a 501 on: it answers with one it makes up.
    if (path === '/oembed' && query.format !== undefined && query.format !== 'json')
      return { status: 501, complaints: [] };
    const request = { method, url: { path, query }, headers, body } as Parameters<typeof prism.request>[0];
    const judged = await prism.request(request, operations)();
    if (judged._tag === 'Left') return { status: 0, complaints: [String(judged.left)] };
    const { output, validations } = judged.right;
    const declared = declaredIn(document, operation, output);
    const complaints = [
      ...validations.output.map(({ message, path: at = [] }) => `${at.join('/')} ${message}`),
      ...(output.statusCode === 500 ? ['a fault of ours'] : []),
      ...Object.keys(output.headers ?? {})
        .filter((name) => ACTED_ON.test(name) && !declared.includes(name))
        .map((name) => `${name} is sent and not declared`),
      ...(isRefusal(output) ? [] : validations.input.map(({ message }) => `taken, although ${message}`)),
    ];
    return { status: output.statusCode, complaints: complaints.map((one) => `${output.statusCode} ${one}`) };
  };
};
