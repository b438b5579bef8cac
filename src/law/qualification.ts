import { basis, type LawEntries } from './basis.ts';
import { plural } from './dates.ts';
import { checkTeryt, gminaKey } from './identifiers.ts';
import { percentWords, zloty } from './money.ts';

export const disabilityDegrees = {
  severe: 'znaczny',
  moderate: 'umiarkowany',
  light: 'lekki',
  childCertificate: 'orzeczenie o niepełnosprawności dziecka',
  none: 'brak orzeczenia',
} as const;

export type DisabilityDegree = keyof typeof disabilityDegrees;

export const recipientGroups = {
  olderPeople: 'osoby starsze',
  disabledPeople: 'osoby z niepełnosprawnościami',
  carers: 'opiekunowie',
  familiesWithChildren: 'rodziny z dziećmi',
  childrenAndYouth: 'dzieci i młodzież',
  fosterCare: 'dzieci i rodziny w pieczy zastępczej',
  mentalCrisis: 'osoby w kryzysie psychicznym',
  homelessness: 'osoby w kryzysie bezdomności',
  addiction: 'osoby z uzależnieniem',
  violence: 'osoby doświadczające przemocy',
  unemployed: 'osoby bezrobotne',
} as const;

export type RecipientGroup = keyof typeof recipientGroups;

/** Facts of a situation, each said both ways. */
export const statusFlags = {
  working: { is: 'pracuje zawodowo', isNot: 'nie pracuje zawodowo' },
  limitedIndependence: { is: 'ma ograniczoną samodzielność', isNot: 'jest w pełni samodzielna' },
  limitedMobility: { is: 'ma trudności w poruszaniu się', isNot: 'nie ma trudności w poruszaniu się' },
  familyCanHelp: {
    is: 'ma rodzinę, która może zapewnić pomoc',
    isNot: 'nie ma rodziny, która może zapewnić pomoc',
  },
  usesCareServices: { is: 'korzysta z usług opiekuńczych', isNot: 'nie korzysta z usług opiekuńczych' },
  usesInstitutionalHelp: {
    is: 'korzysta z pomocy instytucjonalnej',
    isNot: 'nie korzysta z pomocy instytucjonalnej',
  },
  largeFamilyCard: { is: 'ma Kartę Dużej Rodziny', isNot: 'nie ma Karty Dużej Rodziny' },
} as const;

const livesAlone = { is: 'mieszka samotnie', isNot: 'nie mieszka samotnie' } as const;

export type StatusFlag = keyof typeof statusFlags;

/** A condition of a programme as data (item 6 of art. 5(3)). Ages are completed years, both ends included. */
export type Condition =
  | { readonly kind: 'age'; readonly from: number | null; readonly to: number | null }
  | {
      readonly kind: 'residence';
      readonly gminas: readonly { readonly teryt: string; readonly name: string }[];
    }
  | { readonly kind: 'disability'; readonly anyOf: readonly DisabilityDegree[] }
  | { readonly kind: 'group'; readonly anyOf: readonly RecipientGroup[] }
  | { readonly kind: 'livesAlone' }
  /** Hundredths of a percent of the income criterion; the edge itself passes. */
  | { readonly kind: 'income'; readonly atMost: number }
  | { readonly kind: 'status'; readonly flag: StatusFlag; readonly value: boolean }
  /** A condition only a person can judge; its text comes from the programme. */
  | { readonly kind: 'workerConfirms'; readonly id: string; readonly words: string }
  | { readonly kind: 'anyOf' | 'allOf'; readonly conditions: readonly Condition[] };

/** What is known of a person on the day of judging. A missing key is unknown, which is never "no". */
export type Facts = {
  readonly ageYears?: number;
  readonly gminaTeryt?: string;
  readonly disability?: DisabilityDegree;
  readonly groups?: Readonly<Partial<Record<RecipientGroup, boolean>>>;
  readonly livesAlone?: boolean;
  readonly income?: { readonly grosze: number; readonly criterionGrosze: number };
  readonly statuses?: Readonly<Partial<Record<StatusFlag, boolean>>>;
  readonly confirmed?: Readonly<Record<string, boolean>>;
};

export type Outcome = {
  readonly condition: Condition;
  /** Why it passed, failed or cannot be told. */
  readonly reason: string;
  /** What would change it; null for a passed condition. */
  readonly change: string | null;
};

export type Judgement = {
  readonly passed: readonly Outcome[];
  readonly failed: readonly Outcome[];
  readonly unknown: readonly Outcome[];
};

type Answer = 'passed' | 'failed' | 'unknown';
type Judged = Outcome & { readonly answer: Answer };

/**
 * Judges each condition by what is known: passed, failed or unknown, with a reason and what would change it.
 * It informs a worker and never refuses by itself: a refusal is a person's decision (art. 42(3)).
 */
