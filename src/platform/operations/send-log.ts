import { readFileSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import tls from 'node:tls';

/** A second place for the lines of the log. */
export interface LogSender {
  /** Takes one line of the log as `logLine` gives it; never waits. */
  send(line: string): void;
  /** Sends what still waits, for a second at most. */
  close(): Promise<void>;
}

/** Lines that wait while the other system is away; older ones are dropped, and it is told how many. */
const mostWaiting = 5_000;
const firstPauseMs = 500;
const longestPauseMs = 60_000;
const lastWordsMs = 1_000;

/** Facility local0; error and informational (RFC 5424, 6.2.1). */
const priority = (event: string): number =>
  16 * 8 + (/fault|failed|forced|unhandled|lost/.test(event) ? 3 : 6);

const readLine = (line: string): { at: string; event: string } => {
  // Made by `logLine`: an object with these two.
  const { at, event } = JSON.parse(line) as { at: string; event?: string };
  return { at, event: event ?? 'event' };
};

/** One line of the log as a message of syslog (RFC 5424), its length before it (RFC 6587, 3.4.1; RFC 5425, 4.3). */
export function syslogFrame(line: string, host: string, pid: number): string {
  const { at, event } = readLine(line);
  const message = `<${priority(event)}>1 ${at} ${host} okienko ${pid} ${event.slice(0, 32)} - ${line.trimEnd()}`;
  return `${Buffer.byteLength(message)} ${message}`;
}

/** Whether a log may go there: by TLS anywhere, in the clear only to a forwarder on this very machine. */
export const isLogAddress = (text: string): boolean => {
  const url = URL.parse(text);
  if (!url || url.port === '') return false;
  return (
    url.protocol === 'tls:' || (url.protocol === 'tcp:' && ['127.0.0.1', 'localhost'].includes(url.hostname))
  );
};

/**
 * Sends the log to another system (syslog by TLS, RFC 5425; the certificate is checked), so that who takes this computer
 * does not take the traces. Syslog acknowledges nothing: what was under way when the other side died is lost there, and
 * stands in the journal of this computer.
 */
export function sendLog(address: string, clock: { now(): string }, caFile?: string): LogSender {
  const { protocol, hostname: host, port } = new URL(address);
  const authority = caFile === undefined ? {} : { ca: readFileSync(caFile) };
  const waiting: string[] = [];
  let dropped = 0;
  let pause = firstPauseMs;
  let socket: net.Socket | undefined;
  let ready = false;
  let closed = false;

  const flush = (): void => {
    if (!ready || !socket) return;
    if (dropped > 0) {
      waiting.unshift(`${JSON.stringify({ at: clock.now(), event: 'log.lost', lines: dropped })}\n`);
      dropped = 0;
    }
    for (const line of waiting.splice(0)) socket.write(syslogFrame(line, os.hostname(), process.pid));
  };
  const connect = (): void => {
    const at = { host, port: Number(port) };
    const opened =
      protocol === 'tls:'
        ? tls.connect({ ...at, ...authority, servername: host, minVersion: 'TLSv1.2' })
        : net.connect(at);
    socket = opened;
    opened.unref();
    opened.once(protocol === 'tls:' ? 'secureConnect' : 'connect', () => {
      ready = true;
      pause = firstPauseMs;
      flush();
    });
    opened.on('error', () => undefined);
    opened.once('close', () => {
      ready = false;
      if (closed) return;
      setTimeout(connect, pause).unref();
      pause = Math.min(2 * pause, longestPauseMs);
    });
  };
  connect();
  return {
    send(line) {
      if (waiting.length >= mostWaiting) {
        waiting.shift();
        dropped += 1;
      }
      waiting.push(line);
      flush();
    },
    async close() {
      closed = true;
      const last = socket;
      if (!ready || !last) return last?.destroy() && undefined;
      await new Promise<void>((done) => {
        const late = setTimeout(done, lastWordsMs);
        last.end(() => {
          clearTimeout(late);
          done();
        });
      });
    },
  };
}
