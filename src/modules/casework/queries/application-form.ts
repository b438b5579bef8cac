import { z } from 'zod';
import { id } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { withoutAddress } from '../domain/questions.ts';
import { currentClause } from '../../privacy/index.ts';
import { findApplication } from '../db/applications.ts';
import { findCase } from '../db/cases.ts';
import { findPersonCard } from '../db/reports.ts';
import { applicantRoles } from '../domain/case-view.ts';
import { caseStates } from '../domain/lifecycle.ts';
import { personCardSchema } from '../domain/person-card.ts';
import { programmeSchema } from '../domain/programme.ts';
import { registersApplication } from '../domain/relation.ts';

/** The application of a case as its form needs it: what may be asked, what has been answered, what is due. */
export const applicationForm = query({
  name: 'casework.application-form',
  summary: 'The application of a case with its programme: what may be asked and what was answered',
  input: z.object({ caseId: id() }),
  output: z.object({
    caseId: z.string(),
    version: z.number(),
    state: z.enum(caseStates),
    sign: z.string().nullable(),
    title: z.string(),
    personId: z.string().nullable(),
    coordinatorId: z.string().nullable(),
    person: personCardSchema.nullable(),
    services: z.array(z.string()),
    programme: programmeSchema.nullable(),
    applicantId: z.string().nullable(),
    /** The centre's own information clause; null: the program's words hold. */
    clause: z.string().nullable(),
    content: z.object({
      applicantRole: z.enum(applicantRoles),
      applicant: z.object({
        name: z.string().optional(),
        phone: z.string().optional(),
        email: z.string().optional(),
        document: z.string().optional(),
      }),
      answers: z.record(z.string(), z.unknown()),
      reliefs: z.array(z.string()),
      documents: z.array(z.string()),
    }),
  }),
  basis: 'art. 5 ust. 3 pkt 9, art. 35 ustawy o CUS',
  async read(db, input, moment) {
    const { centreId } = moment.actor;
    const [file, application, clause] = await Promise.all([
      findCase(db, centreId, input.caseId),
      findApplication(db, moment, input.caseId),
      currentClause(db, centreId, 'application', moment.today),
    ]);
    if (!file || !application) return undefined;
    const person = file.personId
      ? await findPersonCard(db, centreId, file.personId, moment.today)
      : undefined;
    return {
      caseId: file.id,
      version: file.version,
      state: file.state,
      sign: file.sign,
      title: file.title,
      personId: file.personId,
      coordinatorId: file.coordinatorId,
      person: person ?? null,
      services: application.services,
      programme: application.programme ?? null,
      applicantId: application.applicantId,
      clause: clause?.words.pl ?? null,
      content: person?.shielded
        ? { ...application.content, answers: withoutAddress(application.content.answers) }
        : application.content,
    };
  },
  allow: registersApplication,
  discloses: (form) => ({ personId: form.personId, caseId: form.caseId, what: { parts: ['application'] } }),
  hidden: true,
});
