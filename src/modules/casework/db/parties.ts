import { sql } from 'kysely';
import type { Lang } from '../../../lang.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import { outcomeWords } from '../pl-outcome.ts';
import { findAddressee } from './applications.ts';

/** The person a case is about and the one who acts, as letters name them. */
export interface Party {
  /** "Jan Kłos", or "Jan Kłos; wnioskodawca: Anna Kłos (przedstawiciel ustawowy)". */
  party: string;
  personName: string;
  /** The applicant, for the address window. */
  addressee: { name: string; address: string[]; shielded: boolean; lang: Lang };
}

const words = outcomeWords.parties;

/** Who the letters of a case are about and addressed to; undefined while the person is not known. */
export async function findParty(db: Db, centreId: string, caseId: string): Promise<Party | undefined> {
  const [addressee, row] = await Promise.all([
    findAddressee(db, centreId, caseId),
    db
      .selectFrom('case_file')
      .innerJoin('person', (join) =>
        join
          .onRef('person.centre_id', '=', 'case_file.centre_id')
          .onRef('person.id', '=', 'case_file.person_id'),
      )
      .leftJoin('application', (join) =>
        join
          .onRef('application.centre_id', '=', 'case_file.centre_id')
          .onRef('application.case_id', '=', 'case_file.id'),
      )
      .where('case_file.centre_id', '=', centreId)
      .where('case_file.id', '=', caseId)
      .select(['applicant_role', sql<string>`person.given_name || ' ' || person.family_name`.as('name')])
      .executeTakeFirst(),
  ]);
  if (!row) return undefined;
  const personName = row.name;
  const role =
    row.applicant_role === 'factual_carer'
      ? words.carer
      : row.applicant_role === 'statutory_representative'
        ? words.representative
        : undefined;
  return {
    party: role && addressee.name ? words.actedFor(personName, addressee.name, role) : personName,
    personName,
    addressee: { ...addressee, name: addressee.name || personName },
  };
}
