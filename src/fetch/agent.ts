import { lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { Agent } from 'undici';
import { mayOpen } from './address.ts';

type AgentSettings = Readonly<{
  allowLoopback: boolean;
  timeoutMs: number;
  /** The system's resolver unless a test brings its own. */
  lookup?: LookupFunction;
}>;

/** Thrown out of a lookup when every address of a host is private. */
export class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError';
}

/**
 * Resolves a host and lets through public addresses only. It runs at the moment of connecting, on the very addresses
 * that are connected to: a name that changes its address between check and use gains nothing.
 */
const guarded =
  ({ allowLoopback, lookup = systemLookup as LookupFunction }: AgentSettings): LookupFunction =>
  (host, options, callback) => {
    lookup(host, { ...options, all: true }, (error, found) => {
      if (error !== null) return callback(error, '', 0);
      const all = Array.isArray(found) ? found : [];
      const open = all.filter(({ address }) => mayOpen(address, allowLoopback));
      const [first] = open;
      if (first === undefined)
        return callback(new PrivateAddressError(`${host} has no public address`), '', 0);
      return options.all === true ? callback(null, open) : callback(null, first.address, first.family);
    });
  };

/** The one agent with sockets: certificates verified, few connections, addresses guarded. */
export const createAgent = (settings: AgentSettings): Agent =>
  new Agent({
    connect: { lookup: guarded(settings), timeout: settings.timeoutMs, rejectUnauthorized: true },
    connections: 1,
    pipelining: 1,
    keepAliveTimeout: 4_000,
    headersTimeout: settings.timeoutMs,
    bodyTimeout: settings.timeoutMs,
    maxHeaderSize: 32_768,
  });
