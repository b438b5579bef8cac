/** Words of the frame around every page. */
export const pl = {
  demonstration:
    'Usługi i programy pochodzą z publicznych stron, osoby i sprawy są zmyślone. To nie jest strona żadnego urzędu.',
  start: {
    title: 'Okienko',
    lead: 'Jedno okienko, jedna rozmowa, wszystkie usługi gminy. Wybierz centrum.',
    empty: 'Nie ma jeszcze żadnego centrum',
    emptyText: 'Pierwsze centrum i pierwszego administratora dodaje się poleceniem z podręcznika instalacji.',
    staff: 'Wejście dla pracowników',
    gminas: (names: string) => `Gmina ${names}`,
    gminasMany: (names: string) => `Gminy: ${names}`,
  },
  addAdministrator: {
    usage: 'Podaj centrum i nazwę konta, na przykład: okienko add-administrator jarocin a.nowak Anna Nowak',
    noCentre: (slug: string, known: readonly string[]) =>
      `Nie ma centrum „${slug}”. ${known.length === 0 ? 'W tej bazie nie ma jeszcze żadnego.' : `Są: ${known.join(', ')}.`}`,
    position: 'administrator systemu',
    actor: 'wiersz poleceń',
    done: (centre: string) => `Konto administratora założone: ${centre}. Tych danych nie pokażemy drugi raz:`,
    login: (login: string) => `  nazwa konta         ${login}`,
    password: (password: string) => `  hasło jednorazowe   ${password}`,
    secret: (secret: string) => `  klucz do aplikacji  ${secret}`,
    uri: (uri: string) => `  adres do aplikacji  ${uri}`,
    next: (path: string) => `Zaloguj się pod adresem ${path} i ustaw własne hasło.`,
  },
  docs: {
    written: (file: string) => `Zapisano: ${file}`,
    stale: (files: readonly string[]) =>
      `Nieaktualne: ${files.join(', ')}. Uruchom „node bin/okienko.mjs docs” i zapisz wynik.`,
  },
  signIn: { title: 'Logowanie', lead: 'Wybierz centrum, w którym pracujesz.' },
  footer: { centres: 'Centra', about: 'O Okienku', gallery: 'Wzornik' },
  about: {
    title: 'O Okienku',
    lead: 'Otwarty system dla centrów usług społecznych: jedno okienko, w którym każdy mieszkaniec dostaje każdą usługę gminy.',
    parts: [
      {
        title: 'Skąd są dane',
        text: 'W demonstracji usługi i programy pochodzą z publicznych stron gmin i centrów; przy każdej stoi adres źródła i dzień, na który fakty są prawdziwe. Czego źródło nie mówi, tego nie dopisujemy. Osoby, sprawy i plany są zmyślone. To nie jest strona żadnego urzędu.',
      },
      {
        title: 'Kto widzi dane osobowe',
        text: 'Każdy odczyt i każda zmiana danych osoby są zapisywane: kto, kiedy, co i na jakiej podstawie (art. 50 ust. 3 ustawy o realizowaniu usług społecznych przez centrum usług społecznych). Wpisów nie da się zmienić ani usunąć bez śladu. Wykonawcy usług widzą tylko swoją część planu.',
      },
      {
        title: 'Dostępność',
        text: 'Każda strona działa bez JavaScriptu, z klawiatury, w czterokrotnym powiększeniu i z czytnikiem ekranu. Jeśli coś Ci przeszkadza, napisz lub zadzwoń do centrum: ma siedem dni na odpowiedź.',
      },
    ],
  },
  nav: {
    today: 'Dziś',
    overview: 'Przegląd',
    people: 'Osoby',
    cases: 'Sprawy',
    plans: 'Plany',
    programmes: 'Programy',
    services: 'Usługi',
    duties: 'Obowiązki',
    authorisations: 'Upoważnienia',
    accounts: 'Konta',
    accesses: 'Dostępy',
    audit: 'Dziennik',
  },
  problems: {
    titles: {
      invalid: 'Coś się nie zgadza',
      refused: 'Tego nie da się teraz zrobić',
      forbidden: 'Nie masz tu dostępu',
      not_found: 'Nie ma takiej strony',
      stale: 'Ktoś był szybszy',
    },
    kept: 'Wszystko, co było zapisane wcześniej, jest bezpieczne.',
    who: 'Uprawnienia nadaje dyrektor centrum, a zapisuje administrator systemu.',
    next: 'Wróć i spróbuj jeszcze raz albo zacznij od strony głównej.',
    nextFault:
      'Spróbuj jeszcze raz za chwilę. Jeśli błąd się powtórzy, podaj administratorowi numer zdarzenia.',
    back: 'Wróć do początku',
  },
  basis: 'Podstawa prawna',
  draftSaved: 'Szkic zapisany. Możesz wrócić do niego także po wylogowaniu.',
};
