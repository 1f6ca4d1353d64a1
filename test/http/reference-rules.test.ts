import { execFile } from 'node:child_process';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import spectralCore, { type RulesetDefinition } from '@stoplight/spectral-core';
import spectralRules from '@stoplight/spectral-rulesets';
import t from 'tap';
import { typesOf } from '../../client/generate.ts';
import { operationNotes } from '../../schema/lexicon/operation-notes.ts';
import { openService } from '../support/app.ts';

const service = await openService({ baseUrl: 'https://licet.example' });
t.teardown(service.close);
const { body } = await service.app.inject('/openapi.json');

type Operation = Readonly<{ operationId: string; description: string; security: readonly object[] }>;
const document: Readonly<{
  paths: Record<string, Record<string, Operation>>;
  components: Readonly<{ schemas: object }>;
}> = JSON.parse(body);

t.test('the document passes the recommended rules of Redocly without an error or a warning', async (t) => {
  const config = await createConfig({ extends: ['recommended'] });
  const found = await lintFromString({ source: body, config });
  t.strictSame(
    found.map(({ ruleId, message, location }) => `${ruleId} ${location[0]?.pointer}: ${message}`),
    [],
  );
});

t.test('the document passes the rules for OpenAPI of Spectral without a finding', async (t) => {
  const spectral = new spectralCore.Spectral();
  // Its own types want an "extends" that its own rules do not have.
  spectral.setRuleset({ extends: [[spectralRules.oas as unknown as RulesetDefinition, 'recommended']] });
  const found = await spectral.run(JSON.parse(body));
  t.strictSame(
    found.map(({ code, path, message }) => `${code} ${path.join('/')}: ${message}`),
    [],
  );
});

t.test('a note belongs to an address whose code describes none', async (t) => {
  const noted = Object.values(document.paths)
    .flatMap((methods) => Object.values(methods))
    .filter(({ operationId, description }) => operationNotes[operationId] === description);
  t.strictSame(noted.map(({ operationId }) => operationId).sort(), Object.keys(operationNotes).sort());
});

t.test('each shape has one name, and an address that wants no key says so', async (t) => {
  const names = Object.keys(document.components.schemas);
  t.notMatch(names.join(' '), /Input\b/);
  for (const [path, methods] of Object.entries(document.paths))
    for (const [method, { security }] of Object.entries(methods))
      t.equal(
        security.length > 0,
        /^\/(?:v1\/(?:batches|watches|operator)|partner\/)/.test(path),
        `${method} ${path}`,
      );
});

t.test('the types of the client are those of this document', async (t) => {
  const kept = readFileSync(new URL('../../client/src/schema.ts', import.meta.url), 'utf8');
  t.ok((await typesOf(body)) === kept, 'write them anew: npm run client');
});

const root = join(import.meta.dirname, '../..');

t.test(
  'the workflows of docs/licet.arazzo.yaml hold what the document promises, as Redocly Respect runs them',
  async (t) => {
    const folder = t.testdir({ 'openapi.json': body });
    copyFileSync(join(root, 'docs/licet.arazzo.yaml'), join(folder, 'licet.arazzo.yaml'));
    await service.app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = service.app.server.address() as AddressInfo;
    const report = join(folder, 'report.json');
    writeFileSync(report, '');
    const respect = ['respect', 'licet.arazzo.yaml', '--server', `openapi=http://127.0.0.1:${port}`];
    const asked = [join(root, 'node_modules/@redocly/cli/bin/cli.js'), ...respect, '--json-output', report];
    // It would otherwise tell its makers that it ran, and ask for a newer version.
    const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
    const said = await promisify(execFile)(process.execPath, asked, { cwd: folder, env }).catch(
      (failed: Readonly<{ stdout: string }>) => failed,
    );
    t.match(said.stdout, /Checks: [1-9]\d+ passed, [1-9]\d+ total/, said.stdout.slice(-3000));
  },
);
