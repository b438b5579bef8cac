import { BackupFault } from './sealed.ts';

/** Whole lines of a stream, without their ends. @throws BackupFault when the last line has no end */
export async function* linesOf(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let rest: Buffer[] = [];
  for await (const piece of pieces) {
    const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.length);
    let from = 0;
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, from)) {
      const end = bytes.subarray(from, at);
      yield rest.length > 0 ? Buffer.concat([...rest, end]) : end;
      rest = [];
      from = at + 1;
    }
    if (from < bytes.length) rest.push(bytes.subarray(from));
  }
  if (rest.length > 0) throw new BackupFault('cut', 'the last line has no end');
}
