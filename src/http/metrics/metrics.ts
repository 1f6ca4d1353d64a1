import type { Deps } from '../deps.ts';
import { requestTimes } from './request-times.ts';

/** Measures requests; `observe` is on the path of every answer. */
export type Metrics = Readonly<{
  observe(route: string, method: string, status: number, seconds: number): void;
  /** The Prometheus text of all there is to know, and its media type. */
  text(deps: Deps): Promise<Readonly<{ text: string; contentType: string }>>;
}>;

/**
 * A registry of its own per service, so that two services in one process (tests) do not mix. Gauges are read when somebody asks, and
 * what keeps them is loaded then; what Node measures of itself counts from then on.
 */
const openGauges = async () => {
  const [{ collectDefaultMetrics, Registry }, sources, work] = await Promise.all([
    import('prom-client'),
    import('./source-gauges.ts'),
    import('./work-gauges.ts'),
  ]);
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const ofSources = sources.sourceGauges([registry]);
  const ofWork = work.workGauges([registry]);
  return async (deps: Deps) => {
    await sources.readSources(ofSources, deps);
    await work.readWork(ofWork, deps);
    return { text: await registry.metrics(), contentType: registry.contentType };
  };
};

/** What measures a service. */
export const createMetrics = (): Metrics => {
  const times = requestTimes();
  let gauges: ReturnType<typeof openGauges> | undefined;
  return {
    observe: times.observe,
    text: async (deps) => {
      gauges ??= openGauges();
      const { text, contentType } = await (await gauges)(deps);
      return { text: `${text}\n${times.text()}`, contentType };
    },
  };
};
