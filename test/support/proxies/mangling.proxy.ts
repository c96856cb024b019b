import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** Changes one answer of PostgreSQL: returns what the client gets instead. `cut` ends the connection. */
export type Mangle = (answer: Buffer, cut: () => void) => Buffer[];

/** A proxy between a client and PostgreSQL, whose answers arrive changed. Without TLS. */
export class ManglingProxy {
  /** Used from the next answer on. */
  mangle: Mangle = (answer) => [answer];
  readonly #sockets = new Set<Socket>();
  readonly #server = createServer((client) => this.#join(client));

  constructor(private readonly target: number) {}

  async start(): Promise<number> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return (this.#server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
    await once(this.#server, 'close');
  }

  #join(client: Socket): void {
    const server = connect(this.target, '127.0.0.1');
    const end = () => {
      client.destroy();
      server.destroy();
    };
    for (const socket of [client, server]) {
      this.#sockets.add(socket);
      socket.on('error', end).on('close', end).setNoDelay(true);
    }
    client.on('data', (data) => server.write(data));
    let rest = Buffer.alloc(0);
    server.on('data', (data) => {
      rest = Buffer.concat([rest, data]);
      while (rest.length >= 5 && rest.length > rest.readUInt32BE(1)) {
        const length = 1 + rest.readUInt32BE(1);
        const pieces = this.mangle(rest.subarray(0, length), () => client.end());
        for (const piece of pieces) if (client.writable) client.write(piece);
        rest = rest.subarray(length);
      }
    });
  }
}
