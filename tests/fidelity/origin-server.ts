import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import type { Certificate } from './chromium/certificate.ts';
import { RequestLog } from './observation.ts';
import { answerTo, keyOf, type Answer } from './script-of-answers.ts';

interface Run {
  readonly answers: ReadonlyMap<string, Answer>;
  readonly log: RequestLog;
}

const HEAD_END = '\r\n\r\n';

/**
 * Every host of every scenario, as Chromium meets them: HTTP/1.1 straight on the socket, because Node's own
 * server refuses to write the octets that cookies are tried with.
 */
export class OriginServer {
  readonly #runs = new Map<string, Run>();
  readonly #sockets = new Set<Socket>();
  readonly #plain = createServer((socket) => this.#serve(socket));
  readonly #secure: Server;

  constructor({ key, cert }: Certificate) {
    this.#secure = createTlsServer({ key, cert }, (socket) => this.#serve(socket));
  }

  async listen(): Promise<{ readonly plainPort: number; readonly securePort: number }> {
    return { plainPort: await portOf(this.#plain), securePort: await portOf(this.#secure) };
  }

  begin(run: string, answers: ReadonlyMap<string, Answer>): RequestLog {
    const log = new RequestLog();
    this.#runs.set(run, { answers, log });
    return log;
  }

  end(run: string): void {
    this.#runs.delete(run);
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#plain.close();
    this.#secure.close();
  }

  #serve(socket: Socket): void {
    this.#sockets.add(socket);
    let received = '';
    socket.setEncoding('latin1');
    socket.on('close', () => this.#sockets.delete(socket));
    // Chromium opens connections that it may never use and breaks them off as it likes.
    socket.on('error', () => socket.destroy());
    socket.on('data', (text: string) => {
      received = this.#take(received + text, socket);
    });
  }

  /** Answers every request that is complete and gives back the rest. */
  #take(received: string, socket: Socket): string {
    const headEnd = received.indexOf(HEAD_END);
    if (headEnd < 0) return received;
    const [requestLine = '', ...lines] = received.slice(0, headEnd).split('\r\n');
    const fields = new Map(lines.map(readField));
    const end = headEnd + HEAD_END.length + Number(fields.get('content-length') ?? 0);
    if (received.length < end) return received;
    const [method = '', target = ''] = requestLine.split(' ');
    socket.write(this.#answer(method, target, fields));
    return this.#take(received.slice(end), socket);
  }

  #answer(method: string, target: string, fields: ReadonlyMap<string, string>): Buffer {
    const key = keyOf(target) ?? '';
    const run = this.#runs.get(key.slice(0, Math.max(key.indexOf('.'), 0)));
    const answer = run?.answers.get(key);
    if (run === undefined || answer === undefined) return wireForm(nothingHere);
    run.log.add(key, method, fields);
    return wireForm(answerTo(answer, method, fields.get('origin') ?? null));
  }
}

const nothingHere: Answer = { status: 404, fields: [['Content-Length', '0']], content: '' };

function wireForm({ status, fields, content }: Answer): Buffer {
  const head = fields.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return Buffer.from(`HTTP/1.1 ${String(status)} Answer\r\n${head}\r\n${content}`);
}

function readField(line: string): [string, string] {
  const colon = line.indexOf(':');
  return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).replace(/^ /, '')];
}

function portOf(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
