/** Words of the frame around every page. */
export const pl = {
  demonstration:
    'Demonstracja. Usługi i programy pochodzą z publicznych stron, osoby i sprawy są zmyślone. To nie jest strona żadnego urzędu.',
  start: {
    title: 'Okienko',
    lead: 'Jedno okienko, jedna rozmowa, wszystkie usługi gminy. Wybierz centrum.',
    residents: 'Dla mieszkańców',
    staff: 'Wejście dla pracowników',
    gminas: (names: string) => `Gmina ${names}`,
    gminasMany: (names: string) => `Gminy: ${names}`,
    address: (url: string) => `Okienko działa: ${url}`,
    accounts: 'Konta demonstracyjne (wejście jednym kliknięciem na stronie logowania):',
    stop: 'Zatrzymanie: Ctrl+C. Dane zostają.',
    port: (port: number) =>
      `Port ${port} jest zajęty: zatrzymaj tamten program albo podaj inny port w zmiennej PORT.`,
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
  draftSaved: 'Szkic zapisany. Możesz wrócić do niego także po wylogowaniu.',
};
