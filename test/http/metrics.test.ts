import t from 'tap';
import { readConfig } from '../../src/config.ts';
import { openServiceState } from '../../src/store/open-store.ts';
import { fewSources, metricsOf, openService } from '../support/app.ts';
import { askedOfPrometheus, metricsIn, readProjectFile } from '../support/operating-files.ts';

const apart = { metrics: readConfig({ LICET_METRICS_PORT: '0' }).metrics };
const service = await openService(apart, fewSources);
const open = await openService({}, fewSources);
t.teardown(service.close);
t.teardown(open.close);

t.test('what is measured is closed to whoever has no token, and a wrong one is told no more', async (t) => {
  const wrong = [undefined, 'Bearer made-up-metrics-toke', 'Basic made-up-metrics-token', 'Bearer '];
  for (const authorization of wrong) {
    const headers = authorization === undefined ? {} : { authorization };
    for (const { app } of [service, open]) {
      const { statusCode, body } = await app.inject({ url: '/metrics', headers });
      t.equal(statusCode, 401, `${authorization}`);
      t.match(JSON.parse(body), { code: 'LICET_METRICS_CLOSED' });
      t.notMatch(body, /licet_generation/);
    }
  }
  t.match(await metricsOf(open.app), /^licet_generation 1$/m);
});

t.test('a port of its own shows it without a token, and nothing else', async (t) => {
  const address = await service.app.metricsApart?.listen({ host: '127.0.0.1', port: 0 });
  t.match(await (await fetch(`${address}/metrics`)).text(), /^licet_generation 1$/m);
  t.equal((await fetch(`${address}/v1/verify`)).status, 404);
});

t.test('it names routes by pattern, the age of every source, and nothing that was asked', async (t) => {
  await open.app.inject('/v1/verify?name=Ruijin+Hospital&claim=jci&service=G06');
  const body = await metricsOf(open.app);
  t.match(body, /licet_request_seconds_count\{route="\/v1\/verify",method="GET",status="200"\} \d/);
  t.match(body, /licet_source_age_days\{source="cn-cfdi-trial-institutions"\} 77\n/);
  t.match(body, /licet_source_run_timestamp_seconds\{source="cn-cfdi-trial-institutions"\} 1\d{9}/);
  t.match(body, /licet_night_ended_timestamp_seconds 1\d{9}/);
  t.match(body, /licet_night_failed 0\n/);
  t.match(body, /licet_build_info\{version="\d+\.\d+\.\d+",policy="[\d.-]+"\} 1\n/);
  t.match(body, /licet_data_free_bytes \d{6}/);
  t.notMatch(body, /licet_source_troubled\{/);
  t.notMatch(body, /Ruijin/);
});

t.test('it says how much waits', async (t) => {
  t.match(await metricsOf(open.app), /licet_waiting\{what="reports"\} 0\n/);
  const report = { at: '2026-11-20T00:00:00Z', about: 'made-up', text: 'made-up', lang: 'en', generation: 1 };
  const state = openServiceState(open.data);
  await state.errorReports.add(report, 10);
  const asked = { at: report.at, kind: 'access', lang: 'en', text: '', statusHash: 'made-up' } as const;
  await state.rightsRequests.add({ ...asked, dueOn: '2026-11-20' }, 10);
  await state.rightsRequests.add({ ...asked, dueOn: '2126-11-20' }, 10);
  await state.close();
  const body = await metricsOf(open.app);
  t.match(body, /licet_waiting\{what="reports"\} 1\n/);
  t.match(body, /licet_waiting\{what="rightsRequests"\} 2\n/);
  t.match(body, /licet_waiting\{what="rightsRequestsOverdue"\} 1\n/);
});

t.test(
  'every alert and every panel asks, in Prometheus’ grammar, for what the service measures',
  async (t) => {
    const kinds = (await metricsOf(open.app)).matchAll(/^# TYPE (\S+) (\w+)$/gm);
    const told = [...kinds].flatMap(([, name = '', kind]) =>
      kind === 'histogram' ? [`${name}_bucket`, `${name}_count`, `${name}_sum`] : [name],
    );
    t.strictSame(metricsIn('rate(licet_a_total[5m]) > licet_b'), ['licet_a_total', 'licet_b']);
    t.throws(() => metricsIn('sum(rate(licet_request_seconds_count[5m])'), 'a bracket is missing');
    const unknown = askedOfPrometheus.flatMap(([of, expr]) =>
      metricsIn(expr)
        .filter((name) => name !== 'up' && !told.includes(name))
        .map((name) => `${of}: ${name}`),
    );
    t.strictSame(unknown, []);
    const documented = told.filter((name) => name.startsWith('licet_') && !/_(bucket|count|sum)$/.test(name));
    const page = readProjectFile('docs/operate.md');
    t.strictSame(
      documented.filter((name) => !page.includes(`\`${name}\``)),
      [],
      'the page names each of them',
    );
  },
);
