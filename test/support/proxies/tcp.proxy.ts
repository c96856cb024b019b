import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** When the connection of a one-message transaction is cut. */
export type Cut = 'before it arrives' | 'after it is done';

/** The end of PostgreSQL's answer: ready for the next query, outside of a transaction (manual, 54.7). */
const DONE = Buffer.from('Z\0\0\0\u0005I');

/** A proxy between the product and PostgreSQL that can cut connections at the worst moment. */
export class TcpProxy {
  /** Number of cut connections. */
  cuts = 0;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #away = false;
  #next: { cut: Cut; carrying: string } | undefined;

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

  /** Cuts the connection of the next message with this text. The message must be a whole transaction. */
  cutNext(carrying: string, cut: Cut): void {
    this.#next = { cut, carrying };
  }

  /** Cuts all connections, and each new one until `comeBack`. */
  goAway(): void {
    this.#away = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  comeBack(): void {
    this.#away = false;
  }

  async stop(): Promise<void> {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
    await once(this.#server, 'close');
  }

  #join(client: Socket, server: Socket): void {
    if (this.#away) {
      client.destroy();
      server.destroy();
      return;
    }
    let cutsAnswer = false;
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
      // Messages contain text unchanged.
      if (this.#next && data.includes(this.#next.carrying)) {
        const when = this.#next.cut;
        this.#next = undefined;
        if (when === 'before it arrives') return cut();
        cutsAnswer = true;
      }
      return server.write(data);
    });
    server.on('data', (data) => {
      if (cutsAnswer && data.includes(DONE)) cut();
      else client.write(data);
    });
  }
}
