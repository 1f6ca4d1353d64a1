import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import chromium from '@sparticuz/chromium';
import { type Browser, type Page, chromium as playwright } from 'playwright-core';
import { madeOnce } from './made-once.ts';

/**
 * Flags of the packaged Chromium that switch off what these tests look at (site isolation, web security), that make it die
 * with its first window, that load it anew for each window instead of forking what is loaded, or that paint by an emulated
 * graphics card, which takes longer than without any.
 */
const UNWANTED =
  /single-process|disable-web-security|allow-running-insecure|zygote|isolation|IsolateOrigins|gpu|use-gl|angle|swiftshader/;

const version = (): string =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')).devDependencies[
    '@sparticuz/chromium'
  ];

/** The packed browser, unpacked once into a folder of this version: two processes that unpack at once into one would start half a file. */
const unpacked = (): Promise<string> =>
  madeOnce('chromium', version(), async (folder) => {
    const script = join(import.meta.dirname, 'unpack-chromium.ts');
    await promisify(execFile)(process.execPath, [script], {
      env: { ...process.env, NODE_OPTIONS: '', TMPDIR: folder },
    });
  });

/** A real Chromium from npm. */
export const openBrowser = async (): Promise<Browser> =>
  playwright.launch({
    executablePath: join(await unpacked(), 'chromium'),
    // Windows on one site share a process; what is on another site has its own, as always. What paints is a thread of the browser: as a
    // process of its own it handed every picture over through shared memory, a sixth of the processor time.
    args: [
      ...chromium.args.filter((flag) => !UNWANTED.test(flag)),
      '--disable-gpu',
      '--in-process-gpu',
      '--renderer-process-limit=1',
    ],
  });

type ForeignPage = Readonly<{ headers?: Readonly<Record<string, string>>; body: string }>;

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

type Found = Readonly<{ id: string; nodes: readonly Readonly<{ html: string; failureSummary?: string }>[] }>;

let axeText: string | undefined;

/** axe-core as it is packed for browsers: read anew by every page that is looked at. */
const axe = (): string => {
  axeText ??= readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
  return axeText;
};

/** What axe-core finds wrong with the page as it stands; but not by these rules, where some are named. */
export const violations = async (page: Page, without: readonly string[] = []): Promise<readonly string[]> => {
  if (await page.evaluate("typeof axe === 'undefined'")) await page.evaluate(axe());
  const rules = Object.fromEntries(without.map((rule) => [rule, { enabled: false }]));
  // Nothing of what is looked at rests on sheets of styles or on media that axe would fetch itself, and nobody reads its selectors.
  const options = JSON.stringify({ resultTypes: ['violations'], rules, preload: false, selectors: false });
  const results: readonly Found[] = await page.evaluate(
    `axe.run(${options}).then(({ violations }) => violations)`,
  );
  return results.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html} ${nodes[0]?.failureSummary ?? ''}`);
};

/** Pixels by which the page is wider than its window. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

/** What has jumped so far, as the browser's own entries sum it up. */
export const layoutShift = (page: Page): Promise<number> =>
  page.evaluate(
    `new Promise((done) => { let sum = 0; new PerformanceObserver((list) => { for (const entry of list.getEntries()) sum += entry.value; }).observe({ type: 'layout-shift', buffered: true }); setTimeout(() => done(sum), 200); })`,
  );

/** Bytes that came over the wire for this page, without fonts and their rules. */
export const weightWithoutFonts = (page: Page): Promise<number> =>
  page.evaluate(
    `[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].filter(({ name }) => !name.includes('/fonts')).reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)`,
  );

/** Lines of text that reach over the edge of their picture. */
export const outsidePicture = (page: Page): Promise<readonly string[]> =>
  page.evaluate(
    `[...document.querySelectorAll('svg')].flatMap((svg) => { const box = svg.getBoundingClientRect(); return [...svg.querySelectorAll('text')].filter((line) => { const at = line.getBoundingClientRect(); return at.left < box.left || at.right > box.right || at.top < box.top || at.bottom > box.bottom; }).map((line) => line.textContent); })`,
  );

const picture = (src: string) => `<img id="badge" src="${src}" width="240" height="80" alt="Licet">`;

/** Pages of a partner, a stranger and a thief that show badges of the service at `home`. */
export const foreignPages = (home: string): Readonly<Record<string, ForeignPage>> => {
  const headers = {
    'content-security-policy': `default-src 'none'; img-src ${home}`,
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-opener-policy': 'same-origin',
  };
  const element = `<licet-badge institution="test-confirmed" site="127.0.0.1"></licet-badge><script type="module" src="${home}/badge/licet-badge.js"></script>`;
  const frames = `<iframe id="page" src="${home}/hospitals/test-confirmed"></iframe><iframe id="badge" src="${home}/badge/test-confirmed/frame"></iframe>`;
  return {
    '/strict': { headers, body: picture(`${home}/badge/test-confirmed.svg`) },
    '/refused': { headers, body: picture(`${home}/badge/test-confirmed.svg?site=agency.example`) },
    '/nobody': { headers, body: picture(`${home}/badge/nobody.svg`) },
    '/element': { body: element },
    '/framed': { body: frames },
  };
};
