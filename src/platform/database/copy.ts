import type { Socket } from 'node:net';
import pg from 'pg';
import { connectionOf, type Db } from './tenant.ts';

/** What this file needs of the driver's wire connection. */
interface Wire {
  stream: NodeJS.WritableStream & { writableNeedDrain: boolean; destroyed: boolean };
  sendCopyFromChunk(chunk: Uint8Array): void;
  endCopyFrom(): void;
  sendCopyFail(words: string): void;
}

type Callback = (error: unknown, result: pg.QueryResult) => void;

const QueryObject = pg.Query as unknown as new (
  config: { text: string },
  values: undefined,
  callback: Callback,
) => pg.Submittable & { handleCopyInResponse(wire: Wire): void };

/** Until the connection takes more, or is gone. */
const drained = ({ stream }: Wire): Promise<void> =>
  new Promise((resolve) => {
    const on = (): void => {
      stream.off('drain', on).off('close', on);
      resolve();
    };
    stream.on('drain', on).on('close', on);
  });

/**
 * Fills a table with `copy … from stdin` in a running transaction: the pieces go out as they come, and no faster than the
 * database takes them. Nothing else may be sent in this transaction meanwhile. Gives how many rows there were.
 * @throws what `pieces` throws, or what the database says; the transaction cannot be kept then
 */
export const copyInto = (
  tx: Db,
  statement: string,
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<number> => copyOver(connectionOf(tx), statement, pieces);

/** As `copyInto`, over a connection that nobody else uses meanwhile. */
export function copyOver(
  client: pg.ClientBase,
  statement: string,
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<number> {
  return new Promise((resolve, reject) => {
    let ended = false;
    let broken: { error: unknown } | undefined;
    const query = new QueryObject({ text: statement }, undefined, (error, result) => {
      ended = true;
      if (error) reject(broken ? broken.error : error);
      else resolve(result.rowCount ?? 0);
    });
    const send = async (wire: Wire): Promise<void> => {
      try {
        for await (const piece of pieces) {
          // The database has already refused: it passes over whatever still comes.
          if (ended) return;
          if (piece.length > 0) wire.sendCopyFromChunk(piece);
          if (wire.stream.writableNeedDrain && !wire.stream.destroyed) await drained(wire);
        }
        if (!ended) wire.endCopyFrom();
      } catch (error) {
        broken = { error };
        if (ended) reject(error);
        else wire.sendCopyFail('the sender broke off');
      }
    };
    Object.assign(query, { handleCopyInResponse: (wire: Wire) => void send(wire) });
    client.query(query);
  });
}

/** So much may wait for a slow reader before the database has to. */
const mostWaiting = 1 << 20;

/**
 * What `copy … to stdout` gives, as it comes and no faster than it is read; the last value is the number of rows. Nothing
 * else may be sent over this connection meanwhile, and it must be read to the end.
 * @throws what the database says
 */
export async function* copyOut(client: pg.ClientBase, statement: string): AsyncGenerator<Buffer, number> {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  let waiting: Buffer[] = [];
  let bytes = 0;
  let wake = (): void => undefined;
  let outcome: { error: unknown; rows: number } | undefined;
  const query = new QueryObject({ text: statement }, undefined, (error, result) => {
    outcome = { error, rows: error ? 0 : (result.rowCount ?? 0) };
    wake();
  });
  Object.assign(query, {
    handleCopyData({ chunk }: { chunk: Buffer }) {
      // The driver's buffer is filled again with what comes next.
      waiting.push(Buffer.from(chunk));
      bytes += chunk.length;
      if (bytes > mostWaiting) stream.pause();
      wake();
    },
  });
  client.query(query);
  for (;;) {
    if (waiting.length > 0) {
      const piece = Buffer.concat(waiting);
      waiting = [];
      bytes = 0;
      stream.resume();
      yield piece;
    } else if (outcome) {
      if (outcome.error) throw outcome.error;
      return outcome.rows;
    } else
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
  }
}
