import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

/**
 * Flags of the packaged Chromium that switch off what these tests look at (site isolation, web security), or that make
 * it die with its first window.
 */
const UNWANTED = /single-process|disable-web-security|allow-running-insecure|isolation|IsolateOrigins/;

/** A real Chromium from npm. */
export const openBrowser = async (): Promise<Browser> =>
  playwright.launch({
    executablePath: await chromium.executablePath(),
    args: chromium.args.filter((flag) => !UNWANTED.test(flag)),
  });

export type ForeignPage = Readonly<{ headers?: Readonly<Record<string, string>>; body: string }>;

/** Another website on another host name, with the pages given. */
export const openForeign = async (
  pages: Readonly<Record<string, ForeignPage>>,
): Promise<Readonly<{ origin: string; close: () => void }>> => {
  const server: Server = createServer((request, response) => {
    const page = pages[request.url ?? '/'];
    response.writeHead(page === undefined ? 404 : 200, {
      'content-type': 'text/html; charset=utf-8',
      ...page?.headers,
    });
    response.end(page?.body ?? '');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return { origin: `http://localhost:${port}`, close: () => server.close() };
};
