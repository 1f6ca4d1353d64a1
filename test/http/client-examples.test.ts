import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Webhook } from 'standardwebhooks';
import t from 'tap';
import { openLists } from '../support/partner-lists.ts';

const { app, key } = await openLists(t);
await app.listen({ host: '127.0.0.1', port: 0 });
const baseUrl = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
// What tap asks of its own processes is not asked of what a user starts.
const { NODE_OPTIONS: _, ...mine } = process.env;
// As the check of all types: tsc does not tidy up (test/house/rule.ts).
const own = { ...mine, GOGC: 'off' };
const env = { ...own, LICET_URL: baseUrl, LICET_KEY: key };
const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');
const examples = join(root, 'client/examples');
const VERDICT = /^unknown: Not known for Ruijin Hospital/;

/** False where this machine has no such program: the check must pass with Node and npm alone. */
const has = (program: string): Promise<boolean> =>
  run(program, ['--version']).then(
    () => true,
    () => false,
  );

/** The package as it is published (built and packed), laid where a project of a user's would have it, beside what it needs. */
const installed = async (dir: string): Promise<void> => {
  const modules = join(dir, 'node_modules/licet-client');
  mkdirSync(modules, { recursive: true });
  const { stdout } = await run('npm', ['pack', '--json', '--workspace=client', '--pack-destination', dir], {
    cwd: root,
    env: own,
  });
  const [file = ''] = /licet-client-[\d.]+\.tgz/.exec(stdout) ?? [];
  await run('tar', ['-xzf', join(dir, file), '-C', modules, '--strip-components=1']);
  for (const needed of ['jose', 'openapi-fetch', 'openapi-typescript-helpers', 'standardwebhooks', '@types'])
    symlinkSync(join(root, 'node_modules', needed), join(dir, 'node_modules', needed));
};

t.test('the published package serves the TypeScript examples, and their types hold', async (t) => {
  const strict = { strict: true, noEmit: true, module: 'nodenext', target: 'es2024', types: ['node'] };
  const dir = t.testdir({
    'package.json': '{"type":"module"}',
    'tsconfig.json': JSON.stringify({ compilerOptions: strict, include: ['*.ts'] }),
  });
  await installed(dir);
  for (const file of ['verify.ts', 'receive.ts']) copyFileSync(join(examples, file), join(dir, file));
  await run(join(root, 'node_modules/.bin/tsc'), ['--project', dir, '--singleThreaded'], {
    cwd: dir,
    env: own,
  });
  const asked = await run(process.execPath, ['verify.ts'], { cwd: dir, env });
  t.match(asked.stdout, VERDICT);
  t.match(asked.stdout, /next: \S/);
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  const spare = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => spare.once('listening', resolve));
  const { port } = spare.address() as AddressInfo;
  await new Promise((resolve) => spare.close(resolve));
  const receiver = spawn(process.execPath, ['receive.ts'], {
    cwd: dir,
    env: { ...own, LICET_SECRET: secret, PORT: String(port) },
  });
  t.teardown(() => receiver.kill());
  let printed = '';
  receiver.stdout.on('data', (text) => {
    printed += String(text);
  });
  await new Promise((resolve) => receiver.stdout.once('data', resolve));
  const told = (outcome: string) => ({ outcome, summary: `made-up ${outcome}` });
  const data = { reference: 'our 1', before: told('limited'), after: told('refuted') };
  const body = JSON.stringify({ id: 'made-up-1', type: 'licet.answer.changed', data });
  const send = async (signedWith: string) => {
    const headers = {
      'webhook-id': 'made-up-1',
      'webhook-timestamp': String(Math.floor(Date.now() / 1000)),
      'webhook-signature': new Webhook(signedWith).sign('made-up-1', new Date(), body),
    };
    return (await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body, headers })).status;
  };
  t.strictSame([await send(secret), await send(secret)], [204, 204]);
  t.equal(await send(`whsec_${randomBytes(32).toString('base64')}`), 401);
  t.equal(printed.split('our 1: limited -> refuted').length, 2, 'what comes twice is handled once');
});

t.test('the examples for curl run as they stand, where there is a shell with curl', async (t) => {
  if (!(await has('curl'))) return t.pass('no curl on this machine');
  const { stdout } = await run('sh', [join(examples, 'verify.sh')], { env });
  t.match(JSON.parse(stdout), { outcome: 'unknown' });
  const dir = t.testdir({ '名单 list & 1.csv': 'hospital name\nRuijin Hospital\n', 'empty.csv': '' });
  const [list, result] = [join(dir, '名单 list & 1.csv'), join(dir, 'result.csv')];
  await run('sh', [join(examples, 'batch.sh'), list, result], { env });
  t.match(readFileSync(result, 'utf8'), /^\uFEFFhospital name,.*\r?\nRuijin Hospital,limited,/);
  const unread = await run('sh', [join(examples, 'batch.sh'), join(dir, 'empty.csv'), result], { env }).catch(
    (fault) => fault,
  );
  t.match(unread, { code: 1, stderr: /LICET_/ }, 'a list that is refused ends at once');
  const refused = await run('sh', [join(examples, 'verify.sh')], {
    env: { ...env, LICET_KEY: 'licet_made-up' },
  }).catch((fault) => fault);
  t.match(refused, { code: 22, stdout: /LICET_WRONG_KEY/ });
});

t.test('the examples for Python run as they stand, where there is a Python', async (t) => {
  if (!(await has('python3'))) return t.pass('no Python on this machine');
  const { stdout } = await run('python3', [join(examples, 'verify.py')], { env });
  t.match(stdout, VERDICT);
  const refused = run('python3', [join(examples, 'verify.py')], {
    env: { ...env, LICET_KEY: 'licet_made-up' },
  });
  t.match(await refused.catch((fault) => fault), { code: 1, stderr: /LICET_WRONG_KEY/ });
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  const check = async (body: string, at: Date, signed = body) => {
    const headers = {
      'webhook-id': 'made-up-1',
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign('made-up-1', at, signed),
    };
    const program = `import json, sys\nfrom read_delivery import read_delivery\nprint(read_delivery(sys.argv[1].encode(), json.loads(sys.argv[2]), sys.argv[3])["id"])`;
    return run('python3', ['-c', program, body, JSON.stringify(headers), secret], {
      env: { ...own, PYTHONPATH: examples, PYTHONDONTWRITEBYTECODE: '1' },
    }).then(
      (done) => done.stdout.trim(),
      (fault) => /ValueError: (.*)/.exec(String(fault.stderr))?.[1],
    );
  };
  const body = '{"id":"made-up-1","name":"编造医院"}';
  const now = new Date();
  t.equal(await check(body, now), 'made-up-1');
  t.equal(await check(body, now, body.replace('1', '2')), 'not signed with this secret');
  t.equal(await check(body, new Date(now.getTime() - 600_000)), 'too old');
});
