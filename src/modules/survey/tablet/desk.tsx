import { definitionOf, type Listed, listSurveys, noteDevice, postSheets } from './api.ts';
import { dayOf } from './interview.ts';
import type { Device, Keeping, Kept, Put } from './keeping.ts';
import type { Action, Stage } from './page.tsx';
import { textOf } from './page.tsx';
import { tablet } from './pl.ts';
import { Home } from './screen-home.tsx';
import { type Ending, pauseAfter, sendAll, sendsByItself } from './send.ts';
import { shelves } from './store.ts';
import { offered, refreshed } from './taking.ts';
import { type Talks, talksOf } from './talk.tsx';

/** What is done while the device is unlocked. */
export interface Desk {
  home(news?: string): Promise<void>;
  actions: Readonly<Record<string, Action>>;
  talks: Talks;
  /** The line may be back. */
  lineBack(): void;
  /** Locks: nothing goes on by itself any more. */
  close(): Promise<void>;
}

/** Bytes below which a long talk may not fit any more. */
const littleSpace = 5 * 1024 * 1024;
/** Milliseconds that the first screen waits for the list of surveys before it is shown without. */
const politeWait = 1500;

/** By chance: not even which survey is on the device stands unsealed. */
const newKey = (): string => crypto.randomUUID();

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

async function spaceIsShort(): Promise<boolean> {
  const { quota, usage } = await navigator.storage.estimate();
  return quota !== undefined && usage !== undefined && quota - usage < littleSpace;
}

/** One at a time, also beside a second window of the same device. */
async function alone(work: () => Promise<void>): Promise<void> {
  await navigator.locks.request('okienko-tablet-send', { ifAvailable: true }, async (lock) => {
    if (lock) await work();
  });
}

