import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { freePort } from '../../launch/free-port.mts';
import type { Api } from '../bench/api.mts';

const CHECK_MS = 200;

/**
 * A reverse proxy as DSIs have them: each request to the next replica that is ready (no session kept on one), asked every
 * 200 ms; a connection that is refused goes to the next one, a request that was sent is never sent twice.
 */
export class Proxy {
  private readonly agent = new Agent({ keepAlive: true });
  private readonly server = createServer((incoming, answer) => this.pass(incoming, answer, this.ready.size));
  private readonly replicas: Api[];
  private ready = new Set<Api>();
  private turn = 0;
  private check?: NodeJS.Timeout;
  url = '';

  constructor(replicas: Api[]) {
    this.replicas = replicas;
  }

  async open(): Promise<void> {
    const port = await freePort();
    await new Promise<void>((done) => this.server.listen(port, '127.0.0.1', done));
    this.url = `http://127.0.0.1:${port}`;
    await this.ask();
    this.check = setInterval(() => void this.ask(), CHECK_MS);
  }

  close(): void {
    clearInterval(this.check);
    this.server.close();
    this.server.closeAllConnections();
    this.agent.destroy();
  }

  private async ask(): Promise<void> {
    for (const api of this.replicas) {
      if (await api.isReady()) this.ready.add(api);
      else this.ready.delete(api);
    }
  }

  private pass(incoming: IncomingMessage, answer: ServerResponse, tries: number): void {
    const choices = [...this.ready];
    const api = choices[this.turn++ % choices.length];
    if (!api) return void answer.writeHead(502).end();
    const { method, url: path, headers } = incoming;
    const passed = request({ host: '127.0.0.1', port: api.port, method, path, headers, agent: this.agent }, (given) => {
      answer.writeHead(given.statusCode ?? 502, { ...given.headers, connection: 'keep-alive' });
      given.pipe(answer);
      given.on('error', () => answer.destroy());
    });
    passed.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED' && tries > 0) return this.pass(incoming, answer, tries - 1);
      if (answer.headersSent) answer.destroy();
      else answer.writeHead(502).end();
    });
    answer.on('close', () => passed.destroy());
    incoming.pipe(passed);
  }
}
