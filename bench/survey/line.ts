import { connect } from 'node:net';

/** What a server answered. */
export interface Answer {
  status: number;
  /** Of a redirect: where to. */
  location: string;
  /** Bytes as letters of Latin-1: names and ids can be found in it, Polish cannot be read. */
  body: string;
}

/** One connection of a browser that asks one thing after the other. */
export interface Line {
  get(path: string): Promise<Answer>;
  post(path: string, form: string): Promise<Answer>;
  close(): void;
}

const header = (head: string, name: string): string | undefined =>
  new RegExp(`^${name}: *(.*)$`, 'im').exec(head)?.[1]?.trim();

/**
 * A connection of HTTP/1.1 that is kept, with what a browser sends beside a request. It knows as much of the protocol as
 * our own server uses, so that the people who are played cost a fifth of what an HTTP client would: they share two
 * processors with the server. A request on a connection that broke is rejected.
 */
export function openLine(port: number, page: string): Line {
  const host = `127.0.0.1:${port}`;
  const socket = connect(port, '127.0.0.1').setNoDelay(true).setEncoding('latin1');
  let heard = '';
  let waiting: { resolve(answer: Answer): void; reject(error: Error): void } | undefined;

  const give = (end: number, head: string, body: string): void => {
    heard = heard.slice(end);
    const one = waiting;
    waiting = undefined;
    one?.resolve({ status: Number(head.slice(9, 12)), location: header(head, 'location') ?? '', body });
  };
  socket.on('data', (part) => {
    heard += String(part);
    const split = heard.indexOf('\r\n\r\n');
    if (split < 0) return;
    const head = heard.slice(0, split);
    const length = Number(header(head, 'content-length') ?? 0);
    if (heard.length < split + 4 + length) return;
    give(split + 4 + length, head, heard.slice(split + 4, split + 4 + length));
  });
  const broken = (error?: Error): void => {
    waiting?.reject(error ?? new Error('the connection was closed'));
    waiting = undefined;
  };
  socket.on('error', broken).on('close', () => broken());

  const ask = (request: string): Promise<Answer> =>
    new Promise((resolve, reject) => {
      if (socket.destroyed) {
        reject(new Error('the connection is closed'));
        return;
      }
      waiting = { resolve, reject };
      socket.write(request, 'latin1');
    });
  const browser = `host: ${host}\r\nuser-agent: Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0\r\naccept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8\r\naccept-language: pl,en-US;q=0.7,en;q=0.3\r\nsec-fetch-site: same-origin\r\nsec-fetch-mode: navigate\r\nreferer: http://${host}${page}\r\n`;
  return {
    get: (path) => ask(`GET ${path} HTTP/1.1\r\n${browser}\r\n`),
    post: (path, form) =>
      ask(
        `POST ${path} HTTP/1.1\r\n${browser}origin: http://${host}\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: ${form.length}\r\n\r\n${form}`,
      ),
    close: () => void socket.destroy(),
  };
}