export function judge(conditions: readonly Condition[], facts: Facts): Judgement {
  const judged = conditions.map((condition) => judgeOne(condition, facts));
  const of = (answer: Answer) =>
    judged
      .filter((each) => each.answer === answer)
      .map(({ condition, reason, change }) => ({ condition, reason, change }));
  return { passed: of('passed'), failed: of('failed'), unknown: of('unknown') };
}

/** One answer for a whole judgement: any failed condition fails, else any unknown leaves it unknown. */
export function overall(judgement: Judgement): Answer {
  if (judgement.failed.length > 0) return 'failed';
  return judgement.unknown.length > 0 ? 'unknown' : 'passed';
}

function judgeOne(condition: Condition, facts: Facts): Judged {
  switch (condition.kind) {
    case 'age':
      return judgeAge(condition, facts.ageYears);
    case 'residence':
      return judgeResidence(condition, facts.gminaTeryt);
    case 'disability':
      return judgeDisability(condition, facts.disability);
    case 'group':
      return judgeGroup(condition, facts.groups ?? {});
    case 'livesAlone':
      return judgeFlag(condition, facts.livesAlone, true, livesAlone);
    case 'income':
      return judgeIncome(condition, facts.income);
    case 'status':
      return judgeFlag(
        condition,
        facts.statuses?.[condition.flag],
        condition.value,
        statusFlags[condition.flag],
      );
    case 'workerConfirms':
      return judgeConfirmed(condition, facts.confirmed?.[condition.id]);
    default:
      return judgeSeveral(condition, facts);
  }
}

type Of<Kind extends Condition['kind']> = Extract<Condition, { readonly kind: Kind }>;

function judgeAge(condition: Of<'age'>, age: number | undefined): Judged {
  const required = `Wymagany wiek: ${ageWords(condition)}`;
  if (age === undefined)
    return unknown(condition, `${required}. Nie znamy wieku.`, 'Zapytaj o datę urodzenia.');
  const years = `${age} ${plural(age, ['rok', 'lata', 'lat'])}`;
  if (condition.from !== null && age < condition.from) {
    const wait = condition.from - age;
    return failed(
      condition,
      `${required}, a osoba ma ${years}.`,
      `Warunek spełni po ukończeniu ${condition.from} lat (${wait === 1 ? 'najdalej za rok' : `za około ${wait} ${plural(wait, ['rok', 'lata', 'lat'])}`}).`,
    );
  }
  if (condition.to !== null && age > condition.to) {
    return failed(
      condition,
      `${required}, a osoba ma ${years}.`,
      'Wiek przekroczony: poszukaj innej usługi.',
    );
  }
  return passed(condition, `${required}; osoba ma ${years}.`);
}

function ageWords({ from, to }: Of<'age'>): string {
  if (from !== null && to !== null) return `od ${from} do ${to} lat`;
  if (from !== null) return `ukończone ${from} lat`;
  return to === null ? 'dowolny' : `najwyżej ${to} lat`;
}

function judgeResidence(condition: Of<'residence'>, teryt: string | undefined): Judged {
  const names = condition.gminas.map((gmina) => gmina.name).join(', ');
  if (teryt === undefined || !checkTeryt(teryt).ok) {
    return unknown(
      condition,
      `Wymagane zamieszkanie: ${names}. Nie znamy gminy zamieszkania.`,
      'Zapytaj o adres zamieszkania.',
    );
  }
  return condition.gminas.some((gmina) => gminaKey(gmina.teryt) === gminaKey(teryt))
    ? passed(condition, `Osoba mieszka na terenie: ${names}.`)
    : failed(
        condition,
        `Usługa jest dla mieszkańców: ${names}.`,
        'Zmieni to zamieszkanie w tej gminie. Sprawdź ofertę gminy, w której osoba mieszka.',
      );
}

function judgeDisability(condition: Of<'disability'>, degree: DisabilityDegree | undefined): Judged {
  const required = `Wymagane orzeczenie: ${condition.anyOf.map((each) => disabilityDegrees[each]).join(' lub ')}`;
  if (degree === undefined) {
    return unknown(
      condition,
      `${required}. Nie wiemy, czy osoba ma orzeczenie.`,
      'Zapytaj o orzeczenie i jego stopień.',
    );
  }
  return condition.anyOf.includes(degree)
    ? passed(condition, `${required}; osoba je ma (${disabilityDegrees[degree]}).`)
    : failed(
        condition,
        `${required}; osoba ma: ${disabilityDegrees[degree]}.`,
        'Zmieni to nowe orzeczenie o wymaganym stopniu.',
      );
}

