import { createServer } from 'node:net';
import { listenAnywhere } from './process.ts';

const message = (type: string, ...parts: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(5);
  head.write(type, 0);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
};
const int16 = (value: number): Buffer => {
  const bytes = Buffer.alloc(2);
  bytes.writeInt16BE(value);
  return bytes;
};
const int32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
};
const text = (value: string): Buffer => Buffer.from(`${value}\0`);

const ready = message('Z', Buffer.from('I'));

/** One row with one number, as PostgreSQL answers a simple query. */
const answer = (value: string): Buffer =>
  Buffer.concat([
    message('T', int16(1), text('version'), int32(0), int16(0), int32(23), int16(4), int32(-1), int16(0)),
    message('D', int16(1), int32(value.length), Buffer.from(value)),
    message('C', text('SELECT 1')),
    ready,
  ]);

/**
 * What stands for a PostgreSQL that cannot be had here: one of an old version (`server_version_num`), or one that does
 * not know the password. It speaks just enough of the protocol for a first question.
 */
export async function postgresDouble(
  as: { version: string } | { error: string },
): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((socket) => {
    let greeted = false;
    socket.on('error', () => undefined);
    socket.on('data', (sent) => {
      if (greeted) {
        if ('version' in as && sent.toString('latin1', 0, 1) === 'Q') socket.write(answer(as.version));
        return;
      }
      greeted = true;
      if ('error' in as)
        socket.end(
          message(
            'E',
            Buffer.from('S'),
            text('FATAL'),
            Buffer.from('C'),
            text(as.error),
            Buffer.from('M'),
            text('no'),
            Buffer.from([0]),
          ),
        );
      else socket.write(Buffer.concat([message('R', int32(0)), ready]));
    });
  });
  const { port, close } = await listenAnywhere(server);
  return { url: `postgres://okienko:tajne@127.0.0.1:${port}/okienko`, close };
}
