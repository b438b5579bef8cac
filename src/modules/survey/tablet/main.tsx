import type { VNode } from 'preact';
import { deskOf, type Desk } from './desk.tsx';
import { doorOf } from './door.tsx';
import { type Stage, stageIn, valuesOf } from './page.tsx';
import { tablet } from './pl.ts';
import { type Lack, NotKept, Unable } from './screens.tsx';
import { openStore, type Store } from './store.ts';

/** Milliseconds without a touch after which the device locks itself. */
const idle = 15 * 60_000;
const workerPath = '/praca/tablet-sw.js';
const scope = '/praca/tablet';

function lackOf(): Lack | undefined {
  if (!isSecureContext) return 'insecure';
  if (!('subtle' in crypto)) return 'crypto';
  if (!('indexedDB' in globalThis)) return 'storage';
  return 'serviceWorker' in navigator && 'locks' in navigator ? undefined : 'worker';
}

/** Keeps the pages themselves on the device. A newer program takes over before anything is unlocked. */
async function keepPages(): Promise<void> {
  const before = navigator.serviceWorker.controller;
  const registration = await navigator.serviceWorker.register(workerPath, { scope });
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (before) location.reload();
  });
  registration.waiting?.postMessage('take over');
}

const isFull = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'QuotaExceededError';

function run(root: HTMLElement, stage: Stage, store: Store): void {
  let desk: Desk | undefined;
  let touched = Date.now();
  let busy = false;
  const report = (error: unknown): void => stage.say(<NotKept full={isFull(error)} />);
  const door = doorOf(stage, store, {
    async enter(keeping, news) {
      desk = deskOf(stage, keeping, report);
      bar(true);
      await desk.home(news);
    },
    wiped() {
      void desk?.close();
      desk = undefined;
      bar(false);
    },
  });
  const lockButton = document.getElementById('tablet-lock');
  const line = document.getElementById('tablet-line');

  function bar(open: boolean): void {
    if (lockButton) lockButton.hidden = !open;
    if (line) line.textContent = navigator.onLine ? tablet.status.online : tablet.status.offline;
    line?.toggleAttribute('data-away', !navigator.onLine);
  }
  async function lock(): Promise<void> {
    const open = desk;
    desk = undefined;
    await open?.close();
    bar(false);
    await door.show();
  }

  root.addEventListener('submit', (event) => {
    event.preventDefault();
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || busy) return;
    const name = (form.getAttribute('action') ?? '').slice(1);
    const action = { ...door.actions, ...desk?.actions }[name];
    if (!action) return void door.show();
    busy = true;
    root.setAttribute('aria-busy', 'true');
    void Promise.resolve(action(valuesOf(form, event.submitter), form))
      .catch(report)
      .finally(() => {
        busy = false;
        root.removeAttribute('aria-busy');
      });
  });
  const edited = (event: Event): void => {
    const form = event.target instanceof Element ? event.target.closest('form') : null;
    if (form?.getAttribute('action') === '#turn') desk?.talks.changed(form);
  };
  root.addEventListener('input', edited);
  root.addEventListener('change', edited);
  lockButton?.addEventListener('click', () => void lock().catch(report));

  for (const event of ['pointerdown', 'keydown'])
    addEventListener(event, () => {
      touched = Date.now();
    });
  const lockIfIdle = (): void => {
    if (!desk) void door.again().catch(report);
    else if (Date.now() - touched > idle) void lock().catch(report);
  };
  setInterval(lockIfIdle, 30_000);
  document.addEventListener('visibilitychange', () => {
    const seen = document.visibilityState === 'visible';
    desk?.talks.watched(seen);
    if (!seen) return void desk?.talks.keep().catch(report);
    lockIfIdle();
    desk?.lineBack();
  });
  for (const event of ['online', 'offline'])
    addEventListener(event, () => {
      bar(desk !== undefined);
      if (event === 'online') desk?.lineBack();
    });

  // The way back of the device leads one section back, and from anywhere else to the first screen. Nothing of a talk stands in
  // an address: a history keeps the minute.
  history.pushState(null, '');
  addEventListener('popstate', () => {
    const open = desk;
    if (!open) return history.back();
    history.pushState(null, '');
    void open.talks
      .back()
      .then(async (turned) => {
        if (!turned) await open.home();
      })
      .catch(report);
  });
  bar(false);
  void door.show().catch(report);
}

async function start(root: HTMLElement): Promise<void> {
  const stage = stageIn(root, tablet.title);
  const unable = (lack: Lack): VNode => <Unable lack={lack} />;
  const lack = lackOf();
  if (lack) return stage.show(unable(lack));
  const store = await openStore().catch(() => undefined);
  if (!store) return stage.show(unable('storage'));
  // Without the network the pages are already on the device.
  const pages = await keepPages().then(
    () => true,
    () => navigator.serviceWorker.controller !== null,
  );
  if (!pages && navigator.onLine) return stage.show(unable('worker'));
  return run(root, stage, store);
}

const root = document.getElementById('tablet');
if (root) void start(root);
