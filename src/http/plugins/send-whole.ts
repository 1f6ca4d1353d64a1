import type { FastifyInstance, FastifyReply } from 'fastify';
import { type ByteText, bytesOf } from '../../text/byte-text.ts';

/** Sends an answer that is finished: `body` null for one without. */
export type SendWhole = (
  reply: FastifyReply,
  status: number,
  headers: Readonly<Record<string, string>>,
  body: ByteText | null,
) => void;

type HeaderValue = string | number | string[] | undefined;

/** Past the framework: head and body in one piece, and no hook looks at what is settled. Its log line and its measure are taken all the same. */
const pastFramework: SendWhole = (reply, status, headers, body) => {
  const all: Record<string, HeaderValue> = { ...reply.getHeaders(), ...headers };
  if (body !== null) all['content-length'] = body.length;
  reply.hijack();
  reply.raw.writeHead(status, all);
  if (body === null) reply.raw.end();
  else reply.raw.end(body, 'latin1');
};

const byFramework: SendWhole = (reply, status, headers, body) =>
  void reply
    .code(status)
    .headers(headers)
    .send(body === null ? undefined : bytesOf(body));

/** How finished answers are sent: where requests are traced the framework sends them, whose hooks end the trace. */
export const wholeSender = (app: FastifyInstance): SendWhole =>
  app.hasRequestDecorator('opentelemetry') ? byFramework : pastFramework;
