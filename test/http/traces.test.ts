import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import t from 'tap';
import { readConfig } from '../../src/config.ts';
import { openTracing } from '../../src/fetch/traces/open-tracing.ts';
import { nightSpans } from '../../src/jobs/night-spans.ts';
import { openLists } from '../support/partner-lists.ts';
import { openCollector } from '../support/trace-collector.ts';

const NOW = Date.parse('2026-11-21T08:00:00Z');

t.test(
  'requests, lists and nights are traced, and nothing of what was asked leaves the machine',
  async (t) => {
    const collector = await openCollector();
    t.teardown(collector.close);
    const { traces } = readConfig({ OTEL_EXPORTER_OTLP_ENDPOINT: `${collector.url}/` });
    if (traces === null) throw new Error('no target');
    const faults: unknown[] = [];
    const tracing = openTracing(traces, (cause) => faults.push(cause));
    const { app, post, ended, key } = await openLists(t, undefined, { tracing });
    const json = {
      'content-type': 'application/json',
      traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`,
    };
    await app.inject('/v1/verify?name=Ruijin%20Hospital&claim=jci');
    await app.inject({
      method: 'POST',
      url: '/v1/verify',
      headers: json,
      payload: '{"name":"Xiehe","made":"up"}',
    });
    await app.inject({ url: '/v1/batches', headers: { authorization: 'Bearer licet_made-up-key' } });
    await app.inject('/no-such/Wang%20Xiaoming?certificate=110110000000001');
    await app.inject('/hospitals/cn-made-up-id');
    await app.inject('/healthz');
    const { id } = (await post('医院名称\n编造示例医院\n', '?file=patients.csv')).json();
    await ended(id);
    const told = nightSpans(tracing.record, () => new Date(NOW));
    const refusals = ['made-up refusal of Wang Xiaoming'];
    told({ news: 'source', source: 'cn-toyville-list', state: 'accepted', refusals: [], startMs: NOW - 900 });
    told({ news: 'source', source: 'cn-toyville-register', state: 'refused', refusals, startMs: NOW - 300 });
    const report = {
      id: 7,
      kind: 'schedule',
      at: '',
      generation: 3,
      raised: true,
      registryHash: '',
      ms: 1000,
    } as const;
    told({ news: 'night', report: { ...report, sources: [] } });
    told({ news: 'fault', fault: 'made-up fault about Wang Xiaoming' });
    await app.close();
    await tracing.close();

    const spans = collector.spans();
    const named = (name: string) => spans.filter((span) => span.name === name);
    t.match(named('GET /v1/verify'), [
      {
        attributes: {
          'http.request.method': 'GET',
          'http.route': '/v1/verify',
          'http.response.status_code': 200,
        },
      },
    ]);
    t.match(named('POST /v1/verify'), [{ attributes: { 'http.response.status_code': 400 } }]);
    t.not(named('POST /v1/verify')[0]?.traceId, 'a'.repeat(32), 'a client chooses no trace of ours');
    t.match(named('GET /hospitals/:id'), [{ attributes: { 'http.response.status_code': 404 } }]);
    t.match(named('GET of no address'), [{ attributes: { 'http.response.status_code': 404 } }]);
    t.match(named('list'), [{ status: { code: 0 }, attributes: { 'licet.rows': 1 } }]);
    const [night, failed] = named('night');
    t.match(night, { ms: 1000, attributes: { 'licet.night': 7, 'licet.generation': 3, 'licet.sources': 0 } });
    t.match(
      spans.filter(({ parentSpanId }) => parentSpanId === night?.spanId),
      [
        { name: 'source', ms: 900, status: { code: 0 }, attributes: { 'licet.source': 'cn-toyville-list' } },
        { name: 'source', ms: 300, status: { code: 2 }, attributes: { 'licet.state': 'refused' } },
      ],
    );
    t.equal(failed?.status.code, 2);
    t.strictSame(named('GET /healthz'), []);
    const allowed =
      /^(licet\.(night|generation|sources|source|state|rows)|http\.(request\.method|route|response\.status_code))$/;
    const attributes = spans.flatMap((span) => Object.keys(span.attributes));
    t.strictSame(
      attributes.filter((one) => !allowed.test(one)),
      [],
    );
    const secrets = [
      'Ruijin',
      'jci',
      'Xiehe',
      'made-up-key',
      'Xiaoming',
      '110110',
      '编造',
      'patients',
      'cn-made-up-id',
    ];
    t.strictSame(
      [...secrets, key, id, '127.0.0.1'].filter((secret) => collector.bytes().includes(secret)),
      [],
      'neither names nor keys, addresses or messages',
    );
    t.match(collector.bytes(), /"service.version"/);
    t.strictSame(faults, []);
  },
);

t.test('a collector that does not answer keeps the end waiting for a set time at most', async (t) => {
  const silent = createServer();
  const held = new Set<Socket>();
  silent.on('connection', (socket) => {
    held.add(socket);
    socket.once('close', () => held.delete(socket));
  });
  await once(silent.listen(0, '127.0.0.1'), 'listening');
  t.teardown(() => {
    silent.close();
    silent.closeAllConnections();
  });
  const { port } = silent.address() as AddressInfo;
  const target = { url: `http://127.0.0.1:${port}/v1/traces`, service: 'licet' };
  const tracing = openTracing(target, () => undefined);
  tracing.record({ name: 'night', startMs: NOW, endMs: NOW, failed: false, attributes: {} });
  await Promise.all([once(silent, 'connection'), tracing.close(100)]);
  t.equal(held.size, 1, 'it ended long before the collector was given up');
});
