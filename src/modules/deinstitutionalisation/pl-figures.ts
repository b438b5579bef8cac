import type { RatioKey } from '../population/index.ts';
import type { FormulaKey, IndicatorInput } from './domain/indicators.ts';

const ratios: Record<RatioKey, string> = {
  oldAge: 'osoby 65+ na 100 osób w wieku 15–64',
  youth: 'dzieci 0–14 na 100 osób w wieku 15–64',
  ageing: 'osoby 65+ na 100 dzieci 0–14',
  share65: 'udział osób 65+',
  share80: 'udział osób 80+',
  parentSupport: 'osoby 85+ na 100 osób w wieku 50–64',
  carePotential: 'kobiety 45–64 na 100 osób 80+',
};

export const formulas: Record<FormulaKey, { name: string; formula: string }> = {
  familyFosterShare: {
    name: 'udział rodzinnej pieczy zastępczej',
    formula: 'dzieci w formach rodzinnych / wszystkie dzieci w pieczy × 100',
  },
  newPlacements: {
    name: 'nowe umieszczenia w placówkach na 1000 dzieci',
    formula: 'nowe umieszczenia w roku / dzieci 0–17 × 1000',
  },
  youngChildrenInInstitutions: { name: 'dzieci poniżej 10 lat w placówkach', formula: 'liczba dzieci' },
  careUsersPer1000: {
    name: 'osoby 60+ z usługami opiekuńczymi na 1000 mieszkańców 60+',
    formula: 'osoby 60+ z usługami / mieszkańcy 60+ × 1000',
  },
  careHoursPerUser: {
    name: 'godziny usług opiekuńczych na osobę',
    formula: 'godziny w roku / osoby korzystające',
  },
  communityToHomes: {
    name: 'osoby z usługami w środowisku na jedną osobę w DPS opłacaną przez gminę',
    formula: 'osoby z usługami środowiskowymi / osoby w DPS opłacane przez gminę',
  },
  peopleWaiting: { name: 'osoby czekające na usługi w środowisku', formula: 'liczba osób' },
  waitingTime: { name: 'czas czekania na usługę', formula: 'średnia liczba dni' },
  assistanceHoursPerUser: {
    name: 'godziny asystencji osobistej na osobę',
    formula: 'godziny w roku / osoby korzystające',
  },
  communityCostPerPerson: {
    name: 'roczny koszt usług w środowisku na osobę',
    formula: 'wydatki na usługi środowiskowe / osoby z usługami środowiskowymi',
  },
  flatPlacesPer10000: {
    name: 'miejsca w mieszkaniach treningowych i wspomaganych na 10 000 mieszkańców',
    formula: 'miejsca / mieszkańcy × 10 000',
  },
  communitySpendingShare: {
    name: 'udział wydatków na usługi w środowisku',
    formula: 'wydatki na usługi środowiskowe / wszystkie wydatki na usługi społeczne × 100',
  },
};

const inputs: Record<IndicatorInput, string> = {
  childrenInFamilyForms: 'dzieci w rodzinnych formach pieczy',
  childrenInInstitutions: 'dzieci w placówkach opiekuńczo-wychowawczych',
  childrenUnder10InInstitutions: 'dzieci poniżej 10 lat w placówkach',
  newInstitutionalPlacements: 'nowe umieszczenia dzieci w placówkach w roku',
  children0to17: 'dzieci 0–17 lat',
  residents60plus: 'mieszkańcy 60+',
  residents: 'mieszkańcy',
  careUsers60plus: 'osoby 60+ z usługami opiekuńczymi',
  careHours: 'godziny usług opiekuńczych w roku',
  careUsers: 'osoby z usługami opiekuńczymi',
  communityUsers: 'osoby z usługami w środowisku',
  residentsInHomesPaidByGmina: 'osoby w DPS opłacane przez gminę',
  flatPlaces: 'miejsca w mieszkaniach treningowych i wspomaganych',
  peopleWaiting: 'osoby czekające na usługi w środowisku',
  waitingDays: 'dni czekania na usługę',
  assistanceHours: 'godziny asystencji osobistej w roku',
  assistanceUsers: 'osoby z asystencją osobistą',
  communitySpending: 'wydatki roczne na usługi w środowisku',
  socialSpending: 'wszystkie wydatki roczne na usługi społeczne',
  disabledResidents: 'osoby z orzeczeniem o niepełnosprawności',
};

