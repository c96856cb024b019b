import { hash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { mailboxOf } from '../text/mailbox.ts';
import type { Caller } from '../context/request.context.ts';

const IPV4_WITH_PORT = /^(\d{1,3}(?:\.\d{1,3}){3}):\d+$/;
const IPV6_IN_BRACKETS = /^\[(.+)\](?::\d+)?$/;
const MAPPED_IPV4 = /^::ffff:([\da-f]+):([\da-f]+)$/;

const LONGEST_ADDRESS = 45;

/** IDs and network addresses, which are safe in a counter's key. */
const PLAIN = /^[\w.:/-]{1,64}$/;

/** Removes the port that some proxies add. Cuts any other text to the longest address, 45 characters. */
export const addressOf = (text: string): string =>
  (IPV4_WITH_PORT.exec(text)?.[1] ?? IPV6_IN_BRACKETS.exec(text)?.[1] ?? text).slice(0, LONGEST_ADDRESS);

/** The network that an address counts for: IPv4 by address, IPv6 by /64, because one customer controls all of it. */
export function networkOf(address: string): string {
  const canonical = canonicalAddress(address);
  return isIPv6(canonical) ? `${groupsOf(canonical).slice(0, 4).join(':')}::/64` : canonical;
}

/** Normalizes an address: removes the port and the zone, and turns IPv4 mapped into IPv6 into IPv4. */
export function canonicalAddress(address: string): string {
  const bare = addressOf(address);
  if (!isIPv6(bare)) return bare;
  // URL normalizes IPv6: lower case, no leading zeros, no dots, zeros shortened.
  const canonical = new URL(`http://[${bare.replace(/%.*/, '')}]`).hostname.slice(1, -1);
  const [, high, low] = MAPPED_IPV4.exec(canonical) ?? [];
  return high && low ? [high, low].flatMap(bytesOf).join('.') : canonical;
}

/** The eight groups of a canonical IPv6 address. */
export function groupsOf(canonical: string): string[] {
  const [head = [], tail = []] = canonical.split('::').map((half) => half.split(':').filter(Boolean));
  return [...head, ...Array<string>(8 - head.length - tail.length).fill('0'), ...tail];
}

/** Key for attempts on one mailbox from one network. */
export const mailboxAndNetwork = (email: unknown, address: string): string =>
  `${mailboxOf(email)} ${networkOf(address)}`;

const bytesOf = (group: string): number[] => {
  const number = Number.parseInt(group, 16);
  return [number >> 8, number & 0xff];
};

/** The identity that calls count for: the user across sessions, or `key:<id>` for an API key. */
export const countedAs = ({ credential, userId }: Caller): string =>
  credential.startsWith('key:') ? credential.split(':', 2).join(':') : userId;

/** At most 64 safe characters. Hashes other texts, so that no email address is stored. Other values share one key. */
export function rateKeyOf(who: unknown): string {
  const text = typeof who === 'string' ? who : '';
  return PLAIN.test(text) ? text : `~${hash('sha256', text, 'base64url').slice(0, 22)}`;
}
