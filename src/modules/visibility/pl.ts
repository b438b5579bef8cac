import type { Reason } from './domain/reasons.ts';

/** Words of who can see a record, and why. */
export const pl = {
  title: 'Kto to widzi i dlaczego',
  of: { person: 'osoba', case: 'sprawa', plan: 'IPUS' },
  lead: (count: number, when: string) =>
    `Stan na ${when}. Konta, które mogą to teraz otworzyć: ${count}. Każde sprawdziliśmy tą samą regułą, którą system stosuje przy otwieraniu.`,
  seers: 'Kto może otworzyć',
  caption: 'Konta, które mogą teraz otworzyć ten zapis, z powodem',
  who: 'Kto',
  why: 'Dlaczego',
  none: 'Nikt nie może teraz tego otworzyć.',
  link: 'Kto to widzi i dlaczego',
  panel: 'Kto to widzi',
  panelText: 'Zobacz konta, które mogą to otworzyć, powód każdego i kto już zaglądał.',
  insteadOf: (name: string, until: string) => `zastępuje do ${until}: ${name}. Osoba zastępowana:`,
  until: (time: string) => `do godziny ${time}`,
  reasons: {
    own: 'to własne dane tej osoby (art. 15 RODO)',
    coordinates: 'koordynuje tę sprawę (art. 29)',
    unassigned: 'sprawa nie ma koordynatora, więc widzi ją każdy koordynator (art. 29)',
    case: 'prowadzi sprawę albo plan tej osoby (art. 29)',
    registered: 'z tego konta osobę wpisano do rejestru',
    transferred: 'wniosek przekazano zespołowi pomocy społecznej (art. 38 ust. 1)',
    grant: 'otwarcie z konieczności, z powodem do oceny (art. 50 ust. 3)',
    sample: 'te akta są w próbie trwającej kontroli z zewnątrz',
    role: 'z racji funkcji widzi wszystkie takie zapisy centrum',
  } satisfies Record<Reason, string>,
  queries: {
    'visibility.who-sees-person': { title: 'Sprawdzenie, kto widzi osobę' },
    'visibility.who-sees-case': { title: 'Sprawdzenie, kto widzi sprawę' },
    'visibility.who-sees-plan': { title: 'Sprawdzenie, kto widzi plan' },
  },
} as const;
