import type { Db } from '../../../platform/database/tenant.ts';
import type { Moment } from '../../../platform/runner/command.ts';
import { cancelDeadlines, listCentreDeadlines, startDeadline } from '../../agenda/index.ts';
import { capFee, holdPlaces, listFees, reviseFee, setFee } from '../../casework/index.ts';
import { costOf } from '../domain/line.ts';
import type { Line, Plan } from '../domain/plan.ts';
import type { Settled } from '../domain/settlement.ts';
import { planWords } from '../pl.ts';

/** Takes the places and the money of an approved plan, or gives back what it takes less than before (art. 42(2)). */
export async function takePlaces(
  tx: Db,
  moment: Moment,
  caseId: string,
  lines: readonly Line[],
): Promise<void> {
  await holdPlaces(
    tx,
    moment,
    caseId,
    lines.map((line) => ({
      programmeServiceId: line.programmeServiceId,
      startsOn: line.startsOn,
      endsOn: line.endsOn,
      units: line.units,
      grosze: costOf(line),
      feeGrosze: line.feeGrosze,
      feeSteps: line.feeSteps,
    })),
    'accepted',
  );
}

/** Sets the fees of an approved plan (art. 43(1)); a fee that an earlier version set is brought to what the plan says now. */
export async function setFees(tx: Db, moment: Moment, caseId: string, lines: readonly Line[]): Promise<void> {
  const fees = (await listFees(tx, moment.actor.centreId, caseId)).filter((fee) => fee.planLineId !== null);
  for (const line of lines) {
    const terms = {
      title: line.serviceName,
      amountGrosze: line.feeGrosze,
      dueOn: line.feeDueOn ?? line.endsOn,
      steps: line.feeSteps,
      basis: line.feeBasis,
    };
    const before = fees.find((fee) => fee.planLineId === line.originId);
    if (before) {
      if (before.amountGrosze !== line.feeGrosze || before.dueOn !== terms.dueOn)
        await reviseFee(tx, moment, before, terms);
    } else if (line.feeGrosze > 0)
      await setFee(tx, moment, {
        caseId,
        programmeServiceId: line.programmeServiceId,
        planLineId: line.originId,
        ...terms,
      });
  }
  // A service that had not begun was taken out of the plan: nothing of it was given, so nothing is due.
  const gone = fees.filter((fee) => lines.every((line) => line.originId !== fee.planLineId));
  for (const fee of gone)
    await capFee(tx, moment, fee, { resignedOn: moment.today, plannedUnits: 1, deliveries: [] });
}

/** Brings fees down to what was given until the last day (art. 44) and gives back the places and money that are left. */
export async function settleUp(
  tx: Db,
  moment: Moment,
  caseId: string,
  settled: readonly Settled[],
  on: string,
  why: string,
): Promise<{ dueGrosze: number }> {
  const fees = await listFees(tx, moment.actor.centreId, caseId);
  let dueGrosze = 0;
  for (const { line, units } of settled) {
    const fee = fees.find((one) => one.planLineId === line.originId);
    if (!fee) continue;
    const capped = await capFee(tx, moment, fee, {
      resignedOn: on,
      plannedUnits: line.units,
      deliveries: [{ on, units }],
    });
    dueGrosze += capped.dueGrosze;
  }
  const given = settled.filter(({ units }) => units > 0);
  await holdPlaces(
    tx,
    moment,
    caseId,
    given.map(({ line, units }) => ({
      programmeServiceId: line.programmeServiceId,
      startsOn: line.startsOn,
      endsOn: on < line.endsOn ? on : line.endsOn,
      units: Math.min(units, line.units),
      // What was given stays paid for: only the rest of the money returns to the programme.
      grosze: costOf({ ...line, units: Math.min(units, line.units) }),
      feeGrosze: line.feeGrosze,
      feeSteps: line.feeSteps,
    })),
    'accepted',
    why,
  );
  return { dueGrosze };
}

/** The clock of the summary talk and the description, from the last day of a plan; an earlier one of this plan is stopped. */
export async function startClosingClock(
  tx: Db,
  moment: Moment,
  plan: Pick<Plan, 'id' | 'caseId' | 'personName' | 'coordinatorId'>,
  endsOn: string,
): Promise<void> {
  const { centreId } = moment.actor;
  await cancelDeadlines(tx, centreId, { planId: plan.id, kind: 'planClosing' }, moment.today);
  await startDeadline(tx, centreId, {
    kind: 'planClosing',
    eventDate: endsOn,
    title: planWords.clocks.closing(plan.personName),
    ownerId: plan.coordinatorId,
    planId: plan.id,
    caseId: plan.caseId,
  });
}

const duties = {
  planSummary: planWords.clocks.summary,
  coordinatorsMeeting: planWords.clocks.meeting,
} as const;

/** Starts the next clock of a periodic duty of art. 46, counted from the day it was last done. */
export async function startDutyClock(
  tx: Db,
  centreId: string,
  kind: keyof typeof duties,
  eventDate: string,
): Promise<{ dueOn: string }> {
  return await startDeadline(tx, centreId, { kind, eventDate, title: duties[kind], ownerId: null });
}

/** With the first plan of a centre the periodic duties of art. 46 begin to run. */
export async function startDuties(tx: Db, moment: Moment): Promise<void> {
  const { centreId } = moment.actor;
  for (const kind of ['planSummary', 'coordinatorsMeeting'] as const) {
    const clocks = await listCentreDeadlines(tx, centreId, kind);
    if (clocks.every((clock) => clock.state !== 'running'))
      await startDutyClock(tx, centreId, kind, moment.today);
  }
}
