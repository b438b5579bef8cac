import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type Allow, always, anyoneWhoWrites } from '../../../platform/actor.ts';
import { choice, date, id, integer, optionalId, optionalText } from '../../../platform/fields.ts';
import { newId } from '../../../platform/ids.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { type CaseTie, findCaseTie } from '../db/case-tie.ts';
import { addAppointment, cancelAppointmentRow, findAppointment } from '../db/feeds.ts';
import { pl } from '../pl.ts';

const kinds = ['assessment', 'agreement', 'monitoring', 'summary', 'other'] as const;

interface Meeting {
  caseId: string | null;
  /** What ties a worker to the case; undefined: no case is meant, or there is none. */
  tie: CaseTie | undefined;
}

const withoutCase = (_actor: unknown, { tie }: Meeting): boolean => tie === undefined;

/** Everybody in the own calendar; about a case whoever may open it (domain reference 2.9), so that it names no other. */
const meets: Allow<Meeting> = {
  director: always,
  service_organiser: always,
  clerk: always,
  plan_coordinator: ({ accountId }, { tie }) =>
    tie === undefined || tie.coordinatorId === null || tie.coordinatorId === accountId || tie.granted,
  assistance_organiser: (_actor, { tie }) => tie === undefined || tie.transferredToTeam || tie.granted,
  community_organiser: withoutCase,
};

const timeOfDay = z
  .string(pl.appointment.timeWrong)
  .regex(/^([01]?\d|2[0-3]):[0-5]\d$/, pl.appointment.timeWrong);

/** The instant of a wall-clock time in Poland (summer time included). */
export const instantOf = (day: string, time: string): string =>
  Temporal.PlainDateTime.from(`${day}T${time.padStart(5, '0')}`)
    .toZonedDateTime('Europe/Warsaw')
    .toInstant()
    .toString();

/** Puts a meeting into one's own calendar, with or without a case. */
export const makeAppointment = command({
  name: 'agenda.make-appointment',
  summary: 'Put a meeting into one’s own calendar',
  input: z.object({
    caseId: optionalId(),
    kind: choice(kinds),
    date: date(),
    time: timeOfDay,
    minutes: integer(5, 600),
    place: optionalText(200),
  }),
  result: z.object({ id: z.string() }),
  basis: 'art. 29 ustawy o CUS',
  async load(tx, { caseId }, moment) {
    const { accountId } = moment.actor;
    if (caseId === undefined) return { accountId, caseId: null, tie: undefined };
    return { accountId, caseId, tie: await findCaseTie(tx, caseId, moment) };
  },
  allow: meets,
  decide({ accountId, caseId, tie }, input, moment) {
    if (caseId !== null && tie === undefined)
      return refuse('agenda.no-such-case', pl.appointment.noSuchCase, { field: 'caseId' });
    if (input.date < moment.today) return refuse('agenda.past', pl.appointment.past, { field: 'date' });
    return {
      accountId,
      caseId,
      id: newId(),
      kind: input.kind,
      place: input.place ?? null,
      startsAt: instantOf(input.date, input.time),
      minutes: input.minutes,
    };
  },
  async save(tx, change, moment) {
    await addAppointment(tx, { centreId: moment.actor.centreId, ...change });
    return { id: change.id };
  },
  audit: (change) => ({
    caseId: change.caseId,
    what: { appointment: change.id, kind: change.kind, startsAt: change.startsAt },
  }),
});

/** Cancels one's own meeting. */
export const cancelAppointment = command({
  name: 'agenda.cancel-appointment',
  summary: 'Cancel one’s own meeting',
  input: z.object({ appointmentId: id() }),
  result: z.null(),
  basis: 'art. 29 ustawy o CUS',
  load: (tx, input, moment) => findAppointment(tx, moment.actor.centreId, input.appointmentId),
  allow: anyoneWhoWrites<{ accountId: string }>((actor, target) => actor.accountId === target.accountId),
  decide: (target) => target,
  async save(tx, change, moment) {
    await cancelAppointmentRow(tx, moment.actor.centreId, change.id);
    return null;
  },
  audit: (change) => ({ caseId: change.caseId, what: { appointment: change.id } }),
});
