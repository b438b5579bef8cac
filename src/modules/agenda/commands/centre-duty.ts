import { z } from 'zod';
import { deadlineRuleOn } from '../../../law/index.ts';
import { always } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import { date, optionalText } from '../../../platform/fields.ts';
import { insideCommand, type Moment } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { listCentreDeadlines, meetCentreDeadline, owedTo, startDeadline } from '../db/deadlines.ts';
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
const input = z.object({
  kind: z.enum(centreDutyKinds),
  on: date(),
  /** TERYT; only of a centre of several gminas, which owes some duties to each. */
  gmina: optionalText(7),
});

const load = async (tx: Db, { kind, gmina }: z.infer<typeof input>, { actor, today }: Moment) => {
  const [clocks, owed] = await Promise.all([
    listCentreDeadlines(tx, actor.centreId, kind, gmina ?? null),
    owedTo(tx, actor.centreId, today),
  ]);
  return {
    running: clocks.find((one) => one.state === 'running'),
    duty: dutiesOf(owed).find((one) => one.kind === kind && one.gmina?.teryt === gmina),
  };
};

const start = (
  tx: Db,
  { actor }: Moment,
  { kind, gmina }: { kind: CentreDutyKind; gmina: { teryt: string; name: string } | null },
  eventDate: string,
) =>
  startDeadline(tx, actor.centreId, {
    kind,
    eventDate,
    gmina: gmina?.teryt ?? null,
    title: [
      deadlineRuleOn(kind, eventDate).words,
      ...(gmina ? [pl.centreDuties.ofGmina(gmina.name)] : []),
    ].join(', '),
  });

/** Says when the event was from which a duty of the centre is counted; its clock starts, for the whole team to see. */
export const startCentreDuty = insideCommand({
  name: 'agenda.start-centre-duty',
  summary: 'Say from which day a duty of the centre is counted; its clock starts',
  input,
  result: z.object({ dueOn: z.string() }),
  basis,
  load,
  allow: { director: always },
  decide({ running, duty }, { kind, on }, moment) {
    if (!duty) return refuse('agenda.not-its-duty', words.notItsDuty, { basis });
    if (on > moment.today) return refuse('agenda.future', words.future, { field: 'on', basis });
    if (!isEventOf(kind, on)) return refuse('agenda.not-year-end', words.yearEnd, { field: 'on', basis });
    if (running) return refuse('agenda.duty-runs', words.runs, { basis });
    return { duty, on };
  },
  async save(tx, { duty, on }, moment) {
    const { dueOn } = await start(tx, moment, duty, on);
    return { dueOn };
  },
  audit: ({ duty, on }, { dueOn }) => ({
    what: { duty: duty.kind, gmina: duty.gmina?.teryt ?? null, from: on, dueOn },
  }),
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
  decide({ running, duty }, { kind, on }, moment) {
    if (!duty) return refuse('agenda.not-its-duty', words.notItsDuty, { basis });
    if (!running) return refuse('agenda.no-duty', words.none, { basis });
    if (on > moment.today) return refuse('agenda.future', words.future, { field: 'on', basis });
    if (on < running.startsOn) return refuse('agenda.before-start', words.before, { field: 'on', basis });
    return { duty, on, next: nextEvent[kind]?.(running.startsOn, on) };
  },
  async save(tx, { duty, on, next }, moment) {
    await meetCentreDeadline(tx, moment.actor.centreId, duty.kind, on, duty.gmina?.teryt ?? null);
    return { nextDueOn: next ? (await start(tx, moment, duty, next)).dueOn : null };
  },
  audit: ({ duty, on }, { nextDueOn }) => ({
    what: { duty: duty.kind, gmina: duty.gmina?.teryt ?? null, doneOn: on, nextDueOn },
  }),
});
