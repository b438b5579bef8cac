import * as intake from './play-intake.ts';
import * as outcome from './play-outcome.ts';
import * as plan from './play-plan.ts';
import { instantOf, type Stage, StepRefused } from './stage.ts';
import type { DemoStory, StoryAction, StoryStep } from './story.ts';
import type { Progress, Turn } from './turn.ts';

/** A step that the product did not let happen, and with it the rest of its story. */
export type Refused = { readonly story: number; readonly step: StoryAction['do']; readonly why: string };

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
      return await plan.endPlan(turn, step);
    case 'summarise-plan':
      return await plan.summarisePlan(turn, step);
  }
}

type Scheduled = {
  readonly instant: string;
  readonly story: DemoStory;
  readonly step: StoryStep;
  readonly last: boolean;
};

/** Every step of the stories in the order of time; what is scripted for later today has just happened. */
function schedule(stories: readonly DemoStory[], now: string): Scheduled[] {
  const all = stories.flatMap((story) =>
    story.steps.map((step, i): Scheduled => {
      const instant = instantOf(step);
      return { instant: instant < now ? instant : now, story, step, last: i === story.steps.length - 1 };
    }),
  );
  // The sort is stable: steps of one moment keep the order of their story.
  return all.sort((one, other) => (one.instant < other.instant ? -1 : one.instant > other.instant ? 1 : 0));
}

/**
 * Plays stories of one centre, step by step in the order of time, so that signs and the audit chain run as they would
 * have. A refused step ends its story; the others go on. Gives what was refused, and what became of every case.
 */
export async function playStories(
  stage: Stage,
  stories: readonly DemoStory[],
  now: string,
  told: () => void,
): Promise<{ refused: Refused[]; progress: ReadonlyMap<number, Progress> }> {
  const refused: Refused[] = [];
  const progress = new Map<number, Progress>(stories.map(({ index }) => [index, {}]));
  const stopped = new Set<number>();
  for (const { instant, story, step, last } of schedule(stories, now)) {
    if (!stopped.has(story.index)) {
      await stage.setClock(instant);
      const turn: Turn = {
        stage,
        story,
        progress: progress.get(story.index) ?? {},
        by: step.by,
        on: step.on,
      };
      try {
        await perform(turn, step);
      } catch (error) {
        if (!(error instanceof StepRefused)) throw error;
        stopped.add(story.index);
        refused.push({ story: story.index, step: step.do, why: error.message });
      }
    }
    if (last) told();
  }
  return { refused, progress };
}
