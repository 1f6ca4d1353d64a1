import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import t from 'tap';
import { fewSources, openService } from '../support/app.ts';

const { app, close } = await openService({}, fewSources);
t.teardown(close);
await app.listen({ host: '127.0.0.1', port: 0 });
const address = `http://localhost:${(app.server.address() as AddressInfo).port}/mcp`;

const tool = new URL('../../node_modules/@modelcontextprotocol/conformance/dist/index.js', import.meta.url);

/** The scenarios of the official conformance tool that need no tools of its own making. */
const scenarios = ['server-initialize', 'ping', 'tools-list', 'resources-list', 'dns-rebinding-protection'];

t.test('the official conformance tool finds nothing amiss', async (t) => {
  const run = async (scenario: string): Promise<string> => {
    const child = spawn(process.execPath, [
      tool.pathname,
      'server',
      '--url',
      address,
      '--scenario',
      scenario,
    ]);
    const said: string[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => said.push(String(part)));
    const [code] = await once(child, 'close');
    return code === 0 ? (/Passed: .*/.exec(said.join(''))?.[0] ?? 'no result') : said.join('');
  };
  for (const said of await Promise.all(scenarios.map(run)))
    t.match(said, /^Passed: [1-9]\d*\/[1-9]\d*, 0 failed, 0 warnings/);
});
