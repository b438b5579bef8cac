/** Words of the pages composed of all modules. */
export const pl = {
  today: {
    title: 'Dziś',
    lead: (day: string) => `${day}. Najpierw to, co najpilniejsze.`,
    clocks: 'Terminy',
    clocksCaption: 'Biegnące terminy, od najpilniejszego',
    appointments: 'Spotkania w tym tygodniu',
    appointmentsCaption: 'Twoje spotkania w najbliższych siedmiu dniach',
    noAppointments: 'W tym tygodniu nie masz spotkań.',
    empty: 'Nic nie czeka',
    emptyText: 'Żaden termin nie biegnie na Twoje nazwisko. Nowa sprawa zaczyna się od zgłoszenia potrzeby albo od wyszukania osoby.',
    takeReport: 'Przyjmij zgłoszenie',
    findPerson: 'Znajdź osobę',
    counts: 'Ile terminów biegnie',
    more: 'To jest początek listy: pokazujemy pięćdziesiąt najpilniejszych.',
    columns: { when: 'Kiedy', what: 'Co', where: 'Gdzie', sign: 'Znak sprawy', howLong: 'Jak długo', act: 'Zmień' },
    noPlace: 'miejsce do ustalenia',
    calendar: 'Kalendarz w telefonie',
    newFeed: 'Adres kalendarza',
  },
};
