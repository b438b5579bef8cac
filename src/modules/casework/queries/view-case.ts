import { z } from 'zod';
import { isStaff, permits } from '../../../platform/actor.ts';
import { id } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { safeOf } from '../../../platform/vault/stores.ts';
import { opensDocument } from '../../records/index.ts';
import { readCase } from '../db/case-view.ts';
import { openPeselAnswer } from '../../people/index.ts';
import { caseViewSchema } from '../domain/case-view.ts';
import { readsCase } from '../domain/relation.ts';
import { byNecessity } from './by-necessity.ts';

/** One case with everything in it, to those whose case it is (domain reference 2.9). */
export const viewCase = query({
  name: 'casework.view-case',
  summary: 'Everything about one case: person, needs, application, clocks, notes, documents, history',
  input: z.object({ caseId: id() }),
  output: caseViewSchema,
  basis: 'art. 22, art. 50 ust. 1 i 3 ustawy o CUS',
  async read(db, input, moment) {
    const { actor } = moment;
    const reader = {
      accountId: actor.accountId,
      staff: isStaff(actor),
      director: actor.roles.includes('director'),
    };
    const view = await readCase(db, actor.centreId, input.caseId, reader);
    if (!view) return undefined;
    // A paper is listed to who may open it: the window sees neither plans nor decisions (domain reference 2.9).
    const documents = view.documents.filter(({ kind }) => permits(opensDocument, actor, { ...view, kind }));
    const application = view.application && {
      ...view.application,
      answers: openPeselAnswer(safeOf(moment), view.id, view.application.answers),
    };
    return { ...view, application, documents, granted: await byNecessity(db, moment, view) };
  },
  allow: readsCase,
  discloses: (view) => ({
    personId: view.personId,
    caseId: view.id,
    what: {
      parts: ['case', 'application', 'notes', 'documents'],
      ...(view.granted ? { byNecessity: true } : {}),
    },
  }),
  hidden: true,
});