/** Words of figures of a plan. */
export const figures = {
  stated: {
    nobody: 'plan nie mówi, skąd jest ta liczba',
    target: 'liczba zapisana w planie jako cel',
  },
  ages: {
    all: 'mieszkańcy',
    children: 'dzieci 0–14 lat',
    working: 'osoby 15–64 lata',
    older: 'osoby 65 lat i starsze',
    oldest: 'osoby 80 lat i starsze',
  },
  sexes: { women: 'kobiety', men: 'mężczyźni' },
  inputs,
  ratio: (key: string): string => ratios[key as RatioKey],
  of: (kind: string, what: string) => `${kind}: ${what}`,
  capacity: {
    places: 'miejsca',
    occupied: 'osoby, które korzystają',
    waiting: 'osoby, które czekają',
    staff: 'personel',
    costMonth: 'koszt miesiąca jednej osoby',
    costYear: 'koszt roku',
  },
  gap: {
    demand: () => 'zapotrzebowanie',
    capacity: () => 'miejsca dziś',
    planned: (year: number) => `miejsca planowane do ${year}`,
    gap: () => 'luka dziś',
    gapThen: (year: number) => `luka w ${year} z planowanymi miejscami`,
  },
  surveyed: 'potrzebuje według badania',
  need: (group: string) => `potrzebują wsparcia: ${group}`,
  noNeed: 'żadne źródło w systemie nie podaje tej liczby',
  noDisability: 'żaden rejestr w systemie nie podaje tej liczby; można ją wpisać w monitorowaniu',
  childrenInCare: 'dzieci w rodzinnych formach pieczy plus dzieci w placówkach',
  largestNeed: (kind: string, shared: boolean, formula: string) =>
    `co najmniej: największa znana liczba wśród usług tej grupy (${kind}${shared ? ', która jest też dla innych grup' : ''}); usług się nie dodaje, bo te same osoby mogą potrzebować kilku; ${formula}`,
  system: 'działający system centrum',
  nobodyMeasured: 'jeszcze nie zmierzono',
  cards: 'karty działań planu',
  notDropped: 'działania, których nie zaniechano',
  sumOfCards: 'suma kwot z kart działań',
  sumOfActions: (numbers: string) => `suma kwot z kart działań: ${numbers}`,
  spending: 'wydatki wpisane przy działaniach',
  sumOfSpent: 'suma wpisanych wydatków',
};

/** Words of passports of what formulas are made of. */
export const inputPassports = {
  children: 'dzieci 0–14 plus trzy piąte osób 15–19 lat (grupy wieku są pięcioletnie)',
  allAges: 'rejestr nie podaje wieku: liczba obejmuje osoby w każdym wieku',
  communityUsers:
    'suma osób w usługach w środowisku (opieka, niepełnosprawność, mieszkania); ta sama osoba może korzystać z kilku',
  peopleWaiting: 'suma osób czekających na usługi w środowisku',
  flatPlaces: 'suma miejsc w mieszkaniach treningowych i wspomaganych',
  costs: 'suma kosztów roku placówek i usług, które podają koszt i liczbę osób',
  allCosts: 'usługi w środowisku plus opieka całodobowa w instytucjach',
  cards: 'katalog usług: czas oczekiwania z kart',
  waiting: (cards: number) => `średnia z kart, które podają czas oczekiwania: ${cards}; miesiąc to 30 dni`,
  told: 'wpisane ręcznie ze źródła, bo system tej liczby nie prowadzi',
  nobody: 'nikt jeszcze nie podał tej liczby; można ją wpisać w monitorowaniu',
  formula: (formula: string, parts: string) => `${formula} [${parts}]`,
};

/** Words of where a what-if begins. */
export const starts = {
  hourFilter: 'usługi opiekuńcze w programach obowiązujących dziś, rozliczane godzinami',
  hourFormula: (count: number) => `średnia cena godziny z ofert programów: ${count}`,
  source: (source: string, asOf: string) => `${source}, stan na ${asOf}`,
  typed: 'wpisane przez osobę, która liczyła',
};
