import type { Sealed } from './vault.ts';

/** Where sealed values lie; names and keys say nothing of what is in them. */
export const shelves = ['surveys', 'drafts', 'queue', 'device'] as const;
export type Shelf = (typeof shelves)[number];

export type Change = { shelf: Shelf; key: string; put: Sealed } | { shelf: Shelf; key: string; drop: true };

/** The disk of the device. */
export interface Store {
  /** What is not sealed: the lock and the wrong tries. */
  plain<T>(name: string): Promise<T | undefined>;
  setPlain(name: string, value: unknown): Promise<void>;
  all(shelf: Shelf): Promise<[key: string, sealed: Sealed][]>;
  count(shelf: Shelf): Promise<number>;
  /** All of the changes or none, on the disk when it resolves. @throws QuotaExceededError when the disk is full */
  change(changes: readonly Change[]): Promise<void>;
  /** Everything goes. */
  wipe(): Promise<void>;
}

const databaseName = 'okienko-tablet';
const plainShelf = 'plain';

const resultOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('indexedDB')));
  });

const open = (): Promise<IDBDatabase> => {
  const request = indexedDB.open(databaseName, 1);
  request.addEventListener('upgradeneeded', () => {
    for (const shelf of [plainShelf, ...shelves]) request.result.createObjectStore(shelf);
  });
  return resultOf(request);
};

/** IndexedDB as the disk. @throws where the browser has none, or keeps nothing (a private window of some browsers) */
export async function openStore(): Promise<Store> {
  const db = await open();
  const reading = (shelf: string): IDBObjectStore => db.transaction(shelf).objectStore(shelf);
  // Strict: a power cut after the answer "saved" must not lose the sheet.
  const writing = (
    names: readonly string[],
    write: (shelf: (name: string) => IDBObjectStore) => void,
  ): Promise<void> =>
    new Promise((resolve, reject) => {
      const transaction = db.transaction([...names], 'readwrite', { durability: 'strict' });
      const failed = (): void => reject(transaction.error ?? new Error('indexedDB'));
      transaction.addEventListener('complete', () => resolve());
      transaction.addEventListener('abort', failed);
      transaction.addEventListener('error', failed);
      write((name) => transaction.objectStore(name));
    });
  return {
    // Only `setPlain` writes there.
    plain: async <T>(name: string) => (await resultOf(reading(plainShelf).get(name))) as T | undefined,
    setPlain: async (name, value) =>
      await writing([plainShelf], (shelf) => void shelf(plainShelf).put(value, name)),
    async all(shelf) {
      const place = reading(shelf);
      const [keys, values] = await Promise.all([
        // Only `change` writes there.
        resultOf(place.getAllKeys() as IDBRequest<string[]>),
        resultOf(place.getAll() as IDBRequest<Sealed[]>),
      ]);
      return values.map((sealed, at) => [keys[at] ?? '', sealed]);
    },
    count: async (shelf) => await resultOf(reading(shelf).count()),
    async change(changes) {
      if (changes.length === 0) return;
      await writing([...new Set(changes.map(({ shelf }) => shelf))], (shelf) => {
        for (const change of changes)
          if ('put' in change) shelf(change.shelf).put(change.put, change.key);
          else shelf(change.shelf).delete(change.key);
      });
    },
    wipe: async () =>
      await writing([plainShelf, ...shelves], (shelf) => {
        for (const name of [plainShelf, ...shelves]) shelf(name).clear();
      }),
  };
}
