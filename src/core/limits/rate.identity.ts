import { hash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { mailboxOf } from '../text/mailbox.ts';
import type { Caller } from '../context/request.context.ts';

const IPV4_WITH_PORT = /^(\d{1,3}(?:\.\d{1,3}){3}):\d+$/;
const IPV6_IN_BRACKETS = /^\[(.+)\](?::\d+)?$/;
const MAPPED_IPV4 = /^::ffff:([\da-f]+):([\da-f]+)$/;

const LONGEST_ADDRESS = 45;

/** What goes into a counter's key as it is: ids and network addresses. */
const PLAIN = /^[\w.:/-]{1,64}$/;

/** An address without the port that some proxies add; what is none is cut to the length of one, 45 characters. */
export const addressOf = (text: string): string =>
  (IPV4_WITH_PORT.exec(text)?.[1] ?? IPV6_IN_BRACKETS.exec(text)?.[1] ?? text).slice(0, LONGEST_ADDRESS);

/**
 * The network that an address is counted as: IPv4 as it is, also where it comes mapped into IPv6; IPv6 by its /64, which
 * is what one customer gets, and may choose addresses from. A port, which some proxies add, is not part of it.
 */
export function networkOf(address: string): string {
  const canonical = canonicalAddress(address);
  return isIPv6(canonical) ? `${groupsOf(canonical).slice(0, 4).join(':')}::/64` : canonical;
}

/** An address in its one normal spelling, without port and zone; IPv4 that is mapped into IPv6 as IPv4. */
export function canonicalAddress(address: string): string {
  const bare = addressOf(address);
  if (!isIPv6(bare)) return bare;
  // URL makes one of the many spellings: lower case, no leading zeros, no dots, the zeros left out.
  const canonical = new URL(`http://[${bare.replace(/%.*/, '')}]`).hostname.slice(1, -1);
  const [, high, low] = MAPPED_IPV4.exec(canonical) ?? [];
  return high && low ? [high, low].flatMap(bytesOf).join('.') : canonical;
}

/** The eight groups of a canonical IPv6 address. */
export function groupsOf(canonical: string): string[] {
  const [head = [], tail = []] = canonical.split('::').map((half) => half.split(':').filter(Boolean));
  return [...head, ...Array<string>(8 - head.length - tail.length).fill('0'), ...tail];
}

/** Names the attempts on one mailbox from one network. */
export const mailboxAndNetwork = (email: unknown, address: string): string =>
  `${mailboxOf(email)} ${networkOf(address)}`;

const bytesOf = (group: string): number[] => {
  const number = Number.parseInt(group, 16);
  return [number >> 8, number & 0xff];
};

/** The caller's lasting identity: a user in all sessions together, an API key by itself as `key:<id>`. */
export const countedAs = ({ credential, userId }: Caller): string =>
  credential.startsWith('key:') ? credential.split(':', 2).join(':') : userId;

/**
 * Names in a counter's key who is counted, in at most 64 safe characters: as it is where that will do, else by its hash
 * (so that no mail address is kept). What is no text is counted as one and the same nobody: never free of the limit.
 */
export function rateKeyOf(who: unknown): string {
  const text = typeof who === 'string' ? who : '';
  return PLAIN.test(text) ? text : `~${hash('sha256', text, 'base64url').slice(0, 22)}`;
}
