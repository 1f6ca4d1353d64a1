import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Received = Readonly<{ headers: IncomingHttpHeaders; body: string }>;

/** A receiver of webhooks on this machine; `status` says what it answers next. Takes a port, so that it can come back. */
export const startReceiver = async (port = 0, status = 200) => {
  const seen: Received[] = [];
  const answers = { status };
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += String(chunk);
    });
    request.on('end', () => {
      seen.push({ headers: request.headers, body });
      response.writeHead(answers.status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const own = (server.address() as AddressInfo).port;
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { seen, answers, port: own, url: `http://127.0.0.1:${own}/licet`, close };
};
