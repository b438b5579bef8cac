import { ageOn, type Facts, type Household, incomeCriterionOn } from '../../../law/index.ts';
import { prepared } from '../../../platform/database/prepared.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import { factsOfAnswers, withAgeGroups } from '../../programmes/index.ts';

/** What is known of the person of a case for conditions and fees; what is not known is missing, never "no". */
export interface Known {
  facts: Facts;
  household: Household | undefined;
  /** Monthly, in a family per head, in grosze; null: nobody asked or nobody answered. */
  incomeGrosze: number | null;
  reliefs: string[];
  /** The last day to complete the application, once the call was delivered (KPA art. 64 § 2). */
  completeUntil: string | null;
}

/** An answer of the type money: whole grosze. */
const groszeOf = (answer: unknown): number | null =>
  typeof answer === 'number' && Number.isSafeInteger(answer) && answer >= 0 ? answer : null;

const factRow = prepared<{ centreId: string; caseId: string }>()((db, place) =>
  db
    .selectFrom('case_file')
    .leftJoin('person', (join) =>
      join
        .onRef('person.centre_id', '=', 'case_file.centre_id')
        .onRef('person.id', '=', 'case_file.person_id'),
    )
    .leftJoin('application', (join) =>
      join
        .onRef('application.centre_id', '=', 'case_file.centre_id')
        .onRef('application.case_id', '=', 'case_file.id'),
    )
    .where('case_file.centre_id', '=', place('centreId'))
    .where('case_file.id', '=', place('caseId'))
    .select([
      'case_file.gmina',
      'person.birth_date',
      'person.lives_outside',
      'application.answers',
      'application.reliefs',
      'application.complete_until',
    ]),
);

/** Facts of the person of a case on a day: from the register and from the answers of the application. */
export async function findKnown(db: Db, centreId: string, caseId: string, today: string): Promise<Known> {
  const row = await factRow.first(db, { centreId, caseId });
  const answers = (row?.answers ?? {}) as Record<string, unknown>;
  const answered = factsOfAnswers(answers);
  const household = answered.livesAlone === undefined ? undefined : answered.livesAlone ? 'single' : 'family';
  const incomeGrosze = groszeOf(answers['income']);
  const criterion = household && incomeCriterionOn(today)?.[household];
  return {
    facts: withAgeGroups({
      ...answered,
      ...(row?.birth_date ? { ageYears: ageOn(row.birth_date, today) } : {}),
      ...(row && row.lives_outside === null ? { gminaTeryt: row.gmina } : {}),
      ...(incomeGrosze !== null && criterion
        ? { income: { grosze: incomeGrosze, criterionGrosze: criterion } }
        : {}),
    }),
    household,
    incomeGrosze,
    reliefs: Array.isArray(row?.reliefs) ? row.reliefs.map(String) : [],
    completeUntil: row?.complete_until ?? null,
  };
}
