import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** What becomes of a COMMIT whose connection is cut. */
export type Cut = 'before it arrives' | 'after it is done';

/** Stands between the product and PostgreSQL, and can cut a connection in the worst moment. */
export class TcpProxy {
  /** How many connections were cut. */
  cuts = 0;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #next: Cut | undefined;

  private constructor(target: number) {
    this.#server = createServer((client) => this.#join(client, connect(target, '127.0.0.1')));
  }

  static async start(target: number): Promise<TcpProxy> {
    const proxy = new TcpProxy(target);
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Cuts the connection of the next COMMIT, whose ever it is. */
  cutNextCommit(cut: Cut): void {
    this.#next = cut;
  }

  async stop(): Promise<void> {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
    await once(this.#server, 'close');
  }

  #join(client: Socket, server: Socket): void {
    let commits = false;
    const end = () => {
      client.destroy();
      server.destroy();
    };
    const cut = () => {
      this.cuts++;
      end();
    };
    for (const socket of [client, server]) {
      this.#sockets.add(socket);
      socket.on('error', end).on('close', end);
    }
    client.on('data', (data) => {
      // A statement's text travels as it is.
      if (this.#next && data.includes('commit')) {
        const when = this.#next;
        this.#next = undefined;
        if (when === 'before it arrives') return cut();
        commits = true;
      }
      return server.write(data);
    });
    server.on('data', (data) => {
      // The tag in PostgreSQL's answer once it is done.
      if (commits && data.includes('COMMIT\0')) cut();
      else client.write(data);
    });
  }
}
