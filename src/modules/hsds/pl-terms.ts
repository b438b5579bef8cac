/** Names of the coded facts of a card as the open data gives them. The names of areas, tracks and performers are the law's. */
export const terms = {
  programme: (gmina: string, resolution: string | null) =>
    `Program usług społecznych gminy ${gmina}${resolution === null ? '' : `, uchwała nr ${resolution}`}.`,
  areas: {
    name: 'Zakresy usług społecznych',
    about:
      'Czternaście zakresów usług społecznych z art. 2 ust. 1 ustawy o realizowaniu usług społecznych przez CUS.',
    of: (code: number) => `Zakres ${code} z art. 2 ust. 1 ustawy`,
  },
  tracks: {
    name: 'Tryb usługi',
    about: 'Skąd bierze się usługa: z programu usług społecznych, z odrębnej ustawy, z oferty ogólnej.',
  },
  recipientTypes: {
    name: 'Rodzaj odbiorcy',
    about: 'Do kogo usługa jest kierowana (art. 2 ust. 1, art. 5 ust. 1).',
  },
  recipientGroups: {
    name: 'Grupy odbiorców',
    about: 'Dla kogo jest usługa; można podać kilka grup.',
    names: {
      children: 'dzieci',
      youth: 'młodzież',
      families: 'rodziny',
      adults: 'osoby dorosłe',
      olderPeople: 'osoby starsze',
      disabledPeople: 'osoby z niepełnosprawnościami',
      carers: 'opiekunowie',
      fosterCare: 'dzieci i rodziny w pieczy zastępczej',
      mentalCrisis: 'osoby w kryzysie psychicznym',
      addiction: 'osoby z uzależnieniem',
      violence: 'osoby doświadczające przemocy',
      unemployed: 'osoby bezrobotne',
      homelessness: 'osoby w kryzysie bezdomności',
      migrants: 'cudzoziemcy i migranci',
      everybody: 'wszyscy mieszkańcy',
    },
  },
  reach: {
    name: 'Sposób świadczenia',
    about: 'Gdzie osoba dostaje usługę.',
    names: {
      home: 'w domu',
      stationary: 'na miejscu',
      mobile: 'z dojazdem do mieszkańców',
      remote: 'zdalnie',
    },
  },
  applyChannels: {
    name: 'Sposób zgłoszenia',
    about: 'Jak się zgłosić po usługę.',
    names: {
      inPerson: 'osobiście',
      phone: 'telefonicznie',
      email: 'e-mailem',
      web: 'przez internet',
      post: 'pocztą',
      referral: 'ze skierowaniem',
    },
  },
  accessibility: {
    name: 'Dostępność miejsca',
    about: 'Udogodnienia, które sprawiają, że z miejsca można skorzystać.',
    names: {
      stepFree: 'wejście bez stopni',
      lift: 'winda',
      wideDoors: 'szerokie drzwi',
      accessibleToilet: 'toaleta dostosowana',
      changingPlace: 'miejsce do przewijania osób dorosłych',
      reservedParking: 'miejsce postojowe dla osób z niepełnosprawnością',
      publicTransport: 'przystanek w pobliżu',
      inductionLoop: 'pętla indukcyjna',
      braille: 'oznaczenia w alfabecie Braille’a',
      assistanceDog: 'wstęp z psem asystującym',
      quietRoom: 'ciche pomieszczenie',
      easyRead: 'informacje w tekście łatwym do czytania',
    },
  },
  performers: {
    name: 'Rodzaj wykonawcy',
    about: 'Kto wykonuje usługę (art. 7 ust. 2).',
  },
  place: 'miejsce',
  languages: {
    pl: 'polski',
    uk: 'ukraiński',
    en: 'angielski',
    ru: 'rosyjski',
    be: 'białoruski',
    de: 'niemiecki',
    pso: 'polski język migowy',
  },
} as const;
