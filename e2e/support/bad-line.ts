import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { listenAnywhere } from './process.ts';

/** What happens to one request: it never arrives, or its answer is lost after the server has done it. */
export type Mishap = 'lost' | 'unanswered' | undefined;

export interface BadLine {
  address: string;
  /** Bodies that were sent to the addresses that suffer, each as often as it was sent. */
  sent: { path: string; body: string }[];
  mishaps: Mishap[];
  close(): Promise<void>;
}

/** The same numbers from the same seed. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x80000000;
  };
}

const bodyOf = async (message: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
};

const ask = async (
  to: URL,
  { method, headers, url }: IncomingMessage,
  body: Buffer,
): Promise<{ answer: IncomingMessage; body: Buffer }> => {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const asked = request(new URL(url ?? '/', to), { method, headers }, resolve);
    asked.once('error', reject);
    asked.end(body);
  });
  return { answer, body: await bodyOf(answer) };
};

/** Stands between a browser and a server; what is sent to addresses that `suffers` fits goes wrong as `next` says. */
export async function badLine(target: string, suffers: RegExp, next: () => Mishap): Promise<BadLine> {
  const sent: BadLine['sent'] = [];
  const mishaps: Mishap[] = [];
  const pass = async (message: IncomingMessage, reply: ServerResponse): Promise<void> => {
    const body = await bodyOf(message);
    const path = message.url ?? '/';
    const mishap = suffers.test(path) ? next() : undefined;
    if (suffers.test(path)) {
      sent.push({ path, body: body.toString() });
      mishaps.push(mishap);
    }
    if (mishap === 'lost') {
      message.socket.destroy();
      return;
    }
    const { answer, body: said } = await ask(new URL(target), message, body);
    if (mishap === 'unanswered') {
      message.socket.destroy();
      return;
    }
    reply.writeHead(answer.statusCode ?? 502, answer.headers);
    reply.end(said);
  };
  const server = createServer((message, reply) => {
    pass(message, reply).catch(() => message.socket.destroy());
  });
  const { port, close } = await listenAnywhere(server);
  return {
    address: `http://127.0.0.1:${port}`,
    sent,
    mishaps,
    close: async () => {
      server.closeAllConnections();
      await close();
    },
  };
}
