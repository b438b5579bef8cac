import { sql } from 'kysely';
import type { Db } from '../../../platform/database/tenant.ts';

/** For demonstrations: so many people of each stratum have answered, whoever they are; their rows go, as those of a code do. */
export async function useInvitationsOf(
  tx: Db,
  centreId: string,
  surveyId: string,
  answered: readonly { stratumNo: number; count: number }[],
): Promise<void> {
  await sql`with silent as (
      select id, stratum_no, row_number() over (partition by stratum_no order by id) as place
      from survey_invitation where centre_id = ${centreId}::uuid and survey_id = ${surveyId}::uuid)
    delete from survey_invitation i using silent s
      join jsonb_to_recordset(${JSON.stringify(answered)}::jsonb) as a ("stratumNo" int, count int)
        on a."stratumNo" = s.stratum_no and s.place <= a.count
    where i.centre_id = ${centreId}::uuid and i.survey_id = ${surveyId}::uuid and i.id = s.id`.execute(tx);
}
