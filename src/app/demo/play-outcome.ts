import { addDays, addMonths, nextWorkingDay } from '../../law/index.ts';
import { plannedLines } from './planned-lines.ts';
import { makeRandom } from './random.ts';
import { services } from './reference.ts';
import { homeOf, presentAt } from './play-intake.ts';
import { scripts } from './scripts/index.ts';
import { outcomes } from './scripts/outcomes.ts';
import type { PlannedLine, StoryAction } from './story.ts';
import { askedServices, personOf, runInCase, type Turn, wantedServices } from './turn.ts';

type Action<Verb extends StoryAction['do']> = Extract<StoryAction, { do: Verb }>;

/** Days from the outcome to the first day of a service. */
const BEGINS_AFTER = 5;
const WITHOUT_A_PLAN = { months: 2, units: 8 };
/** A plan that is still being drawn up will begin in three weeks and run for half a year. */
const WITH_A_PLAN = { startsAfter: 21, months: 6 };
const PAYS_AFTER = 21;

/** Where a talk is held: the person's home unless it is hidden or there is none. */
const placeOf = (turn: Turn, place: 'home' | 'centre'): string =>
  place === 'home' && homeOf(turn) ? outcomes.place.home : outcomes.place.centre;

/** The protocol of the recognition of needs (art. 37). */
export async function recordAssessment(turn: Turn, said: Action<'record-assessment'>): Promise<void> {
  await runInCase(turn, 'casework.record-assessment', {
    heldOn: turn.on,
    place: placeOf(turn, said.place),
    present: presentAt(turn),
    needsPresented: said.needs,
    servicesUsed: said.used,
    evaluation: said.evaluation,
    supportingActions: said.supporting ?? undefined,
    informationGiven: said.information,
    agreed: true,
  });
}

/** The relief that the person has a right to in the demonstration's programmes: severe disability. */
export const reliefOf = (turn: Turn, reference: string): string | undefined =>
  reference === 'dwiegminy-14' && personOf(turn, turn.story.person).disability === 'severe'
    ? 'severe'
    : undefined;

type Row = {
  readonly reference: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly units: number;
};

/** One row of the form of both outcomes: the service, its time and quantity, and what the worker rests on. */
function chosenRow(turn: Turn, { reference, ...row }: Row): Record<string, unknown> {
  const serviceId = turn.stage.centre.services.get(reference);
  const programme = turn.stage.programmeFor(turn.story.gmina, wantedServices(turn));
  const offer = programme?.offers.find((one) => one.serviceId === serviceId);
  return {
    programmeServiceId: offer?.offerId,
    chosen: true,
    ...row,
    confirmed: {},
    grounds: outcomes.grounds,
    reliefId: reliefOf(turn, reference),
  };
}

/** Taken in without a plan (art. 42(1)): for two months, without coordination. */
export async function qualify(turn: Turn, { services: asked }: Action<'qualify'>): Promise<void> {
  const startsOn = nextWorkingDay(addDays(turn.on, BEGINS_AFTER));
  const rows = asked.map((reference) => {
    const most = services.find(({ id }) => id === reference)?.maxMonths ?? WITHOUT_A_PLAN.months;
    const endsOn = addDays(addMonths(startsOn, Math.min(most, WITHOUT_A_PLAN.months)), -1);
    const [line] = plannedLines({ random: makeRandom(0), gmina: turn.story.gmina }, plainly, {
      version: 1,
      service: reference,
      startsOn,
      endsOn,
    });
    return { reference, startsOn, endsOn, units: Math.min(line?.units ?? 1, WITHOUT_A_PLAN.units) };
  });
  await runInCase(turn, 'casework.qualify', {
    services: rows.map((row) => chosenRow(turn, row)),
    coordination: 'nie',
    feeDueOn: addDays(turn.on, PAYS_AFTER),
  });
}

const plainly = { result: '', when: 'morning', place: 'centre' } as const;

/** The lines that the story's first draft will have, or would have. */
function linesAhead(turn: Turn): Row[] {
  const draft = turn.story.steps.find((step) => step.do === 'draft-plan');
  const lines: readonly PlannedLine[] = draft ? draft.lines : linesOfHalfAYear(turn);
  return lines.map(({ service, startsOn, endsOn, units }) => ({
    reference: service,
    startsOn,
    endsOn,
    units,
  }));
}

function linesOfHalfAYear(turn: Turn): PlannedLine[] {
  const { story } = turn;
  const startsOn = nextWorkingDay(addDays(turn.on, WITH_A_PLAN.startsAfter));
  const endsOn = addDays(addMonths(startsOn, WITH_A_PLAN.months), -1);
  const plan = scripts.find(({ key }) => key === story.script)?.plan ?? plainly;
  return story.services.flatMap((service) =>
    plannedLines({ random: makeRandom(story.index), gmina: story.gmina }, plan, {
      version: 1,
      service,
      startsOn,
      endsOn,
    }),
  );
}

/** An individual plan is needed (art. 38(2)): the places are reserved at once. */
export async function requirePlan(turn: Turn): Promise<void> {
  const rows = linesAhead(turn);
  await runInCase(turn, 'casework.require-plan', {
    services: rows.map((row) => chosenRow(turn, row)),
    coordination: 'tak',
    coordinationReason: rows.length > 1 ? outcomes.coordination.many : outcomes.coordination.one,
  });
}

/** Handed over to the other track with the applicant's agreement (art. 19, 38(1)). */
export async function transfer(turn: Turn, { target, reason, agreedHow }: Action<'transfer'>): Promise<void> {
  const { stage } = turn;
  const separate = askedServices(turn).every(
    (reference) => services.find(({ id }) => id === reference)?.track === 'separate_statute',
  );
  await runInCase(turn, 'casework.transfer', {
    ground: separate ? 'separate_statute' : 'belongs_elsewhere',
    targetKind: target.kind,
    targetName: target.name,
    targetOrganizationId: target.organisation
      ? stage.centre.organizations.get(target.organisation)
      : undefined,
    reason,
    agreed: true,
    agreedOn: turn.on,
    agreedHow,
  });
}

/** What the receiver answered: taken over, or given back with words. */
export const recordTransferAnswer =
  (answer: 'accepted' | 'returned') =>
  async (turn: Turn, { words }: { readonly words: string }): Promise<void> =>
    void (await runInCase(turn, 'casework.record-transfer-answer', {
      answer,
      answerWords: words,
      answeredOn: turn.on,
    }));

/** A refusal: the only outcome that is a decision (art. 42(3)). */
export const refuseCase = async (turn: Turn, { ground, facts }: Action<'refuse'>): Promise<void> =>
  void (await runInCase(turn, 'casework.refuse', {
    ground: 'conditions',
    factualReasoning: facts,
    legalReasoning: outcomes.legalReasoning(ground),
    board: outcomes.board,
  }));

export const closeCase = async (turn: Turn): Promise<void> => void (await runInCase(turn, 'casework.close'));
