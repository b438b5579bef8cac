import { z } from 'zod';
import { choice, id, optionalDate, tick } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { isRefusal, refuse } from '../../../platform/runner/outcome.ts';
import { safeOf } from '../../../platform/vault/stores.ts';
import { renderMessage } from '../../records/index.ts';
import { findApplication, saveContent } from '../db/applications.ts';
import { findCase, refuseStep } from '../db/cases.ts';
import { findPerson } from '../db/reports.ts';
import {
  contentInput,
  declarationsInput,
  declarationWays,
  tickedParts,
  withContent,
} from '../domain/application.ts';
import { seedPattern } from '../domain/follow-up.ts';
import { caseStep } from '../domain/lifecycle.ts';
import { typedBirthDate, typedName } from '../domain/questions.ts';
import { registersApplication } from '../domain/relation.ts';
import type { Channel } from '../domain/report.ts';
import { submit } from '../domain/submission.ts';
import { intakeWords } from '../pl-intake.ts';
import { type Registration, register } from './registration.ts';

const action = 'submit-application';
const words = intakeWords.application.errors;

/** Takes an application as sent: gives it a sign and a day of receipt, and starts the 30 days of art. 40. */
export const submitApplication = command({
  name: 'casework.submit-application',
  summary: 'Register an application as sent: declarations, case sign, confirmation of receipt, 30-day clock',
  input: z.object({
    caseId: id(),
    ...contentInput.shape,
    ...tickedParts.shape,
    declarations: declarationsInput,
    how: choice(declarationWays).default('paper'),
    informationGiven: tick(),
    /** Day of receipt, when it came before it was registered. */
    receivedOn: optionalDate(),
    seed: z.string().regex(seedPattern).optional(),
  }),
  result: z.object({
    caseId: z.string(),
    sign: z.string(),
    dueOn: z.string(),
    documentId: z.string(),
    hasCode: z.boolean(),
  }),
  basis: caseStep(action).basis,
  async load(tx, input, moment) {
    const { centreId } = moment.actor;
    const [file, application] = await Promise.all([
      findCase(tx, centreId, input.caseId, true),
      findApplication(tx, moment, input.caseId),
    ]);
    const person = file?.personId ? await findPerson(tx, centreId, file.personId) : undefined;
    return file && application && { ...file, application, person };
  },
  allow: registersApplication,
  decide(target, input, moment) {
    const step = refuseStep(target, action);
    if (step) return step;
    const { application, person } = target;
    const receivedOn = input.receivedOn ?? moment.today;
    if (receivedOn > moment.today)
      return refuse('casework.received-later', words.receivedLater, { field: 'receivedOn' });
    const content = withContent(application.content, input);
    const submitted = submit({
      content,
      programme: application.programme,
      gmina: target.gmina,
      personKnown: person !== undefined,
      applicantKnown: application.applicantId !== null,
      declarations: input.declarations,
      how: input.how,
      informationGiven: input.informationGiven,
      today: moment.today,
    });
    if (isRefusal(submitted)) return submitted;
    const birthDate = person?.birthDate ?? typedBirthDate(content.answers);
    const registration: Registration = {
      file: { ...target, channel: target.channel as Channel },
      submitted,
      personName: person?.name ?? typedName(content.answers),
      services: application.services,
      programme: application.programme,
      receivedOn,
      code: input.seed && birthDate ? { seed: input.seed, birthDate } : undefined,
    };
    return registration;
  },
  async save(tx, registration, moment) {
    const { submitted, file } = registration;
    await saveContent(tx, safeOf(moment), file.id, submitted.content, submitted.documents);
    return await register(tx, moment, registration);
  },
  audit: ({ file, receivedOn, submitted }, result) => ({
    personId: file.personId,
    caseId: file.id,
    what: {
      before: { state: 'draft' },
      after: { state: 'submitted', sign: result.sign, receivedOn, dueOn: result.dueOn },
      fields: Object.keys(submitted.content.answers),
      declarations: submitted.declarations.map((one) => one.id),
    },
  }),
  emits: (_change, result) => [renderMessage(result.documentId)],
});
