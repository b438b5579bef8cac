/** Words of the survey of the real run; every answer in it is made up. */
export const plSurvey = {
  title: 'Usługi społeczne w Piotrkowie Trybunalskim',
  intro:
    'Badanie pokazowe: pytania są prawdziwe, odpowiedzi zmyślone. Pytamy, jakich usług potrzebują mieszkańcy, żeby zaplanować pomoc w domu zamiast w placówce. Ankieta jest anonimowa i zajmuje około 10 minut.',
  sections: {
    life: 'Życie w mieście',
    care: 'Pomoc w codziennym życiu i opieka',
    disability: 'Osoby z niepełnosprawnościami',
    health: 'Zdrowie',
    family: 'Rodzina i mieszkanie',
    city: 'Problemy miasta i instytucje',
    metric: 'Na koniec kilka pytań o Ciebie',
  },
  registerHead: 'imię i nazwisko;adres;miejscowość;płeć;rok urodzenia',
  street: 'ul. Zmyślona',
  woman: 'K',
  man: 'M',
  proposals: {
    younger: [
      'Więcej miejsc w żłobku i krótsze kolejki',
      'Psycholog dla nastolatków bez czekania pół roku',
      'Mieszkania na start dla młodych',
      'Zajęcia po szkole, żeby dzieci nie siedziały same',
      'Informacja o usługach w jednym miejscu w internecie',
      'Wsparcie dla rodziców po porodzie',
      'Psychiatra dziecięcy w mieście',
      'Ktoś, kto na kilka godzin zastąpi przy chorej mamie',
      'Poradnia rodzinna czynna po południu',
      'Teren zielony i miejsca spotkań na osiedlu',
    ],
    older: [
      'Opiekunka także w sobotę i niedzielę',
      'Dowóz do lekarza, bo autobus jest daleko',
      'Rehabilitacja w domu po szpitalu',
      'Ktoś do rozmowy, człowiek jest samotny',
      'Opaska z przyciskiem dla osób mieszkających samotnie',
      'Zakupy i apteka zimą',
      'Klub seniora bliżej osiedla',
      'Krótsze kolejki do specjalistów',
      'Obiady dowożone do domu',
      'Kto zaopiekuje się żoną, kiedy ja zachoruję',
      'Winda w bloku, nie wychodzę od roku',
      'Informacja na papierze, nie mam internetu',
    ],
  },
  codes: [
    { name: 'opieka w domu', words: ['opiekun', 'zaopieku', 'zastąpi'] },
    {
      name: 'lekarze i rehabilitacja',
      words: ['lekarz', 'rehabilit', 'specjalist', 'psychiatr', 'psycholog'],
    },
    { name: 'samotność i spotkania', words: ['samotn', 'rozmow', 'klub', 'spotka'] },
    { name: 'dojazd', words: ['dowóz', 'autobus'] },
    { name: 'informacja', words: ['informacj'] },
  ],
  tableSource: (year: number) =>
    `Ludność Piotrkowa Trybunalskiego według płci i wieku, stan w ${year} r. (GUS przez portal; płeć według udziałów województwa)`,
} as const;