/** The unlocked device. */
export function deskOf(stage: Stage, keeping: Keeping, report: (error: unknown) => void): Desk {
  let listed: readonly Listed[] | undefined;
  let signedOut = false;
  let sending: 'now' | Ending | undefined;
  let failures = 0;
  /** Somebody asked for the sending: it goes on until nothing waits. */
  let wanted = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let atHome = false;
  let closed = false;

  const today = (): string => dayOf(new Date());
  const talks = talksOf(stage, keeping, { home, ended: () => void sendIfDue().catch(report), report });

  async function device(): Promise<Kept<Device> | undefined> {
    return (await keeping.all('device'))[0];
  }

  async function draw(news?: string, quiet?: 'quiet'): Promise<void> {
    const [surveys, drafts, queue, own] = await Promise.all([
      keeping.all('surveys'),
      keeping.all('drafts'),
      keeping.all('queue'),
      device(),
    ]);
    const kept = (await Promise.all(shelves.map(async (shelf) => await keeping.count(shelf)))).reduce(
      (sum, count) => sum + count,
      0,
    );
    const lowSpace = await spaceIsShort();
    const mayVanish = !(await navigator.storage.persisted());
    if (closed) return;
    stage.show(
      <Home
        device={own?.value.name ?? ''}
        today={today()}
        surveys={surveys}
        drafts={drafts}
        queue={queue}
        unreadable={kept - surveys.length - drafts.length - queue.length - (own ? 1 : 0)}
        offered={listed && offered(listed, surveys, today())}
        signedOut={signedOut}
        sending={sending}
        said={news}
        lowSpace={lowSpace}
        mayVanish={mayVanish}
      />,
      quiet,
    );
  }

  /** Asks the centre which surveys there are, and what has changed with those on the device. */
  async function look(): Promise<void> {
    const reply = await listSurveys();
    signedOut = reply.kind === 'signedOut';
    if (reply.kind !== 'value') {
      listed = undefined;
      return;
    }
    listed = reply.value.surveys;
    const [surveys, drafts] = await Promise.all([keeping.all('surveys'), keeping.all('drafts')]);
    await keeping.change(
      await refreshed(
        surveys,
        listed,
        drafts.map(({ value }) => value),
        definitionOf,
        newKey,
      ),
    );
  }

  async function home(news?: string): Promise<void> {
    atHome = true;
    const looked = navigator.onLine ? look() : Promise.resolve();
    let late = true;
    await Promise.race([looked.then(() => (late = false)), pause(politeWait)]);
    await draw(news);
    if (late)
      void looked.then(async () => {
        if (atHome && !closed) await draw(undefined, 'quiet');
      }, report);
    void sendIfDue().catch(report);
  }

  const redraw = async (): Promise<void> => {
    if (atHome && !closed) await draw(undefined, 'quiet');
  };

  async function tell(sent: number): Promise<void> {
    const own = await device();
    if (!own) return;
    const sentOn = sent > 0 ? today() : own.value.sentOn;
    if (sentOn === undefined || own.value.told === sentOn) return;
    const told = await noteDevice(own.value, sentOn);
    await keeping.change([
      { shelf: 'device', key: own.key, value: { ...own.value, sentOn, ...(told ? { told: sentOn } : {}) } },
    ]);
  }

  async function send(): Promise<void> {
    clearTimeout(timer);
    await alone(async () => {
      const queue = await keeping.all('queue');
      if (closed || !queue.some(({ value }) => !value.aside)) return;
      sending = 'now';
      await redraw();
      const ending = await sendAll(queue, {
        post: postSheets,
        drop: async (keys) =>
          await keeping.change(keys.map((key): Put => ({ shelf: 'queue', key, drop: true }))),
        aside: async ({ key, value }, why) =>
          await keeping.change([{ shelf: 'queue', key, value: { ...value, aside: why } }]),
      });
      sending = ending;
      signedOut = ending.kind === 'signedOut';
      if (ending.kind === 'away') {
        failures = ending.sent > 0 ? 1 : failures + 1;
        if (!closed) timer = setTimeout(() => void sendIfDue().catch(report), pauseAfter(failures) * 1000);
      } else {
        failures = 0;
        wanted = false;
        if (ending.kind !== 'signedOut') await tell(ending.sent);
      }
      await redraw();
    });
  }

  async function sendIfDue(): Promise<void> {
    if (closed || !navigator.onLine || signedOut) return;
    if (wanted || sendsByItself(await keeping.all('queue'), today())) await send();
  }

  const own: Record<string, Action> = {
    home: async () => await home(),
    refresh: async () => await home(),
    async send() {
      wanted = true;
      await send();
    },
    async again() {
      const queue = await keeping.all('queue');
      await keeping.change(
        queue.flatMap(({ key, value }): Put[] => {
          const { aside, ...rest } = value;
          return aside ? [{ shelf: 'queue', key, value: rest }] : [];
        }),
      );
      wanted = true;
      await send();
    },
    async take(values) {
      const reply = await definitionOf(textOf(values, 'survey'));
      signedOut = reply.kind === 'signedOut';
      if (reply.kind === 'away') listed = undefined;
      if (reply.kind !== 'value') return await draw();
      const { value } = reply;
      const same = (await keeping.all('surveys')).find(
        (one) => one.value.surveyId === value.surveyId && one.value.versionNo === value.versionNo,
      );
      await keeping.change([
        {
          shelf: 'surveys',
          key: same?.key ?? newKey(),
          value: { ...value, closed: false },
        },
      ]);
      // Only now can the line be switched off: the pages themselves are on the device too.
      await navigator.serviceWorker.ready;
      return await draw(tablet.home.taken(value.definition.title.pl));
    },
  };
  // A screen other than the first is shown by whatever else is done.
  const leaving = Object.fromEntries(
    Object.entries(talks.actions).map(([name, action]): [string, Action] => [
      name,
      async (values, form) => {
        atHome = false;
        await action(values, form);
      },
    ]),
  );
  return {
    home,
    talks,
    actions: { ...own, ...leaving },
    lineBack: () => {
      failures = 0;
      void sendIfDue().catch(report);
    },
    async close() {
      clearTimeout(timer);
      await talks.keep();
      closed = true;
    },
  };
}
