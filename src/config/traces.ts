import { z } from 'zod';

/** Where traces are sent, by the names that OpenTelemetry gives these settings. Further `OTEL_` settings are read by its library. */
export const tracesSettings = {
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({ protocol: /^https?$/, error: 'must be an http or https address, e.g. http://127.0.0.1:4318' })
    .optional()
    .describe(
      'Collector of OpenTelemetry that traces are sent to (OTLP over HTTP); without it there are none',
    ),
  OTEL_SERVICE_NAME: z.string().min(1).max(100).default('licet').describe('What traces call this service'),
};

type Given = Readonly<{ OTEL_EXPORTER_OTLP_ENDPOINT?: string | undefined; OTEL_SERVICE_NAME: string }>;

/** The address that spans are sent to, and what they call this service. */
export type TracesTarget = Readonly<{ url: string; service: string }>;

/** Where traces are sent; null where there are none. */
export const tracesTarget = (given: Given): TracesTarget | null =>
  given.OTEL_EXPORTER_OTLP_ENDPOINT === undefined
    ? null
    : {
        url: `${given.OTEL_EXPORTER_OTLP_ENDPOINT.replace(/\/$/, '')}/v1/traces`,
        service: given.OTEL_SERVICE_NAME,
      };
