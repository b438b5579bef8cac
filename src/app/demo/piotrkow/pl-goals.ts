import type { RecipientGroup, ServiceKindKey } from '../../../law/index.ts';
import { facts, newestFoster } from './facts.ts';

/** Money in words of the form: '180000' is złote; '' is not known. `after`: years after the first. */
interface CostLine {
  after: number;
  source: 'own' | 'voivodeship' | 'efs' | 'pfron' | 'solidarity_fund' | 'user_fees';
  amount: string;
  about?: true;
}

interface IndicatorLine {
  name: string;
  unit: 'persons' | 'families' | 'places' | 'hours';
  /** '' is not known: such an indicator has no progress. */
  base: string;
  /** The day of the base when it is a real one of a source; otherwise the day of writing. */
  baseOn?: string;
  target: string;
  source: string;
}

interface ActionLine {
  title: string;
  description: string;
  group: RecipientGroup;
  topic:
    | 'coordination'
    | 'housing'
    | 'care_and_living'
    | 'day_support'
    | 'community_services'
    | 'respite'
    | 'prevention'
    | 'foster_care';
  pillar?: 'prevention' | 'local_support' | 'limiting_institutions' | 'family_forms';
  serviceKind: ServiceKindKey;
  partners: string;
  target: number;
  /** Years after the first in which it begins and ends. */
  years: readonly [number, number];
  costs: readonly CostLine[];
  /** Capacity that the action adds, by years after the first. */
  adds: readonly { after: number; amount: number }[];
  note: string;
  indicator: IndicatorLine;
}

interface GoalLine {
  title: string;
  groups: readonly RecipientGroup[];
  actions: readonly ActionLine[];
}

const made = 'rejestr usług centrum (baza zmyślona)';
const noCount = 'rejestr usług centrum; nikt jeszcze nie policzył';
const gus = facts.foster.source;
const gusDay = `${newestFoster.year}-12-31`;

