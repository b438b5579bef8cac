import { z } from 'zod';
import { deadlineRuleOn } from '../../../law/index.ts';
import { always } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import { date } from '../../../platform/fields.ts';
import { insideCommand, type Moment } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { legalFormOf, listCentreDeadlines, meetCentreDeadline, startDeadline } from '../db/deadlines.ts';
import {
  type CentreDutyKind,
  centreDutyKinds,
  dutiesOf,
  isEventOf,
  nextEvent,
} from '../domain/centre-duty.ts';
import { pl } from '../pl.ts';

const basis = 'art. 9 ust. 6, 18, 21 ust. 2, 24 ust. 2 pkt 4 ustawy o CUS';
const words = pl.centreDuties.refusals;
const input = z.object({ kind: z.enum(centreDutyKinds), on: date() });

const load = async (tx: Db, { kind }: z.infer<typeof input>, { actor }: Moment) => ({
  running: (await listCentreDeadlines(tx, actor.centreId, kind)).find((one) => one.state === 'running'),
  has: dutiesOf(await legalFormOf(tx, actor.centreId)).includes(kind),
});

const start = (tx: Db, { actor }: Moment, kind: CentreDutyKind, eventDate: string) =>
  startDeadline(tx, actor.centreId, { kind, eventDate, title: deadlineRuleOn(kind, eventDate).words });

/** Says when the event was from which a duty of the centre is counted; its clock starts, for the whole team to see. */
export const startCentreDuty = insideCommand({
  name: 'agenda.start-centre-duty',
  summary: 'Say from which day a duty of the centre is counted; its clock starts',
  input,
  result: z.object({ dueOn: z.string() }),
  basis,
  load,
  allow: { director: always },
  decide({ running, has }, { kind, on }, moment) {
    if (!has) return refuse('agenda.not-its-duty', words.notItsDuty, { basis });
    if (on > moment.today) return refuse('agenda.future', words.future, { field: 'on', basis });
    if (!isEventOf(kind, on)) return refuse('agenda.not-year-end', words.yearEnd, { field: 'on', basis });
    if (running) return refuse('agenda.duty-runs', words.runs, { basis });
    return { kind, on };
  },
  async save(tx, { kind, on }, moment) {
    const { dueOn } = await start(tx, moment, kind, on);
    return { dueOn };
  },
  audit: ({ kind, on }, { dueOn }) => ({ what: { duty: kind, from: on, dueOn } }),
});

/** Says that a duty of the centre was done; its clock ends, met or missed by the day, and the next one starts. */
export const finishCentreDuty = insideCommand({
  name: 'agenda.finish-centre-duty',
  summary: 'Say that a duty of the centre was done; the next clock starts',
  input,
  result: z.object({ nextDueOn: z.string().nullable() }),
  basis,
  load,
  allow: { director: always },
  decide({ running }, { kind, on }, moment) {
    if (!running) return refuse('agenda.no-duty', words.none, { basis });
    if (on > moment.today) return refuse('agenda.future', words.future, { field: 'on', basis });
    if (on < running.startsOn) return refuse('agenda.before-start', words.before, { field: 'on', basis });
    return { kind, on, next: nextEvent[kind]?.(running.startsOn, on) };
  },
  async save(tx, { kind, on, next }, moment) {
    await meetCentreDeadline(tx, moment.actor.centreId, kind, on);
    return { nextDueOn: next ? (await start(tx, moment, kind, next)).dueOn : null };
  },
  audit: ({ kind, on }, { nextDueOn }) => ({ what: { duty: kind, doneOn: on, nextDueOn } }),
});
