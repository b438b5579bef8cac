import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type ActingRole, type Actor, always, isStaff } from '../../../platform/actor.ts';
import { query } from '../../../platform/runner/query.ts';
import { listAppointments, listRunning } from '../db/lists.ts';
import { appointmentSchema, countsSchema, listedDeadlineSchema } from '../domain/deadline.ts';

const hasOneOf =
  (...roles: readonly ActingRole[]) =>
  (actor: Actor): boolean =>
    actor.roles.some((role) => roles.includes(role));

/** Work on cases without an owner is everybody's who hands work out or takes it at the window. */
const seesTeamWork = hasOneOf('clerk', 'service_organiser', 'director');

/** Duties of the centre itself are not work of the window: those who answer for them see them (as on their page). */
const seesDuties = hasOneOf('director', 'service_organiser', 'community_organiser');

/** The start of a day in Poland as an instant. */
const startOfDay = (day: string, plusDays = 0): string =>
  Temporal.PlainDate.from(day)
    .add({ days: plusDays })
    .toZonedDateTime('Europe/Warsaw')
    .toInstant()
    .toString();

/** "Mine today": the worker's running clocks, most urgent first, and the appointments of the next seven days. */
export const mineToday = query({
  name: 'agenda.mine-today',
  summary: 'Running deadlines and appointments of the signed-in worker',
  input: z.object({}),
  output: z.object({
    deadlines: z.array(listedDeadlineSchema),
    counts: countsSchema,
    appointments: z.array(appointmentSchema),
  }),
  basis: 'art. 24 ust. 2, art. 29 ustawy o CUS',
  async read(db, _input, moment) {
    const { centreId, accountId } = moment.actor;
    const [running, appointments] = await Promise.all([
      listRunning(
        db,
        centreId,
        { accountId, team: seesTeamWork(moment.actor), duties: seesDuties(moment.actor) },
        moment.today,
      ),
      listAppointments(db, centreId, accountId, startOfDay(moment.today), startOfDay(moment.today, 7)),
    ]);
    return { ...running, appointments };
  },
  allow: {
    director: always,
    service_organiser: always,
    plan_coordinator: always,
    community_organiser: always,
    assistance_organiser: always,
    clerk: always,
    auditor: (actor) => isStaff(actor),
    administrator: (actor) => isStaff(actor),
  },
  // Titles of clocks name people: the list is a read of their data.
  discloses: (output) =>
    output.deadlines.length === 0
      ? undefined
      : {
          what: {
            list: 'deadlines',
            cases: output.deadlines.flatMap((one) => (one.caseId ? [one.caseId] : [])),
          },
        },
});
