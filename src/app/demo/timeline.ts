import { addMonths, isFreeDay, nextWorkingDay, type IsoDate } from '../../law/index.ts';
import { dateOfDay, dayNumber, type Random } from './random.ts';
import type { Script, ScriptedPlan } from './scripts/index.ts';
import { outcomes } from './scripts/outcomes.ts';
import type { StaffKey } from './staff.ts';
import { plannedLines } from './planned-lines.ts';
import type { Channel, StoryAction, StoryStep, StoryTarget, TransferTarget } from './story.ts';

export type Scene = {
  readonly random: Random;
  readonly today: IsoDate;
  readonly script: Script;
  readonly target: StoryTarget;
  /** Which case of this state it is, from 0. */
  readonly turn: number;
  readonly gmina: string;
  readonly channel: Channel;
  readonly services: readonly string[];
  readonly coordinator: StaffKey;
  readonly transferTo: TransferTarget;
  /** Who answers a transferred application. */
  readonly transferAnsweredBy: StaffKey;
};

type Draft = { readonly on: IsoDate; readonly by: StoryStep['by']; readonly action: StoryAction };

/** How many days ago the application came (the report, where there is none yet), from and to. */
const beganDaysAgo: Readonly<Record<StoryTarget, readonly [from: number, to: number]>> = {
  reported: [0, 4],
  answered: [6, 58],
  draft: [1, 9],
  submitted: [0, 5],
  awaiting_completion: [5, 12],
  left_unconsidered: [34, 58],
  in_recognition: [7, 17],
  qualified: [22, 58],
  plan_in_preparation: [10, 36],
  transferred: [8, 19],
  transfer_accepted: [24, 56],
  transfer_returned: [18, 29],
  refused: [30, 57],
  withdrawn: [14, 50],
  closed: [50, 110],
  plan_draft: [15, 27],
  plan_agreed: [21, 28],
  plan_returned: [23, 29],
  plan_approved: [25, 29],
  plan_running: [40, 190],
  plan_being_updated: [120, 175],
  plan_ended: [152, 158],
  plan_resigned: [85, 150],
  plan_summarised: [172, 265],
};

/** Days since the application of plans in the making: one of each colour of the 30 days of art. 40, and overdue. */
const planDays = [34, 24, 12, 28, 18, 21, 36];

const PLAN_STARTS_AFTER = 26;

/** The dated steps that lead a matter to where it stands today, in order, none later than today. */
export function timelineOf(scene: Scene): StoryStep[] {
  const { target, today, turn, random } = scene;
  const [from, to] = beganDaysAgo[target];
  const planned = target === 'plan_in_preparation' ? planDays[turn % planDays.length] : undefined;
  const began = daysLater(today, -(planned ?? random.int(from, to)));
  return stamped(scene, [...opening(scene, began), ...middle(scene, began)]);
}

function opening(scene: Scene, began: IsoDate): Draft[] {
  const { target, channel } = scene;
  const web = channel === 'web';
  const desk = web ? 'visitor' : 'clerk';
  if (target === 'reported') return [{ on: began, by: desk, action: { do: 'take-report' } }];
  if (target === 'answered') {
    return [
      { on: began, by: desk, action: { do: 'take-report' } },
      note(scene, began, 'clerk'),
      {
        on: daysLater(began, 1),
        by: 'clerk',
        action: { do: 'answer-report', answer: scene.script.answer ?? '' },
      },
    ];
  }
  const calledFirst = channel === 'phone' || channel === 'partner' || scene.random.chance(0.3);
  const reported = daysLater(began, target === 'draft' ? 0 : -scene.random.int(0, 3));
  return [
    ...(calledFirst && !web ? [{ on: reported, by: 'clerk', action: { do: 'take-report' } } as const] : []),
    { on: began, by: desk, action: { do: 'start-application' } },
    ...(target === 'draft' ? [] : [{ on: began, by: desk, action: { do: 'submit-application' } } as const]),
    ...(web && target !== 'submitted'
      ? [{ on: daysLater(began, 1), by: 'clerk', action: { do: 'identify-person' } } as const]
      : []),
  ];
}

