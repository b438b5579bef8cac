import type { Passport } from '../../statistics/index.ts';
import type { DiagnosisState } from './domain/lifecycle.ts';

/** Words of the printed diagnosis and of the report of its consultation. */
export const plDocument = {
  subtitle: (gmina: string | null, from: number, to: number) =>
    `${gmina === null ? '' : `gmina ${gmina}, `}lata ${from}–${to}`,
  /** `day`: today; `since`: the day of the step that led to the state. */
  state: (state: DiagnosisState, day: string, since: string | null): string => {
    const from = since === null ? '' : ` ${since}`;
    const words: Record<DiagnosisState, string> = {
      planned: `Projekt, stan na ${day}`,
      collecting: `Projekt, stan na ${day}`,
      draft: `Projekt do konsultacji, stan na ${day}`,
      consultation: `Projekt w konsultacjach, stan na ${day}`,
      report: `Projekt po konsultacjach, stan na ${day}`,
      with_mayor: `Przekazana wójtowi (burmistrzowi, prezydentowi miasta)${from}`,
      with_council: `Przekazana radzie gminy${from}`,
      in_force: since === null ? 'Obowiązuje' : `Obowiązuje od${from}`,
      updating: since === null ? 'Obowiązuje, w aktualizacji' : `Obowiązuje od${from}, w aktualizacji`,
      expired: since === null ? 'Wygasła' : `Wygasła${from}`,
    };
    return words[state];
  },
  papers: {
    consulted: 'Projekt diagnozy do konsultacji',
    mayor: 'Diagnoza przekazana wójtowi (burmistrzowi, prezydentowi)',
    council: 'Diagnoza przekazana radzie',
    inForce: 'Diagnoza obowiązująca',
    report: 'Raport z konsultacji',
    coverMayor: 'Pismo przekazujące diagnozę wójtowi (burmistrzowi, prezydentowi)',
    coverCouncil: 'Pismo przekazujące diagnozę radzie',
  },
  cover: {
    title: 'Przekazanie diagnozy potrzeb i potencjału społeczności lokalnej',
    lead: (title: string, years: string) => `Przekazuję dokument „${title}” (${years}).`,
    consulted: (from: string, to: string, count: number) =>
      `Projekt konsultowano ze społecznością lokalną od ${from} do ${to}. Liczba uwag: ${count}. Każda ma odpowiedź w załączonym raporcie.`,
    mayorHas: (day: string) => `Wójtowi (burmistrzowi, prezydentowi miasta) diagnozę przekazano ${day}.`,
    holds:
      'Diagnozę sporządza się na 5 lat i aktualizuje, gdy istotnie zmienią się wnioski z rozeznania potrzeb.',
    basis:
      'art. 21 ustawy z dnia 19 lipca 2019 r. o realizowaniu usług społecznych przez centrum usług społecznych',
    signs: 'Dyrektor centrum',
    enclosed: {
      diagnosis: 'Diagnoza potrzeb i potencjału społeczności lokalnej',
      report: 'Raport z konsultacji diagnozy',
    },
    receivers: {
      mayor: (name: string, rural: boolean) =>
        rural ? `Wójt Gminy ${name}` : `Burmistrz (Prezydent) Miasta ${name}`,
      council: (name: string, rural: boolean) => (rural ? `Rada Gminy ${name}` : `Rada Miasta ${name}`),
    },
  },
  empty: 'Tego rozdziału jeszcze nie napisano.',
  noFigures: 'Liczb jeszcze nie pobrano z systemu centrum.',
  figuresLead: (day: string) =>
    `Liczby pobrano z systemu centrum ${day}. Przy każdej jest źródło, stan na dzień i sposób obliczenia.`,
  peopleCaption: 'Mieszkańcy według wieku: dziś i na koniec okresu diagnozy',
  age: 'Wiek',
  now: 'dziś',
  later: (year: number) => `${year} (prognoza)`,
  forecast: 'prognoza własna systemu w trzech scenariuszach; pokazano średni',
  gapHeading: 'Luka w usługach',
  gapLead:
    'Luka to różnica między liczbą osób, które potrzebują usługi, a liczbą miejsc. „Co najmniej” znaczy, że nie było badania i policzono osoby korzystające oraz największą znaną liczbę oczekujących. Braku danych nie zastąpiono zerem.',
  gapChart: 'Usługi o największej znanej luce (osoby)',
  gapTable: 'Zapotrzebowanie, miejsca i luka',
  interval: 'Przedział',
  service: 'Usługa',
  place: 'Gmina',
  demand: 'Zapotrzebowanie',
  capacity: 'Miejsca',
  gap: 'Luka',
  source: 'Źródło i stan na dzień',
  least: 'co najmniej',
  largest: 'Największa znana luka',
  numbered: (figure: string, no: number) => `${figure} [${no}]`,
  numbersLead:
    'Liczba w nawiasie kwadratowym prowadzi do ostatniej części dokumentu: tam jest źródło, stan na dzień i wzór każdej z tych liczb.',
  passports: 'Skąd pochodzą liczby',
  passportsLead: 'Numery są te same, co w nawiasach kwadratowych w tabeli luki.',
  unknownGaps: (names: string) => `Nie można obliczyć luki z braku danych dla usług: ${names}.`,
  noKnownGaps: 'Żadnej luki nie można jeszcze obliczyć z dostępnych danych.',
  ledgerHeading: 'Niezaspokojone potrzeby zgłoszone w ostatnich 12 miesiącach',
  ledgerTable: 'Zgłoszenia według zakresu usług (art. 2 ust. 1)',
  ledgerNote: 'Liczb od 1 do 4 nie podano. Zgłoszenie to nie zawsze jedna osoba.',
  area: 'Zakres',
  count: 'Zgłoszenia',
  hidden: '1–4',
  findingsHeading: 'Ustalenia z rozeznania potrzeb',
  findingsNone: 'Nie przyjęto ustaleń.',
  dayAndArea: 'Dzień i zakres',
  ofArea: (day: string, area: number) => `${day}, zakres ${area}`,
  group: 'Grupa',
  scale: 'Ilu osób dotyczy',
  conclusion: 'Wniosek',
  performersHeading: 'Wykaz wykonawców i usług (art. 21 ust. 1 pkt 2)',
  performersLead:
    'Jednostki organizacyjne gminy, organizacje pozarządowe i inne podmioty, osoby prawne i fizyczne, które wykonują usługi społeczne, z usługami, które wykonują. Z katalogu usług centrum.',
  performersTable: 'Kto jakie usługi wykonuje',
  performersNone: 'W katalogu nie ma opublikowanych usług.',
  performer: 'Wykonawca',
  services: 'Usługi',
  unknown: 'nie podano',
  note: ({ source, asOf, filter, formula, synthetic }: Passport) =>
    [
      `Źródło: ${source}, stan na ${asOf}.`,
      ...(filter ? [`Filtr: ${filter}.`] : []),
      ...(formula ? [`Wzór: ${formula}.`] : []),
      ...(synthetic ? ['Dane wymyślone na potrzeby demonstracji.'] : []),
    ].join(' '),
  report: {
    title: 'Raport z konsultacji diagnozy potrzeb i potencjału społeczności lokalnej',
    state: (from: string, to: string) => `Konsultacje od ${from} do ${to}`,
    course: 'Przebieg',
    courseText: (count: number) =>
      `Projekt diagnozy był dostępny na stronie centrum po polsku; uwagi można było wysłać bez zakładania konta, w trzech językach. Wpłynęło uwag: ${count}. Nie pytano, kto je pisze.`,
    summary: 'Co zrobiono z uwagami',
    verdict: 'Rozstrzygnięcie',
    remarksHeading: 'Uwagi i odpowiedzi',
    none: 'W konsultacjach nie zgłoszono uwag.',
    open: 'jeszcze bez odpowiedzi',
    number: 'Nr',
    chapter: 'Część',
    whole: 'całość',
    words: 'Uwaga',
    answer: 'Odpowiedź',
    fileName: 'raport-z-konsultacji',
  },
  demonstration: 'Demonstracja systemu Okienko: to nie jest dokument żadnego urzędu.',
  fileName: 'diagnoza',
} as const;
