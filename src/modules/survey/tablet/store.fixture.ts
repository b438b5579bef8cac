import { type Change, type Shelf, shelves, type Store } from './store.ts';
import type { Sealed } from './vault.ts';

/** A disk in memory, in the order of its keys as IndexedDB is. */
export function memoryStore(): Store {
  const plain = new Map<string, unknown>();
  const places = new Map<Shelf, Map<string, Sealed>>(shelves.map((shelf) => [shelf, new Map()]));
  const place = (shelf: Shelf): Map<string, Sealed> => places.get(shelf) ?? new Map();
  const apply = (change: Change): void => {
    if ('put' in change) place(change.shelf).set(change.key, change.put);
    else place(change.shelf).delete(change.key);
  };
  return {
    plain: <T>(name: string) => Promise.resolve(plain.get(name) as T | undefined),
    setPlain: (name, value) => Promise.resolve(void plain.set(name, value)),
    all: (shelf) => Promise.resolve([...place(shelf)].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    count: (shelf) => Promise.resolve(place(shelf).size),
    change: (changes) => Promise.resolve(changes.forEach(apply)),
    wipe() {
      plain.clear();
      for (const shelf of shelves) place(shelf).clear();
      return Promise.resolve();
    },
  };
}
