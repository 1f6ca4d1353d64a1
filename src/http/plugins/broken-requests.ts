import type { FastifyServerOptions } from 'fastify';
import { LicetError, type ProblemCode } from '../../errors.ts';
import { problemOf } from './problems.ts';

type OnClientError = (...told: Parameters<NonNullable<FastifyServerOptions['clientErrorHandler']>>) => void;

const codes: Readonly<Record<string, ProblemCode>> = {
  HPE_HEADER_OVERFLOW: 'LICET_HEADERS_TOO_LARGE',
  HPE_INVALID_URL: 'LICET_BAD_ADDRESS',
  ERR_HTTP_REQUEST_TIMEOUT: 'LICET_BODY_TOO_SLOW',
};

/** Advice for a caller who put a Chinese name into an address without percent-encoding it. */
const helps: Readonly<Record<string, string>> = {
  HPE_INVALID_URL:
    'The address holds a sign that is not ASCII. Percent-encode it, for instance: curl -G --data-urlencode "name=瑞金医院" …/v1/verify',
};

const phrases: Readonly<Record<number, string>> = {
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
};

/** Answers what is no HTTP request at all, before any route could, as a problem document too; then hangs up. */
export const answerBrokenRequest: OnClientError = (error, socket) => {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const broken = new LicetError(codes[error.code ?? ''] ?? 'LICET_BAD_REQUEST', helps[error.code ?? '']);
  const { instance: _, ...problem } = problemOf(broken, '');
  const body = JSON.stringify(problem);
  if (socket.writable) {
    socket.write(
      `HTTP/1.1 ${problem.status} ${phrases[problem.status] ?? 'Bad Request'}\r\n` +
        `content-type: application/problem+json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\n` +
        `connection: close\r\n\r\n${body}`,
    );
  }
  socket.destroy(error);
};
