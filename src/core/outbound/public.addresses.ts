import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** IANA assigns public IPv6 addresses from here only. */
const PUBLIC_IPV6 = ipaddr.parseCIDR('2000::/3');

type Network = ReturnType<typeof ipaddr.parseCIDR>;

/** An address of some special purpose is never public, in any spelling: ipaddr.js knows the ranges of IANA's registries. */
function hasPublicRange(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  if (address.range() !== 'unicast') return false;
  return address.kind() === 'ipv4' || address.match(PUBLIC_IPV6);
}

const isWithin = (address: ipaddr.IPv4 | ipaddr.IPv6, [first, length]: Network): boolean =>
  address.kind() === first.kind() && address.match([first, length] as never);

/** A network such as `192.0.2.0/24` or `2001:db8::/32`. */
export const isNetwork = (text: string): boolean => ipaddr.isValidCIDR(text);

/**
 * Returns a check for addresses of hosts on the internet.
 * @param blocked networks that count as not public: the operator's own
 */
export function publicAddresses(blocked: readonly string[]): (address: string) => boolean {
  const networks = blocked.map((network) => ipaddr.parseCIDR(network));
  return (text) => {
    if (isIP(text) === 0) return false;
    const address = ipaddr.parse(text);
    return hasPublicRange(address) && !networks.some((network) => isWithin(address, network));
  };
}
