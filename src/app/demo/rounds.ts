import { addDays, addMonths, nextWorkingDay, type IsoDate } from '../../law/index.ts';
import { dayInPoland } from '../../platform/clock.ts';
import { systemActor } from '../../platform/jobs/daily.ts';
import { findFees } from './db/cast.ts';
import { pl } from './pl.ts';
import { centres } from './reference.ts';
import type { Stage } from './stage.ts';
import type { DemoAccount, StaffKey } from './staff.ts';
import type { DemoStory, StoryTarget } from './story.ts';
import { backToWork } from './timeline.ts';
import type { Progress } from './turn.ts';

/** Something that a centre does by itself, beside the steps of its cases. */
export type Round = {
  readonly on: IsoDate;
  readonly at: string;
  readonly what: string;
  readonly perform: () => Promise<unknown>;
};

/** Days since a duty of art. 46 was last done: its next clock (3 and 6 months) has about ten days left. */
const meetingsDaysAgo = [168, 81];
const summaryDaysAgo = 173;
const SUMMARY_MONTHS = 6;

/** What is talked about next in a case that stands there, and for how long. */
const nextTalk: Partial<Record<StoryTarget, { kind: string; minutes: number }>> = {
  in_recognition: { kind: 'assessment', minutes: 60 },
  plan_draft: { kind: 'agreement', minutes: 60 },
  plan_running: { kind: 'monitoring', minutes: 45 },
  plan_ended: { kind: 'summary', minutes: 60 },
};

const hours = ['09:00', '11:00', '13:00', '14:30'];
const WORKING_WEEK = 5;

const actorOf = (stage: Stage, key: DemoAccount['key']) => {
  const found = stage.crew.get(key);
  if (!found) throw new Error(`${stage.centre.slug} has no ${key}`);
  return found;
};

/** Since when the duties of the centre as a whole are counted, as its director wrote down; of the agreement nobody knows. */
function ofTheCentre(stage: Stage, today: IsoDate): Round[] {
  const director = actorOf(stage, 'director');
  const since = {
    diagnosis: addMonths(today, -50),
    annualReport: `${Number(today.slice(0, 4)) - 1}-12-31`,
    annualPlan: addMonths(today, -9),
  };
  const gminas = centres.find(({ id }) => id === stage.centre.slug)?.gminas ?? [];
  // A centre of several gminas owes the diagnosis and the report to each (art. 11).
  const each = (kind: string): object[] =>
    gminas.length > 1 && kind !== 'annualPlan' ? gminas.map((gmina) => ({ gmina })) : [{}];
  return Object.entries(since).flatMap(([kind, on]) =>
    each(kind).map((of) => ({
      on: backToWork(addDays(today, -summaryDaysAgo)) < on ? on : backToWork(addDays(today, -summaryDaysAgo)),
      at: '08:30',
      what: kind,
      perform: () => stage.run('agenda.start-centre-duty', director, { kind, on, ...of }),
    })),
  );
}

/** The duties of art. 46, done when they were due, so that the next ones come soon. */
function duties(stage: Stage, today: IsoDate): Round[] {
  const organiser = actorOf(stage, 'service_organiser');
  const coordinatorIds = (['coordinator_1', 'coordinator_2'] as const).map(
    (key) => actorOf(stage, key).accountId,
  );
  const meetings = meetingsDaysAgo.map((days): Round => {
    const on = backToWork(addDays(today, -days));
    const perform = () =>
      stage.run('plans.record-coordinators-meeting', organiser, {
        heldOn: on,
        coordinatorIds,
        topics: pl.rounds.topics,
        conclusions: pl.rounds.conclusions,
      });
    return { on, at: '10:00', what: 'coordinators-meeting', perform };
  });
  const on = backToWork(addDays(today, -summaryDaysAgo));
  const summary: Round = {
    on,
    at: '12:00',
    what: 'plan-summary',
    perform: () =>
      stage.run('plans.record-plan-summary', organiser, {
        coversFrom: addDays(addMonths(on, -SUMMARY_MONTHS), 1),
        coversTo: on,
      }),
  };
  return [...meetings, summary, ...ofTheCentre(stage, today)];
}

/** The working days of the coming week, today included. */
const comingDays = (today: IsoDate): IsoDate[] =>
  Array.from({ length: WORKING_WEEK - 1 }).reduce<IsoDate[]>(
    (days) => [...days, nextWorkingDay(addDays(days.at(-1) ?? today, 1))],
    [nextWorkingDay(today)],
  );

/** Talks of the coming week, put into the calendars of those who hold them on the last working day. */
function talks(
  stage: Stage,
  stories: readonly DemoStory[],
  progress: ReadonlyMap<number, Progress>,
  today: IsoDate,
): Round[] {
  const on = backToWork(addDays(today, -1));
  const week = comingDays(today);
  const held = new Map<StaffKey, number>();
  return stories.flatMap((story): Round[] => {
    const talk = nextTalk[story.target];
    const turn = held.get(story.coordinator) ?? 0;
    if (!talk || turn >= hours.length * WORKING_WEEK) return [];
    held.set(story.coordinator, turn + 1);
    const perform = () =>
      stage.run('agenda.make-appointment', actorOf(stage, story.coordinator), {
        caseId: progress.get(story.index)?.caseId,
        ...talk,
        date: week[turn % WORKING_WEEK],
        time: hours[Math.floor(turn / WORKING_WEEK)],
        place: pl.rounds.place,
      });
    return [{ on, at: '14:40', what: 'appointment', perform }];
  });
}

/** Every second fee was paid two days before its day; what was not paid is marked when its day has passed. */
function money(stage: Stage, now: string): Round[] {
  const today = dayInPoland(now);
  const clerk = actorOf(stage, 'clerk');
  const perform = async (): Promise<void> => {
    const due = (await findFees(stage.db, stage.centre.id)).filter(({ dueOn }) => dueOn <= today);
    for (const [i, fee] of due.entries())
      if (i % 2 === 0)
        await stage.run('casework.post-payment', clerk, {
          feeId: fee.id,
          amount: fee.amountGrosze,
          paidOn: addDays(fee.dueOn, -2),
          reference: pl.rounds.reference,
        });
    await stage.run('casework.mark-overdue', clerk, {});
  };
  return [{ on: backToWork(today), at: '07:40', what: 'fees', perform }];
}

/** The system counts months of waiting every day; a month back and yesterday are enough to find them all. */
function waiting(stage: Stage, today: IsoDate): Round[] {
  return [31, 1].map((days) => ({
    on: addDays(today, -days),
    at: '05:00',
    what: 'count-waiting',
    perform: () => stage.run('casework.count-waiting', systemActor(stage.centre.id), {}),
  }));
}

/** What a centre did by itself until `now`. */
export const roundsOf = (
  stage: Stage,
  stories: readonly DemoStory[],
  progress: ReadonlyMap<number, Progress>,
  now: string,
): Round[] => {
  const today = dayInPoland(now);
  return [
    ...duties(stage, today),
    ...talks(stage, stories, progress, today),
    ...money(stage, now),
    ...waiting(stage, today),
  ];
};
