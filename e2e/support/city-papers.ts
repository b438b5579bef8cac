import { formsOf } from '../looks/forms.ts';
import { enter } from '../looks/visitor.ts';

const given = ['Anna', 'Barbara', 'Celina', 'Danuta', 'Ewa', 'Adam', 'Bogdan', 'Czesław', 'Damian', 'Edward'];
const family = ['Bielak', 'Czaja', 'Dudek', 'Furman', 'Gajda', 'Hajduk', 'Janik', 'Kania', 'Lis'];

/** A register of invented adults, as the office that keeps it would give it out: every age, both sexes. */
export const peopleOfRegister = (thisYear: number, count = 360): string =>
  [
    'imie_nazwisko;adres;miejscowosc;plec;rok_urodzenia',
    ...Array.from({ length: count }, (_, index) =>
      [
        `${given[index % 10] ?? ''} ${family[index % 9] ?? ''}`,
        `ul. Próbna ${index + 1}`,
        'Piotrków Trybunalski',
        index % 10 < 5 ? 'K' : 'M',
        String(thisYear - 18 - (index % 70)),
      ].join(';'),
    ),
  ].join('\n');

/** How many residents with invitations answer on the web, each as a browser without script does. */
export async function answerAll(
  base: string,
  slug: string,
  survey: string,
  codes: readonly string[],
): Promise<number> {
  const resident = await enter(base, slug);
  let sent = 0;
  for (const [index, code] of codes.entries()) {
    const page = await resident.get(`/${slug}/ankieta/${survey}/czesc?z=${code}`);
    const form = formsOf(page).find(({ method }) => method === 'post');
    if (!form) throw new Error(`no questions for ${code}`);
    const old = index % 5 < 2;
    const needs = (index * 7) % 10 < (old ? 5 : 1);
    const answer = await resident.post(form.action, {
      ...form.fields,
      'answers.life_here': String((index % 5) + 1),
      // Half of the older ask for care at home, some of them for meals; few of the young do.
      'answers.needs_4': needs ? (index % 3 === 0 ? ['1', '5'] : ['1']) : [noneOf(page.body, 'needs_4')],
      'answers.sex': index % 3 === 0 ? '2' : '1',
      'answers.age': old ? String(6 + (index % 2)) : String((Math.floor(index / 5) % 5) + 1),
    });
    if (answer.status !== 303 || !answer.address.includes('/koniec'))
      throw new Error(`${answer.status} ${answer.address}`);
    sent += 1;
  }
  return sent;
}

/** The code of "none of these": the last answer of a question. */
const noneOf = (markup: string, question: string): string =>
  [...markup.matchAll(new RegExp(`name="answers\\.${question}" value="(\\d+)"`, 'g'))].at(-1)?.[1] ?? '';

export interface PlannedAction {
  card: Readonly<Record<string, string>>;
  costs: Readonly<Record<string, string>>;
  places: Readonly<Record<string, string>>;
  note: string;
  indicator: Readonly<Record<string, string>>;
}

/** What the organiser has decided with others before sitting down to the plan; `year` is its first year. */
export const plannedActions = (year: number): readonly PlannedAction[] => [
  {
    card: {
      Działanie: 'Więcej godzin usług opiekuńczych w domu',
      'Na czym polega': 'Dodatkowe godziny dla osób, które dziś czekają, także w weekendy.',
      'Dla kogo': 'osoby starsze',
      Temat: 'usługi środowiskowe i opiekuńcze',
      'Rodzaj usługi': 'usługi opiekuńcze w domu',
      'Kto odpowiada': 'Centrum Usług Społecznych',
      'Ile osób, rodzin lub miejsc': '60',
    },
    costs: {
      'Rok, wiersz 1': String(year),
      'Źródło, wiersz 1': 'budżet gminy',
      'Kwota (zł), wiersz 1': '180000',
      'Rok, wiersz 2': String(year + 1),
      'Źródło, wiersz 2': 'EFS+',
      'Kwota (zł), wiersz 2': '240000',
    },
    places: { 'Od roku, wiersz 1': String(year), 'Ile przybędzie (osoby), wiersz 1': '60' },
    note: 'Godziny i zakres ustala osoba z koordynatorem.',
    indicator: {
      'Nazwa wskaźnika': 'osoby z usługami opiekuńczymi w domu',
      'Sposób pomiaru': 'liczba osób w rejestrze na koniec roku',
      'Wartość bazowa': '120',
      'Dzień wartości bazowej': `31.12.${year - 2}`,
      'Wartość docelowa': '180',
      'Źródło danych': 'rejestr usług centrum',
    },
  },
  {
    card: {
      Działanie: 'Teleopieka dla osób mieszkających samotnie',
      'Dla kogo': 'osoby starsze',
      Temat: 'usługi środowiskowe i opiekuńcze',
      'Rodzaj usługi': 'teleopieka',
      'Kto odpowiada': 'Centrum Usług Społecznych',
      'Ile osób, rodzin lub miejsc': '100',
    },
    costs: {
      'Rok, wiersz 1': String(year),
      'Źródło, wiersz 1': 'Fundusz Solidarnościowy',
      'Kwota (zł), wiersz 1': '90000',
    },
    places: { 'Od roku, wiersz 1': String(year), 'Ile przybędzie (osoby), wiersz 1': '100' },
    note: 'Osoba sama decyduje, kiedy nosi opaskę.',
    indicator: {
      'Nazwa wskaźnika': 'osoby z teleopieką',
      'Sposób pomiaru': 'liczba umów na koniec roku',
      'Wartość docelowa': '100',
      'Źródło danych': 'rejestr usług centrum',
    },
  },
];
