/** Bytes in memory by a mark, up to a number of bytes all together; what was asked for longest ago leaves first. */
export interface KeptBytes {
  get(mark: string): Buffer | undefined;
  keep(mark: string, bytes: Buffer): void;
}

/** @param most how many bytes are kept; one that is larger alone is not kept at all */
export function keptBytes(most: number): KeptBytes {
  // In the order of the last asking.
  const kept = new Map<string, Buffer>();
  let held = 0;

  const drop = (mark: string): Buffer | undefined => {
    const bytes = kept.get(mark);
    kept.delete(mark);
    held -= bytes?.length ?? 0;
    return bytes;
  };
  const keep = (mark: string, bytes: Buffer): void => {
    drop(mark);
    kept.set(mark, bytes);
    held += bytes.length;
    for (const oldest of kept.keys()) {
      if (held <= most) return;
      drop(oldest);
    }
  };

  return {
    get(mark) {
      const bytes = drop(mark);
      if (bytes) keep(mark, bytes);
      return bytes;
    },
    keep,
  };
}
