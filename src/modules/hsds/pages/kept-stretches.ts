import { promisify } from 'node:util';
import { constants, gunzip, gzip } from 'node:zlib';
import { keptBytes } from '../../../platform/http/kept-bytes.ts';
import { packedAtOnce } from '../../../platform/http/kept-wholes.ts';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** Stretches as they were written, by the mark of what they say: after a change only what changed is written anew. */
const kept = keptBytes(32 * 1024 * 1024);

/** The bytes of a stretch: kept, or made now and kept for the next time. A mark must change whenever the bytes would. */
export async function keptStretch(mark: string, make: () => Promise<Buffer>): Promise<Buffer> {
  const known = kept.get(mark);
  if (known) return await unpack(known);
  const bytes = await make();
  // Compressed beside what goes on: whoever asked does not wait for it.
  pack(bytes, { level: constants.Z_BEST_SPEED, chunkSize: packedAtOnce }).then(
    (packed) => kept.keep(mark, packed),
    () => undefined,
  );
  return bytes;
}
