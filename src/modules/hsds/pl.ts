/** Words of the exchange with other directories. */
export const pl = {
  commands: {},
  api: {
    number: (most: number) => `Podaj liczbę całkowitą od 1 do ${most}.`,
    flag: 'Podaj true albo false.',
    id: 'Podaj identyfikator UUID.',
    instant: 'Podaj datę albo chwilę, na przykład 2026-11-01 albo 2026-11-01T12:00:00Z.',
    format: 'Podaj json albo ndjson.',
    search: 'Skróć wyszukiwane słowa do 200 znaków.',
    parameters: 'Nie rozumiemy parametrów tego zapytania. Popraw je i zapytaj jeszcze raz.',
    noRecord: 'Nie ma opublikowanego wpisu o tym identyfikatorze. Mógł zostać wycofany z katalogu.',
    noAddress: 'Pod tym adresem nie ma otwartych danych. Opis adresów jest w /hsds/openapi.json.',
  },
} as const;
