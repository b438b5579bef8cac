import type { Script } from './script.ts';

/** Getting somewhere, arriving from abroad, and questions that need only an answer. */
export const everyday: readonly Script[] = [
  {
    key: 'ride-to-the-doctor',
    theme: 'transport',
    area: 6,
    title: 'Przejazdy do lekarza i na zakupy',
    words:
      'Autobus mi zabrali, do przychodni mam cztery kilometry. Syn by zawiózł, ale pracuje. Taksówka w jedną stronę to pół mojej wizyty u okulisty.',
    who: { sex: 'female', ageFrom: 70 },
    applicant: 'person',
    services: { zyrardow: ['zyrardow-01', 'zyrardow-15'], 'dwie-gminy': ['dwiegminy-14', 'dwiegminy-11'] },
    used: 'Nie korzysta z usług.',
    evaluation:
      'Pani chodzi o lasce, wsiada sama do zwykłego auta. Dwa przejazdy w miesiącu pokrywają stałe wizyty. Potrzeba jest uzasadniona.',
    note: ['call', 'Pani zapisuje kursy w kalendarzu z kotami i prosi o potwierdzenie dzień wcześniej.'],
    plan: {
      result: 'Osoba nie opuszcza żadnej wizyty lekarskiej i raz w tygodniu wychodzi z domu.',
      when: 'morning',
      place: 'home',
      action: ['neighbourly', 'Sąsiadka zabiera panią na targ w piątki', 'sąsiadka z autem'],
      entries: [
        ['phone', 'Dwa kursy zgodnie z umową. Kierowca odprowadził do drzwi, bo było ślisko.', null],
        ['provider', 'Jeden kurs odwołany przez panią w dniu wyjazdu, nie liczymy go do limitu.', null],
        ['phone', 'Wizyta u okulisty udana, nowe okulary.', null],
      ],
      closing: {
        description:
          'Kursy odbywały się zgodnie z limitem, łącznie z jednym dodatkowym zwróconym z odwołania.',
        results: 'Wszystkie zaplanowane wizyty się odbyły.',
        remaining: 'Połączenie autobusowe: przekazane gminie jako potrzeba kilku osób.',
      },
    },
  },
  {
    key: 'wheelchair-ramp-ride',
    theme: 'transport',
    area: 6,
    title: 'Przewóz osoby na wózku',
    words:
      'Syn jest za ciężki, żebym go sama wsadzała do auta, a na rehabilitację musimy dwa razy w tygodniu. Potrzebny bus z podjazdem.',
    who: { sex: 'male', ageFrom: 18, ageTo: 45, carer: 'mother' },
    applicant: 'factual_carer',
    services: { 'dwie-gminy': ['dwiegminy-13'], zyrardow: ['zyrardow-01'] },
    used: 'Dowóz do szkoły, który gmina zapewnia w dni nauki.',
    evaluation:
      'Przejazdy są potrzebne i możliwe. Wystarczy kwalifikacja do przewozu, inne sprawy rodzina ma ułożone.',
    note: ['note', 'Wózek elektryczny, szerokość 68 cm, waga z osobą 140 kg.'],
  },
  {
    key: 'olena-and-the-boys',
    theme: 'refugees',
    area: 2,
    title: 'Rodzina z Ukrainy: język, szkoła, spokój',
    words:
      'Dzień dobry, mój polski jest mały. Jestem z dziećmi sama, mąż na wojnie. Syn w szkole siedzi i nie mówi. Nie wiem, co tu można.',
    who: { citizenship: 'UA', sex: 'female', ageFrom: 18, childFrom: 3, childTo: 17 },
    applicant: 'person',
    services: {
      zyrardow: ['zyrardow-06', 'zyrardow-17'],
      jarocin: ['jarocin-07', 'jarocin-01'],
      'dwie-gminy': ['dwiegminy-09', 'dwiegminy-10'],
    },
    used: 'Kurs polskiego w szkole, świadczenia rodzinne.',
    evaluation:
      'Rozmowa z tłumaczką przez telefon. Dziecko rozumie po polsku więcej, niż pokazuje. Potrzeba jest uzasadniona; zacząć od zajęć, w których nie trzeba dużo mówić.',
    note: [
      'meeting',
      'Wiadomości pisać krótko, po ukraińsku; tłumaczka sprawdzi. Wieczorami rodzina rozmawia z ojcem, wtedy nie dzwonić.',
    ],
    plan: {
      result:
        'Dziecko ma jednego kolegę i odzywa się w klasie; mama zna miejsca, do których może pójść sama.',
      when: 'afternoon',
      place: 'centre',
      action: [
        'volunteering',
        'Wspólne gotowanie i rozmowy po polsku w soboty',
        'mieszkanki i rodziny z Ukrainy',
      ],
      entries: [
        [
          'meeting',
          'Chłopiec na zajęciach z gliny lepił bez słowa, na koniec powiedział „do zobaczenia”.',
          null,
        ],
        ['phone', 'Mama sama umówiła lekarza po polsku.', null],
        [
          'provider',
          'W klasie chłopiec czyta na głos, wychowawczyni prosi o dalsze zajęcia.',
          'Przedłużyć zajęcia do końca semestru.',
        ],
      ],
      closing: {
        description: 'Zajęcia dziecka i rozmowy mamy trwały przez cały okres, część z tłumaczką.',
        results: 'Chłopiec gra w szkolnej drużynie. Mama pracuje i rozmawia bez tłumaczki.',
        remaining: null,
      },
    },
  },
  {
    key: 'papers-in-ukrainian',
    theme: 'refugees',
    area: 4,
    title: 'Numer PESEL i ubezpieczenie',
    words:
      'Przyjechali rodzice z Ukrainy, starsi, mama po operacji. Nie mają PESEL i nie wiem, czy lekarz ich przyjmie.',
    who: { citizenship: 'UA' },
    applicant: 'person',
    services: { jarocin: [], zyrardow: [], 'dwie-gminy': [] },
    transfer: {
      kind: 'office',
      reason: 'Numer PESEL nadaje urząd gminy, centrum nie może tego załatwić samo.',
      answer: 'Wizyta umówiona, tłumaczka będzie na miejscu. Pomoc lekarska należy się od dnia wjazdu.',
      returned: 'Sprawa załatwiona wcześniej przez rodzinę, prosimy zamknąć.',
    },
    used: 'Pomoc znajomych.',
    evaluation: 'Sprawa urzędowa, nie usługa programu. Osoba zgodziła się na przekazanie.',
    note: ['call', 'Podałam adres przychodni, która przyjmuje od ręki.'],
  },
  {
    key: 'phone-for-the-list',
    theme: 'old_age',
    area: 11,
    title: 'Co jest dla seniorów w tym miesiącu',
    words:
      'Czy mogę prosić taką kartkę z wszystkim, co się dzieje? Bo na internecie to ja nie widzę, za małe.',
    who: { ageFrom: 65 },
    applicant: 'person',
    services: { jarocin: ['jarocin-01'], zyrardow: ['zyrardow-11'], 'dwie-gminy': ['dwiegminy-06'] },
    answer: 'Wydrukowałyśmy kalendarz dużą czcionką i zapisałyśmy na wtorki w klubie.',
    used: 'Nie korzysta z usług.',
    evaluation: 'Prośba o informację.',
    note: ['note', 'Prosi o taką kartkę co miesiąc, odbierze siostrzenica.'],
  },
  {
    key: 'dietician-diabetes',
    theme: 'health',
    area: 5,
    title: 'Jak gotować przy cukrzycy',
    words: 'Lekarz powiedział „dieta” i dał ulotkę. A ja gotuję dla pięciu osób i każdy je co innego.',
    who: { sex: 'female', ageFrom: 30, ageTo: 78 },
    applicant: 'person',
    services: { zyrardow: ['zyrardow-16'], jarocin: ['jarocin-22'] },
    used: 'Poradnia diabetologiczna.',
    evaluation: 'Wystarczą cztery spotkania z dietetykiem. Plan nie jest potrzebny.',
    note: ['note', 'Przyniesie tygodniowy jadłospis.'],
  },
  {
    key: 'club-in-the-village',
    theme: 'loneliness',
    area: 9,
    title: 'Klub bliżej domu',
    words:
      'Do klubu w mieście nie mam czym dojechać. A u nas w świetlicy drzwi zamknięte i tylko na wesele otwierają.',
    who: { sex: 'female', ageFrom: 60, ageTo: 84 },
    applicant: 'person',
    services: { jarocin: ['jarocin-01', 'jarocin-16'], 'dwie-gminy': ['dwiegminy-09', 'dwiegminy-13'] },
    used: 'Nie korzysta z usług.',
    evaluation:
      'Pani nie jest jedyna: o świetlicę pytały w tym kwartale cztery osoby. Na razie dojazd z sąsiadami do najbliższego klubu.',
    note: ['visit', 'Sołtys ma klucz i da go, jeśli ktoś weźmie odpowiedzialność. Pani mówi, że weźmie.'],
    plan: {
      result: 'Osoba jest w klubie raz w tygodniu; świetlica otwiera się na próbę w czwartki.',
      when: 'afternoon',
      place: 'centre',
      action: ['neighbourly', 'Wspólne dojazdy do klubu, kierowcy na zmianę', 'trzy sąsiadki'],
      entries: [
        ['phone', 'Trzy wyjazdy, raz nie było auta i panie zadzwoniły po siostrzeńca.', null],
        [
          'meeting',
          'Świetlica otwarta pierwszy raz, przyszło jedenaście osób.',
          'Poprosić o instruktora raz w miesiącu.',
        ],
        ['phone', 'Czwartki się przyjęły, dojazdy nie są już potrzebne.', null],
      ],
      closing: {
        description: 'Najpierw dojazdy do klubu, od połowy planu spotkania w świetlicy na miejscu.',
        results: 'Świetlica działa w każdy czwartek, klucz ma pani.',
        remaining: null,
      },
    },
  },
  {
    key: 'walk-to-the-chemist',
    theme: 'health',
    area: 6,
    title: 'Leki i zakupy po operacji oka',
    words: 'Przez sześć tygodni nie mogę dźwigać i mam mroczki. Kto mi wykupi krople i przyniesie ziemniaki?',
    who: { ageFrom: 65, home: 'alone' },
    applicant: 'person',
    services: { zyrardow: ['zyrardow-01'], 'dwie-gminy': ['dwiegminy-11'], jarocin: ['jarocin-22'] },
    used: 'Nie korzysta z usług.',
    evaluation:
      'Pomoc potrzebna na sześć tygodni, krócej niż trzy miesiące, więc bez planu. Przejazd na kontrolę i wsparcie sąsiada wystarczą.',
    note: ['call', 'Krople trzeba podać do środy, zadzwoniłam do apteki z pytaniem o dowóz.'],
  },
  {
    key: 'day-place-for-mum',
    theme: 'respite',
    area: 4,
    title: 'Opieka w ciągu dnia dla mamy',
    words:
      'Mama nie może zostawać sama, a ja nie mogę rzucić pracy. Czy jest miejsce, gdzie byłaby od rana do czwartej, z ludźmi?',
    who: { sex: 'female', ageFrom: 68, carer: 'daughter' },
    applicant: 'factual_carer',
    services: { 'dwie-gminy': ['dwiegminy-03'], zyrardow: ['zyrardow-03'], jarocin: [] },
    transfer: {
      kind: 'unit',
      reason: 'Miejsce w ośrodku wsparcia przyznaje się w decyzji na podstawie ustawy o pomocy społecznej.',
      answer: 'Przyjęto na listę chętnych do ośrodka wsparcia; wizyta próbna w przyszłym tygodniu.',
      returned:
        'Nie prowadzimy ośrodka wsparcia. Zwracamy wniosek z informacją o najbliższym ośrodku w powiecie.',
    },
    used: 'Pomoc sąsiadki dwa razy w tygodniu.',
    evaluation:
      'Mama chce przebywać wśród ludzi. Usługi programu tego nie dają; córka zgodziła się na przekazanie wniosku.',
    note: ['meeting', 'Mama sama wybrałaby miejsce z ogrodem.'],
  },
];
