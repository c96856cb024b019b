import { BlockList, isIP, isIPv4, isIPv6 } from 'node:net';
import { canonicalAddress, groupsOf } from '../../core/limits/rate.identity.ts';

/**
 * Normalizes an address or range (`192.0.2.0/24`, `2001:db8::/32`). A range starts with its first address,
 * IPv4-mapped IPv6 becomes IPv4, and single addresses have no prefix length. Returns undefined for anything else, and
 * for a range of all addresses.
 */
export function normalRange(entry: string): string | undefined {
  const [address = '', length, ...more] = entry.trim().split('/');
  if (!isIP(address) || address.includes('%') || more.length > 0) return undefined;
  const canonical = canonicalAddress(address);
  const bits = isIPv4(canonical) ? 32 : 128;
  const given = length === undefined ? bits : /^\d{1,3}$/.test(length) ? Number(length) : NaN;
  // The prefix length of a mapped range includes the 96 bits before the IPv4 address.
  const kept = length !== undefined && isIPv6(address) && bits === 32 ? given - 96 : given;
  if (!(kept >= 1 && kept <= bits)) return undefined;
  const first = firstOf(canonical, bits - kept);
  return kept === bits ? first : `${first}/${kept}`;
}

/** Returns the address with its last bits set to 0. */
function firstOf(canonical: string, freeBits: number): string {
  const isShort = isIPv4(canonical);
  const parts = isShort ? canonical.split('.').map(Number) : groupsOf(canonical).map((group) => parseInt(group, 16));
  const size = isShort ? 8 : 16;
  const masked = parts.map((part, index) => {
    const free = Math.min(Math.max(freeBits - (parts.length - 1 - index) * size, 0), size);
    return (part >> free) << free;
  });
  return isShort ? masked.join('.') : canonicalAddress(masked.map((part) => part.toString(16)).join(':'));
}

/** Returns a check for addresses without a port within normalized ranges. Without ranges, every address passes. */
export function admissionBy(ranges: readonly string[]): (address: string) => boolean {
  if (ranges.length === 0) return () => true;
  const list = new BlockList();
  for (const range of ranges) {
    const [first = '', length] = range.split('/');
    if (length === undefined) list.addAddress(first, familyOf(first));
    else list.addSubnet(first, Number(length), familyOf(first));
  }
  return (address) => isIP(address) !== 0 && list.check(address, familyOf(address));
}

const familyOf = (address: string) => (isIPv4(address) ? 'ipv4' : 'ipv6');