function middle(scene: Scene, began: IsoDate): Draft[] {
  const { random, target, script, coordinator, today } = scene;
  const after = (days: number, action: StoryAction, by: StaffKey = coordinator): Draft => ({
    on: daysLater(began, days),
    by,
    action,
  });
  const recognition = after(2, { do: 'start-recognition', coordinator });
  const called = (): Draft[] => {
    const reason = random.pick(outcomes.callReasons);
    return [
      after(2, { do: 'call-to-complete', reason }, 'clerk'),
      after(4, { do: 'record-call-delivered' }, 'clerk'),
    ];
  };
  const handedOver = (): Draft[] => [
    recognition,
    note(scene, daysLater(began, 3), coordinator),
    after(5, {
      do: 'transfer',
      target: scene.transferTo,
      reason: script.transfer?.reason ?? '',
      agreedHow: random.pick(outcomes.transferAgreedHow),
    }),
  ];
  const recognised = (): Draft[] => [
    recognition,
    note(scene, daysLater(began, 4), coordinator),
    assessment(scene, daysLater(began, 6)),
  ];
  const planned = (): Draft[] => [...recognised(), after(8, { do: 'require-plan' })];

  switch (target) {
    case 'reported':
    case 'answered':
    case 'draft':
    case 'submitted':
      return [];
    case 'awaiting_completion':
      return called();
    case 'left_unconsidered':
      return [
        ...called(),
        after(16, { do: 'leave-unconsidered', reason: outcomes.leftUnconsidered }, 'clerk'),
      ];
    case 'in_recognition':
      if (random.chance(0.3)) {
        const words = random.pick(outcomes.completions);
        return [
          ...called(),
          after(5, { do: 'complete-application', words }, 'clerk'),
          after(6, { do: 'start-recognition', coordinator }),
        ];
      }
      return random.chance(0.5) ? recognised() : [recognition, note(scene, daysLater(began, 3), coordinator)];
    case 'qualified':
      return [...recognised(), after(12, { do: 'qualify', services: scene.services })];
    case 'closed':
      return [
        ...recognised(),
        after(12, { do: 'qualify', services: scene.services }),
        after(45, { do: 'close' }),
      ];
    case 'transferred':
      return handedOver();
    case 'transfer_accepted':
      return [
        ...handedOver(),
        after(
          13,
          { do: 'record-transfer-accepted', words: script.transfer?.answer ?? '' },
          scene.transferAnsweredBy,
        ),
      ];
    case 'transfer_returned':
      return [
        ...handedOver(),
        after(
          12,
          { do: 'record-transfer-returned', words: script.transfer?.returned ?? '' },
          scene.transferAnsweredBy,
        ),
      ];
    case 'refused':
      return [
        ...recognised(),
        after(
          15,
          { do: 'refuse', ground: script.refusal?.ground ?? '', facts: script.refusal?.facts ?? '' },
          'director',
        ),
      ];
    case 'withdrawn':
      return [recognition, after(9, { do: 'withdraw', reason: random.pick(outcomes.withdrawals) })];
    case 'plan_in_preparation': {
      const late = daysLater(began, 30) < today;
      return [...planned(), ...(late ? [after(29, { do: 'explain-delay', reason: outcomes.delay })] : [])];
    }
    default:
      return script.plan ? [...planned(), ...planSteps(scene, script.plan, began)] : planned();
  }
}

function planSteps(scene: Scene, plan: ScriptedPlan, began: IsoDate): Draft[] {
  const { random, target, coordinator, today } = scene;
  const months = planMonths(scene);
  const startsOn = nextWorkingDay(daysLater(began, PLAN_STARTS_AFTER));
  const endsOn = daysLater(addMonths(startsOn, months), -1);
  const step = (on: IsoDate, action: StoryAction, by: StaffKey = coordinator): Draft => ({ on, by, action });
  const agreed = (on: IsoDate): Draft => step(on, { do: 'agree-plan', how: random.pick(outcomes.agreedHow) });
  const draft = step(daysLater(began, 13), draftOf(scene, plan, 1, startsOn, endsOn));
  if (target === 'plan_draft') return [draft];
  const settled = [draft, agreed(daysLater(began, 18))];
  if (target === 'plan_agreed') return settled;
  const back = step(
    daysLater(began, 21),
    { do: 'return-plan', remarks: random.pick(outcomes.returnRemarks) },
    'director',
  );
  if (target === 'plan_returned') return [...settled, back];
  const corrected = random.chance(0.15) ? [back, agreed(daysLater(began, 22))] : [];
  const approver = random.chance(0.2) ? 'service_organiser' : 'director';
  const approved = [...settled, ...corrected, step(daysLater(began, 23), { do: 'approve-plan' }, approver)];
  if (target === 'plan_approved') return approved;

  const last =
    target === 'plan_resigned' ? daysLater(today, -random.int(4, 18)) : endsOn < today ? endsOn : today;
  const running = [
    ...approved,
    step(startsOn, { do: 'start-plan' }),
    ...monitoring(plan, startsOn, last, step),
  ];
  switch (target) {
    case 'plan_being_updated':
      return [
        ...running,
        step(daysLater(today, -5), { do: 'start-update', reason: random.pick(outcomes.updateReasons) }),
        step(daysLater(today, -3), draftOf(scene, plan, 2, nextWorkingDay(daysLater(today, 7)), endsOn)),
      ];
    case 'plan_resigned':
      return [...running, step(last, { do: 'resign-plan', reason: random.pick(outcomes.resignations) })];
    case 'plan_ended':
      return [...running, step(nextWorkingDay(daysLater(endsOn, 1)), { do: 'end-plan' })];
    case 'plan_summarised': {
      const talkOn = backToWork(daysLater(endsOn, 6));
      return [
        ...running,
        step(nextWorkingDay(daysLater(endsOn, 1)), { do: 'end-plan' }),
        step(daysLater(endsOn, 8), { do: 'summarise-plan', talkOn, ...plan.closing }),
      ];
    }
    default:
      return running;
  }
}

