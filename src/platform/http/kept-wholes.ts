import { once } from 'node:events';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { constants, createGunzip, createGzip } from 'node:zlib';
import { keptBytes } from './kept-bytes.ts';

/** Compressed, all together. */
const mostBytes = 64 * 1024 * 1024;

/** So many bytes are made before the reader takes them, so that making and reading go on at once. */
const madeAhead = 4 * 1024 * 1024;

/** So much comes out of the compression at once: each time costs a word from one processor to the other. */
export const packedAtOnce = 128 * 1024;

/** Bodies of open data that take long to make, kept by the mark of the data: made once for every state of it. */
export interface KeptWholes {
  /** The body, to be read once: kept, or made now and kept when it was read to its end. */
  body(mark: string, pieces: AsyncIterable<string | Uint8Array>): Readable;
  /** The body as gzip, when it is kept. */
  gzipped(mark: string): Buffer | undefined;
}

/** Wholes in memory; a mark must change whenever what it stands for does. */
export function keptWholes(most = mostBytes): KeptWholes {
  const kept = keptBytes(most);

  async function* keeping(
    mark: string,
    pieces: AsyncIterable<string | Uint8Array>,
  ): AsyncGenerator<Uint8Array, void> {
    const gzip = createGzip({ level: constants.Z_BEST_SPEED, chunkSize: packedAtOnce });
    const packed = buffer(gzip);
    // Destroyed when the reader leaves in the middle: half a body is not kept, and nobody is told.
    packed.then(
      (bytes) => kept.keep(mark, bytes),
      () => undefined,
    );
    let room: Promise<unknown> | undefined;
    try {
      for await (const piece of pieces) {
        // Bytes of each piece: a text would be measured by the web server and then encoded by the socket.
        const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
        // A piece is compressed while the next one is made; whoever reads does not wait for it.
        await room;
        room = gzip.write(bytes) ? undefined : once(gzip, 'drain');
        yield bytes;
      }
      gzip.end();
    } finally {
      if (!gzip.writableEnded) gzip.destroy();
    }
  }

  return {
    body(mark, pieces) {
      const known = kept.get(mark);
      if (!known)
        return Readable.from(keeping(mark, pieces), { objectMode: false, highWaterMark: madeAhead });
      const unpacked = createGunzip();
      unpacked.end(known);
      return unpacked;
    },
    gzipped: (mark) => kept.get(mark),
  };
}
