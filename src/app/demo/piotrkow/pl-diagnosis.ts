import type { RecipientGroup, ServiceKindKey } from '../../../law/index.ts';
import { facts, newestFoster } from './facts.ts';

const zloty = (grosze: number): string => `${(grosze / 100).toFixed(2).replace('.', ',')} zł`;

const [firstFoster] = facts.foster.years;
const { home, nurseries, meeting, acts } = facts;

interface FindingLine {
  /** Days before today. */
  ago: number;
  source: 'conversation' | 'observation' | 'partner' | 'complaint' | 'survey' | 'statistics';
  kind: 'need' | 'potential' | 'supporting_action';
  area: number;
  serviceKind?: ServiceKindKey;
  group?: RecipientGroup;
  scale?: number;
  counted?: 'counted' | 'estimated';
  significance: 'slight' | 'notable' | 'change';
  conclusion: string;
}

/** Findings (rozeznanie). Only the second one is real: its numbers are those of the public source it names. */
const findings: readonly FindingLine[] = [
  {
    ago: 322,
    source: 'partner',
    kind: 'need',
    area: 4,
    serviceKind: 'careAtHome',
    group: 'olderPeople',
    scale: 41,
    counted: 'counted',
    significance: 'notable',
    conclusion:
      'Na usługi opiekuńcze w domu czekają osoby wypisywane ze szpitala; najdłużej w weekendy. (Ustalenie zmyślone.)',
  },
  {
    ago: 320,
    source: 'statistics',
    kind: 'potential',
    area: 3,
    serviceKind: 'fosterFamily',
    group: 'fosterCare',
    scale: newestFoster.families,
    counted: 'counted',
    significance: 'notable',
    conclusion: `Rodzin zastępczych i rodzinnych domów dziecka jest ${newestFoster.families} (${newestFoster.year}), w ${firstFoster?.year} r. było ${firstFoster?.families}; dzieci ${newestFoster.children} zamiast ${firstFoster?.children}. Źródło: ${facts.foster.source}.`,
  },
  {
    ago: 301,
    source: 'conversation',
    kind: 'need',
    area: 6,
    serviceKind: 'respiteCare',
    group: 'carers',
    scale: 33,
    counted: 'counted',
    significance: 'notable',
    conclusion:
      'Opiekunowie proszą o zastępstwo choćby na kilka godzin w tygodniu; miejsc jest dwadzieścia. (Ustalenie zmyślone.)',
  },
  {
    ago: 298,
    source: 'observation',
    kind: 'supporting_action',
    area: 11,
    group: 'olderPeople',
    significance: 'slight',
    conclusion:
      'Na dwóch osiedlach sąsiedzi sami robią zakupy starszym mieszkańcom; brakuje im kogoś, kto to ułoży. (Ustalenie zmyślone.)',
  },
  {
    ago: 236,
    source: 'partner',
    kind: 'need',
    area: 5,
    serviceKind: 'mentalHealth',
    group: 'childrenAndYouth',
    scale: 72,
    counted: 'estimated',
    significance: 'notable',
    conclusion:
      'Pedagodzy szkolni mówią o młodzieży, która czeka na psychologa dłużej niż pół roku. (Ustalenie zmyślone.)',
  },
  {
    ago: 228,
    source: 'survey',
    kind: 'need',
    area: 6,
    serviceKind: 'doorToDoor',
    group: 'disabledPeople',
    significance: 'notable',
    conclusion:
      'W badaniu mieszkańcy po siedemdziesiątce najczęściej wskazywali dojazd do lekarza. (Ustalenie zmyślone.)',
  },
  {
    ago: 9,
    source: 'partner',
    kind: 'need',
    area: 5,
    serviceKind: 'rehabilitation',
    group: 'olderPeople',
    significance: 'change',
    conclusion:
      'Jedyna poradnia rehabilitacji domowej zapowiedziała zamknięcie z końcem roku. (Ustalenie zmyślone, pokazuje wniosek o aktualizację diagnozy.)',
  },
];

