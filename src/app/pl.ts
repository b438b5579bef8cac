/** Words of the application for its staff; what residents see is in pl-web.ts. */
export const pl = {
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
  nav: {
    today: 'Dziś',
    overview: 'Przegląd',
    people: 'Osoby',
    cases: 'Sprawy',
    received: 'Przekazane wnioski',
    plans: 'Plany',
    programmes: 'Programy',
    services: 'Usługi',
    needs: 'Potrzeby',
    population: 'Ludność',
    resources: 'Zasoby',
    findings: 'Rozeznanie',
    surveys: 'Ankiety',
    lpdi: 'Plan LPDI',
    duties: 'Obowiązki',
    authorisations: 'Upoważnienia',
    accounts: 'Konta',
    accesses: 'Dostępy',
    accessibility: 'Dostępność',
    audit: 'Dziennik',
  },
};
