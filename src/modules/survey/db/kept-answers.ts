/** How many bytes of answers the process keeps: of about 5,000,000 sheets of forty questions. */
const mostBytes = 256 * 1024 * 1024;

/** What is kept, and how much room it takes in bytes. */
interface Sized {
  bytes: number;
}

interface Kept<T> {
  /** What it was read after; another one means it must be read again. */
  mark: string;
  reading: Promise<T>;
  /** 0 until it is read. */
  bytes: number;
}

export interface Keeper<T extends Sized> {
  /** What was read after this mark under this key, or else what `read` gives now. Readers at the same time share one reading. */
  get(key: string, mark: string, read: () => Promise<T>): Promise<T>;
  /** How much is kept now, in bytes. */
  bytes(): number;
}

/**
 * Keeps what is dear to read for as long as its mark stays the same, the least recently asked for making room. What
 * is larger than all the room is read each time.
 */
export function keeper<T extends Sized>(most = mostBytes): Keeper<T> {
  // A Map remembers the order in which keys came: the first is the one that nobody asked for the longest.
  const all = new Map<string, Kept<T>>();

  const sum = (): number => [...all.values()].reduce((bytes, one) => bytes + one.bytes, 0);

  const makeRoom = (): void => {
    for (const [key, one] of all) {
      if (sum() <= most) return;
      if (one.bytes > 0) all.delete(key);
    }
  };

  return {
    bytes: sum,
    async get(key, mark, read) {
      const known = all.get(key);
      all.delete(key);
      if (known?.mark === mark) {
        all.set(key, known);
        return await known.reading;
      }
      const fresh: Kept<T> = { mark, reading: read(), bytes: 0 };
      all.set(key, fresh);
      try {
        const value = await fresh.reading;
        fresh.bytes = value.bytes;
        makeRoom();
        return value;
      } catch (error) {
        if (all.get(key) === fresh) all.delete(key);
        throw error;
      }
    },
  };
}