/** Resources typed in by hand: made up, unlike the rows of registers. Null: not known even in the story. */
const resources: readonly {
  name: string;
  kind: ServiceKindKey;
  places: number | null;
  occupied: number | null;
  waiting: number | null;
  staff: number | null;
  costMonth: string;
}[] = [
  {
    name: 'Usługi opiekuńcze w domu',
    kind: 'careAtHome',
    places: 260,
    occupied: 248,
    waiting: 41,
    staff: 62,
    costMonth: '1480',
  },
  {
    name: 'Specjalistyczne usługi opiekuńcze',
    kind: 'specialistCare',
    places: 34,
    occupied: 31,
    waiting: 9,
    staff: 8,
    costMonth: '1720',
  },
  {
    name: 'Posiłki dowożone do domu',
    kind: 'mealsAtHome',
    places: 120,
    occupied: 104,
    waiting: 0,
    staff: 6,
    costMonth: '510',
  },
  {
    name: 'Teleopieka',
    kind: 'telecare',
    places: 60,
    occupied: 60,
    waiting: null,
    staff: null,
    costMonth: '',
  },
  {
    name: 'Kluby seniora',
    kind: 'seniorClub',
    places: 90,
    occupied: 82,
    waiting: 15,
    staff: 4,
    costMonth: '',
  },
  {
    name: 'Opieka wytchnieniowa',
    kind: 'respiteCare',
    places: 20,
    occupied: 20,
    waiting: 33,
    staff: 5,
    costMonth: '1900',
  },
  {
    name: 'Asystencja osobista',
    kind: 'personalAssistance',
    places: 45,
    occupied: 45,
    waiting: 28,
    staff: 21,
    costMonth: '2100',
  },
  {
    name: 'Transport od drzwi do drzwi',
    kind: 'doorToDoor',
    places: null,
    occupied: null,
    waiting: null,
    staff: 1,
    costMonth: '',
  },
  {
    name: 'Pomoc psychologiczna w środowisku',
    kind: 'mentalHealth',
    places: 150,
    occupied: 150,
    waiting: 72,
    staff: 7,
    costMonth: '',
  },
  {
    name: 'Mieszkania wspomagane',
    kind: 'supportedFlat',
    places: 6,
    occupied: 6,
    waiting: 14,
    staff: 3,
    costMonth: '3900',
  },
  {
    name: 'Asystenci rodziny',
    kind: 'familyAssistant',
    places: 40,
    occupied: 38,
    waiting: 11,
    staff: 4,
    costMonth: '',
  },
  {
    name: 'Placówki wsparcia dziennego',
    kind: 'childDayCentre',
    places: 75,
    occupied: 70,
    waiting: null,
    staff: 9,
    costMonth: '',
  },
];

