import { type Based, basis, type LawEntries, type Problem } from './basis.ts';
import { addDays, addMonths, addYears, dateWords, type IsoDate } from './dates.ts';

const neededBasis = basis('cus', '38 ust. 2', 'statute');
const oneYear = basis('cus', '40', 'statute');
const safeEnd = basis('setting', '', 'proposal', 'koniec IPUS najpóźniej dzień przed upływem roku');
const content = basis('cus', '39 ust. 1', 'statute');
const agreement = basis('cus', '38 ust. 1', 'statute');
const approval = basis('cus', '41', 'statute');
const separateApprover = basis('setting', '', 'proposal', 'plan zatwierdza inna osoba niż autor');

/** The months from which coordinated services need an individual plan (art. 38(2)). */
const thresholdMonths = 3;

export type PlanNeed = {
  readonly needed: boolean;
  /** What is missing for a plan; empty when it is needed. */
  readonly unmet: readonly ('coordination' | 'period')[];
};

/** Period in which services are provided; both days included. */
export type Period = { readonly startsOn: IsoDate; readonly endsOn: IsoDate };

/**
 * Whether an IPUS is drawn up: only if programme services lasting at least 3 months need coordination (art. 38(2)).
 * Throws RangeError for a date that does not exist.
 */
export function planNeeded(services: Period & { readonly coordinationNeeded: boolean }): Based<PlanNeed> {
  const threshold = addDays(addMonths(services.startsOn, thresholdMonths), -1);
  const longEnough = services.endsOn >= threshold;
  const unmet = [
    ...(services.coordinationNeeded ? [] : (['coordination'] as const)),
    ...(longEnough ? [] : (['period'] as const)),
  ];
  const needed = unmet.length === 0;
  return {
    value: { needed, unmet },
    basis: [neededBasis],
    steps: [
      services.coordinationNeeded ? 'Usługi wymagają koordynacji.' : 'Usługi nie wymagają koordynacji.',
      `Usługi od ${dateWords(services.startsOn)} do ${dateWords(services.endsOn)}; trzy miesiące mijają ${dateWords(threshold)}, więc trwają ${longEnough ? 'co najmniej 3 miesiące' : 'krócej niż 3 miesiące'}.`,
      needed
        ? 'Spełnione są oba warunki: sporządza się IPUS (art. 38 ust. 2 ustawy o CUS).'
        : 'IPUS sporządza się tylko wtedy, gdy spełnione są oba warunki (art. 38 ust. 2 ustawy o CUS). Wystarczy kwalifikacja bez planu.',
    ],
  };
}

/** The last day on which a plan that starts on a day may end: one year less a day (art. 40, the safe reading). */
export function latestPlanEnd(startsOn: IsoDate): Based<IsoDate> {
  const value = addDays(addYears(startsOn, 1), -1);
  return {
    value,
    basis: [oneYear, safeEnd],
    steps: [
      `IPUS trwa najwyżej rok od ${dateWords(startsOn)} (art. 40 ustawy o CUS).`,
      `Ostatni bezpieczny dzień to dzień przed upływem roku: ${dateWords(value)}.`,
    ],
  };
}

export type PeriodProblem = Problem<'endBeforeStart' | 'longerThanYear'>;

/** What is wrong with the period of a plan. Updates count from the first day of the plan, not of the version. */
export function checkPlanPeriod({ startsOn, endsOn }: Period): readonly PeriodProblem[] {
  const latest = latestPlanEnd(startsOn);
  if (endsOn < startsOn) {
    return [
      {
        code: 'endBeforeStart',
        words: 'Plan kończy się przed początkiem. Popraw jedną z dat.',
        basis: [content],
      },
    ];
  }
  if (endsOn <= latest.value) return [];
  return [
    {
      code: 'longerThanYear',
      words: `Plan może trwać najwyżej rok. Przy początku ${dateWords(startsOn)} najpóźniejszy koniec to ${dateWords(latest.value)}.`,
      basis: latest.basis,
    },
  ];
}

