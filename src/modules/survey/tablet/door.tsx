import { keepingOf, type Keeping } from './keeping.ts';
import { type Action, type Stage, textOf } from './page.tsx';
import { phraseWords } from './pl-phrase.ts';
import { tablet } from './pl.ts';
import { Locked, Setup, Wipe } from './screens.tsx';
import type { Store } from './store.ts';
import { afterWrong, noTries, triesLeft, type Tries, waitOf } from './tries.ts';
import { type Lock, newLock, openLock, phraseFault, shortestPhrase } from './vault.ts';

/** Five words of 256 by chance: forty bits, behind 600,000 rounds each. */
const drawPhrase = (): string =>
  [...crypto.getRandomValues(new Uint8Array(5))].map((at) => phraseWords[at] ?? '').join(' ');

/** What stands before the sealed part of the device: set up, unlock, wipe. */
export interface Door {
  /** Shows the way in: the first setting up, or the phrase. */
  show(error?: string): Promise<void>;
  /** After too many wrong phrases the way in is shown again when the wait is over. */
  again(): Promise<void>;
  actions: Readonly<Record<string, Action>>;
}

/** The way in; `enter` is given what lies behind it, `wiped` is told that nothing does any more. */
export function doorOf(
  stage: Stage,
  store: Store,
  { enter, wiped }: { enter(keeping: Keeping, news?: string): Promise<void>; wiped(): void },
): Door {
  let drawn: string | undefined;
  let waits = false;
  const lockOf = async (): Promise<Lock | undefined> => await store.plain<Lock>('lock');
  const counts = async () => ({
    waiting: await store.count('queue'),
    drafts: await store.count('drafts'),
  });

  async function show(error?: string): Promise<void> {
    if (!(await lockOf())) {
      stage.show(<Setup values={{}} errors={{}} />);
      return;
    }
    const wait = waitOf((await store.plain<Tries>('tries')) ?? noTries, Date.now());
    waits = wait > 0;
    stage.show(
      <Locked
        device={(await store.plain<string>('name')) ?? ''}
        {...(await counts())}
        error={error}
        waitMinutes={Math.ceil(wait / 60_000)}
      />,
    );
  }

  const actions: Record<string, Action> = {
    async setup(values) {
      const device = textOf(values, 'device').trim();
      const phrase = textOf(values, 'phrase');
      if (textOf(values, 'draw') !== '') {
        drawn = drawPhrase();
        stage.show(<Setup values={{ device }} errors={{}} drawn={drawn} />);
        return;
      }
      const { faults } = tablet.setup;
      const fault = phraseFault(phrase, textOf(values, 'again'));
      const errors = {
        ...(device.length >= 2 && device.length <= 40 ? {} : { device: tablet.setup.deviceFault }),
        ...(fault === 'short' ? { phrase: faults.short(shortestPhrase) } : {}),
        ...(fault === 'poor' ? { phrase: faults.poor } : {}),
        ...(fault === 'differs' ? { again: faults.differs } : {}),
      };
      if (Object.keys(errors).length > 0) {
        stage.show(<Setup values={{ device }} errors={errors} drawn={drawn} />);
        return;
      }
      drawn = undefined;
      const { lock, vault } = await newLock(phrase);
      const keeping = keepingOf(store, vault);
      await keeping.change([
        { shelf: 'device', key: 'device', value: { id: crypto.randomUUID(), name: device } },
      ]);
      await store.setPlain('name', device);
      // The lock last: without it nothing has been set up.
      await store.setPlain('lock', lock);
      // Where the browser asks nobody, this keeps it from clearing the device when space is short.
      await navigator.storage.persist?.();
      await enter(keeping, tablet.setup.kept);
    },
    async unlock(values) {
      const lock = await lockOf();
      const tries = (await store.plain<Tries>('tries')) ?? noTries;
      if (!lock || waitOf(tries, Date.now()) > 0) return await show();
      const vault = await openLock(lock, textOf(values, 'phrase'));
      if (vault) {
        await store.setPlain('tries', noTries);
        return await enter(keepingOf(store, vault));
      }
      const more = afterWrong(tries, Date.now());
      await store.setPlain('tries', more);
      return await show(tablet.locked.wrong(triesLeft(more)));
    },
    async forgotten() {
      waits = false;
      stage.show(<Wipe {...(await counts())} />);
    },
    async wipe(values) {
      const { waiting, drafts } = await counts();
      if (waiting + drafts > 0 && textOf(values, 'sure') === '') {
        stage.show(<Wipe waiting={waiting} drafts={drafts} error={tablet.wipe.confirmFault} />);
        return;
      }
      await store.wipe();
      wiped();
      await show();
    },
  };
  const again = async (): Promise<void> => {
    if (waits) await show();
  };
  return { show, again, actions };
}
