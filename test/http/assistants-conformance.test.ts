import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import t from 'tap';
import { MOST_BYTES } from '../../src/http/mcp/short/fit.ts';
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

const headers = { accept: 'application/json, text/event-stream', 'mcp-protocol-version': '2025-11-25' };
const post = async (payload: object) => app.inject({ method: 'POST', url: '/mcp', headers, payload });

t.test('a notification is taken without a body, and other methods are told which one is right', async (t) => {
  const taken = await post({ jsonrpc: '2.0', method: 'notifications/initialized' });
  t.match(taken, { statusCode: 202, body: /^$/ });
  for (const method of ['GET', 'DELETE'] as const)
    t.match(await app.inject({ method, url: '/mcp', headers }), {
      statusCode: 405,
      headers: { allow: 'POST' },
    });
});

t.test('messages come one by one, so that each counts in the quota', async (t) => {
  const ping = { jsonrpc: '2.0', id: 1, method: 'ping' };
  t.equal((await post(ping)).statusCode, 200);
  t.match(await post([ping, ping]), { statusCode: 400, body: /"code":-32600/ });
});

t.test('the longest question is answered in 3,500 bytes, and one with more marks is refused', async (t) => {
  const claim = ['grade:2B', 'grade:2C', 'grade:2'];
  const who = {
    name: '医'.repeat(150),
    address: '路'.repeat(290),
    website: `https://a.example/${'b'.repeat(270)}`,
  };
  const call = async (asked: object) => {
    const params = { name: 'verify_institution', arguments: asked };
    const { body } = await post({ jsonrpc: '2.0', id: 1, method: 'tools/call', params });
    return JSON.parse(/^data: (.*)$/m.exec(body)?.[1] ?? '').result;
  };
  for (const id of [{}, { id: 'test-refuted' }]) {
    const { content } = await call({ ...who, ...id, claim, service: 'IVF', lang: 'zh' });
    const [{ text }] = content;
    t.ok(Buffer.byteLength(text) <= MOST_BYTES, `${Buffer.byteLength(text)} bytes`);
    t.equal(JSON.parse(text).asked.length, 4);
  }
  const { isError, content } = await call({ id: 'test-limited', claim: ['jci,ciha,himss,3A'] });
  t.ok(isError);
  t.match(JSON.parse(content[0].text), { fields: [{ field: '/claim' }] });
});
