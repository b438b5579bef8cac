import { promisify } from 'node:util';
import { constants, gunzip, gzip } from 'node:zlib';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** Compressed, all together; the one that was asked for longest ago leaves first. */
const mostBytes = 32 * 1024 * 1024;

/** Stretches as they were written, by the mark of what they say: after a change only what changed is written anew. */
const kept = new Map<string, Buffer>();
let held = 0;

function keep(mark: string, bytes: Buffer): void {
  held += bytes.length - (kept.get(mark)?.length ?? 0);
  kept.delete(mark);
  kept.set(mark, bytes);
  for (const [oldest, { length }] of kept) {
    if (held <= mostBytes) return;
    kept.delete(oldest);
    held -= length;
  }
}

/** The bytes of a stretch: kept, or made now and kept for the next time. A mark must change whenever the bytes would. */
export async function keptStretch(mark: string, make: () => Promise<Buffer>): Promise<Buffer> {
  const known = kept.get(mark);
  if (known) {
    keep(mark, known);
    return await unpack(known);
  }
  const bytes = await make();
  // Compressed beside what goes on: whoever asked does not wait for it.
  pack(bytes, { level: constants.Z_BEST_SPEED }).then(
    (packed) => keep(mark, packed),
    () => undefined,
  );
  return bytes;
}
