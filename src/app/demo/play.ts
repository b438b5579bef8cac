import * as intake from './play-intake.ts';
import * as outcome from './play-outcome.ts';
import * as plan from './play-plan.ts';
import { type Round, roundsOf } from './rounds.ts';
import { instantOf, type Stage, StepRefused } from './stage.ts';
import type { DemoStory, StoryAction } from './story.ts';
import type { Progress, Turn } from './turn.ts';

/** A step that the product did not let happen, and with it the rest of its story; null: it belongs to none. */
export type Refused = { readonly story: number | null; readonly step: string; readonly why: string };

/** Plays one step by the product's command for it. */
async function perform(turn: Turn, step: StoryAction): Promise<void> {
  switch (step.do) {
    case 'take-report':
      return await intake.takeReport(turn);
    case 'answer-report':
      return await intake.answerReport(turn, step);
    case 'start-application':
      return await intake.startApplication(turn);
    case 'submit-application':
      return await intake.submitApplication(turn);
    case 'identify-person':
      return await intake.identifyPerson(turn);
    case 'call-to-complete':
      return await intake.callToComplete(turn, step);
    case 'record-call-delivered':
      return await intake.recordCallDelivered(turn);
    case 'complete-application':
      return await intake.completeApplication(turn, step);
    case 'leave-unconsidered':
      return await intake.leaveUnconsidered(turn, step);
    case 'start-recognition':
      return await intake.startRecognition(turn);
    case 'add-note':
      return await intake.addNote(turn, step);
    case 'withdraw':
      return await intake.withdraw(turn, step);
    case 'record-assessment':
      return await outcome.recordAssessment(turn, step);
    case 'qualify':
      return await outcome.qualify(turn, step);
    case 'require-plan':
      return await outcome.requirePlan(turn);
    // The clock is explained when the plan is agreed; until then the reason stands in the notes.
    case 'explain-delay':
      return await intake.addNote(turn, { do: 'add-note', kind: 'note', body: step.reason });
    case 'transfer':
      return await outcome.transfer(turn, step);
    case 'record-transfer-accepted':
      return await outcome.recordTransferAnswer('accepted')(turn, step);
    case 'record-transfer-returned':
      return await outcome.recordTransferAnswer('returned')(turn, step);
    case 'refuse':
      return await outcome.refuseCase(turn, step);
    case 'close':
      return await outcome.closeCase(turn);
    case 'draft-plan':
      return await plan.draftPlan(turn, step);
    case 'agree-plan':
      return await plan.agreePlan(turn, step);
    case 'return-plan':
      return await plan.returnPlan(turn, step);
    case 'approve-plan':
      return await plan.approvePlan(turn);
    case 'start-plan':
      return await plan.startPlan(turn);
    case 'record-monitoring':
      return await plan.recordMonitoring(turn, step);
    case 'start-update':
      return await plan.startUpdate(turn, step);
    case 'resign-plan':
      return await plan.resignPlan(turn, step);
    case 'end-plan':
      return await plan.endPlan(turn);
    case 'summarise-plan':
      return await plan.summarisePlan(turn, step);
  }
}

/** Something that happens at a moment: a step of a story, or what the centre does by itself. */
type Happening = {
  readonly instant: string;
  readonly story: number | null;
  readonly what: string;
  readonly last: boolean;
  readonly happen: () => Promise<unknown>;
};

const stepsOf = (stage: Stage, story: DemoStory, progress: Progress): Happening[] =>
  story.steps.map((step, i) => ({
    instant: instantOf(step),
    story: story.index,
    what: step.do,
    last: i === story.steps.length - 1,
    happen: () => perform({ stage, story, progress, by: step.by, on: step.on }, step),
  }));

const happeningOf = (round: Round): Happening => ({
  instant: instantOf(round),
  story: null,
  what: round.what,
  last: false,
  happen: round.perform,
});

/** In the order of time; what is scripted for later today has just happened. Steps of one moment keep their order. */
const inOrder = (happenings: readonly Happening[], now: string): Happening[] =>
  happenings
    .map((one) => (one.instant < now ? one : { ...one, instant: now }))
    .sort((one, other) => (one.instant < other.instant ? -1 : one.instant > other.instant ? 1 : 0));

/**
 * Plays stories of one centre, step by step in the order of time, so that signs and the audit chain run as they would
 * have, and between them what the centre does by itself. A refused step ends its story; the others go on. Gives what
 * was refused, and what became of every case.
 */
export async function playStories(
  stage: Stage,
  stories: readonly DemoStory[],
  now: string,
  told: () => void,
): Promise<{ refused: Refused[]; progress: ReadonlyMap<number, Progress> }> {
  const refused: Refused[] = [];
  const progress = new Map<number, Progress>(stories.map(({ index }) => [index, {}]));
  const stopped = new Set<number | null>();
  const steps = stories.flatMap((story) => stepsOf(stage, story, progress.get(story.index) ?? {}));
  const rounds = roundsOf(stage, stories, progress, now).map(happeningOf);
  for (const { instant, story, what, last, happen } of inOrder([...steps, ...rounds], now)) {
    if (!stopped.has(story)) {
      await stage.setClock(instant);
      try {
        await happen();
      } catch (error) {
        if (!(error instanceof StepRefused)) throw error;
        if (story !== null) stopped.add(story);
        refused.push({ story, step: what, why: error.message });
      }
    }
    if (last) told();
  }
  return { refused, progress };
}