/** A plan needs services of at least 3 months (art. 38(2)); ended ones ran 4, running ones reach beyond today. */
function planMonths({ target, random }: Scene): number {
  if (target === 'plan_ended' || target === 'plan_summarised') return 4;
  return target === 'plan_running' || target === 'plan_being_updated' ? random.int(8, 12) : random.int(5, 10);
}

function monitoring(
  plan: ScriptedPlan,
  from: IsoDate,
  to: IsoDate,
  step: (on: IsoDate, action: StoryAction) => Draft,
): Draft[] {
  return plan.entries.flatMap(([contact, finding, action], i) => {
    const on = daysLater(from, 14 + i * 30);
    return on < to ? [step(on, { do: 'record-monitoring', contact, finding, action })] : [];
  });
}

function draftOf(
  scene: Scene,
  plan: ScriptedPlan,
  version: number,
  startsOn: IsoDate,
  endsOn: IsoDate,
): StoryAction {
  const lines = scene.services.flatMap((service) =>
    plannedLines(scene, plan, { version, service, startsOn, endsOn }),
  );
  const action = plan.action && { kind: plan.action[0], words: plan.action[1], who: plan.action[2] };
  return { do: 'draft-plan', version, startsOn, endsOn, lines, action };
}

function assessment({ script, services: asked, coordinator }: Scene, on: IsoDate): Draft {
  const paid = asked.includes('dwiegminy-14');
  return {
    on,
    by: coordinator,
    action: {
      do: 'record-assessment',
      place: script.plan?.place ?? 'centre',
      needs: script.words,
      used: script.used,
      evaluation: script.evaluation,
      supporting: script.plan?.action?.[1] ?? null,
      information: paid ? outcomes.information.paid : outcomes.information.free,
    },
  };
}

function note({ script }: Scene, on: IsoDate, by: StaffKey): Draft {
  const [kind, body] = script.note;
  return { on, by, action: { do: 'add-note', kind, body } };
}

/** Plain arithmetic: 40,000 cases of a benchmark ask for half a million days. */
function daysLater(date: IsoDate, days: number): IsoDate {
  return dateOfDay(dayNumber(date) + days);
}

const workingDays = new Map<IsoDate, IsoDate>();

/** The day itself, or the last working day before it; looked up once for each day. */
export function backToWork(day: IsoDate): IsoDate {
  const known = workingDays.get(day);
  if (known) return known;
  const found = isFreeDay(day) ? backToWork(daysLater(day, -1)) : day;
  workingDays.set(day, found);
  return found;
}

/** Gives each step its hour: staff work on working days from eight, a resident writes whenever they can. */
function stamped({ random, today }: Scene, drafts: readonly Draft[]): StoryStep[] {
  let before = { on: '', minute: 0 };
  return drafts.map(({ on, by, action }) => {
    const wanted = on > today ? today : on;
    const day = by === 'visitor' ? wanted : backToWork(wanted);
    const late = day <= before.on;
    const minute = late ? before.minute + random.int(6, 35) : random.int(8 * 60, 13 * 60);
    before = { on: late ? before.on : day, minute };
    const at = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
    return { ...action, on: before.on, at, by };
  });
}