function judgeGroup(
  condition: Of<'group'>,
  groups: Readonly<Partial<Record<RecipientGroup, boolean>>>,
): Judged {
  const names = condition.anyOf.map((each) => recipientGroups[each]).join(', ');
  if (condition.anyOf.some((each) => groups[each] === true))
    return passed(condition, `Osoba należy do grupy: ${names}.`);
  const open = condition.anyOf.filter((each) => groups[each] === undefined);
  return open.length === 0
    ? failed(
        condition,
        `Usługa jest dla grupy: ${names}.`,
        'Zmieni to zmiana sytuacji osoby. Poszukaj usługi dla jej grupy.',
      )
    : unknown(
        condition,
        `Usługa jest dla grupy: ${names}. Nie wiemy, czy osoba do niej należy.`,
        `Ustal w rozmowie, czy dotyczy jej: ${open.map((each) => recipientGroups[each]).join(', ')}.`,
      );
}

function judgeFlag(
  condition: Condition,
  known: boolean | undefined,
  wanted: boolean,
  words: { readonly is: string; readonly isNot: string },
): Judged {
  const required = wanted ? words.is : words.isNot;
  if (known === undefined) {
    return unknown(
      condition,
      `Warunek: osoba ${required}. Tego nie wiemy.`,
      `Zapytaj, czy osoba ${words.is}.`,
    );
  }
  return known === wanted
    ? passed(condition, `Warunek: osoba ${required}. Tak jest.`)
    : failed(
        condition,
        `Warunek: osoba ${required}. Tak nie jest: osoba ${known ? words.is : words.isNot}.`,
        `Zmieni to sytuacja, w której osoba ${required}.`,
      );
}

function judgeIncome(condition: Of<'income'>, income: Facts['income']): Judged {
  const required = `Dochód najwyżej ${percentWords(condition.atMost)} kryterium`;
  if (income === undefined)
    return unknown(
      condition,
      `${required}. Nie znamy dochodu.`,
      'Zapytaj o dochód i liczbę osób w rodzinie.',
    );
  const limit = Math.floor((condition.atMost * income.criterionGrosze) / 10_000);
  const compared = `(${zloty(limit)}); osoba ma ${zloty(income.grosze)}`;
  return income.grosze <= limit
    ? passed(condition, `${required} ${compared}.`)
    : failed(
        condition,
        `${required} ${compared}.`,
        `Zmieni to dochód niższy o co najmniej ${zloty(income.grosze - limit)}.`,
      );
}

function judgeConfirmed(condition: Of<'workerConfirms'>, known: boolean | undefined): Judged {
  if (known === undefined)
    return unknown(condition, `Do oceny: ${condition.words}.`, 'Oceń to w rozmowie i zaznacz wynik.');
  return known
    ? passed(condition, `Pracownik potwierdził: ${condition.words}.`)
    : failed(
        condition,
        `Pracownik nie potwierdził: ${condition.words}.`,
        'Zmieni to ponowna ocena, gdy zmieni się sytuacja osoby.',
      );
}

function judgeSeveral(condition: Of<'anyOf' | 'allOf'>, facts: Facts): Judged {
  const inner = condition.conditions.map((each) => judgeOne(each, facts));
  const decisive = condition.kind === 'anyOf' ? 'passed' : 'failed';
  const opposite = condition.kind === 'anyOf' ? 'failed' : 'passed';
  const settled = inner.filter((each) => each.answer === decisive);
  const open = inner.filter((each) => each.answer === 'unknown');
  if (inner.length === 0) return passed(condition, 'Program nie stawia tu żadnego warunku.');
  const answer = settled.length > 0 ? decisive : open.length > 0 ? 'unknown' : opposite;
  const telling = settled.length > 0 ? settled : open.length > 0 ? open : inner;
  const lead =
    condition.kind === 'anyOf' ? 'Wystarczy jeden z warunków' : 'Potrzebne są wszystkie warunki naraz';
  return {
    condition,
    answer,
    reason: `${lead}. ${telling.map((each) => each.reason).join(' ')}`,
    change: answer === 'passed' ? null : changes(telling, condition.kind === 'anyOf' ? ' Albo: ' : ' Oraz: '),
  };
}

function changes(of: readonly Judged[], separator: string): string {
  return of.flatMap((each) => (each.change === null ? [] : [each.change])).join(separator);
}

function passed(condition: Condition, reason: string): Judged {
  return { condition, answer: 'passed', reason, change: null };
}

function failed(condition: Condition, reason: string, change: string): Judged {
  return { condition, answer: 'failed', reason, change };
}

function unknown(condition: Condition, reason: string, change: string): Judged {
  return { condition, answer: 'unknown', reason, change };
}

const conditionsBasis = basis('cus', '5 ust. 3 pkt 6', 'statute');
const qualifying = basis('cus', '42 ust. 2', 'statute');

export const basisOf: LawEntries = {
  subject: 'Warunki kwalifikowania do programu',
  functions: {
    judge: [conditionsBasis, qualifying, basis('rodo', '22', 'recalled')],
    overall: [qualifying],
  },
};
