import type { IsoDate } from '../../law/index.ts';
import type { DemoOrganisation, StaffKey } from './staff.ts';

/** Where a case of the demonstration stands today. */
export const storyTargets = [
  'reported',
  'answered',
  'draft',
  'submitted',
  'awaiting_completion',
  'left_unconsidered',
  'in_recognition',
  'qualified',
  'plan_in_preparation',
  'transferred',
  'transfer_accepted',
  'transfer_returned',
  'refused',
  'withdrawn',
  'closed',
  'plan_draft',
  'plan_agreed',
  'plan_returned',
  'plan_approved',
  'plan_running',
  'plan_being_updated',
  'plan_ended',
  'plan_resigned',
  'plan_summarised',
] as const;

export type StoryTarget = (typeof storyTargets)[number];

export type Channel = 'in_person' | 'phone' | 'email' | 'web' | 'letter' | 'partner';

/** A visit of every week: day 1 = Monday. */
export type WeeklyVisit = { readonly day: number; readonly from: string; readonly minutes: number };

export type PlannedLine = {
  readonly service: string;
  readonly units: number;
  readonly unit: 'visit' | 'month' | 'item' | 'hour';
  /** The schedule in words; `week` says it by days where a week says it all. */
  readonly schedule: string;
  readonly week: readonly WeeklyVisit[];
  readonly place: 'home' | 'centre';
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
  readonly expectedResult: string;
};

export type TransferTarget = {
  readonly kind: 'team' | 'office' | 'unit';
  readonly name: string;
  readonly organisation: DemoOrganisation['key'] | null;
};

/** One thing that somebody did, in the verbs of the product's commands. */
export type StoryAction =
  | { readonly do: 'take-report' }
  | { readonly do: 'answer-report'; readonly answer: string }
  | { readonly do: 'start-application' }
  | { readonly do: 'submit-application' }
  /** The register is not asked on the web: a clerk says who it is. */
  | { readonly do: 'identify-person' }
  | { readonly do: 'call-to-complete'; readonly reason: string }
  | { readonly do: 'record-call-delivered' }
  | { readonly do: 'complete-application'; readonly words: string }
  | { readonly do: 'leave-unconsidered'; readonly reason: string }
  | { readonly do: 'start-recognition'; readonly coordinator: StaffKey }
  | {
      readonly do: 'record-assessment';
      readonly place: 'home' | 'centre';
      readonly needs: string;
      readonly used: string;
      readonly evaluation: string;
      readonly supporting: string | null;
      readonly information: string;
    }
  | { readonly do: 'add-note'; readonly kind: 'note' | 'call' | 'visit' | 'meeting'; readonly body: string }
  | { readonly do: 'qualify'; readonly services: readonly string[] }
  | { readonly do: 'require-plan' }
  | { readonly do: 'explain-delay'; readonly reason: string }
  | {
      readonly do: 'transfer';
      readonly target: TransferTarget;
      readonly reason: string;
      readonly agreedHow: string;
    }
  | { readonly do: 'record-transfer-accepted'; readonly words: string }
  | { readonly do: 'record-transfer-returned'; readonly words: string }
  | { readonly do: 'refuse'; readonly ground: string; readonly facts: string }
  | { readonly do: 'withdraw'; readonly reason: string }
  | { readonly do: 'close' }
  | {
      readonly do: 'draft-plan';
      readonly version: number;
      readonly startsOn: IsoDate;
      readonly endsOn: IsoDate;
      readonly lines: readonly PlannedLine[];
      readonly action: { readonly kind: string; readonly words: string; readonly who: string } | null;
    }
  | { readonly do: 'agree-plan'; readonly how: string }
  | { readonly do: 'return-plan'; readonly remarks: string }
  | { readonly do: 'approve-plan' }
  | { readonly do: 'start-plan' }
  | {
      readonly do: 'record-monitoring';
      readonly contact: 'visit' | 'phone' | 'meeting' | 'provider';
      readonly finding: string;
      readonly action: string | null;
    }
  | { readonly do: 'start-update'; readonly reason: string }
  | { readonly do: 'resign-plan'; readonly reason: string }
  | { readonly do: 'end-plan' }
  | {
      readonly do: 'summarise-plan';
      readonly talkOn: IsoDate;
      readonly description: string;
      readonly results: string;
      readonly remaining: string | null;
    };

/** A step with its day, its time of the day in Poland ('HH:MM') and who did it. */
export type StoryStep = StoryAction & {
  readonly on: IsoDate;
  readonly at: string;
  readonly by: StaffKey | 'visitor';
};

/** One case of the demonstration: whose it is, what they said, and what was done with it until today. */
export type DemoStory = {
  readonly index: number;
  readonly script: string;
  readonly target: StoryTarget;
  readonly centreId: string;
  readonly gmina: string;
  readonly person: number;
  readonly applicant: {
    readonly role: 'person' | 'statutory_representative' | 'factual_carer';
    readonly person: number;
  };
  readonly channel: Channel;
  readonly title: string;
  readonly words: string;
  readonly area: number;
  readonly services: readonly string[];
  readonly coordinator: StaffKey;
  readonly steps: readonly StoryStep[];
};
