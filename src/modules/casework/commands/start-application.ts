import { z } from 'zod';
import { choice, id, list, optionalId, optionalText, rows } from '../../../platform/fields.ts';
import { newId } from '../../../platform/ids.ts';
import { command } from '../../../platform/runner/command.ts';
import { type Refusal, refuse } from '../../../platform/runner/outcome.ts';
import { safeOf } from '../../../platform/vault/stores.ts';
import { meetDeadlines } from '../../agenda/index.ts';
import { insertApplication, type NewApplication } from '../db/applications.ts';
import { type CaseFile, findCase, moveCase, refuseStep } from '../db/cases.ts';
import { insertCase, type NewCase } from '../db/changes.ts';
import { findProgramme, listOtherTrack } from '../db/programmes.ts';
import { findPerson, insertNeeds, type KnownPerson, servesGmina } from '../db/reports.ts';
import { emptyContent, enclosures } from '../domain/application.ts';
import type { ApplicationProgramme } from '../domain/programme.ts';
import { applicantRoles } from '../domain/case-view.ts';
import { caseStep } from '../domain/lifecycle.ts';
import { registersApplication } from '../domain/relation.ts';
import { channels, needSchema } from '../domain/report.ts';
import { refuseProgramme } from '../domain/submission.ts';
import { intakeWords } from '../pl-intake.ts';

const action = 'start-application';
const words = intakeWords.application.errors;

const input = z.object({
  /** The report it grows from; without it a new case begins. */
  caseId: optionalId(),
  personId: optionalId(),
  gmina: optionalText(7),
  channel: choice(channels).default('in_person'),
  programmeVersionId: optionalId(),
  serviceIds: list(id(), 10),
  applicantRole: choice(applicantRoles).default('person'),
  applicantId: optionalId(),
  /** The need in the person's words, when no report came before. */
  needs: rows(needSchema, 6).default([]),
});

interface Target {
  file: CaseFile | undefined;
  person: KnownPerson | undefined;
  programme: ApplicationProgramme | undefined;
  otherTrack: readonly { id: string; name: string }[];
  served: boolean;
  gmina: string;
  personId: string | null;
  coordinatorId: string | null;
  version?: number;
}

interface Change {
  caseId: string;
  from: CaseFile | undefined;
  fresh: NewCase | undefined;
  needs: z.infer<typeof input>['needs'];
  personId: string | null;
  application: NewApplication;
}

/** Services of the chosen programme, or (without a programme) of the track that another statute rules (art. 19). */
function chosen(
  serviceIds: readonly string[],
  target: Target,
): { serviceId: string; offerId: string | null; name: string }[] | undefined {
  const found = serviceIds.map((serviceId) => {
    const offer = target.programme?.offers.find((one) => one.serviceId === serviceId);
    if (offer) return { serviceId, offerId: offer.offerId, name: offer.name };
    const other = target.programme ? undefined : target.otherTrack.find((one) => one.id === serviceId);
    return other && { serviceId, offerId: null, name: other.name };
  });
  return found.every((one) => one !== undefined) ? found : undefined;
}

/** Begins an application: out of a report, without retyping, or straight away. */
export const startApplication = command({
  name: 'casework.start-application',
  summary: 'Begin an application (wniosek) from a need report or straight away',
  input,
  result: z.object({ caseId: z.string(), state: z.string() }),
  basis: caseStep(action).basis,
  async load(tx, sent, moment): Promise<Target | undefined> {
    const { centreId } = moment.actor;
    const file = sent.caseId ? await findCase(tx, centreId, sent.caseId, true) : undefined;
    if (sent.caseId && !file) return undefined;
    const gmina = file?.gmina ?? sent.gmina ?? '';
    const personId = file?.personId ?? sent.personId ?? null;
    const [person, applicant, programme, otherTrack, served] = await Promise.all([
      personId ? findPerson(tx, centreId, personId) : undefined,
      sent.applicantId ? findPerson(tx, centreId, sent.applicantId) : undefined,
      sent.programmeVersionId
        ? findProgramme(tx, centreId, sent.programmeVersionId, moment.today)
        : undefined,
      listOtherTrack(tx, centreId),
      servesGmina(tx, centreId, gmina, moment.today),
    ]);
    const missing =
      (personId && !person) || (sent.applicantId && !applicant) || (sent.programmeVersionId && !programme);
    if (missing) return undefined;
    return {
      file,
      person,
      programme,
      otherTrack,
      served,
      gmina,
      personId,
      coordinatorId: file?.coordinatorId ?? null,
      ...(file ? { version: file.version } : {}),
    };
  },
  allow: registersApplication,
  decide(target, sent, moment): Change | Refusal {
    const { file, programme } = target;
    if (!target.served)
      return refuse('casework.foreign-gmina', intakeWords.report.errors.foreignGmina, { field: 'gmina' });
    const step = file && refuseStep(file, action);
    if (step) return step;
    if (sent.serviceIds.length === 0)
      return refuse('casework.no-service', words.noService, { field: 'serviceIds' });
    const wrong = refuseProgramme(programme, target.gmina);
    if (wrong) return wrong;
    const services = chosen(sent.serviceIds, target);
    if (!services)
      return refuse('casework.not-in-programme', words.notInProgramme, {
        basis: 'art. 5 ust. 3 pkt 5, art. 19 ustawy o CUS',
        field: 'serviceIds',
      });
    const caseId = file?.id ?? newId();
    const title = services.map((one) => one.name).join(', ');
    return {
      caseId,
      from: file,
      fresh: file
        ? undefined
        : {
            id: caseId,
            gmina: target.gmina,
            personId: target.personId,
            title,
            state: 'draft',
            channel: sent.channel,
            language: null,
            coordinatorId: null,
            receivedAt: moment.now,
          },
      needs: file ? [] : sent.needs,
      personId: target.personId,
      application: {
        caseId,
        content: { ...emptyContent, applicantRole: sent.applicantRole },
        applicantId: sent.applicantId ?? null,
        documents: enclosures(programme, []),
        programmeVersionId: programme?.versionId ?? null,
        services,
      },
    };
  },
  async save(tx, change, moment) {
    const { centreId } = moment.actor;
    await Promise.all([
      change.fresh && insertCase(tx, centreId, change.fresh),
      change.from && moveCase(tx, centreId, change.from, action),
      change.from && meetDeadlines(tx, centreId, { caseId: change.caseId, kind: 'callBack' }, moment.today),
      insertApplication(tx, safeOf(moment), change.application),
      change.needs.length > 0 && insertNeeds(tx, centreId, change.caseId, change.needs),
    ]);
    return { caseId: change.caseId, state: 'draft' };
  },
  audit: (change) => ({
    personId: change.personId,
    caseId: change.caseId,
    what: {
      before: { state: change.from?.state ?? null },
      after: {
        state: 'draft',
        programmeVersionId: change.application.programmeVersionId,
        services: change.application.services.map((one) => one.serviceId),
      },
    },
  }),
});
