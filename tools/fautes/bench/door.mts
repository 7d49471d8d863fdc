import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

type Piece = { from: Socket; to: Socket; bytes: Buffer; at: number };

/** A wire between the product and another server that a fault may make slow, mute or closed; each end sees a plain TCP. */
export class Door {
  /** How long each piece takes to pass, one way (ms). */
  latency = 0;
  private mute = false;
  private port = 0;
  private server: Server | null = null;
  private readonly sockets = new Set<Socket>();
  private readonly target: number;
  private readonly watched: (bytes: Buffer) => void;

  /** `watched` sees what goes to the server. */
  constructor(target: number, watched: (bytes: Buffer) => void = () => undefined) {
    this.target = target;
    this.watched = watched;
  }

  /** Opens it, at the same port as before; gives the port. */
  async open(): Promise<number> {
    this.server = createServer((inside) => {
      const outside = connect(this.target, '127.0.0.1');
      inside.on('data', this.watched);
      this.tie(inside, outside);
      this.tie(outside, inside);
    });
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as AddressInfo).port;
    return this.port;
  }

  /** Cuts what passes and refuses what comes. */
  async close(): Promise<void> {
    const closed = once(this.server as Server, 'close');
    this.server?.close();
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  /** Lets nothing through, without a word to either end, as a wall that forgets its connections does. */
  silence(): void {
    this.mute = true;
  }

  /** New connections pass again; those of before stay mute for ever. */
  speak(): void {
    this.mute = false;
    for (const socket of this.sockets) socket.removeAllListeners('data').resume();
  }

  private tie(from: Socket, to: Socket): void {
    this.sockets.add(from);
    from.setNoDelay().on('error', () => undefined);
    let order = Promise.resolve();
    const pass = async ({ bytes, at }: Piece): Promise<void> => {
      await wait(Math.max(0, at - performance.now()));
      if (!this.mute) to.write(bytes);
    };
    from.on('data', (bytes: Buffer) => {
      const piece = { from, to, bytes, at: performance.now() + this.latency };
      if (this.latency === 0 && !this.mute) to.write(bytes);
      else order = order.then(() => pass(piece));
    });
    from.on('close', () => {
      this.sockets.delete(from);
      if (!this.mute) to.destroy();
    });
  }
}
