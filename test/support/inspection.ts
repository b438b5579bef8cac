import { newId } from '../../src/platform/ids.ts';
import type { TestCentre, House } from './centre.ts';

/**
 * An inspection of a centre that runs on every day of a test, with its inspector and a sample of these cases. Arranged by
 * SQL: the sample is what a test wants, and not what a seed draws.
 */
export async function runningInspection(
  { owner }: Pick<House, 'owner'>,
  centre: TestCentre,
  cases: readonly string[],
): Promise<string> {
  const inspectionId = newId();
  const director = centre.as('director').accountId;
  await owner.query(
    `insert into inspection (centre_id, id, authority, authority_name, ground, authorisation, period_from, period_to, kinds, valid_from, valid_to, opened_by, opened_at)
     values ($1, $2, 'voivode', 'Urząd wojewódzki', 'przepis', 'nr 1', '2026-01-01', '2026-12-31', '{application}', '2020-01-01', '2099-12-31', $3, '2026-11-16T08:00:00Z')`,
    [centre.id, inspectionId, director],
  );
  await owner.query(`insert into inspector (centre_id, account_id, inspection_id) values ($1, $2, $3)`, [
    centre.id,
    centre.as('inspector').accountId,
    inspectionId,
  ]);
  for (const [at, caseId] of cases.entries())
    await owner.query(
      `insert into inspection_file (centre_id, inspection_id, case_id, position, how, reason, added_by, added_at)
       values ($1, $2, $3, $4, 'added', 'powód', $5, '2026-11-16T08:00:00Z')`,
      [centre.id, inspectionId, caseId, at + 1, director],
    );
  return inspectionId;
}
