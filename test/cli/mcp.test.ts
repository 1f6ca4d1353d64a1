import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import t from 'tap';
import { fewSources, openService } from '../support/app.ts';
import { plainNode } from '../support/child.ts';

const { data, close } = await openService({}, fewSources);
t.teardown(close);

const initialize = {
  protocolVersion: '2025-11-25',
  capabilities: {},
  clientInfo: { name: 'made-up-assistant', version: '1' },
};
const question = { name: 'verify_institution', arguments: { name: 'Ruijin Hospital', service: 'IVF' } };
const lines = [
  'garbage',
  '{"jsonrpc":"2.0"',
  JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: initialize }),
  JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' }),
  JSON.stringify({ jsonrpc: '2.0', id: 2, method: 'tools/call', params: question }),
];

t.test('what was asked before the end of input is answered, whatever else came in', async (t) => {
  const [command, args] = plainNode([join(import.meta.dirname, '../../src/cli.ts'), 'mcp', '--data', data]);
  const child = spawn(command, args);
  child.stdin.end(`${lines.join('\n')}\n`);
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  t.equal(code, 0);
  const answers = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  t.strictSame(
    answers.map(({ id }) => id),
    [1, 2],
  );
  t.match(answers[1].result.structuredContent, { outcome: /\w/, institution: { en: /Ruijin Hospital/ } });
  t.notMatch(err, /database/);
});
