import type { Worded } from '../../lang.ts';

/** What a resident reads of the open data. */
export const plWeb = {
  title: 'Otwarte dane',
  lead: 'Katalog usług możesz pobrać i wykorzystać: w aplikacji, na stronie, w tabeli.',
  home: 'Strona główna',
  what: {
    title: 'Co tu jest',
    text: 'Są tu wszystkie opublikowane usługi z tej gminy. Przy każdej jest opis, miejsce, godziny, cena i wolne miejsca. Nie ma danych o osobach.',
    free: 'Dane są za darmo. Nie trzeba konta ani hasła. Podaj, skąd są i z jakiego dnia.',
  },
  files: {
    title: 'Pobierz wszystko naraz',
    csv: 'Tabele CSV (plik ZIP)',
    csvAbout: 'Do arkusza kalkulacyjnego.',
    json: 'Plik JSON',
    jsonAbout: 'Dla programistów: cały katalog w jednym pliku.',
    lines: 'Plik NDJSON',
    linesAbout: 'Dla programistów: jedna usługa w jednym wierszu.',
  },
  api: {
    title: 'Dla programistów: API',
    text: 'Dane są w międzynarodowym standardzie HSDS 3.1, z polskim profilem hsds-pl-cus.',
    root: 'Początek API',
    services: 'Usługi',
    organizations: 'Organizacje',
    locations: 'Miejsca',
    sites: 'Usługi w miejscach',
    taxonomies: 'Klasyfikacje, w tym 14 zakresów usług społecznych',
    openapi: 'Opis adresów i parametrów (OpenAPI)',
    profile: 'Polski profil hsds-pl-cus',
    limit:
      'Pytaj najwyżej 600 razy na minutę. Pytaj tylko o to, co zmieniło się od ostatniego razu: parametr modified_after.',
  },
  wrong: {
    title: 'Coś się nie zgadza?',
    text: 'Jeśli dane są nieprawdziwe albo stare, napisz lub zadzwoń do centrum.',
  },
};

export type WebWords = Worded<typeof plWeb>;
