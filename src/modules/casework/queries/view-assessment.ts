import { z } from 'zod';
import { permits } from '../../../platform/actor.ts';
import { id } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { findMatches, matchSchema } from '../../programmes/index.ts';
import { listAssessments } from '../db/assessments.ts';
import { findCase } from '../db/cases.ts';
import { findKnown } from '../db/known.ts';
import { listNeeds } from '../db/needs.ts';
import type { CaseState } from '../domain/lifecycle.ts';
import { decidesOnCase, readsAssessment } from '../domain/outcome-policy.ts';
import { disclosed, findSection, sectionShape } from './section.ts';

const text = z.string();

export const assessmentSchema = z.object({
  id: text,
  coordinatorName: text,
  heldOn: text,
  place: text,
  present: text,
  needsPresented: text,
  servicesUsed: text,
  evaluation: text,
  supportingActions: text.nullable(),
  informationGiven: text,
  correctsId: text.nullable(),
  correctionReason: text.nullable(),
  corrected: z.boolean(),
  createdAt: text,
});

/** Whether a protocol may be written in this state of the case. */
export const isRecordable = (state: CaseState): boolean =>
  state === 'in_recognition' || state === 'plan_in_preparation';

/** Protocols of recognition with the needs and, for each, the services that may answer it: why, why not, what is unknown. */
export const viewAssessment = query({
  name: 'casework.view-assessment',
  summary: 'Recognition of individual needs: protocols, needs and matching services',
  input: z.object({ caseId: id() }),
  output: z.object({
    ...sectionShape,
    title: text,
    personName: text,
    needs: z.array(
      z.object({ id: text, words: text, area: z.number().nullable(), serviceId: text.nullable() }),
    ),
    /** Their `needs` are places of the list above. */
    matches: z.array(matchSchema),
    protocols: z.array(assessmentSchema),
    mayRecord: z.boolean(),
  }),
  basis: 'art. 37, art. 50 ust. 3 ustawy o CUS',
  async read(db, input, moment) {
    const { centreId } = moment.actor;
    const [head, file] = await Promise.all([
      findSection(db, moment, input.caseId),
      findCase(db, centreId, input.caseId),
    ]);
    if (!head || !file) return undefined;
    const [needs, known, protocols] = await Promise.all([
      listNeeds(db, centreId, file.id),
      findKnown(db, centreId, file.id, moment.today),
      listAssessments(db, centreId, file.id),
    ]);
    const asked = needs.map((need) => ({
      words: need.words.slice(0, 2000),
      ...(need.area === null ? {} : { area: need.area }),
      ...(need.serviceId === null ? {} : { serviceId: need.serviceId }),
    }));
    const matches =
      needs.length === 0
        ? []
        : await findMatches(db, centreId, asked, {
            facts: known.facts,
            household: known.household,
            today: moment.today,
          });
    return {
      ...head,
      title: file.title,
      personName: file.personName,
      needs,
      matches,
      protocols,
      mayRecord: permits(decidesOnCase, moment.actor, { file }) && isRecordable(file.state),
    };
  },
  allow: readsAssessment,
  discloses: (view) => disclosed(view, 'assessment'),
  hidden: true,
});
