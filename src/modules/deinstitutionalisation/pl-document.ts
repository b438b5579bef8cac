import type { PlanState } from './domain/lifecycle.ts';

/** Words of the printed plan. */
export const plDocument = {
  subtitle: (gmina: string, from: number, to: number) => `${gmina}, lata ${from}–${to}`,
  state: (state: PlanState, resolution: string | null, day: string): string => {
    const words: Record<PlanState, string> = {
      draft: `Projekt, stan na ${day}`,
      consulted: `Projekt po konsultacjach, stan na ${day}`,
      ready: `Projekt gotowy do przyjęcia, stan na ${day}`,
      adopted: `Przyjęty: ${resolution ?? ''}`,
      ended: `Zakończony; przyjęty: ${resolution ?? ''}`,
    };
    return words[state];
  },
  diagnostic: 'Część diagnostyczna',
  programme: 'Część programowa',
  people: 'Mieszkańcy',
  peopleLead:
    'Liczby przepisano z systemu centrum. Przy każdej jest źródło, stan na dzień i sposób obliczenia.',
  noFigures: 'Liczb jeszcze nie przepisano z systemu do planu.',
  figure: 'Liczba',
  value: 'Wartość',
  between: 'Przedział',
  asOf: 'Stan na',
  source: 'Źródło',
  ages: 'Mieszkańcy według wieku: dziś i na koniec planu',
  now: 'dziś',
  later: (year: number) => `${year} (prognoza)`,
  age: 'Wiek',
  population: 'prognoza własna systemu w trzech scenariuszach; pokazano średni',
  references: 'Dokumenty, z których plan wynika',
  nothing: 'Nie zapisano.',
  reference: 'Dokument',
  level: 'Poziom',
  says: 'Co mówi',
  goals: 'Cele i działania',
  goalsLead: 'Cele strategiczne mówią, co się zmieni; cele szczegółowe, jak; działania, kto i kiedy.',
  groups: (names: string) => `Dotyczy: ${names}.`,
  goal: (number: string, title: string) => `Cel ${number}. ${title}`,
  action: (number: string, title: string) => `Działanie ${number}. ${title}`,
  actionWords: {
    description: 'Na czym polega',
    group: 'Dla kogo',
    topic: 'Temat',
    pillar: 'Filar pieczy zastępczej',
    kind: 'Rodzaj usługi',
    responsible: 'Odpowiada',
    partners: 'Partnerzy',
    years: 'Lata',
    target: 'Ile osób, rodzin lub miejsc',
    cost: 'Koszt',
    test: 'Test usługi w społeczności lokalnej',
    note: 'Uzasadnienie',
  },
  unknown: 'nie podano',
  budget: 'Budżet',
  budgetCaption: 'Wydatki według lat i źródeł',
  thousands: 'tys. zł',
  year: 'Rok',
  sum: 'Razem',
  budgetNote: 'Suma jest nieznana, jeżeli nieznana jest którakolwiek kwota. „Ok.” oznacza kwotę przybliżoną.',
  indicators: 'Wskaźniki',
  indicator: 'Wskaźnik',
  formula: 'Jak liczony',
  base: 'Baza',
  target: 'Cel',
  frequency: 'Jak często',
  dataSource: 'Źródło danych',
  noBase: 'brak',
  risks: 'Ryzyka',
  risk: 'Ryzyko',
  weight: 'Waga (1–9)',
  response: 'Co robimy',
  owner: 'Kto pilnuje',
  roles: 'Kto za co odpowiada',
  who: 'Kto',
  task: 'Za co',
  schedule: 'Harmonogram',
  monitoring: 'Monitorowanie',
  monitoringText:
    'Wskaźniki, które liczy system, odświeżają się same. Pozostałe mierzą osoby wskazane w planie, tak często, jak zapisano. Plan w systemie pokazuje, co zmieniło się od jego przyjęcia: każdą liczbę inną niż w tym dokumencie.',
  changes: 'Co zmieniło się od przepisania liczb',
  inPlan: 'W planie',
  inSystem: 'W systemie',
  note: ({
    source,
    asOf,
    filter,
    formula,
    synthetic,
  }: {
    source: string;
    asOf: string;
    filter: string;
    formula: string;
    synthetic?: boolean;
  }) =>
    [
      `Źródło: ${source}, stan na ${asOf}.`,
      ...(filter ? [`Filtr: ${filter}.`] : []),
      ...(formula ? [`Wzór: ${formula}.`] : []),
      ...(synthetic ? ['Dane wymyślone na potrzeby demonstracji.'] : []),
    ].join(' '),
  demonstration: 'Demonstracja systemu Okienko: to nie jest dokument żadnego urzędu.',
  fileName: 'plan-deinstytucjonalizacji',
} as const;
