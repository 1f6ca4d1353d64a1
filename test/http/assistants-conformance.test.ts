import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import t from 'tap';
import { z } from 'zod';
import { MOST_BYTES } from '../../src/http/mcp/short/fit.ts';
import { searchTreatments } from '../../src/verdict/vocabulary/treatments.ts';
import { fewSources, openService } from '../support/app.ts';

const { app, close } = await openService({}, fewSources);
t.teardown(close);
await app.listen({ host: '127.0.0.1', port: 0 });
const address = `http://localhost:${(app.server.address() as AddressInfo).port}/mcp`;

const tool = new URL('../../node_modules/@modelcontextprotocol/conformance/dist/index.js', import.meta.url);

/**
 * Scenarios that call tools, prompts or resources which a server made for that tool must have (`test_simple_text` …), or that are
 * about what Licet does not offer and does not claim to: prompts, completions, log levels, subscriptions to resources, questions back to the
 * person, headers made of arguments.
 */
const ofATestServer =
  /^(?:tools-call-|prompts-|resources-(?:read|templates|subscribe|unsubscribe)|completion-|logging-|elicitation-|input-required-|json-schema-2020-12|http-custom-header|server-sse-polling)/;

const checksIn = z.array(
  z.object({ id: z.string(), status: z.string(), errorMessage: z.string().optional() }),
);

/** Runs all scenarios of a revision of the protocol in one process; gives every check of those that apply. */
const checked = async (revision: string, folder: string) => {
  const asked = ['server', '--url', address, '--suite', 'all', '--spec-version', revision, '-o', folder];
  const child = spawn(process.execPath, [tool.pathname, ...asked], { stdio: 'ignore' });
  await once(child, 'close');
  return readdirSync(folder).flatMap((run) => {
    const scenario = run.replace(/^server-/, '').replace(/-\d{4}-\d\d-\d\dT.*$/, '');
    if (ofATestServer.test(scenario)) return [];
    return checksIn
      .parse(JSON.parse(readFileSync(join(folder, run, 'checks.json'), 'utf8')))
      .map((check) => ({ scenario, ...check }));
  });
};

t.test('the official conformance tool finds nothing amiss in any scenario that applies', async (t) => {
  const runs = [
    ['2026-07-28', 55],
    ['2025-11-25', 10],
  ] as const;
  const folder = t.testdir();
  await Promise.all(
    runs.map(async ([revision, least]) => {
      const checks = await checked(revision, join(folder, revision));
      const failed = checks.filter(
        ({ status, errorMessage = '' }) =>
          status === 'FAILURE' && !/diagnostic tool|prompts\/list returned/.test(errorMessage),
      );
      t.strictSame(failed, [], revision);
      const passed = checks.filter(({ status }) => status === 'SUCCESS').length;
      t.ok(passed >= least, `${revision}: ${passed} checks passed`);
    }),
  );
});

const headers = { accept: 'application/json, text/event-stream', 'mcp-protocol-version': '2025-11-25' };
const post = async (payload: object) => app.inject({ method: 'POST', url: '/mcp', headers, payload });

/** What a tool answers; `said`: its text read as JSON. */
const call = async (name: string, asked: object) => {
  const { body } = await post({
    jsonrpc: '2.0',
    id: 1,
    method: 'tools/call',
    params: { name, arguments: asked },
  });
  const { result } = JSON.parse(/^data: (.*)$/m.exec(body)?.[1] ?? '');
  const [{ text }] = result.content;
  return { ...result, text, said: JSON.parse(text) };
};

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

