/** Words of the demonstration: what its loader says, and what it writes into records beside the scripts. */
export const pl = {
  draftSurvey: 'Jak się u nas żyje (projekt)',
  survey: 'Czego potrzebujesz od swojej gminy? (badanie pokazowe)',
  progress: {
    reference: 'Wczytuję demonstrację: gminy, centra, usługi i programy…',
    people: (count: number) => `Wczytuję demonstrację: osoby (${count})…`,
    cases: (done: number, all: number) => `Wczytuję demonstrację: sprawy ${done}/${all}`,
    many: (count: number) => `Wczytuję demonstrację: sprawy do pomiarów (${count})…`,
    again: 'Poprzednie wczytywanie demonstracji zostało przerwane: zaczynam je od początku.',
    refused: (steps: readonly string[]) =>
      `Program odmówił ${steps.length} kroków demonstracji; pierwszy to sprawa ${steps[0]}`,
    done: (seconds: string) => `Demonstracja wczytana w ${seconds} s.`,
  },
  rounds: {
    topics:
      'Plany w przygotowaniu po dwudziestu dniach, wolne miejsca w programach, zastępstwa na czas urlopów.',
    conclusions: 'Trudne sprawy omawiamy co tydzień; wykonawcę zapraszamy na następne spotkanie.',
    place: 'pokój rozmów',
    reference: 'przelew',
  },
  many: { position: 'koordynator indywidualnych planów usług społecznych' },
  visitor: 'Mieszkaniec',
  inspection: {
    order: {
      authorityName: 'Urząd wojewódzki, wydział polityki społecznej (kontrola pokazowa)',
      ground: 'Przepis z upoważnienia (zapis pokazowy)',
      authorisation: 'Upoważnienie PS.431.17.2026 (pokazowe)',
    },
    seed: '431-17-2026',
    inspector: {
      name: 'Bogna Łaniewska',
      position: 'inspektor wojewódzki, urząd wojewódzki',
      document: 'Legitymacja 17 (pokazowa)',
    },
    persona: 'Kontroluje centrum z zewnątrz: widzi wylosowane akta i nic więcej, dopóki trwa kontrola.',
  },
  household: (familyName: string) => `Gospodarstwo domowe: ${familyName}`,
  relations: {
    notes: {
      parent: 'rodzic',
      court_guardian: 'opiekun ustanowiony przez sąd',
      spouse: 'mąż lub żona',
      family: 'rodzina',
      neighbour: 'sąsiedztwo',
    },
    birthCertificate: 'odpis aktu urodzenia dziecka',
    courtRuling: 'postanowienie sądu o ustanowieniu opiekuna (zapis pokazowy)',
  },
  audit: { actor: 'Wczytanie demonstracji', action: 'Przejęcie danych osób do demonstracji' },
} as const;
