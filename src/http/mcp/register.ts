import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LicetError } from '../../errors.ts';
import { faultInLog } from '../../store/storage-fault.ts';
import { baseOf } from '../badge/address.ts';
import type { McpDeps } from './deps.ts';
import { refuseArguments, refuseAsJsonRpc, refuseBatch, refuseEmpty } from './refusals.ts';

/** Headers of a request that the protocol reads; nothing else of it is handed on. */
const READ = ['accept', 'content-type', 'mcp-protocol-version', 'mcp-method', 'mcp-name', 'origin', 'host'];

const METHOD_NOT_ALLOWED = 405;

const HERE = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Whether a page of somebody else could be behind a request to a service that listens on this machine alone (DNS rebinding): then Host
 * and Origin must name this machine, or the public address it is known by. A service that listens to all is open to all anyhow.
 */
const refusedHosts = (
  { validateHostHeader, originValidationResponse }: typeof import('@modelcontextprotocol/server'),
  { host, baseUrl }: McpDeps['config'],
  request: Request,
): boolean => {
  if (!HERE.includes(host) && host !== '::1') return false;
  const known = baseUrl === null ? HERE : [...HERE, new URL(baseUrl).hostname];
  const named = validateHostHeader(request.headers.get('host'), known);
  return !named.ok || originValidationResponse(request, known) !== undefined;
};

const webRequest = ({ method, headers, url, body }: FastifyRequest): Request => {
  const handed = new Headers();
  for (const [name, value] of Object.entries(headers))
    if (typeof value === 'string' && (READ.includes(name) || name.startsWith('mcp-')))
      handed.set(name, value);
  const sent = method === 'POST' ? JSON.stringify(body ?? null) : null;
  return new Request(new URL(url, 'http://licet.invalid'), { method, headers: handed, body: sent });
};

const send = async (reply: FastifyReply, response: Response): Promise<FastifyReply> => {
  for (const [name, value] of response.headers) reply.header(name, value);
  reply.code(response.status).header('cache-control', 'no-store');
  if (response.status === METHOD_NOT_ALLOWED) reply.header('allow', 'POST');
  // What asks for no answer gets a body of no bytes, and not the word null.
  if (response.body === null) return reply.send();
  const events = response.headers.get('content-type')?.startsWith('text/event-stream') === true;
  return reply.send(events ? Readable.fromWeb(response.body) : await response.text());
};

/**
 * The Model Context Protocol at /mcp (streamable HTTP, without sessions): what is asked is counted like any other request, and
 * answered by the tools of `server.ts`. The protocol's library is loaded by the first request that needs it.
 */
export const registerMcp = (app: FastifyInstance, deps: McpDeps): void => {
  let loaded: ReturnType<typeof load> | null = null;
  const load = async (base: string) => {
    const [protocol, { createMcpServer }] = await Promise.all([
      import('@modelcontextprotocol/server'),
      import('./server.ts'),
    ]);
    const fault = (cause: unknown): void => app.log.error(faultInLog(cause), 'a tool for assistants failed');
    const told = { ...deps, config: { ...deps.config, baseUrl: base } };
    const handler = protocol.createMcpHandler(() => createMcpServer(told, fault));
    return { protocol, handler };
  };
  app.addHook('onClose', async () => (await loaded)?.handler.close());
  app.route({
    method: ['GET', 'POST', 'DELETE'],
    url: '/mcp',
    schema: { hide: true },
    // A number that identifies a person is refused by the tools, so that an assistant is told why.
    config: { ownReader: true },
    errorHandler: refuseAsJsonRpc,
    handler: async (request, reply) => {
      if (Array.isArray(request.body)) return refuseBatch(reply);
      const refused = refuseEmpty(request, reply) ?? refuseArguments(request.body, reply);
      if (refused !== null) return refused;
      loaded ??= load(baseOf(deps, request));
      const { protocol, handler } = await loaded;
      const asked = webRequest(request);
      if (refusedHosts(protocol, deps.config, asked)) throw new LicetError('LICET_FOREIGN_HOST');
      return send(reply, await handler.fetch(asked, { parsedBody: request.body }));
    },
  });
};
