import type { Lang } from '../../../lang.ts';
import type { Answers } from '../domain/answers.ts';
import type { Definition } from '../domain/definition.ts';
import type { Sampling } from '../domain/survey.ts';
import type { Change, Shelf, Store } from './store.ts';
import type { Vault } from './vault.ts';

/** A published survey as it was taken onto the device. */
export interface TakenSurvey {
  surveyId: string;
  versionNo: number;
  opensOn: string | null;
  closesOn: string | null;
  sampling: Sampling;
  definition: Definition;
  /** Closed by hand, or taken away: no further talk is begun. */
  closed: boolean;
}

/** A talk that was begun. It knows no hour: only for how long it was open. */
export interface Draft {
  surveyId: string;
  versionNo: number;
  lang: Lang;
  day: string;
  /** Code of the invitation, in a survey by sample. */
  code?: string;
  section: string;
  answers: Answers;
  /** Questions that the person will not answer. */
  refused: string[];
  seconds: number;
}

/** A whole sheet that waits for the line. Its id is made by chance when the talk ends, and stands nowhere unsealed. */
export interface Waiting {
  surveyId: string;
  versionNo: number;
  sheet: {
    id: string;
    day: string;
    lang: Lang;
    minutes: number;
    code?: string;
    answers: Answers;
  };
  /** Why the server did not take it; nobody sends it by itself again. */
  aside?: { code: string; words: string };
}

/** What the device is called among the tablets of a centre: never a person's name. */
export interface Device {
  id: string;
  name: string;
  /** Day on which it last sent sheets, and whether the centre knows that. */
  sentOn?: string;
  told?: string;
}

interface Kinds {
  surveys: TakenSurvey;
  drafts: Draft;
  queue: Waiting;
  device: Device;
}

export interface Kept<T> {
  /** By chance: the order of keys on the disk is not the order of talks. */
  key: string;
  value: T;
}

export type Put = {
  [S in Shelf]: { shelf: S; key: string; value: Kinds[S] } | { shelf: S; key: string; drop: true };
}[Shelf];

/** What is kept on the device, read and written through the vault. */
export interface Keeping {
  all<S extends Shelf>(shelf: S): Promise<Kept<Kinds[S]>[]>;
  count(shelf: Shelf): Promise<number>;
  change(puts: readonly Put[]): Promise<void>;
}

const placeOf = (shelf: Shelf, key: string): string => `${shelf}:${key}`;

/** Gives the shelves of a store through a vault. A value that does not open (a damaged disk) stays, and is passed over. */
export const keepingOf = (store: Store, vault: Vault): Keeping => ({
  async all<S extends Shelf>(shelf: S) {
    const opened = await Promise.allSettled(
      (await store.all(shelf)).map(async ([key, sealed]) => ({
        key,
        value: await vault.open<Kinds[S]>(sealed, placeOf(shelf, key)),
      })),
    );
    return opened.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  },
  count: async (shelf) => await store.count(shelf),
  async change(puts) {
    const changes: Change[] = await Promise.all(
      puts.map(async (put) =>
        'value' in put
          ? {
              shelf: put.shelf,
              key: put.key,
              put: await vault.seal(put.value, placeOf(put.shelf, put.key)),
            }
          : put,
      ),
    );
    await store.change(changes);
  },
});
