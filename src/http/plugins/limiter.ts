import ipaddr from 'ipaddr.js';

/** Clients counted one by one in a window; beyond that they share one count, so that memory stays bounded. */
const MOST_CLIENTS = 50_000;
const WINDOW_MS = 60_000;

/**
 * Whom an address counts for: itself, or for IPv6 its /64, which one client owns at least. IPv4 mapped into IPv6 is IPv4;
 * a text that is no address counts as it stands.
 */
export const clientOf = (address: string): string => {
  if (!address.includes(':')) return address;
  const [plain = ''] = address.split('%', 1);
  if (!plain.includes(':') || !ipaddr.isValid(plain)) return address;
  const read = ipaddr.process(plain);
  return read.kind() === 'ipv4'
    ? read.toString()
    : `${read
        .toByteArray()
        .slice(0, 8)
        .map((byte) => byte.toString(16).padStart(2, '0'))
        .join('')}/64`;
};

/** What is left of a client’s quota: requests remaining (below zero once it is used up), and whole seconds until it starts anew. */
export type Quota = Readonly<{ remaining: number; seconds: number }>;

type Limiter = Readonly<{
  /** Counts one request; `remaining` below zero means: refuse. */
  count(address: string, nowMs: number): Quota;
  size(): number;
}>;

/**
 * Counts the requests of each client in fixed windows of `windowMs`, which all start anew together: one map that is emptied, no
 * timers. Beyond `mostClients` the rest share one count, so that memory stays bounded.
 */
export const createLimiter = (limit: number, mostClients = MOST_CLIENTS, windowMs = WINDOW_MS): Limiter => {
  let counts = new Map<string, { used: number }>();
  let ends = 0;
  return {
    count: (address, nowMs) => {
      if (nowMs >= ends || ends - nowMs > windowMs) {
        counts = new Map();
        ends = (Math.floor(nowMs / windowMs) + 1) * windowMs;
      }
      const own = clientOf(address);
      let entry = counts.get(own);
      if (entry === undefined) {
        const client = counts.size < mostClients ? own : '';
        entry = counts.get(client) ?? { used: 0 };
        counts.set(client, entry);
      }
      entry.used += 1;
      return { remaining: limit - entry.used, seconds: Math.max(1, Math.ceil((ends - nowMs) / 1000)) };
    },
    size: () => counts.size,
  };
};
