import type { Db } from '../../../platform/database/tenant.ts';
import type { Moment } from '../../../platform/runner/command.ts';

/** How long the centre consults, from a day on. */
export interface ConsultationSetting {
  validFrom: string;
  days: number;
  source: string;
}

/** The settings of a centre, oldest first. */
export async function listSettings(db: Db, centreId: string): Promise<ConsultationSetting[]> {
  return await db
    .selectFrom('diagnosis_setting')
    .select(['valid_from as validFrom', 'consultation_days as days', 'source'])
    .where('centre_id', '=', centreId)
    .orderBy('valid_from')
    .execute();
}

/** Keeps a setting; one of the same day is replaced. */
export async function keepSetting(tx: Db, { actor, today }: Moment, of: ConsultationSetting): Promise<void> {
  const kept = {
    consultation_days: of.days,
    source: of.source,
    set_by: actor.accountId,
    set_on: today,
  };
  await tx
    .insertInto('diagnosis_setting')
    .values({ centre_id: actor.centreId, valid_from: of.validFrom, ...kept })
    .onConflict((row) => row.columns(['centre_id', 'valid_from']).doUpdateSet(kept))
    .execute();
}
