// A process of its own, run as it stands: with our whole program in its memory it was what the measurement showed.
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { quantile } from '../report.ts';

/** What is asked: the addresses in turn, so many a second. */
export interface PacedTask {
  url: string;
  paths: readonly string[];
  rate: number;
  /** Asked before, in the same process, and not counted: what a client costs that has just begun is not the server's. */
  warmSeconds: number;
  seconds: number;
}

type Ask = (request: string) => Promise<void>;

const headEnds = '\r\n\r\n';

/** How many bytes of an answer are still to come, from its first bytes. @throws when it is not a whole 200 */
function bytesLeft(first: Buffer): number {
  const ends = first.indexOf(headEnds);
  const head = first.toString('latin1', 0, ends);
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  if (ends < 0 || !head.startsWith('HTTP/1.1 200 ') || length === undefined) throw new Error(head);
  return Number(length) - (first.length - ends - headEnds.length);
}

/**
 * A connection that asks one thing at a time. Not Node's own client: what that does for each answer took longer than the
 * slowest of a hundred answers of the server, and it was the client that was measured.
 */
function openLine({ hostname, port }: URL, signal: AbortSignal): Ask {
  const socket = connect({ host: hostname, port: Number(port), noDelay: true, signal });
  let left = 0;
  let answered: (() => void) | undefined;
  let failed: ((error: unknown) => void) | undefined;
  socket.on('error', (error) => failed?.(error));
  socket.on('close', () => failed?.(new Error('the server closed the connection')));
  socket.on('data', (bytes) => {
    try {
      left = left === 0 ? bytesLeft(bytes) : left - bytes.length;
      if (left === 0) answered?.();
    } catch (error) {
      failed?.(error);
    }
  });
  return async (request) =>
    await new Promise((resolve, reject) => {
      [answered, failed] = [resolve, reject];
      if (socket.destroyed) reject(new Error('the server has closed the connection'));
      else socket.write(request);
    });
}

async function asked({ url, paths, rate, warmSeconds, seconds }: PacedTask) {
  const server = new URL(url);
  const requests = paths.map((path) => `GET ${path} HTTP/1.1\r\nhost: ${server.host}\r\n\r\n`);
  const over = new AbortController();
  const free: Ask[] = [];
  const times: number[] = [];
  const began = performance.now();
  const warm = Math.round(rate * warmSeconds);
  const count = warm + Math.round(rate * seconds);
  const running: Promise<void>[] = [];
  for (let sent = 0; sent < count; ) {
    const due = began + (sent * 1000) / rate;
    if (performance.now() < due) {
      // Not by spinning: the processor belongs to the server.
      await pause(Math.max(1, Math.floor(due - performance.now())));
      continue;
    }
    // Each in its turn: one that waits long is closed by the server.
    const ask = free.shift() ?? openLine(server, over.signal);
    const counted = sent >= warm;
    const from = performance.now();
    running.push(
      ask(requests[sent % requests.length] ?? '').then(() => {
        if (counted) times.push(performance.now() - from);
        free.push(ask);
      }),
    );
    sent++;
  }
  await Promise.all(running);
  const perSecond = (count * 1000) / (performance.now() - began);
  over.abort();
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99), perSecond };
}

const task = JSON.parse(await text(process.stdin)) as PacedTask;
process.stdout.write(JSON.stringify(await asked(task)));
