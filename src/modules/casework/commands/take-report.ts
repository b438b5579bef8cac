import { z } from 'zod';
import { type Allow, always, isStaff } from '../../../platform/actor.ts';
import { newId } from '../../../platform/ids.ts';
import { startDeadline } from '../../agenda/index.ts';
import { clauseName, currentClause, noteShown } from '../../privacy/index.ts';
import { command } from '../../../platform/runner/command.ts';
import { type Refusal, refuse } from '../../../platform/runner/outcome.ts';
import { saveCode } from '../db/links.ts';
import {
  findPerson,
  insertReport,
  type KnownPerson,
  knownServices,
  type NewReport,
  servesGmina,
} from '../db/reports.ts';
import { refuseBirth } from '../domain/birth.ts';
import { caseCode } from '../domain/follow-up.ts';
import { type Channel, ownChannels, type ReportInput, reportInput, reportTitle } from '../domain/report.ts';
import { informationClause } from '../pl-information.ts';
import { intakeWords } from '../pl-intake.ts';

const basis = 'art. 13 ust. 1 pkt 9, art. 14 ust. 1 ustawy o CUS';
const words = intakeWords.report.errors;

/** How and when to reach the person, and in which language when it is not Polish: the desk reads it before it calls. */
function wishOf({ contactWish, language }: ReportInput): string | undefined {
  const speaks =
    language === undefined || language === 'pl' ? undefined : intakeWords.report.speaks[language];
  return [contactWish, speaks].filter(Boolean).join(', ') || undefined;
}

interface Target {
  channel: Channel;
  personId: string | null;
  person: KnownPerson | undefined;
  served: boolean;
  services: string[];
}

/** A resident reports only on the web, and names nobody of the register but themselves. */
const allow: Allow<Target> = {
  clerk: always,
  service_organiser: always,
  community_organiser: always,
  assistance_organiser: always,
  plan_coordinator: always,
  visitor: (_actor, target) => ownChannels.includes(target.channel) && target.personId === null,
  resident: (actor, target) =>
    ownChannels.includes(target.channel) && (target.personId === null || target.personId === actor.personId),
};

type Change = NewReport & { code: { code: string; birthDate: string } | undefined };

const namedServices = (input: ReportInput): string[] => [
  ...new Set(input.needs.flatMap((need) => need.serviceId ?? [])),
];

/** A need is written down once (zgłoszenie potrzeby): by a worker, or by the resident on the web. */
export const takeReport = command({
  name: 'casework.take-report',
  summary:
    'Take down a need report (zgłoszenie potrzeby): who reports, for whom, the need in their own words',
  input: reportInput,
  result: z.object({
    caseId: z.string(),
    state: z.literal('reported'),
    hasCode: z.boolean(),
    /** By when we call, when a call was asked for. */
    dueOn: z.string().optional(),
  }),
  basis,
  async load(tx, input, moment): Promise<Target | undefined> {
    const { centreId } = moment.actor;
    const { actor } = moment;
    // A resident who reports for themselves from their account is the person of their account.
    const self = input.reporter.role === 'self' ? actor.personId : undefined;
    const personId = input.personId ?? self;
    // A resident's naming of somebody else is denied without a look: the answer would tell who is in the register.
    const named = isStaff(actor) || personId === actor.personId ? personId : undefined;
    const [person, served, services] = await Promise.all([
      named ? findPerson(tx, centreId, named) : undefined,
      servesGmina(tx, centreId, input.gmina, moment.today),
      knownServices(tx, centreId, namedServices(input)),
    ]);
    if (named && !person) return undefined;
    return { channel: input.channel, personId: personId ?? null, person, served, services };
  },
  allow,
  decide(target, input, moment): Change | Refusal {
    if (!target.served) return refuse('casework.foreign-gmina', words.foreignGmina, { field: 'gmina' });
    const foreign = input.needs.findIndex(
      (need) => need.serviceId && !target.services.includes(need.serviceId),
    );
    if (foreign >= 0)
      return refuse('casework.unknown-service', words.unknownService, {
        field: `needs.${foreign}.serviceId`,
      });
    const { reporter, about } = input;
    if (input.channel === 'callback' && !reporter.phone)
      return refuse('casework.no-phone', words.noPhone, { field: 'reporter.phone' });
    const unborn =
      refuseBirth(about.birthDate, moment.today, 'about.birthDate') ??
      refuseBirth(about.birthYear, moment.today, 'about.birthYear');
    if (unborn) return unborn;
    const reachable = reporter.phone ?? reporter.email ?? about.phone;
    if (input.channel === 'web' && !reachable && !target.person)
      return refuse('casework.no-contact', words.noContact, { field: 'reporter.phone' });
    const id = newId();
    const birthDate = about.birthDate ?? target.person?.birthDate;
    const byResident = moment.actor.roles.some((role) => role === 'visitor' || role === 'resident');
    return {
      id,
      input: { ...input, contactWish: wishOf(input) },
      title: reportTitle(input.title, input.needs[0]?.words ?? ''),
      personId: target.personId,
      takenBy: byResident ? null : moment.actor.accountId,
      receivedAt: moment.now,
      code: input.seed && birthDate ? { code: caseCode(input.seed, id), birthDate } : undefined,
    };
  },
  async save(tx, change, moment) {
    const { centreId } = moment.actor;
    const { reporter, contactWish, channel } = change.input;
    // On the web the clause stands in the form itself; on the phone it is the worker who tells it.
    const shown = channel === 'web' || channel === 'callback';
    const own = shown ? await currentClause(tx, centreId, 'application', moment.today) : undefined;
    // The case goes first: what hangs on it is sent after it in the same turn.
    const [, , , clock] = await Promise.all([
      insertReport(tx, centreId, change),
      change.code && saveCode(tx, centreId, { caseId: change.id, ...change.code }),
      shown &&
        noteShown(tx, centreId, {
          id: newId(),
          personId: change.personId,
          caseId: change.id,
          clause: own ? clauseName({ kind: 'application', number: own.number }) : informationClause.version,
          on: moment.today,
          how: channel,
        }),
      channel === 'callback' &&
        startDeadline(tx, centreId, {
          kind: 'callBack',
          eventDate: moment.today,
          title: [reporter.name, reporter.phone, contactWish].filter(Boolean).join(', '),
          caseId: change.id,
        }),
    ]);
    return {
      caseId: change.id,
      state: 'reported' as const,
      hasCode: change.code !== undefined,
      ...(clock ? { dueOn: clock.dueOn } : {}),
    };
  },
  audit: (change) => ({
    personId: change.personId,
    caseId: change.id,
    what: {
      after: {
        state: 'reported',
        channel: change.input.channel,
        gmina: change.input.gmina,
        needs: change.input.needs.length,
      },
    },
  }),
});
