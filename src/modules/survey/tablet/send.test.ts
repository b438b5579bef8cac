import { describe, expect, it } from 'vitest';
import type { Kept, Waiting } from './keeping.ts';
import { type Answer, type Batch, type Line, pauseAfter, sendAll, sendsByItself } from './send.ts';

const waiting = (
  no: number,
  more: Partial<Waiting> = {},
  sheet: Partial<Waiting['sheet']> = {},
): Kept<Waiting> => ({
  key: `key-${no}`,
  value: {
    surveyId: 'survey',
    versionNo: 1,
    sheet: { id: `sheet-${no}`, day: '2026-11-20', lang: 'pl', minutes: 5, answers: { q: no }, ...sheet },
    ...more,
  },
});
const many = (count: number): Kept<Waiting>[] => Array.from({ length: count }, (_, at) => waiting(at));

/** A centre with its rows, a device with its queue, and a line between them that `fails` by the number of the try. */
function world(
  queue: Kept<Waiting>[],
  fails: (attempt: number) => 'before' | 'after' | undefined = () => undefined,
) {
  const rows = new Set<string>();
  const device = new Map(queue.map((one) => [one.key, one]));
  const batches: Batch[] = [];
  const line: Line = {
    post(batch): Promise<Answer> {
      batches.push(batch);
      const how = fails(batches.length);
      if (how === 'before') return Promise.resolve({ kind: 'away' });
      const ids = batch.sheets.map(({ id }) => id);
      for (const id of ids) rows.add(id);
      return Promise.resolve(how === 'after' ? { kind: 'away' } : { kind: 'taken', ids });
    },
    drop(keys) {
      // Whatever leaves the device is a row.
      for (const key of keys) {
        expect(rows.has(device.get(key)?.value.sheet.id ?? '')).toBe(true);
        device.delete(key);
      }
      return Promise.resolve();
    },
    aside({ key, value }, why) {
      device.set(key, { key, value: { ...value, aside: why } });
      return Promise.resolve();
    },
  };
  return { rows, device, batches, line, send: async () => await sendAll([...device.values()], line) };
}

describe('sending what waits', () => {
  it('goes in batches of at most twenty of one survey and version, and leaves nothing behind', async () => {
    const queue = [...many(45), waiting(90, { versionNo: 2 }), waiting(91, { surveyId: 'other' })];
    const { rows, device, batches, send } = world(queue);
    expect(await send()).toEqual({ kind: 'done', sent: 47 });
    expect(batches.map(({ sheets }) => sheets.length)).toEqual([20, 20, 5, 1, 1]);
    expect(batches.at(-2)?.versionNo).toBe(2);
    expect([rows.size, device.size]).toEqual([47, 0]);
  });

  it('an answer lost after the commit leaves the sheets on the device; sent again they are the same rows', async () => {
    const { rows, device, send } = world(many(30), (attempt) => (attempt === 1 ? 'after' : undefined));
    expect(await send()).toEqual({ kind: 'away', sent: 0 });
    expect([rows.size, device.size]).toEqual([20, 30]);
    expect(await send()).toEqual({ kind: 'done', sent: 30 });
    expect([rows.size, device.size]).toEqual([30, 0]);
  });

  it('over any bad line, tried again and again, every sheet is one row at the end', async () => {
    let seed = 7;
    const chance = (): number => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
    const { rows, device, send } = world(many(200), () => {
      const drawn = chance();
      return drawn < 0.3 ? 'before' : drawn < 0.6 ? 'after' : undefined;
    });
    let tries = 0;
    while (device.size > 0 && tries < 1000) {
      tries += 1;
      await send();
    }
    expect([rows.size, device.size]).toEqual([200, 0]);
    expect(tries).toBeGreaterThan(3);
  });

  it('only what the centre has acknowledged leaves the device', async () => {
    const { device, line } = world(many(3));
    const ending = await sendAll([...device.values()], {
      ...line,
      post: async (batch) => {
        await line.post(batch);
        return { kind: 'taken', ids: ['sheet-1'] };
      },
    });
    expect(ending).toEqual({ kind: 'done', sent: 1 });
    expect([...device.keys()]).toEqual(['key-0', 'key-2']);
  });

  it('an ended session stops the sending and keeps everything', async () => {
    const { device, line } = world(many(30));
    const ending = await sendAll([...device.values()], {
      ...line,
      post: () => Promise.resolve({ kind: 'signedOut' }),
    });
    expect(ending).toEqual({ kind: 'signedOut', sent: 0 });
    expect(device.size).toBe(30);
  });

  it('a sheet that cannot be read is found and put aside; the others go on, and it is not sent again by itself', async () => {
    const { rows, device, line } = world(many(20));
    const unreadable: Line = {
      ...line,
      post: async (batch) =>
        batch.sheets.some(({ id }) => id === 'sheet-13')
          ? { kind: 'unreadable', code: 'http.invalid', words: 'Nie da się odczytać.' }
          : await line.post(batch),
    };
    expect(await sendAll([...device.values()], unreadable)).toEqual({ kind: 'done', sent: 19 });
    expect([...device.values()].map(({ key, value }) => [key, value.aside?.code])).toEqual([
      ['key-13', 'http.invalid'],
    ]);
    expect(await sendAll([...device.values()], line)).toEqual({ kind: 'done', sent: 0 });
    expect(rows.size).toBe(19);
  });

  it('a survey that the centre does not take from this account keeps its sheets; those of another survey go', async () => {
    const { device, line } = world([waiting(1), waiting(2, { surveyId: 'other' })]);
    const refuses: Line = {
      ...line,
      post: async (batch) =>
        batch.surveyId === 'survey'
          ? { kind: 'refused', code: 'survey.not-running', words: 'Nie.' }
          : await line.post(batch),
    };
    expect(await sendAll([...device.values()], refuses)).toMatchObject({ kind: 'refused', sent: 1 });
    expect([...device.keys()]).toEqual(['key-1']);
  });
});

describe('when the device sends by itself', () => {
  it('waits for five sheets or the next day, so that the minute of a sending is not that of one talk', () => {
    const today = '2026-11-20';
    expect(sendsByItself(many(4), today)).toBe(false);
    expect(sendsByItself(many(5), today)).toBe(true);
    expect(sendsByItself(many(1), '2026-11-21')).toBe(true);
    expect(sendsByItself([], today)).toBe(false);
    const aside = many(9).map(({ key, value }) => ({
      key,
      value: { ...value, aside: { code: 'x', words: 'x' } },
    }));
    expect(sendsByItself(aside, '2026-11-21')).toBe(false);
  });

  it('tries again after 2, 4, 8 seconds, never rarer than every two minutes', () => {
    expect([1, 2, 3, 6, 7, 50].map(pauseAfter)).toEqual([2, 4, 8, 64, 120, 120]);
  });
});
