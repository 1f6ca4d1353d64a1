import { BlockList, isIP } from 'node:net';

const PRIVATE: readonly (readonly [string, number, 'ipv4' | 'ipv6'])[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.0.2.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['198.51.100.0', 24, 'ipv4'],
  ['203.0.113.0', 24, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  // IPv4-compatible addresses, the loopback and the unspecified one among them (RFC 4291, deprecated).
  ['::', 96, 'ipv6'],
  // Translations to IPv4 (RFC 6052, RFC 8215) lead to whatever the translator reaches.
  ['64:ff9b::', 96, 'ipv6'],
  ['64:ff9b:1::', 48, 'ipv6'],
  // Teredo, 6to4 and the old site-local addresses (RFC 4380, 3056, 3879).
  ['2001::', 32, 'ipv6'],
  ['100::', 64, 'ipv6'],
  ['2001:db8::', 32, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
  ['fec0::', 10, 'ipv6'],
  ['ff00::', 8, 'ipv6'],
];

const closed = new BlockList();
for (const [net, bits, family] of PRIVATE) closed.addSubnet(net, bits, family);

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/**
 * True for an address the fetch room may open: public ones only. `allowLoopback` is the setting of tests, for an origin on
 * this machine; the service never sets it. IPv4 addresses mapped into IPv6 are looked through; other dresses are closed.
 */
export const mayOpen = (address: string, allowLoopback: boolean): boolean => {
  const [bare = ''] = address.replace(/^\[|\]$/g, '').split('%', 1);
  const version = isIP(bare);
  if (version === 0) return false;
  const mapped = bare.match(/^::ffff:(?:0:)?(\d+\.\d+\.\d+\.\d+)$/i)?.[1];
  if (mapped !== undefined) return mayOpen(mapped, allowLoopback);
  if (/^::ffff:/i.test(bare)) return false;
  const family = version === 4 ? 'ipv4' : 'ipv6';
  if (allowLoopback && loopback.check(bare, family)) return true;
  return !closed.check(bare, family);
};
