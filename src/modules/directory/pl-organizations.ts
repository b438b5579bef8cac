import { plural } from '../../law/index.ts';

/** Words of the pages about performers and feeding units. */
export const organizations = {
  services: 'Usługi',
  title: 'Wykonawcy i jednostki',
  lead: 'Kto prowadzi usługi i kto odpowiada za ich karty. Organizacja bez konta dostaje link i sama potwierdza, poprawia i melduje wolne miejsca.',
  add: 'Dodaj wykonawcę',
  found: (n: number) => `Wykonawców i jednostek: ${n}`,
  emptyTitle: 'Nie ma jeszcze żadnego wykonawcy',
  empty: 'Dodaj pierwszego: wystarczy nazwa. Z adresem e-mail system sam poprosi go o potwierdzanie kart.',
  name: 'Nazwa',
  type: 'Rodzaj (art. 7 ust. 2)',
  types: {
    gmina_office: 'urząd gminy',
    gmina_unit: 'jednostka gminy',
    ngo: 'organizacja pozarządowa',
    procurement: 'firma (zamówienie publiczne)',
    health_entity: 'podmiot leczniczy',
    other: 'inny wykonawca',
  },
  notSaid: 'nie wiadomo',
  cards: 'Kart',
  waiting: 'Do potwierdzenia',
  waitingCount: (n: number) => `${n} ${plural(n, ['karta', 'karty', 'kart'])}`,
  email: 'E-mail',
  emailHint: 'Na ten adres prosimy o potwierdzenie kart.',
  phone: 'Telefon',
  address: 'Adres',
  gmina: 'Gmina',
  web: 'Strona internetowa',
  description: 'Opis',
  facts: 'Dane',
  edit: 'Popraw',
  editTitle: 'Popraw dane wykonawcy',
  save: 'Zapisz',
  cancel: 'Wróć bez zapisywania',
  theirCards: (n: number) => `Karty: ${n}`,
  noCards: 'Ta organizacja nie prowadzi jeszcze żadnej karty. Wskaż ją na karcie usługi jako wykonawcę.',
  card: 'Usługa',
  state: 'Stan',
  confirmed: 'Potwierdzono',
  neverConfirmed: 'jeszcze nie',
  links: 'Link do własnych kart',
  linksLead:
    'Kto ma link, może bez konta potwierdzać, poprawiać i zamykać karty tej organizacji. Samo otwarcie niczego nie zmienia.',
  issue: { mail: 'Wyślij link e-mailem', screen: 'Pokaż link do przekazania' },
  linkStates: { open: 'Działa.', expired: 'Wygasł.', revoked: 'Unieważniony.', unknown: 'Nieznany.' },
  linkFacts: (made: string, until: string) => `Wydany ${made}, ważny do ${until}.`,
  sent: (way: string | null, email: string | null) => {
    if (way === 'mail') return `Wysłany na ${email ?? ''}.`;
    if (way === 'file') return `Wiadomość do ${email ?? ''} czeka w folderze „poczta”.`;
    return way === 'screen' ? 'Pokazany na ekranie.' : 'W drodze.';
  },
  uses: (n: number) => (n === 0 ? 'Jeszcze nieużyty.' : `Użyty ${n} ${plural(n, ['raz', 'razy', 'razy'])}.`),
  filedTitle: 'Ta wiadomość nie wyszła sama',
  filed:
    'Serwer nie ma ustawionej poczty (OKIENKO_SMTP), więc wiadomość leży jako plik w folderze „poczta” w danych programu. Możesz też pokazać link i przekazać go samemu.',
  revoke: 'Unieważnij',
  shownTitle: 'Link do przekazania',
  shownLead: (until: string) =>
    `Skopiuj ten adres teraz: drugi raz się nie pokaże. Działa do ${until}, dowolnie wiele razy.`,
  shownHow:
    'Kliknij link prawym przyciskiem i wybierz „Kopiuj adres linku”: skopiuje się w całości. Potem przekaż go wykonawcy, na przykład e-mailem.',
  shownWarning: 'Kto ma ten adres, może zmieniać karty tej organizacji.',
  shownDone: 'Gotowe, wróć do wykonawcy',
  backToOrganization: 'Wykonawca',
};
