import { sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '../../../platform/database/tenant.ts';
import { marginSchema, methods, type Weighting } from '../domain/weighting.ts';

const methodOf = z.enum(methods);
const marginsOf = z.array(marginSchema);

export interface KeptWeighting extends Weighting {
  version: number;
  setOn: string;
}

/** How a survey is weighted; undefined: nobody has said. Locked when a decision depends on it. */
export async function weightingOf(
  db: Db,
  centreId: string,
  surveyId: string,
  lock = false,
): Promise<KeptWeighting | undefined> {
  const asked = db
    .selectFrom('result_weighting')
    .select(['method', 'margins', 'cap', 'version', 'set_on'])
    .where('centre_id', '=', centreId)
    .where('survey_id', '=', surveyId);
  const row = await (lock ? asked.forUpdate() : asked).executeTakeFirst();
  return (
    row && {
      method: methodOf.parse(row.method),
      margins: marginsOf.parse(row.margins),
      cap: row.cap === null ? null : Number(row.cap),
      version: row.version,
      setOn: row.set_on,
    }
  );
}

/** Writes how a survey is weighted over what was said before. */
export async function writeWeighting(
  tx: Db,
  by: { centreId: string; accountId: string; today: string },
  surveyId: string,
  { method, margins, cap }: Weighting,
): Promise<void> {
  const columns = {
    method,
    margins: sql<string>`${JSON.stringify(margins)}::jsonb`,
    cap,
    set_by: by.accountId,
    set_on: by.today,
  };
  await tx
    .insertInto('result_weighting')
    .values({ centre_id: by.centreId, survey_id: surveyId, ...columns })
    .onConflict((conflict) =>
      conflict
        .columns(['centre_id', 'survey_id'])
        .doUpdateSet((set) => ({ ...columns, version: set('result_weighting.version', '+', 1) })),
    )
    .execute();
}

/** Gminas of the centre on a day. */
export async function gminasOn(db: Db, centreId: string, today: string): Promise<string[]> {
  const rows = await db
    .selectFrom('centre_gmina')
    .select('teryt')
    .where('centre_id', '=', centreId)
    .where('valid_from', '<=', today)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', today)]))
    .orderBy('teryt')
    .execute();
  return rows.map(({ teryt }) => teryt);
}
