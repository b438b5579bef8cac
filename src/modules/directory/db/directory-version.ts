import { sql } from 'kysely';
import { prepared } from '../../../platform/database/prepared.ts';
import type { Db } from '../../../platform/database/tenant.ts';

/** So many cards of the last changes are remembered; who has missed more reads them all again. */
const remembered = 64;

/**
 * Says, in the transaction of a change, that the directory of the centre is not what it was.
 * @param cards the only cards that residents now see otherwise; left out: anything may have changed
 */
export async function directoryChanged(tx: Db, centreId: string, cards?: readonly string[]): Promise<void> {
  const named = cards && cards.length <= remembered ? cards : undefined;
  const step = named?.length ?? 1;
  if (step === 0) return;
  touched.set(centreId, performance.now());
  const recent = named
    ? sql<string[]>`(directory_version.recent || ${named}::uuid[])
        [greatest(1, cardinality(directory_version.recent) + ${step}::int - ${remembered - 1}::int):]`
    : sql<string[]>`'{}'`;
  await tx
    .insertInto('directory_version')
    // Nobody knows what stood before the first number.
    .values({ centre_id: centreId, number: step })
    .onConflict((conflict) =>
      conflict
        .column('centre_id')
        .doUpdateSet((set) => ({ number: set('directory_version.number', '+', step), recent })),
    )
    .execute();
}

const numberNow = prepared<{ centreId: string }>()((db, place) =>
  db.selectFrom('directory_version').select('number').where('centre_id', '=', place('centreId')),
);

const read = async (db: Db, centreId: string): Promise<number> =>
  Number((await numberNow.first(db, { centreId }))?.number ?? 0);

/** So long, in milliseconds, searches share one reading of the number: what another process changed is seen as much later. */
const sharedFor = 100;

/** So long after a change of this process nobody shares: its commit is still to come, and who made it must see it. */
const commitWithin = 5000;

/** When this process last changed the directory of a centre, and the last reading of its number. */
const touched = new Map<string, number>();
const readings = new Map<string, { at: number; number: Promise<number> }>();

/**
 * The number of the last change of a centre's directory; 0 when there was none since it was loaded. Searches of the same tenth of
 * a second share one reading, except after a change of this process.
 */
export async function directoryVersion(db: Db, centreId: string): Promise<number> {
  const now = performance.now();
  if (now - (touched.get(centreId) ?? -commitWithin) < commitWithin) return await read(db, centreId);
  const known = readings.get(centreId);
  if (known && now - known.at < sharedFor) return await known.number;
  const number = read(db, centreId);
  readings.set(centreId, { at: now, number });
  // A reading that failed is nobody else's answer.
  number.catch(() => readings.delete(centreId));
  return await number;
}

/** The cards changed since a number, each once; undefined when more than cards changed or too many to remember. */
export async function changedSince(
  db: Db,
  centreId: string,
  since: number,
): Promise<{ version: number; cards: string[] | undefined }> {
  const row = await db
    .selectFrom('directory_version')
    .select(['number', 'recent'])
    .where('centre_id', '=', centreId)
    .executeTakeFirst();
  const version = Number(row?.number ?? 0);
  const missed = version - since;
  const recent = row?.recent ?? [];
  const known = missed >= 0 && missed <= recent.length;
  return { version, cards: known ? [...new Set(recent.slice(recent.length - missed))] : undefined };
}
