/** Clients counted one by one in a window; beyond that they share one count, so that memory stays bounded. */
const MOST_CLIENTS = 50_000;
const WINDOW_MS = 60_000;

/** An IPv6 client owns a /64 at least: its addresses count as one. */
const clientOf = (address: string): string =>
  address.includes(':') && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address;

/** Where a client stands: requests left, and whole seconds until its count starts anew. */
export type Standing = Readonly<{ left: number; seconds: number }>;

export type Limiter = Readonly<{
  /** Counts one request; `left` below zero means: refuse. */
  count(address: string, nowMs: number): Standing;
  size(): number;
}>;

/** Counts requests a client and minute (or another window in milliseconds) (fixed windows, all starting anew together): one map that is emptied, no timers. */
export const createLimiter = (quota: number, mostClients = MOST_CLIENTS, windowMs = WINDOW_MS): Limiter => {
  let counts = new Map<string, { used: number }>();
  let ends = 0;
  return {
    count: (address, nowMs) => {
      if (nowMs >= ends || ends - nowMs > windowMs) {
        counts = new Map();
        ends = (Math.floor(nowMs / windowMs) + 1) * windowMs;
      }
      const own = clientOf(address);
      const client = counts.has(own) || counts.size < mostClients ? own : '';
      let entry = counts.get(client);
      if (entry === undefined) {
        entry = { used: 0 };
        counts.set(client, entry);
      }
      entry.used += 1;
      return { left: quota - entry.used, seconds: Math.max(1, Math.ceil((ends - nowMs) / 1000)) };
    },
    size: () => counts.size,
  };
};
