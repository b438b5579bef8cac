import { z } from 'zod';
import { permits } from '../../../platform/actor.ts';
import { id } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { listAssessments } from '../db/assessments.ts';
import { decidesOnCase, readsAssessment } from '../domain/outcome-policy.ts';
import { assessmentSchema, isRecordable } from './view-assessment.ts';
import { disclosed, findSection, sectionShape } from './section.ts';

/** Protocols of recognition alone, as the page of a case shows them: what answers the needs is not looked for. */
export const viewProtocols = query({
  name: 'casework.view-protocols',
  summary: 'Protocols of the recognition of individual needs, newest first',
  input: z.object({ caseId: id() }),
  output: z.object({ ...sectionShape, protocols: z.array(assessmentSchema), mayRecord: z.boolean() }),
  basis: 'art. 37, art. 50 ust. 3 ustawy o CUS',
  async read(db, input, moment) {
    const { actor } = moment;
    const [head, protocols] = await Promise.all([
      findSection(db, moment, input.caseId),
      listAssessments(db, actor.centreId, input.caseId),
    ]);
    return (
      head && {
        ...head,
        protocols,
        mayRecord: isRecordable(head.state) && permits(decidesOnCase, actor, { file: head }),
      }
    );
  },
  allow: readsAssessment,
  discloses: (view) => disclosed(view, 'assessment'),
  hidden: true,
});
