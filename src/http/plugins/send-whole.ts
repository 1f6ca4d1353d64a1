import type { FastifyInstance, FastifyReply } from 'fastify';
import { type ByteText, bytesOf } from '../../text/byte-text.ts';
import { sendFinished } from './before-framework.ts';

/** Sends an answer that is finished: `body` null for one without. */
export type SendWhole = (
  reply: FastifyReply,
  status: number,
  headers: Readonly<Record<string, string>>,
  body: ByteText | null,
) => void;

/** Past the framework: head and body in one piece, and no hook looks at what is settled. Its log line and its measure are taken all the same. */
const pastFramework: SendWhole = (reply, status, headers, body) => {
  const surrounding = reply.getHeaders();
  reply.hijack();
  sendFinished(reply.raw, { status, headers, body }, surrounding);
};

const byFramework: SendWhole = (reply, status, headers, body) =>
  void reply
    .code(status)
    .headers(headers)
    .send(body === null ? undefined : bytesOf(body));

/** How finished answers are sent: where requests are traced the framework sends them, whose hooks end the trace. */
export const wholeSender = (app: FastifyInstance): SendWhole =>
  app.hasRequestDecorator('opentelemetry') ? byFramework : pastFramework;