/** Words of the diagnosis of the real run. */
export const plDiagnosis = {
  title: 'Diagnoza potrzeb i potencjału społeczności lokalnej Piotrkowa Trybunalskiego (pokazowa)',
  findings,
  resources,
  madeUp: 'Dane zmyślone na potrzeby demonstracji',
  chapters: {
    introduction: [
      `Piotrków Trybunalski jest miastem na prawach powiatu w województwie łódzkim. Miasto zapowiedziało lokalny plan deinstytucjonalizacji i badanie mieszkańców („${meeting.title}”; ${meeting.source}). Wyników tego badania nie opublikowano, dlatego odpowiedzi w tej diagnozie są zmyślone.`,
      'Centrum usług społecznych w Piotrkowie Trybunalskim nie istnieje. Diagnoza pokazuje, jak powstaje taki dokument od głosów mieszkańców do planu.',
    ].join('\n\n'),
    method: [
      'Co jest prawdziwe. Liczby mieszkańców według wieku, urodzenia, zgony i migracje oraz prognoza, którą system z nich liczy. Miejsca i koszty z rejestrów publicznych: dom pomocy społecznej, żłobki, rodzinna piecza zastępcza. Pytania ankiety: z banku systemu i z kwestionariuszy czterech prawdziwych gmin. Akty prawne i adresy źródeł.',
      'Co jest zmyślone. Centrum i jego pracownicy, odpowiedzi 1200 osób, rejestr, z którego losowano, ustalenia z rozeznania oznaczone tym słowem, zgłoszone potrzeby, usługi wpisane do zasobów ręcznie, uwagi z konsultacji. Każda liczba, która z nich powstała, ma dopisek „dane zmyślone”.',
      'Badanie. Ze zmyślonego rejestru, w którym każda płeć i każdy wiek ma taki udział jak w mieście, wylosowano osoby w warstwach płci i wieku. Odpowiadały przez internet, telefon, przy ankieterze i na papierze. Młodsi i kobiety odpowiadali częściej, więc odpowiedzi zważono do ludności miasta według płci i wieku. Bez wag potrzeby osób najstarszych byłyby wyraźnie zaniżone.',
    ].join('\n\n'),
    people: [
      'Liczby sprzed spisu z 2021 r. i po nim mają różne podstawy: 71 252 osoby w 2021 r. i 67 264 w 2022 r. to zmiana podstawy, nie odpływ. Porównujemy tylko lata o tej samej podstawie.',
      'Ubywa dzieci i osób w wieku produkcyjnym, przybywa najstarszych. To oni najczęściej potrzebują pomocy w domu.',
    ].join('\n\n'),
    needs:
      'Najwięcej brakuje usług, które pozwalają zostać we własnym domu: opieki w domu, teleopieki, rehabilitacji i transportu. Tam, gdzie nie znamy liczby miejsc, luki nie podajemy.',
    potential: [
      `Dom pomocy społecznej przy ul. Żwirki: koszt miesięczny miejsca ${zloty(home.costMonthGrosze)} (${home.costYear} r.), wolnych miejsc ${home.freePlaces} (${home.freeOn}). Ile osób kieruje tam miasto i ile wydaje, źródła nie podają.`,
      `Żłobki i kluby dziecięce: ${nurseries.institutions} instytucji, ${nurseries.places} miejsc, zapisanych ${nurseries.enrolled} dzieci (${nurseries.source}, stan na ${nurseries.asOf}); dwie instytucje nie podały liczby dzieci, a jedna ma więcej dzieci niż miejsc.`,
      `Rodzinna piecza zastępcza: ${newestFoster.families} rodzin i domów, ${newestFoster.children} dzieci (${newestFoster.year} r.).`,
      `Obowiązuje między innymi: ${acts.map(({ name, where }) => `${name} (${where})`).join('; ')}.`,
    ].join('\n\n'),
    conclusions:
      'Najpierw usługi w domu i wytchnienie dla opiekunów, bo ich brak najczęściej kończy się miejscem w placówce. Potem mieszkania wspomagane i zespół pomocy psychologicznej. Rodziny zastępcze wymagają wsparcia teraz, bo jest ich mniej niż w 2016 r.',
  },
  conclusionsAfter:
    'Po konsultacjach dopisano: teleopieka powinna być bezpłatna dla osób o niskich dochodach, a informacja o usługach dostępna także na papierze i przez telefon.',
  remarks: [
    {
      chapter: 'needs',
      words: 'Teleopieka tak, ale nie każdego emeryta stać na abonament. Proszę o tym napisać.',
      verdict: 'taken',
      answer: 'Uwzględniono: dopisaliśmy zwolnienie z opłaty dla osób o niskich dochodach.',
    },
    {
      chapter: 'conclusions',
      words: 'Nie wszyscy mają internet. Informacja o usługach powinna być na papierze, w przychodni.',
      verdict: 'taken',
      answer: 'Uwzględniono w rozdziale z wnioskami.',
    },
    {
      chapter: 'potential',
      words: 'Brakuje w spisie organizacji pozarządowych, które już pomagają seniorom na osiedlach.',
      verdict: 'partly',
      answer: 'Spis powstaje z katalogu usług. Zaprosimy organizacje do dodania swoich kart.',
    },
    {
      chapter: 'people',
      words: 'Liczba mieszkańców jest zawyżona, w mieście mieszka dużo mniej osób.',
      verdict: 'not_taken',
      answer: 'Podajemy liczbę GUS po spisie z 2021 r. wraz ze źródłem; innego źródła nie wskazano.',
    },
    {
      words: 'Dobrze, że widać, skąd jest każda liczba.',
      verdict: 'not_taken',
      answer: 'Dziękujemy. Uwaga nie wymaga zmiany dokumentu.',
    },
  ],
  contact: 'osoba zmyślona, konsultacje@okienko.example',
} as const;
