import type { MannerContext } from './manner-context.ts';
import { type Manner, type Reply, type Trouble, trouble } from './send.ts';

type BreakerSettings = Readonly<{
  /** Failures in a row after which a host is left alone. */
  failures: number;
  restMs: number;
}>;

type Circuit = { failures: number; openUntil: number };

const failed = (reply: Reply | Trouble): boolean =>
  reply.ok ? reply.status >= 500 : reply.state === 'unreachable';

/** Circuit breaker: after some failures in a row a host is left alone for a while; the first request after that decides. */
export const breaker = (settings: BreakerSettings, context: MannerContext): Manner => {
  const circuits = new Map<string, Circuit>();
  return (next) => async (hop) => {
    const circuit = circuits.get(hop.url.host) ?? { failures: 0, openUntil: 0 };
    circuits.set(hop.url.host, circuit);
    if (context.now().getTime() < circuit.openUntil) return trouble('unreachable', 'circuit-open');
    const reply = await next(hop);
    circuit.failures = failed(reply) ? circuit.failures + 1 : 0;
    if (circuit.failures >= settings.failures) {
      circuit.openUntil = context.now().getTime() + settings.restMs;
      const detail = `${circuit.failures} failures in a row`;
      context.log({ event: 'circuit-open', source: hop.source, url: hop.url.href, detail });
    }
    return reply;
  };
};
