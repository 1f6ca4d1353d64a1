import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

type Value = Readonly<{ stringValue?: string; intValue?: number; arrayValue?: unknown }>;
type Sent = Readonly<{
  resourceSpans: readonly Readonly<{
    resource: Readonly<{ attributes: readonly Readonly<{ key: string; value: Value }>[] }>;
    scopeSpans: readonly Readonly<{ spans: readonly SentSpan[] }>[];
  }>[];
}>;

/** A span as it travels (OTLP as JSON), with its attributes as one object. */
type SentSpan = Readonly<{
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  startTimeUnixNano: string;
  endTimeUnixNano: string;
  status: Readonly<{ code: number; message?: string }>;
  attributes: readonly Readonly<{ key: string; value: Value }>[];
}>;

const plain = (span: SentSpan) => ({
  ...span,
  ms: Number((BigInt(span.endTimeUnixNano) - BigInt(span.startTimeUnixNano)) / 1_000_000n),
  attributes: Object.fromEntries(
    span.attributes.map(({ key, value }) => [key, value.stringValue ?? value.intValue]),
  ),
});

/** A collector of OpenTelemetry on this machine: takes traces over HTTP and remembers every byte that was sent. */
export const openCollector = async () => {
  const bodies: string[] = [];
  const server = createServer(async (request, response) => {
    if (request.method === 'POST' && request.url === '/v1/traces') bodies.push(await text(request));
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const sent = (): readonly Sent[] => bodies.map((body) => JSON.parse(body) as Sent);
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    bytes: () => bodies.join('\n'),
    spans: () =>
      sent().flatMap(({ resourceSpans }) =>
        resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans.map(plain))),
      ),
    close: () => void server.close(),
  };
};
