/** Polish words that the reference data need on their way into the database. */
export const pl = {
  childTo: (age: number) => `wychowuje dziecko, które nie ukończyło ${age + 1} lat`,
  livesWith: (age: number) => `mieszka tylko z osobami, które ukończyły ${age} lat`,
  unclear: (words: string) =>
    `warunki do ustalenia w rozmowie: ${words.charAt(0).toLowerCase()}${words.slice(1)}`,
  agreement: 'Porozumienie pokazowe: takiego porozumienia gmin nie ma.',
  indicatorResult: (actual: number) => `wynik: ${actual}`,
  planned: 'Usługa planowana, jeszcze nie działa.',
  perMonth: (n: number) => `Najwyżej ${n} w miesiącu.`,
  evidence: {
    residence: 'zamieszkanie',
    disability: 'niepełnosprawność',
    lives_alone: 'samotne zamieszkiwanie',
  } as Record<string, string>,
};
