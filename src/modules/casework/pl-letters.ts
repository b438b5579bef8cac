import { cite, basis, dateWords } from '../../law/index.ts';

/** Words of the letters of the intake half. */
export const letterWords = {
  facts: {
    sign: 'Znak sprawy',
    received: 'Data wpływu',
    channel: 'Sposób złożenia',
    person: 'Osoba zainteresowana',
    applicant: 'Wnioskodawca',
    programme: 'Program usług społecznych',
    services: 'Wnioskowane usługi',
    declarations: 'Złożone oświadczenia',
    documents: 'Dołączone dokumenty',
    none: 'brak',
  },
  shielded: '(adres zastrzeżony: koperta według kartoteki)',
  noSignature:
    'Potwierdzenie sporządził system po złożeniu wniosku na stronie internetowej. Nie wymaga podpisu.',
  receipt: {
    title: 'Potwierdzenie przyjęcia wniosku',
    lead: (date: string) =>
      `Potwierdzamy, że ${dateWords(date)} r. do centrum wpłynął wniosek o skorzystanie z usług społecznych.`,
    next: 'Co będzie dalej',
    steps: (due: string, planDays: number, callDays: number) => [
      `Sprawdzimy, czy wniosek jest kompletny. Jeżeli czegoś zabraknie, wezwiemy do uzupełnienia i podamy termin, nie krótszy niż ${callDays} dni od doręczenia wezwania.`,
      'Koordynator może zaprosić do rozmowy, w której wspólnie rozpoznamy potrzeby (rozpoznanie indywidualnych potrzeb).',
      `Jeżeli potrzebny będzie indywidualny plan usług społecznych, opracujemy go w ciągu ${planDays} dni od złożenia wniosku, to jest do ${dateWords(due)} r.`,
      'O zakwalifikowaniu do usługi poinformujemy. Odmowa wymaga decyzji administracyjnej, od której można się odwołać.',
    ],
    otherTrack: [
      'Wniosek dotyczy usługi, o której rozstrzygają inne przepisy. W uzgodnieniu z wnioskodawcą przekażemy go zespołowi, urzędowi albo jednostce, do której ta usługa należy, i zawiadomimy o tym.',
    ],
    declared: (count: number) =>
      count === 0
        ? 'nie były wymagane'
        : `${count} (pod odpowiedzialnością karną, zgodnie z art. 36 ust. 2 ustawy)`,
    basis:
      'art. 35, art. 36, art. 38 i art. 40 ustawy z dnia 19 lipca 2019 r. o realizowaniu usług społecznych przez centrum usług społecznych',
  },
  call: {
    title: 'Wezwanie do uzupełnienia wniosku',
    lead: (submitted: string, services: string, days: number) =>
      `Wzywam do uzupełnienia wniosku z dnia ${dateWords(submitted)} r. o skorzystanie z usług społecznych (${services}) w terminie ${days} dni od dnia doręczenia tego wezwania. We wniosku brakuje:`,
    result: [
      'Jeżeli braki nie zostaną uzupełnione w tym terminie, ',
      'wniosek zostanie pozostawiony bez rozpoznania',
      ` (${cite(basis('kpa', '64 § 2', 'recalled'))}).`,
    ],
    how: 'Jak uzupełnić wniosek',
    ways: [
      'Przynieś lub nadaj brakujące dane i dokumenty na adres centrum podany u góry pisma. Na kopercie wpisz znak sprawy.',
      'Jeżeli wniosek złożono na stronie internetowej, dokumenty można dołączyć tam samo, po podaniu kodu sprawy.',
      'W razie trudności zadzwoń albo przyjdź do okienka: pomożemy uzupełnić wniosek na miejscu.',
    ],
    count:
      'Do terminu nie wlicza się dnia doręczenia. Jeżeli ostatni dzień wypada w sobotę lub w dniu ustawowo wolnym od pracy, termin upływa następnego dnia roboczego.',
    basis:
      'art. 64 § 2 i art. 57 Kodeksu postępowania administracyjnego w związku z art. 48 ustawy z dnia 19 lipca 2019 r. o realizowaniu usług społecznych przez centrum usług społecznych',
  },
};