t.test('what is no message of the protocol is told as JSON-RPC tells errors', async (t) => {
  const send = (payload: string, type = 'application/json') =>
    app.inject({ method: 'POST', url: '/mcp', headers: { ...headers, 'content-type': type }, payload });
  for (const [payload, code, message] of [
    ['{"jsonrpc":"2.0"', -32700, /not JSON/],
    ['{"id":1,"id":2}', -32700, /key "id" twice/],
    ['', -32700, /JSON/],
    ['[]', -32600, /no batches/],
    [
      '{"jsonrpc":"2.0","id":7,"method":"tools/call","params":{"name":"find_institution","arguments":["x"]}}',
      -32602,
      /^arguments is a list; expected an object/,
    ],
  ] as const) {
    const answer = await send(payload);
    t.match(answer.json(), { jsonrpc: '2.0', error: { code, message } }, payload);
    t.equal(answer.statusCode, 400);
  }
  t.match((await send('x', 'text/plain')).json(), { error: { data: { code: 'LICET_WRONG_CONTENT_TYPE' } } });
});

t.test('the longest question is answered in 3,500 bytes, and one with more marks is refused', async (t) => {
  const claim = ['grade:2B', 'grade:2C', 'grade:2'];
  const who = {
    name: '医'.repeat(150),
    address: '路'.repeat(290),
    website: `https://a.example/${'b'.repeat(270)}`,
  };
  for (const id of [{}, { id: 'test-refuted' }]) {
    const { content } = await call('verify_institution', {
      ...who,
      ...id,
      claim,
      service: 'IVF',
      lang: 'zh',
    });
    const [{ text }] = content;
    t.ok(Buffer.byteLength(text) <= MOST_BYTES, `${Buffer.byteLength(text)} bytes`);
    t.equal(JSON.parse(text).asked.length, 4);
  }
  const { isError, content } = await call('verify_institution', {
    id: 'test-limited',
    claim: ['jci,ciha,himss,3A'],
  });
  t.ok(isError);
  t.match(JSON.parse(content[0].text), { fields: [{ field: '/claim' }] });
});

t.test('a question that cannot be read is told field by field', async (t) => {
  const { isError, said } = await call('verify_institution', { name: 'Ruijin', service: 'organ transplant' });
  t.ok(isError);
  t.match(said, {
    retryable: false,
    fields: [{ field: '/service', nearest: ['transplant.heart', 'transplant.intestine'] }],
  });
  t.match((await call('verify_institution', { city: 'Shanghai' })).said, {
    fields: [{ problem: 'is missing: nobody is named' }],
  });
  for (const [tool, asked, sentence] of [
    ['find_institution', { name: 'x', limit: 'three' }, /^limit is a text; expected a whole number\. /],
    ['find_institution', { name: 'x', limit: 11 }, /^limit is 11; expected at most 10\. /],
    ['find_institution', { name: 'x', limit: 1e30 }, /^limit is 1e\+30; expected at most 10\. (?!limit)/],
    [
      'find_institution',
      { nam: 'x' },
      /^nam is not a field .*; nearest: name\. name is missing; expected a text\. /,
    ],
    [
      'verify_institution',
      { name: 7, claim: 'jci' },
      /^name is a number; .* claim is a text; expected a list of texts\. /,
    ],
    ['verify_institution', { name: 'x', claim: [3] }, /^claim holds what is a number; expected a text\. /],
    ['verify_institution', { name: 'x', practitioner: 'y' }, /^practitioner is not a field/],
    ['explain_identifier', {}, /^value is missing; expected a text\. /],
  ] as const)
    t.match((await call(tool, asked)).said, { error: 'LICET_BAD_QUESTION', message: sentence }, tool);
});

t.test('all treatments can be read in either language, as many at a time as fit', async (t) => {
  for (const lang of ['en', 'zh']) {
    const codes: string[] = [];
    for (let after: number | null = 0; after !== null; ) {
      const { said, text } = await call('list_treatments', { lang, ...(after === 0 ? {} : { after }) });
      codes.push(...said.treatments.map(({ code }: { code: string }) => code));
      t.ok(Buffer.byteLength(text) <= MOST_BYTES);
      after = said.next;
    }
    t.strictSame(
      codes,
      searchTreatments('').map(({ code }) => code),
      lang,
    );
  }
});