/** One service of a plan; null = not filled in. Supporting actions are not lines (art. 39(2)). */
export type PlanLine = Period & {
  readonly name: string;
  readonly programmeId: string | null;
  readonly providerId: string | null;
  readonly place: string | null;
  readonly schedule: string | null;
};

export type ContentProblem =
  | PeriodProblem
  | Problem<
      | 'noProgrammeService'
      | 'lineWithoutProvider'
      | 'lineWithoutPlace'
      | 'lineWithoutSchedule'
      | 'lineOutsidePlan'
    >;

/**
 * What a plan lacks before it can be agreed: at least one programme service, and for every line who provides it,
 * where and when (art. 39(1)).
 */
export function checkPlanContent(
  plan: Period & { readonly lines: readonly PlanLine[] },
): readonly ContentProblem[] {
  const problems: ContentProblem[] = [...checkPlanPeriod(plan)];
  if (!plan.lines.some((line) => line.programmeId !== null)) {
    problems.push({
      code: 'noProgrammeService',
      words: 'Plan nie ma żadnej usługi z programu usług społecznych. Dodaj co najmniej jedną.',
      basis: [content],
    });
  }
  for (const line of plan.lines) {
    for (const { code, missing, words } of lineElements) {
      if (missing(line)) problems.push({ code, words: `„${line.name}”: ${words}`, basis: [content] });
    }
    if (line.startsOn < plan.startsOn || line.endsOn > plan.endsOn || line.endsOn < line.startsOn) {
      problems.push({
        code: 'lineOutsidePlan',
        words: `„${line.name}”: okres usługi musi mieścić się w okresie planu.`,
        basis: [content, oneYear],
      });
    }
  }
  return problems;
}

const lineElements = [
  {
    code: 'lineWithoutProvider',
    missing: (line: PlanLine) => blank(line.providerId),
    words: 'wskaż wykonawcę.',
  },
  { code: 'lineWithoutPlace', missing: (line: PlanLine) => blank(line.place), words: 'wskaż miejsce.' },
  {
    code: 'lineWithoutSchedule',
    missing: (line: PlanLine) => blank(line.schedule),
    words: 'podaj harmonogram.',
  },
] as const;

export type VersionApproval = {
  readonly authorId: string;
  readonly agreedOn: IsoDate | null;
  readonly approverId: string;
  readonly approvedOn: IsoDate;
};

export type ApprovalProblem = Problem<'notAgreed' | 'agreedAfterApproval' | 'approverIsAuthor'>;

/**
 * What forbids the approval of a plan version. Every version, an update too, has its own agreement and approval
 * (art. 38(1), 41(2)). That the approver is not the author is a setting: the Act lets a director organise services too.
 */
export function checkPlanApproval(
  version: VersionApproval,
  settings: { readonly approverMayBeAuthor: boolean } = { approverMayBeAuthor: false },
): readonly ApprovalProblem[] {
  const problems: ApprovalProblem[] = [];
  if (version.agreedOn === null) {
    problems.push({
      code: 'notAgreed',
      words: 'Ta wersja planu nie jest uzgodniona z wnioskodawcą. Najpierw zapisz uzgodnienie.',
      basis: [agreement],
    });
  } else if (version.agreedOn > version.approvedOn) {
    problems.push({
      code: 'agreedAfterApproval',
      words: `Uzgodnienie (${dateWords(version.agreedOn)}) jest późniejsze niż zatwierdzenie. Popraw datę.`,
      basis: [agreement, approval],
    });
  }
  if (version.authorId === version.approverId && !settings.approverMayBeAuthor) {
    problems.push({
      code: 'approverIsAuthor',
      words: 'Plan zatwierdza inna osoba niż ta, która go opracowała.',
      basis: [separateApprover, approval],
    });
  }
  return problems;
}

function blank(text: string | null): boolean {
  return text === null || text.trim() === '';
}

export const basisOf: LawEntries = {
  subject: 'IPUS: kiedy, na jak długo, co zawiera',
  functions: {
    planNeeded: [neededBasis],
    latestPlanEnd: [oneYear, safeEnd],
    checkPlanPeriod: [oneYear, safeEnd],
    checkPlanContent: [content, oneYear],
    checkPlanApproval: [agreement, approval, separateApprover],
  },
};