/** Five goals with their twelve actions: themes as regional centres name them, amounts and targets made up. */
export const goals: readonly GoalLine[] = [
  {
    title: 'Starsi mieszkańcy żyją u siebie tak długo, jak chcą',
    groups: ['olderPeople'],
    actions: [
      {
        title: 'Usługi opiekuńcze w domu także w weekendy i wieczorem',
        description: 'Dodatkowe godziny dla osób, które czekają, oraz dyżury w soboty, niedziele i po 18.',
        group: 'olderPeople',
        topic: 'community_services',
        serviceKind: 'careAtHome',
        partners: 'wykonawca usług, przychodnie',
        target: 120,
        years: [0, 3],
        costs: [
          { after: 0, source: 'own', amount: '620000' },
          { after: 1, source: 'own', amount: '680000' },
          { after: 1, source: 'efs', amount: '900000' },
          { after: 2, source: 'efs', amount: '900000' },
          { after: 3, source: 'own', amount: '1400000', about: true },
          { after: 3, source: 'user_fees', amount: '110000', about: true },
        ],
        adds: [
          { after: 0, amount: 30 },
          { after: 1, amount: 50 },
          { after: 2, amount: 40 },
        ],
        note: 'Godziny i zakres ustala osoba z koordynatorem; opiekunka przychodzi do jej domu.',
        indicator: {
          name: 'osoby z usługami opiekuńczymi w domu',
          unit: 'persons',
          base: '248',
          target: '368',
          source: made,
        },
      },
      {
        title: 'Teleopieka dla osób, które mieszkają same',
        description: 'Opaska z przyciskiem, całodobowe centrum i sąsiad, który ma klucz.',
        group: 'olderPeople',
        topic: 'community_services',
        serviceKind: 'telecare',
        partners: 'straż miejska, pogotowie',
        target: 300,
        years: [0, 3],
        costs: [
          { after: 0, source: 'solidarity_fund', amount: '210000' },
          { after: 1, source: 'solidarity_fund', amount: '240000' },
          { after: 2, source: 'own', amount: '260000' },
          { after: 3, source: 'own', amount: '280000' },
        ],
        adds: [
          { after: 0, amount: 120 },
          { after: 1, amount: 100 },
          { after: 2, amount: 80 },
        ],
        note: 'Osoba sama decyduje, kiedy nosi opaskę i kogo zawiadamiać.',
        indicator: {
          name: 'osoby z teleopieką',
          unit: 'persons',
          base: '60',
          target: '360',
          source: made,
        },
      },
      {
        title: 'Usługi sąsiedzkie na każdym osiedlu',
        description: 'Sąsiedzi po krótkim szkoleniu pomagają w zakupach, drobnych pracach i wyjściach.',
        group: 'olderPeople',
        topic: 'prevention',
        serviceKind: 'neighbourCare',
        partners: 'rady osiedli, parafie, organizacje seniorów',
        target: 150,
        years: [1, 3],
        costs: [
          { after: 1, source: 'own', amount: '150000' },
          { after: 2, source: 'own', amount: '190000' },
          { after: 3, source: 'own', amount: '230000' },
        ],
        adds: [
          { after: 1, amount: 50 },
          { after: 2, amount: 60 },
          { after: 3, amount: 40 },
        ],
        note: 'Pomaga ktoś, kogo osoba zna i wybrała.',
        indicator: {
          name: 'osoby z usługami sąsiedzkimi',
          unit: 'persons',
          base: '',
          target: '150',
          source: noCount,
        },
      },
    ],
  },
  {
    title: 'Osoby z niepełnosprawnościami same decydują o swoim dniu',
    groups: ['disabledPeople'],
    actions: [
      {
        title: 'Asystencja osobista',
        description: 'Asystent towarzyszy w pracy, nauce i poza domem tyle godzin, ile ustalono z osobą.',
        group: 'disabledPeople',
        topic: 'community_services',
        serviceKind: 'personalAssistance',
        partners: 'organizacje osób z niepełnosprawnościami',
        target: 80,
        years: [0, 3],
        costs: [
          { after: 0, source: 'solidarity_fund', amount: '740000' },
          { after: 1, source: 'solidarity_fund', amount: '820000' },
          { after: 2, source: 'solidarity_fund', amount: '' },
          { after: 3, source: 'solidarity_fund', amount: '' },
        ],
        adds: [
          { after: 0, amount: 40 },
          { after: 1, amount: 40 },
        ],
        note: 'Osoba wybiera asystenta i czas; program rządowy ogłasza się co rok, więc dalsze kwoty nie są znane.',
        indicator: {
          name: 'osoby z asystencją osobistą',
          unit: 'persons',
          base: '45',
          target: '125',
          source: made,
        },
      },
      {
        title: 'Mieszkania wspomagane w zwykłych blokach',
        description: 'Cztery mieszkania dla trzech osób każde, z opiekunem na część dnia.',
        group: 'disabledPeople',
        topic: 'housing',
        serviceKind: 'supportedFlat',
        partners: 'towarzystwo budownictwa społecznego',
        target: 12,
        years: [0, 2],
        costs: [
          { after: 0, source: 'own', amount: '300000' },
          { after: 1, source: 'efs', amount: '1250000' },
          { after: 2, source: 'efs', amount: '640000' },
        ],
        adds: [
          { after: 1, amount: 6 },
          { after: 2, amount: 6 },
        ],
        note: 'Mieszkania są rozproszone, każdy ma swój pokój i klucz; nie na terenie placówki.',
        indicator: {
          name: 'miejsca w mieszkaniach wspomaganych',
          unit: 'places',
          base: '6',
          target: '18',
          source: made,
        },
      },
      {
        title: 'Transport od drzwi do drzwi',
        description: 'Dwa pojazdy z podnośnikiem i zamawianie przejazdu przez telefon lub w internecie.',
        group: 'disabledPeople',
        topic: 'community_services',
        serviceKind: 'doorToDoor',
        partners: 'miejski zakład komunikacji',
        target: 400,
        years: [1, 3],
        costs: [
          { after: 1, source: 'pfron', amount: '480000' },
          { after: 1, source: 'own', amount: '120000' },
          { after: 2, source: 'own', amount: '260000' },
          { after: 3, source: 'own', amount: '275000' },
        ],
        adds: [{ after: 1, amount: 400 }],
        note: 'Cel i godzinę przejazdu wybiera osoba.',
        indicator: {
          name: 'osoby, które skorzystały z transportu w roku',
          unit: 'persons',
          base: '',
          target: '400',
          source: noCount,
        },
      },
    ],
  },
  {
    title: 'Opiekunowie bliskich nie zostają sami',
    groups: ['carers'],
    actions: [
      {
        title: 'Opieka wytchnieniowa w domu i na kilka dni',
        description: 'Zastępstwo godzinowe w domu oraz czternaście dni w roku w mieszkaniu wytchnieniowym.',
        group: 'carers',
        topic: 'respite',
        serviceKind: 'respiteCare',
        partners: 'hospicjum domowe, organizacje opiekunów',
        target: 90,
        years: [0, 3],
        costs: [
          { after: 0, source: 'solidarity_fund', amount: '320000' },
          { after: 1, source: 'solidarity_fund', amount: '340000' },
          { after: 2, source: 'own', amount: '180000' },
          { after: 2, source: 'voivodeship', amount: '180000', about: true },
          { after: 3, source: 'own', amount: '380000' },
        ],
        adds: [
          { after: 0, amount: 30 },
          { after: 1, amount: 30 },
          { after: 2, amount: 30 },
        ],
        note: 'Opiekun i osoba razem wybierają dni i miejsce.',
        indicator: {
          name: 'opiekunowie, którzy skorzystali z wytchnienia',
          unit: 'persons',
          base: '20',
          target: '110',
          source: made,
        },
      },
      {
        title: 'Wypożyczalnia sprzętu z dowozem i nauką obsługi',
        description: 'Łóżka, podnośniki i wózki na czas potrzeby, z dowozem w dwa dni.',
        group: 'carers',
        topic: 'community_services',
        serviceKind: 'equipmentRental',
        partners: 'szpital, przychodnie',
        target: 200,
        years: [0, 2],
        costs: [
          { after: 0, source: 'pfron', amount: '190000' },
          { after: 1, source: 'own', amount: '60000' },
          { after: 2, source: 'own', amount: '65000' },
        ],
        adds: [
          { after: 0, amount: 120 },
          { after: 1, amount: 80 },
        ],
        note: 'Sprzęt dobiera fizjoterapeuta w mieszkaniu osoby.',
        indicator: {
          name: 'wypożyczenia w roku',
          unit: 'persons',
          base: '',
          target: '200',
          source: noCount,
        },
      },
    ],
  },
  {
    title: 'Dzieci dorastają w rodzinach',
    groups: ['fosterCare', 'familiesWithChildren'],
    actions: [
      {
        title: 'Nowe rodziny zastępcze i wsparcie tych, które są',
        description: `W ${newestFoster.year} r. było ${newestFoster.families} rodzin i ${newestFoster.children} dzieci. Kampania, szkolenia, rodzina pomocowa na czas odpoczynku i psycholog w tygodniu zgłoszenia.`,
        group: 'fosterCare',
        topic: 'foster_care',
        pillar: 'family_forms',
        serviceKind: 'fosterFamily',
        partners: 'sąd rodzinny, szkoły, organizacje rodzin zastępczych',
        target: 12,
        years: [0, 3],
        costs: [
          { after: 0, source: 'own', amount: '240000' },
          { after: 1, source: 'own', amount: '310000' },
          { after: 2, source: 'own', amount: '380000' },
          { after: 3, source: 'own', amount: '440000' },
        ],
        adds: [
          { after: 1, amount: 6 },
          { after: 3, amount: 6 },
        ],
        note: 'Dziecko zostaje blisko swojej szkoły i rodzeństwa; plan układa się z nim i z rodziną.',
        indicator: {
          name: 'rodziny zastępcze i rodzinne domy dziecka',
          unit: 'families',
          base: String(newestFoster.families),
          baseOn: gusDay,
          target: String(newestFoster.families + 12),
          source: gus,
        },
      },
      {
        title: 'Asystent rodziny, zanim zdarzy się kryzys',
        description: 'Sześciu asystentów więcej i wejście do rodziny w tydzień od zgłoszenia.',
        group: 'familiesWithChildren',
        topic: 'foster_care',
        pillar: 'prevention',
        serviceKind: 'familyAssistant',
        partners: 'szkoły, przychodnie, policja',
        target: 60,
        years: [0, 3],
        costs: [
          { after: 0, source: 'own', amount: '420000' },
          { after: 1, source: 'own', amount: '445000' },
          { after: 2, source: 'own', amount: '470000' },
          { after: 3, source: 'own', amount: '495000' },
        ],
        adds: [
          { after: 0, amount: 30 },
          { after: 1, amount: 30 },
        ],
        note: 'Asystent przychodzi do domu; cele pracy ustala rodzina.',
        indicator: {
          name: 'rodziny z asystentem',
          unit: 'families',
          base: '38',
          target: '98',
          source: made,
        },
      },
    ],
  },
  {
    title: 'W kryzysie psychicznym pomoc jest blisko domu',
    groups: ['mentalCrisis', 'childrenAndYouth'],
    actions: [
      {
        title: 'Zespół środowiskowy dla dorosłych i młodzieży',
        description: 'Psychiatra, psycholodzy i asystenci zdrowienia, którzy przychodzą do domu i do szkoły.',
        group: 'mentalCrisis',
        topic: 'community_services',
        serviceKind: 'mentalHealth',
        partners: 'szpital, poradnia psychologiczno-pedagogiczna',
        target: 180,
        years: [1, 3],
        costs: [
          { after: 1, source: 'efs', amount: '860000' },
          { after: 2, source: 'efs', amount: '910000' },
          { after: 3, source: 'efs', amount: '' },
        ],
        adds: [
          { after: 1, amount: 90 },
          { after: 2, amount: 90 },
        ],
        note: 'Spotkanie jest tam, gdzie osoba chce; plan zdrowienia jest jej.',
        indicator: {
          name: 'osoby objęte pomocą zespołu',
          unit: 'persons',
          base: '150',
          target: '330',
          source: made,
        },
      },
      {
        title: 'Mieszkanie treningowe po leczeniu',
        description: 'Sześć miejsc na czas do dwóch lat, z trenerem samodzielności.',
        group: 'mentalCrisis',
        topic: 'housing',
        serviceKind: 'trainingFlat',
        partners: 'szpital, spółdzielnia mieszkaniowa',
        target: 6,
        years: [1, 2],
        costs: [
          { after: 1, source: 'own', amount: '180000' },
          { after: 1, source: 'voivodeship', amount: '240000' },
          { after: 2, source: 'own', amount: '210000' },
        ],
        adds: [{ after: 2, amount: 6 }],
        note: 'Zwykły blok, własny pokój, zasady ustalają mieszkańcy.',
        indicator: {
          name: 'miejsca w mieszkaniach treningowych',
          unit: 'places',
          base: '0',
          target: '6',
          source: made,
        },
      },
    ],
  },
];
