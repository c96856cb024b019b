import { Resolver } from 'node:dns/promises';
import { isIPv4, type LookupFunction } from 'node:net';
import { callbackify } from 'node:util';
import { OutboundError } from './outbound.error.ts';

/** Each server is asked twice, and has this many milliseconds for an answer. */
const PATIENCE = { timeout: 1_000, tries: 2 };

/**
 * Returns the servers in a list with commas.
 * @throws Error if one is no address
 */
export function dnsServersIn(list: string): string[] {
  const servers = list.split(',').map((part) => part.trim());
  new Resolver().setServers(servers);
  return servers;
}

export type Addresses = (name: string) => Promise<string[]>;

/**
 * Asks DNS servers alone: no file of hosts, no name of a local network. Unlike `dns.lookup`, waits in no thread, so that a
 * silent server holds up nothing else.
 * @param servers as `192.0.2.1` or `192.0.2.1:53`. Undefined: those of the system
 */
export function addressesByDns(servers?: readonly string[]): Addresses {
  const resolver = new Resolver(PATIENCE);
  if (servers) resolver.setServers(servers);
  return async (name) => {
    const found = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)]);
    return found.flatMap((each) => (each.status === 'fulfilled' ? each.value : []));
  };
}

/**
 * Returns the addresses of a name. One that is not public refuses all: its owner cannot be trusted with the others.
 * @throws OutboundError NOT_FOUND, NOT_PUBLIC
 */
export async function publicAddressesOf(
  name: string,
  addressesOf: Addresses,
  isPublic: (address: string) => boolean,
): Promise<string[]> {
  const addresses = await addressesOf(name);
  if (addresses.length === 0) throw new OutboundError('NOT_FOUND');
  if (!addresses.every((address) => isPublic(address))) throw new OutboundError('NOT_PUBLIC');
  return addresses;
}

/** A look-up for `net.connect`, so that it connects to these addresses and asks for no others. */
export function lookupBy(find: (name: string) => Promise<string[]>): LookupFunction {
  const found = callbackify(find);
  return (name, { all }, callback) =>
    found(name, (error, addresses) => {
      if (error) return callback(error, []);
      const each = addresses.map((address) => ({ address, family: isIPv4(address) ? 4 : 6 }));
      if (all) callback(null, each);
      else callback(null, each[0]?.address ?? '', each[0]?.family);
    });
}
