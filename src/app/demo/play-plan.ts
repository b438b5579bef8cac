import { addDays } from '../../law/index.ts';
import { findPlanLines, type PlanLine } from './db/cast.ts';
import { reliefOf } from './play-outcome.ts';
import { outcomes } from './scripts/outcomes.ts';
import type { PlannedLine, StoryAction, WeeklyVisit } from './story.ts';
import { memberOf, run, runInCase, type Turn } from './turn.ts';

type Action<Verb extends StoryAction['do']> = Extract<StoryAction, { do: Verb }>;

const PAYS_AFTER = 14;

/** Runs a command about the plan of the story. */
const runInPlan = (turn: Turn, command: string, input: Record<string, unknown> = {}): Promise<unknown> =>
  run(turn, command, { planId: turn.progress.planId, ...input });

const linesOf = ({ stage, progress }: Turn): Promise<PlanLine[]> =>
  findPlanLines(stage.db, stage.centre.id, progress.planId ?? '');

/** The first version grows from the case and its reserved places; the next one is what `startUpdate` copied. */
export async function draftPlan(turn: Turn, draft: Action<'draft-plan'>): Promise<void> {
  const { progress } = turn;
  if (progress.planId === undefined) {
    progress.planId = memberOf(await runInCase(turn, 'plans.draw-up'), 'planId');
    await runInPlan(turn, 'plans.set-period', { startsOn: draft.startsOn, endsOn: draft.endsOn });
  }
  const there = await linesOf(turn);
  for (const line of draft.lines) await writeLine(turn, line, there);
  const { action } = draft;
  if (action !== null && draft.version === 1) await runInPlan(turn, 'plans.write-action', action);
}

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const MINUTES = 60;

/** The visits of a week as they are typed into the form: the hours of each day. */
function weekOf(visits: readonly WeeklyVisit[]): Record<string, string> {
  const clock = (minutes: number): string =>
    `${Math.floor(minutes / MINUTES)}:${String(minutes % MINUTES).padStart(2, '0')}`;
  return Object.fromEntries(
    visits.map(({ day, from, minutes }) => {
      const [hour = 0, minute = 0] = from.split(':').map(Number);
      const starts = hour * MINUTES + minute;
      return [days[day - 1] ?? '', `${clock(starts)}–${clock(starts + minutes)}`];
    }),
  );
}

async function writeLine(turn: Turn, line: PlannedLine, there: readonly PlanLine[]): Promise<void> {
  const { stage } = turn;
  const before = there.find(({ serviceId }) => serviceId === stage.centre.services.get(line.service));
  if (!before) throw new Error(`the plan has no line for ${line.service}`);
  // What was agreed for a service goes on: a change says how much and when, not that it began later.
  const { startsOn, endsOn } = before;
  await runInPlan(turn, 'plans.write-line', {
    lineId: before.id,
    programmeServiceId: before.programmeServiceId,
    organizationId: stage.centre.organizations.get('performer'),
    place: outcomes.place[line.place],
    week: weekOf(line.week),
    scheduleWords: line.schedule,
    units: line.units,
    startsOn,
    endsOn,
    reliefId: reliefOf(turn, line.service),
    feeDueOn: addDays(startsOn > turn.on ? startsOn : turn.on, PAYS_AFTER),
    expectedResult: line.expectedResult,
  });
}

/** What was agreed with the person, and how (art. 38(1)). */
export const agreePlan = async (turn: Turn, { how }: Action<'agree-plan'>): Promise<void> =>
  void (await runInPlan(turn, 'plans.agree', { agreedOn: turn.on, agreedHow: how }));

export const returnPlan = async (turn: Turn, { remarks }: Action<'return-plan'>): Promise<void> =>
  void (await runInPlan(turn, 'plans.return', { remarks }));

export const approvePlan = async (turn: Turn): Promise<void> => void (await runInPlan(turn, 'plans.approve'));

export const startPlan = async (turn: Turn): Promise<void> => void (await runInPlan(turn, 'plans.start'));

export const recordMonitoring = async (
  turn: Turn,
  { contact, finding, action }: Action<'record-monitoring'>,
): Promise<void> =>
  void (await runInPlan(turn, 'plans.monitor', {
    heldOn: turn.on,
    contact,
    finding,
    action: action ?? undefined,
  }));

export const startUpdate = async (turn: Turn, { reason }: Action<'start-update'>): Promise<void> =>
  void (await runInPlan(turn, 'plans.update', { kind: 'needs', reason }));

/** Resignation (art. 44): of every service half was given until that day. */
export async function resignPlan(turn: Turn, { reason }: Action<'resign-plan'>): Promise<void> {
  const delivered = (await linesOf(turn)).map(({ originId, units }) => ({
    originId,
    units: Math.floor(units / 2),
  }));
  await runInPlan(turn, 'plans.resign', { resignedOn: turn.on, reason, delivered });
}

/** The period of the plan has passed. */
export const endPlan = async (turn: Turn): Promise<void> =>
  void (await runInPlan(turn, 'plans.end', { kind: 'period' }));

/** The summary talk and the description of the course and results (art. 45). */
export const summarisePlan = async (
  turn: Turn,
  { talkOn, description, results, remaining }: Action<'summarise-plan'>,
): Promise<void> =>
  void (await runInPlan(turn, 'plans.summarise', {
    talkOn,
    description,
    results,
    outcome: remaining === null ? 'achieved' : 'partly',
    remainingNeeds: remaining ?? undefined,
  }));
