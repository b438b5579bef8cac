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
export function copyInto(
  tx: Db,
  statement: string,
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<number> {
  const client = connectionOf(tx);
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
