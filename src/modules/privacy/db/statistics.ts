import { sql } from 'kysely';
import type { Db } from '../../../platform/database/tenant.ts';

export interface CaseFacts {
  personId: string;
  gmina: string;
  sex: string | null;
  /** Whole years on the day when the case was received. */
  age: number | null;
  area: number | null;
  year: string;
  state: string;
  /** From the application to the end or to the plan. */
  days: number | null;
}

/** Cases received in a period, with what statistics ask of them; nothing that names anybody but the key of the person. */
export async function listCaseFacts(
  db: Db,
  centreId: string,
  from: string,
  to: string,
): Promise<CaseFacts[]> {
  const { rows } = await sql<CaseFacts>`
    select c.person_id as "personId", g.name as gmina, p.sex,
      extract(year from age(c.received_at at time zone 'Europe/Warsaw', p.birth_date))::int as age,
      (select coalesce(n.area, s.area) from need n left join service s on s.centre_id = n.centre_id and s.id = n.service_id
        where n.centre_id = c.centre_id and n.case_id = c.id order by n.position limit 1) as area,
      to_char(c.received_at at time zone 'Europe/Warsaw', 'YYYY') as year, c.state, c.closed_on - c.submitted_on as days
    from case_file c join person p on p.centre_id = c.centre_id and p.id = c.person_id join gmina g on g.teryt = c.gmina
    where c.centre_id = ${centreId} and c.received_at >= ${from}::date and c.received_at < ${to}::date + 1
      and not exists (select from restriction r where r.centre_id = c.centre_id and r.person_id = c.person_id and r.lifted_on is null)`.execute(
    db,
  );
  return rows;
}
