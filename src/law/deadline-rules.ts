import { basis, type Basis } from './basis.ts';
import type { IsoDate } from './dates.ts';
import type { TimeSpan } from './time-limits.ts';

/**
 * When a deadline starts to warn: days after the event, months before its end, or by the time left (`amber` in days,
 * `red` in working days, so that a weekend or a holiday does not eat the warning).
 */
export type Thresholds =
  | { readonly by: 'daysAfter'; readonly amber: number; readonly red: number }
  | { readonly by: 'daysLeft'; readonly amber: number; readonly red: number }
  | { readonly by: 'monthsBefore'; readonly amber: number; readonly red: number };

/** One deadline as it stood in a period. Rules that no act was read for may be set by the centre. */
export type DeadlineRule = TimeSpan & {
  readonly words: string;
  /** The event whose day is not counted. */
  readonly event: string;
  /** `atMost`: to be done by that day. `atLeast`: the addressee must be given at least so long. */
  readonly direction: 'atMost' | 'atLeast';
  readonly basis: readonly Basis[];
  readonly thresholds: Thresholds;
  readonly validFrom: IsoDate | null;
  readonly validTo: IsoDate | null;
  readonly source: string;
  readonly checkedOn: IsoDate;
};

/**
 * A colour means the same time left whatever the length: a share of a year would be red for a month, a share of a week
 * calm on its last days. No act gives these days: a proposal of 22 November 2026, kept with each clock as it starts.
 */
const lastDays: Thresholds = { by: 'daysLeft', amber: 7, red: 3 };

/** What others must be called together for, or a text written: two weeks (the same proposal). */
const lastWeeks: Thresholds = { by: 'daysLeft', amber: 14, red: 3 };
const checkedOn = '2026-11-21';
const cusAct = 'https://api.sejm.gov.pl/eli/acts/DU/2019/1818';
const kpaPractice = 'https://www.prawo.pl/samorzad (78405)';
const noSource = 'bez źródła: sprawdź w tekście aktu';
const ownSetting = 'ustawienie centrum';

const byCusAct = {
  direction: 'atMost',
  thresholds: lastDays,
  validFrom: '2020-01-01',
  validTo: null,
  source: cusAct,
  checkedOn,
} as const;

const byKpa = {
  direction: 'atMost',
  thresholds: lastDays,
  validFrom: null,
  validTo: null,
  source: kpaPractice,
  checkedOn,
} as const;

const bySetting = {
  direction: 'atMost',
  thresholds: lastDays,
  validFrom: null,
  validTo: null,
  source: ownSetting,
  checkedOn,
} as const;

/** Yearly by the Act, but the day is nobody's: until the centre sets one, a year is a proposal. */
const noDay = basis('setting', '', 'proposal', 'dzień (ustawa mówi: co roku, i dnia nie wskazuje)');

const kpaApplies = basis('cus', '48', 'statute');
const decisionTime = basis('kpa', '35', 'secondary');

