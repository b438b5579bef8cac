import { z } from 'zod';
import { always } from '../../../platform/actor.ts';
import { tick } from '../../../platform/fields.ts';
import { newId } from '../../../platform/ids.ts';
import { command } from '../../../platform/runner/command.ts';
import { isRefusal } from '../../../platform/runner/outcome.ts';
import { safeOf } from '../../../platform/vault/stores.ts';
import { renderMessage } from '../../records/index.ts';
import { insertApplication } from '../db/applications.ts';
import { insertCase } from '../db/changes.ts';
import { insertNeeds } from '../db/reports.ts';
import { deleteWebDraft, findWebDraft } from '../db/web-drafts.ts';
import { declarationsInput } from '../domain/application.ts';
import { tokenPattern } from '../domain/follow-up.ts';
import { caseStep } from '../domain/lifecycle.ts';
import { typedBirthDate, typedName } from '../domain/questions.ts';
import { submit } from '../domain/submission.ts';
import { applicationOf } from '../domain/web-draft.ts';
import { type Registration, register } from './registration.ts';

/** Sends the application written on the web: only now does it become a case, with a sign and a day of receipt. */
export const sendApplication = command({
  name: 'casework.send-application',
  summary: 'Send an application written on the web: declarations, case sign, 30-day clock, follow-up code',
  input: z.object({
    link: z.string().regex(tokenPattern),
    declarations: declarationsInput,
    informationGiven: tick(),
  }),
  result: z.object({
    caseId: z.string(),
    sign: z.string(),
    dueOn: z.string(),
    documentId: z.string(),
    hasCode: z.boolean(),
  }),
  basis: caseStep('submit-application').basis,
  load: async (tx, input, moment) => await findWebDraft(tx, moment, input.link, true),
  allow: { visitor: always, resident: always, clerk: always, plan_coordinator: always },
  decide(draft, input, moment) {
    const { programme, gmina } = draft;
    const content = applicationOf(draft.content);
    const personId = moment.actor.personId ?? null;
    const submitted = submit({
      content,
      programme,
      gmina,
      // The register is not asked on the web: it would tell a stranger who is in it.
      personKnown: false,
      applicantKnown: false,
      declarations: input.declarations,
      how: 'web',
      informationGiven: input.informationGiven,
      today: moment.today,
    });
    if (isRefusal(submitted)) return submitted;
    const services = programme.offers.filter((offer) => draft.content.serviceIds.includes(offer.serviceId));
    const names = services.map((offer) => offer.name);
    const caseId = newId();
    const birthDate = typedBirthDate(content.answers) ?? draft.content.followBirthDate;
    const registration: Registration = {
      file: { id: caseId, state: 'draft', personId, coordinatorId: null, channel: 'web' },
      submitted,
      personName: typedName(content.answers),
      services: names,
      programme,
      receivedOn: moment.today,
      code: birthDate ? { seed: input.link, birthDate } : undefined,
    };
    return {
      registration,
      link: input.link,
      need: draft.content.need,
      file: {
        id: caseId,
        gmina,
        personId,
        title: names.join(', '),
        state: 'draft' as const,
        channel: 'web' as const,
        language: draft.content.language ?? null,
        coordinatorId: null,
        receivedAt: moment.now,
      },
      application: {
        caseId,
        content,
        applicantId: null,
        documents: submitted.documents,
        programmeVersionId: programme.versionId,
        services,
      },
    };
  },
  async save(tx, change, moment) {
    const { centreId } = moment.actor;
    await Promise.all([
      insertCase(tx, centreId, change.file),
      insertApplication(tx, safeOf(moment), change.application),
      change.need !== '' && insertNeeds(tx, centreId, change.file.id, [{ words: change.need }]),
      deleteWebDraft(tx, centreId, change.link),
    ]);
    return await register(tx, moment, change.registration);
  },
  audit: ({ file, application }, result) => ({
    personId: file.personId,
    caseId: file.id,
    what: {
      before: { state: null },
      after: { state: 'submitted', sign: result.sign, dueOn: result.dueOn },
      fields: Object.keys(application.content.answers),
    },
  }),
  emits: (_change, result) => [renderMessage(result.documentId)],
});
