import { isIPv4, type AddressInfo } from 'node:net';
import { createServer, Packet } from 'dns2';

/** A DNS server on the loopback address. It knows no names but those of a test. */
export class FakeDns {
  /** The names that were asked for, once for each kind of address. */
  readonly asked: string[] = [];
  /** Whether it answers at all. */
  isSilent = false;
  readonly #answers = new Map<string, string[][]>();
  readonly #server = createServer({
    udp: true,
    handle: (request, send) => {
      if (!this.isSilent) void send(this.#answer(request));
    },
  });

  static async start(): Promise<FakeDns> {
    const dns = new FakeDns();
    await dns.#server.listen({ udp: { port: 0, address: '127.0.0.1' } });
    return dns;
  }

  /** As a setting or `dns.setServers` has it. */
  get address(): string {
    const { udp } = this.#server.addresses() as { udp: AddressInfo };
    return `127.0.0.1:${udp.port}`;
  }

  /** Answers with each list of addresses in turn, and repeats the last one. */
  answer(name: string, ...addresses: string[][]): void {
    for (const kind of KINDS) this.#answers.set(`${name} ${kind}`, [...addresses]);
  }

  async stop(): Promise<void> {
    await this.#server.close();
  }

  #answer(request: Packet): Packet {
    const response = Packet.createResponseFromRequest(request);
    for (const { name, type } of request.questions) {
      this.asked.push(name);
      const kind = KINDS.find((each) => Packet.TYPE[each] === type);
      for (const address of this.#next(`${name} ${kind}`)) {
        if (isIPv4(address) !== (kind === 'A')) continue;
        response.answers.push({
          name,
          type,
          class: Packet.CLASS.IN,
          ttl: 0,
          address,
        } as (typeof response.answers)[number]);
      }
    }
    return response;
  }

  #next(question: string): string[] {
    const answers = this.#answers.get(question) ?? [];
    return (answers.length > 1 ? answers.shift() : answers[0]) ?? [];
  }
}

const KINDS = ['A', 'AAAA'] as const;
