import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type Allow, always, anyone } from '../../../platform/actor.ts';
import { choice, date, id, integer, optionalId, optionalText } from '../../../platform/fields.ts';
import { newId } from '../../../platform/ids.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { addAppointment, cancelAppointmentRow, findAppointment } from '../db/feeds.ts';
import { pl } from '../pl.ts';

const kinds = ['assessment', 'agreement', 'monitoring', 'summary', 'other'] as const;

const staff = {
  director: always,
  service_organiser: always,
  plan_coordinator: always,
  community_organiser: always,
  assistance_organiser: always,
  clerk: always,
} satisfies Allow<unknown>;

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
  load: (_tx, _input, moment) => Promise.resolve({ accountId: moment.actor.accountId }),
  allow: staff,
  decide: (target, input, moment) =>
    input.date < moment.today
      ? refuse('agenda.past', pl.appointment.past, { field: 'date' })
      : {
          ...target,
          id: newId(),
          caseId: input.caseId ?? null,
          kind: input.kind,
          place: input.place ?? null,
          startsAt: instantOf(input.date, input.time),
          minutes: input.minutes,
        },
  async save(tx, change, moment) {
    await addAppointment(tx, { centreId: moment.actor.centreId, ...change });
    return { id: change.id };
  },
  audit: (change) => ({
    caseId: change.caseId,
    what: { appointment: change.id, kind: change.kind, startsAt: change.startsAt },
  }),
  constraints: {
    appointment_centre_id_case_id_fkey: refuse('agenda.no-such-case', pl.appointment.noSuchCase, {
      field: 'caseId',
    }),
  },
});

/** Cancels one's own meeting. */
export const cancelAppointment = command({
  name: 'agenda.cancel-appointment',
  summary: 'Cancel one’s own meeting',
  input: z.object({ appointmentId: id() }),
  result: z.null(),
  basis: 'art. 29 ustawy o CUS',
  load: (tx, input, moment) => findAppointment(tx, moment.actor.centreId, input.appointmentId),
  allow: anyone<{ accountId: string }>((actor, target) => actor.accountId === target.accountId),
  decide: (target) => target,
  async save(tx, change, moment) {
    await cancelAppointmentRow(tx, moment.actor.centreId, change.id);
    return null;
  },
  audit: (change) => ({ caseId: change.caseId, what: { appointment: change.id } }),
});
