import { z } from 'zod';
import { always } from '../../../platform/actor.ts';
import { id } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { diagnosisBasis } from '../basis.ts';
import { findDiagnosis } from '../db/diagnoses.ts';
import { sealedContacts } from '../db/remarks.ts';
import { contactPlace } from '../domain/remark.ts';

/** Who wants the report of the consultation: nothing in it leads to a remark. */
export const listContacts = query({
  name: 'diagnosis.contacts',
  summary: 'Contacts of those who want the report of the consultation; kept apart from the remarks',
  input: z.object({ diagnosisId: id() }),
  output: z.object({ contacts: z.array(z.string()) }),
  basis: diagnosisBasis,
  async read(db, { diagnosisId }, { actor, vault }) {
    const diagnosis = await findDiagnosis(db, actor.centreId, diagnosisId);
    if (!diagnosis) return undefined;
    const sealed = await sealedContacts(db, actor.centreId, diagnosisId);
    return { contacts: sealed.map((one) => vault.open(one, contactPlace)).toSorted() };
  },
  allow: { service_organiser: always, director: always },
  discloses: () => undefined,
});
