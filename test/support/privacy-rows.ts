import { newId } from '../../src/platform/ids.ts';
import type { Ids } from './attack.ts';
import type { House, TestCentre } from './centre.ts';

/** An entry of the register of processing and a list of files whose time is over: what verbs of privacy are tried on. */
export async function privacyRows(
  { owner }: Pick<House, 'owner'>,
  centre: TestCentre,
  caseId: string,
): Promise<Ids> {
  const [activityId, reviewId] = [newId(), newId()];
  const maker = centre.as('auditor').accountId;
  await owner.query(
    `insert into processing_activity (centre_id, id, number, name, purpose, basis, subjects, data_kinds, recipients, retention, safeguards, valid_from, made_by)
     values ($1, $2, 1, 'Zgłoszenia', 'cel', 'art. 22', 'osoby', 'dane', 'nikt', 'B10', 'klucz', '2026-01-01', $3)`,
    [centre.id, activityId, maker],
  );
  await owner.query(
    `insert into retention_review (centre_id, id, made_on, made_by) values ($1, $2, '2026-11-01', $3)`,
    [centre.id, reviewId, maker],
  );
  await owner.query(
    `insert into retention_item (centre_id, id, review_id, case_id, sign, category, years, closed_on, due_on)
     values ($1, $2, $3, $4, 'CUS.5020.1.2010', 'B', 10, '2010-01-01', '2021-01-01')`,
    [centre.id, newId(), reviewId, caseId],
  );
  return { activityId, reviewId };
}
