import { z } from 'zod';

/** Who may read `/metrics`, as the environment says it. They tell how much is asked and what failed, so nobody may by default. */
export const metricsSettings = {
  LICET_METRICS_TOKEN: z
    .string()
    .regex(/^[\x21-\x7E]{16,500}$/)
    .optional()
    .describe(
      'Opens /metrics to whoever sends it as `Authorization: Bearer …`; without it /metrics is closed',
    ),
  LICET_METRICS_PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a whole number')
    .transform(Number)
    .pipe(z.number().min(0).max(65_535))
    .optional()
    .describe('A port of its own on which /metrics answers without a token, at LICET_METRICS_HOST'),
  LICET_METRICS_HOST: z
    .string()
    .min(1)
    .default('127.0.0.1')
    .describe('Address of LICET_METRICS_PORT; only one that the monitoring machine alone can reach'),
};

type Given = Readonly<{
  LICET_METRICS_TOKEN?: string | undefined;
  LICET_METRICS_PORT?: number | undefined;
  LICET_METRICS_HOST: string;
}>;

/** Who may read what is measured: whoever has the token (null: nobody), and whoever reaches the listener of its own (null: none). */
export type MetricsAccess = Readonly<{
  token: string | null;
  listener: Readonly<{ host: string; port: number }> | null;
}>;

/** What the settings open. */
export const metricsAccess = (given: Given): MetricsAccess => ({
  token: given.LICET_METRICS_TOKEN ?? null,
  listener:
    given.LICET_METRICS_PORT === undefined
      ? null
      : { host: given.LICET_METRICS_HOST, port: given.LICET_METRICS_PORT },
});
