import { FastifyOtelInstrumentation } from '@fastify/otel';
import { context, type Span, SpanStatusCode, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BasicTracerProvider,
  BatchSpanProcessor,
  type ReadableSpan,
  type SpanExporter,
} from '@opentelemetry/sdk-trace-base';
import type { FastifyPluginCallback, FastifyRequest } from 'fastify';
import about from '../../../package.json' with { type: 'json' };
import type { RecordSpan, WorkSpan } from './span.ts';

/** Traces of requests and of work, sent to a collector while the service runs. */
export type Tracing = Readonly<{
  /** Makes a span of each request; registered before every route. */
  plugin: FastifyPluginCallback;
  record: RecordSpan;
  /** Sends what is left, for at most two seconds; another time is for tests. */
  close(lastMs?: number): Promise<void>;
}>;

/** What of a request's span leaves this machine. The address itself would hold what was asked: its pattern stands for it. */
const SHOWN = ['http.request.method', 'http.route', 'http.response.status_code'] as const;
/** Asked every few seconds by programs that watch; they say nothing about what is slow. */
const UNTRACED = /^\/(?:metrics|healthz|readyz)(?:\?|$)/;
const LAST_MS = 2_000;

const isShown = (name: string): boolean => name.startsWith('licet.') || SHOWN.some((one) => one === name);

/**
 * A span with what may be told of it alone: messages of errors, events and every attribute that is not listed may repeat what somebody typed.
 */
const shownSpan = (span: ReadableSpan): ReadableSpan => ({
  name: span.name,
  kind: span.kind,
  spanContext: () => span.spanContext(),
  ...(span.parentSpanContext === undefined ? {} : { parentSpanContext: span.parentSpanContext }),
  startTime: span.startTime,
  endTime: span.endTime,
  duration: span.duration,
  ended: span.ended,
  status: { code: span.status.code },
  attributes: Object.fromEntries(Object.entries(span.attributes).filter(([name]) => isShown(name))),
  links: [],
  events: [],
  resource: span.resource,
  instrumentationScope: span.instrumentationScope,
  droppedAttributesCount: 0,
  droppedEventsCount: 0,
  droppedLinksCount: 0,
});

/** Sends spans with nothing but what may be told; `fault` hears once of a collector that does not take them, until it does again. */
const sparing = (exporter: SpanExporter, fault: (cause: unknown) => void): SpanExporter => {
  let failing = false;
  return {
    export: (spans, done) =>
      exporter.export(spans.map(shownSpan), (result) => {
        if (result.error !== undefined && !failing) fault(result.error);
        failing = result.error !== undefined;
        done(result);
      }),
    shutdown: () => exporter.shutdown(),
  };
};

const named = (span: Span, { method, routeOptions }: FastifyRequest): void =>
  void span.updateName(`${method} ${routeOptions.url ?? 'of no address'}`);

/** Opens traces to this collector. Loads OpenTelemetry, which is loaded nowhere else: without a collector no start pays for it. */
export const openTracing = (
  { url, service }: Readonly<{ url: string; service: string }>,
  fault: (cause: unknown) => void,
): Tracing => {
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': service, 'service.version': about.version }),
    spanProcessors: [new BatchSpanProcessor(sparing(new OTLPTraceExporter({ url }), fault))],
  });
  const requests = new FastifyOtelInstrumentation({
    instrumentHooks: false,
    instrumentHandler: false,
    recordExceptions: false,
    requestHook: named,
    ignorePaths: ({ url }) => UNTRACED.test(url),
  });
  requests.setTracerProvider(provider);
  const tracer = provider.getTracer('licet', about.version);
  const record = (
    { name, startMs, endMs, failed, attributes, parts = [] }: WorkSpan,
    within = context.active(),
  ): void => {
    const span = tracer.startSpan(name, { startTime: startMs, attributes }, within);
    for (const part of parts) record(part, trace.setSpan(within, span));
    if (failed) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end(endMs);
  };
  return {
    plugin: requests.plugin(),
    record: (span) => record(span),
    close: async (lastMs = LAST_MS) => {
      const late = new Promise((resolve) => setTimeout(resolve, lastMs).unref());
      await Promise.race([provider.shutdown().catch(fault), late]);
    },
  };
};
