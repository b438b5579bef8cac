import { createHmac, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '../../../platform/database/tenant.ts';
import { firstDay, monthAfter, monthOf } from '../domain/months.ts';
import type { UnmetEvent, UnmetNeed } from '../domain/unmet-need.ts';

// Two whole months: a delivery that failed is tried for hours, and waiting is counted a month back.
const monthsKept = 2;

/** The key of a month's marks, made when it is first needed. */
async function keyOf(tx: Db, centreId: string, month: string): Promise<Buffer> {
  await tx
    .insertInto('unmet_need_key')
    .values({ centre_id: centreId, month: firstDay(month), secret: randomBytes(32) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { secret } = await tx
    .selectFrom('unmet_need_key')
    .select('secret')
    .where('centre_id', '=', centreId)
    .where('month', '=', firstDay(month))
    .executeTakeFirstOrThrow();
  return secret;
}

/** Keys of several months, each asked for once. */
async function keysOf(tx: Db, centreId: string, days: readonly string[]): Promise<(day: string) => Buffer> {
  const keys = new Map<string, Buffer>();
  for (const month of new Set(days.map(monthOf))) keys.set(month, await keyOf(tx, centreId, month));
  return (day) => {
    const key = keys.get(monthOf(day));
    if (!key) throw new Error(`no key of the month of ${day}`);
    return key;
  };
}

const markOf = (key: Buffer, of: string): Buffer => createHmac('sha256', key).update(of).digest();

/** Throws away the keys of months long past: from then on their marks lead to nothing. Gives how many there were. */
export async function dropOldKeys(tx: Db, centreId: string, today: string): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('unmet_need_key')
    .where('centre_id', '=', centreId)
    .where('month', '<', firstDay(monthAfter(monthOf(today), -monthsKept)))
    .executeTakeFirst();
  return Number(numDeletedRows);
}

const columnsOf = (need: UnmetNeed) => ({
  happened_on: need.on,
  source: need.source,
  reason: need.reason,
  area: need.area,
  recipient_group: need.group,
  gmina: need.gmina,
  // The bar parts the code of a group on the page of the review.
  locality: need.locality?.replaceAll('|', ' ').slice(0, 80) ?? null,
  service_id: need.serviceId,
});

/** Enters events as they were told; an event told again changes nothing. */
export async function recordUnmetNeeds(
  tx: Db,
  centreId: string,
  events: readonly UnmetEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const keyFor = await keysOf(
    tx,
    centreId,
    events.map(({ on }) => on),
  );
  await tx
    .insertInto('unmet_need')
    .values(
      events.map((one) => ({
        centre_id: centreId,
        mark: markOf(keyFor(one.on), `event:${one.event}`),
        ...columnsOf(one),
      })),
    )
    .onConflict((conflict) => conflict.columns(['centre_id', 'mark']).doNothing())
    .execute();
}

/** Needs that are alike on one day, counted. */
export interface CountedNeed extends UnmetNeed {
  /** Terms of the dictionary, in alphabetical order. */
  terms: readonly string[];
  times: number;
}

/** Terms as they are kept and shown; the bar parts the code of alike entries. */
export const termsText = (terms: readonly string[]): string =>
  terms.join('; ').replaceAll('|', ' ').slice(0, 400);

/** What makes needs of one day alike. */
export const codeOf = (need: CountedNeed): string =>
  JSON.stringify([
    need.on,
    need.source,
    need.reason,
    need.area,
    need.group,
    need.gmina,
    need.locality,
    need.terms,
  ]);

/** Adds to the day's counts: like needs of one day are one row. The list holds each code once. */
export async function countUnmetNeeds(
  tx: Db,
  centreId: string,
  needs: readonly CountedNeed[],
): Promise<void> {
  if (needs.length === 0) return;
  const keyFor = await keysOf(
    tx,
    centreId,
    needs.map(({ on }) => on),
  );
  await tx
    .insertInto('unmet_need')
    .values(
      needs.map((one) => ({
        centre_id: centreId,
        mark: markOf(keyFor(one.on), codeOf(one)),
        ...columnsOf(one),
        terms: termsText(one.terms),
        times: one.times,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['centre_id', 'mark']).doUpdateSet({ times: sql`unmet_need.times + excluded.times` }),
    )
    .execute();
}

/** How many of a source were counted on a day. */
export async function countedOn(
  tx: Db,
  centreId: string,
  source: UnmetNeed['source'],
  day: string,
): Promise<number> {
  const row = await tx
    .selectFrom('unmet_need')
    .select(({ fn }) => fn.coalesce(fn.sum<number>('times'), sql<number>`0`).as('times'))
    .where('centre_id', '=', centreId)
    .where('source', '=', source)
    .where('happened_on', '=', day)
    .executeTakeFirst();
  return Number(row?.times ?? 0);
}

/** Asked for so often in a month that it points at nobody: only now is the word itself written down. */
const timesToName = 3;

/** Counts words that no search understood, once each. */
export async function countWords(
  tx: Db,
  centreId: string,
  day: string,
  words: readonly string[],
): Promise<void> {
  if (words.length === 0) return;
  const key = await keyOf(tx, centreId, monthOf(day));
  for (const word of words)
    await sql`
      insert into search_word as known (centre_id, month, mark)
      values (${centreId}, ${firstDay(monthOf(day))}, ${markOf(key, `word:${word}`)})
      on conflict (centre_id, mark) do update set times = known.times + 1,
        word = case when known.times + 1 >= ${timesToName} then ${word} end`.execute(tx);
}