/** Every deadline the centre works under: kind -> its rules, oldest first. */
export const deadlineRules = {
  planReady: [
    {
      ...byCusAct,
      words: 'Opracowanie IPUS',
      event: 'złożenie wniosku',
      length: 30,
      unit: 'days',
      basis: [basis('cus', '40', 'statute')],
      thresholds: { by: 'daysAfter', amber: 20, red: 27 },
    },
  ],
  refusalDecision: [
    {
      ...byKpa,
      words: 'Decyzja o odmowie',
      event: 'wszczęcie postępowania',
      length: 1,
      unit: 'months',
      basis: [decisionTime, kpaApplies],
    },
  ],
  refusalDecisionComplex: [
    {
      ...byKpa,
      words: 'Decyzja o odmowie (sprawa szczególnie skomplikowana)',
      event: 'wszczęcie postępowania',
      length: 2,
      unit: 'months',
      basis: [decisionTime, kpaApplies],
    },
  ],
  paymentOrder: [
    {
      ...byKpa,
      words: 'Decyzja o obowiązku uiszczenia opłaty',
      event: 'wszczęcie postępowania',
      length: 1,
      unit: 'months',
      basis: [basis('cus', '43 ust. 2', 'statute'), decisionTime],
    },
  ],
  paymentOrderComplex: [
    {
      ...byKpa,
      words: 'Decyzja o obowiązku uiszczenia opłaty (sprawa szczególnie skomplikowana)',
      event: 'wszczęcie postępowania',
      length: 2,
      unit: 'months',
      basis: [basis('cus', '43 ust. 2', 'statute'), decisionTime],
    },
  ],
  completeApplication: [
    {
      ...byKpa,
      words: 'Uzupełnienie wniosku',
      event: 'doręczenie wezwania',
      length: 7,
      unit: 'days',
      direction: 'atLeast',
      basis: [basis('kpa', '64 § 2', 'recalled')],
      source: noSource,
    },
  ],
  appeal: [
    {
      ...byKpa,
      words: 'Odwołanie do samorządowego kolegium odwoławczego',
      event: 'doręczenie decyzji',
      length: 14,
      unit: 'days',
      basis: [basis('kpa', '129 § 2', 'recalled')],
      source: noSource,
    },
  ],
  complaint: [
    {
      ...byKpa,
      words: 'Załatwienie skargi',
      event: 'wpływ skargi',
      length: 1,
      unit: 'months',
      basis: [basis('kpa', '237', 'secondary')],
    },
  ],
  suggestion: [
    {
      ...byKpa,
      words: 'Załatwienie wniosku w trybie działu VIII k.p.a.',
      event: 'wpływ wniosku',
      length: 1,
      unit: 'months',
      basis: [basis('kpa', '244', 'secondary')],
    },
  ],
  callBack: [
    {
      ...bySetting,
      words: 'Telefon do osoby, która o niego prosiła',
      event: 'prośba o telefon',
      length: 1,
      unit: 'workingDays',
      basis: [basis('setting', '', 'proposal', 'telefon do osoby, która o niego prosiła')],
    },
  ],
  residentRequest: [
    {
      ...bySetting,
      words: 'Odpowiedź na prośbę mieszkańca',
      event: 'prośba mieszkańca',
      length: 7,
      unit: 'days',
      basis: [
        basis('setting', '', 'proposal', 'odpowiedź na prośbę o zmianę planu lub rezygnację (art. 41, 44)'),
      ],
    },
  ],
  transferAnswer: [
    {
      ...bySetting,
      words: 'Odpowiedź na przekazanie wniosku',
      event: 'przekazanie wniosku',
      length: 14,
      unit: 'days',
      basis: [basis('setting', '', 'proposal', 'odpowiedź na przekazanie wniosku')],
    },
  ],
  planClosing: [
    {
      ...bySetting,
      words: 'Rozmowa podsumowująca i opis przebiegu IPUS',
      event: 'koniec IPUS',
      length: 14,
      unit: 'days',
      basis: [
        basis('setting', '', 'proposal', 'podsumowanie IPUS (art. 45 ustawy o CUS nie podaje terminu)'),
      ],
    },
  ],
  planSummary: [
    {
      ...byCusAct,
      words: 'Zbiorcze podsumowanie IPUS',
      event: 'poprzednie podsumowanie',
      length: 6,
      unit: 'months',
      basis: [basis('cus', '46 ust. 1', 'statute')],
      thresholds: lastWeeks,
    },
  ],
  coordinatorsMeeting: [
    {
      ...byCusAct,
      words: 'Spotkanie koordynatorów IPUS',
      event: 'poprzednie spotkanie',
      length: 3,
      unit: 'months',
      basis: [basis('cus', '46 ust. 2', 'statute')],
      thresholds: lastWeeks,
    },
  ],
  programmeInformation: [
    {
      ...byCusAct,
      words: 'Informacja z realizacji programu na stronach BIP gminy i centrum',
      event: 'zakończenie programu',
      length: 4,
      unit: 'months',
      basis: [basis('cus', '6 ust. 3', 'statute')],
      thresholds: lastWeeks,
    },
  ],
  diagnosis: [
    {
      ...byCusAct,
      words: 'Nowa diagnoza potrzeb i potencjału',
      event: 'sporządzenie diagnozy',
      length: 5,
      unit: 'years',
      basis: [basis('cus', '21 ust. 2', 'statute')],
      thresholds: { by: 'monthsBefore', amber: 12, red: 6 },
    },
  ],
  diagnosisConsultation: [
    {
      ...bySetting,
      words: 'Konsultacje projektu diagnozy',
      event: 'ogłoszenie projektu',
      length: 14,
      unit: 'days',
      direction: 'atLeast',
      basis: [basis('setting', '', 'proposal', 'czas konsultacji diagnozy')],
    },
  ],
  annualReport: [
    {
      ...byCusAct,
      words: 'Sprawozdanie roczne dla rady gminy',
      event: 'koniec roku, którego dotyczy sprawozdanie',
      length: 1,
      unit: 'years',
      basis: [basis('cus', '18', 'statute'), noDay],
      thresholds: { by: 'monthsBefore', amber: 9, red: 6 },
    },
  ],
  annualPlan: [
    {
      ...byCusAct,
      words: 'Roczny plan działalności centrum',
      event: 'przyjęcie poprzedniego planu',
      length: 1,
      unit: 'years',
      basis: [basis('cus', '24 ust. 2 pkt 4', 'statute'), noDay],
      thresholds: { by: 'monthsBefore', amber: 2, red: 1 },
    },
  ],
  collectiveAgreement: [
    {
      ...byCusAct,
      words: 'Stosowanie dotychczasowego układu zbiorowego pracy',
      event: 'przekształcenie ośrodka pomocy społecznej',
      length: 2,
      unit: 'years',
      basis: [basis('cus', '9 ust. 6', 'statute')],
      thresholds: { by: 'monthsBefore', amber: 6, red: 3 },
    },
  ],
  environmentalInterview: [
    {
      direction: 'atMost',
      thresholds: lastDays,
      validFrom: null,
      validTo: null,
      checkedOn,
      source: 'https://api.sejm.gov.pl/eli/acts/DU/2021/893',
      words: 'Rodzinny wywiad środowiskowy',
      event: 'powzięcie wiadomości o potrzebie',
      length: 14,
      unit: 'workingDays',
      basis: [basis('interview', '', 'statute')],
    },
  ],
  environmentalInterviewUrgent: [
    {
      direction: 'atMost',
      thresholds: lastDays,
      validFrom: null,
      validTo: null,
      checkedOn,
      source: 'https://api.sejm.gov.pl/eli/acts/DU/2021/893',
      words: 'Rodzinny wywiad środowiskowy w trybie pilnym',
      event: 'powzięcie wiadomości o potrzebie',
      length: 2,
      unit: 'workingDays',
      basis: [basis('interview', '', 'statute')],
    },
  ],
} as const satisfies Readonly<Record<string, readonly DeadlineRule[]>>;

export type DeadlineKind = keyof typeof deadlineRules;

export type DeadlineRules = Readonly<Record<DeadlineKind, readonly DeadlineRule[]>>;
