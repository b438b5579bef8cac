import type { Script } from './script.ts';

/** Old age: staying at home when strength goes. */
export const older: readonly Script[] = [
  {
    key: 'mother-cannot-rise',
    theme: 'old_age',
    area: 6,
    title: 'Wsparcie w domu po złamaniu biodra',
    words:
      'Mama nie wstaje sama z łóżka od szpitala. Ja pracuję do szesnastej, brat jest w Niemczech. Rano podam śniadanie, ale potem ona leży i czeka na mnie do wieczora.',
    who: { sex: 'female', ageFrom: 74, carer: 'daughter' },
    applicant: 'factual_carer',
    services: { jarocin: ['jarocin-14', 'jarocin-18'], 'dwie-gminy': ['dwiegminy-12', 'dwiegminy-13'] },
    used: 'Dwa tygodnie rehabilitacji na oddziale po operacji; w domu dotąd żadnych usług.',
    evaluation:
      'Pani siada z pomocą jednej osoby i chce znów dojść do kuchni. Potrzeba jest uzasadniona i możliwa do zaspokojenia: ćwiczenia w domu i nauka bezpiecznego wstawania dla rodziny. Łóżko ustawiono tak, że dojście jest tylko z jednej strony, warto je przesunąć.',
    note: [
      'visit',
      'Obejrzałam mieszkanie razem z córką: próg w łazience 4 cm, brak uchwytu przy wannie. Córka zmierzy drzwi pod balkonik.',
    ],
    plan: {
      result: 'Osoba wstaje z łóżka i dochodzi z balkonikiem do łazienki z asekuracją jednej osoby.',
      when: 'morning',
      place: 'home',
      action: [
        'neighbourly',
        'Sąsiadka zagląda w południe z ciepłą herbatą i wyrzuca śmieci',
        'sąsiadka z parteru, za zgodą rodziny',
      ],
      entries: [
        [
          'visit',
          'Pani siada sama na brzegu łóżka. Ćwiczenia męczą, ale czeka na nie. Córka pokazała, jak asekuruje przy wstawaniu.',
          'Przekazać fizjoterapeutce prośbę o krótsze, częstsze ćwiczenia.',
        ],
        [
          'provider',
          'Fizjoterapeutka zgłasza postęp: pięć kroków z balkonikiem. Jedno spotkanie odwołano z powodu przeziębienia.',
          null,
        ],
        [
          'phone',
          'Córka mówi, że mama sama podchodzi do okna. Prosi o radę w sprawie odleżyny na pięcie.',
          'Umówić wizytę pielęgniarki z instruktażem.',
        ],
      ],
      closing: {
        description:
          'Plan obejmował ćwiczenia w domu i instruktaż dla rodziny. Spotkania odbywały się zgodnie z ustaleniami, dwa odrobiono później.',
        results: 'Pani chodzi po mieszkaniu z balkonikiem. Córka wróciła do pełnych godzin w pracy.',
        remaining: 'Wyjście na dwór: trzy schody bez poręczy przed klatką.',
      },
    },
  },
  {
    key: 'fell-in-the-night',
    theme: 'old_age',
    area: 6,
    title: 'Bezpieczeństwo osoby mieszkającej samotnie',
    words:
      'Przewróciłam się w nocy w korytarzu i leżałam do rana, aż listonosz zapukał. Dzieci daleko. Nie chcę do domu starców, tylko żeby ktoś wiedział, jak mi się coś stanie.',
    who: { sex: 'female', ageFrom: 75, home: 'alone' },
    applicant: 'person',
    services: {
      jarocin: ['jarocin-19', 'jarocin-13'],
      zyrardow: ['zyrardow-02', 'zyrardow-15'],
      'dwie-gminy': ['dwiegminy-11', 'dwiegminy-14'],
    },
    used: 'Nie korzysta z usług. Zakupy robi sama w środy, wodę dowozi syn raz w miesiącu.',
    evaluation:
      'Pani mieszka sama i porusza się sprawnie w dzień, w nocy wstaje po ciemku. Potrzeba jest uzasadniona. Oprócz wezwania pomocy trzeba usunąć przyczynę upadku: chodnik w korytarzu zwija się przy drzwiach.',
    note: ['call', 'Zadzwoniłam do syna za zgodą pani. Zamontuje lampkę na czujnik, zanim przyjdzie opaska.'],
    plan: {
      result: 'Osoba wzywa pomoc w każdej chwili i wie, kto odbierze; w korytarzu nie ma o co się potknąć.',
      when: 'morning',
      place: 'home',
      action: ['self_help', 'Telefon o dziewiątej rano na zmianę między trzema sąsiadkami', 'koło gospodyń'],
      entries: [
        [
          'phone',
          'Opaska działa. Pani zdejmowała ją do mycia naczyń; omówiliśmy, że jest odporna na wodę.',
          null,
        ],
        [
          'visit',
          'Chodnik z korytarza zniknął, lampka świeci. Jedno przypadkowe wezwanie, ratownik oddzwonił po minucie.',
          null,
        ],
        [
          'phone',
          'Pani czuje się pewniej i zaczęła wychodzić wieczorem do sąsiadki.',
          'Zapytać przy następnej wizycie o ciśnieniomierz.',
        ],
      ],
      closing: {
        description: 'Przez cały okres planu działała opaska, a ustalone spotkania się odbyły.',
        results: 'Nie było kolejnego upadku. Pani mówi, że przestała się bać nocy.',
        remaining: null,
      },
    },
  },
  {
    key: 'husband-forgets',
    theme: 'old_age',
    area: 5,
    title: 'Pamięć męża i spokój w domu',
    words:
      'Mąż zapomina, czy jadł, i w nocy szuka kluczy do samochodu, którego już nie mamy. Ja jeszcze daję radę, ale nie wiem, co będzie dalej, i nie mam kogo zapytać.',
    who: { sex: 'male', ageFrom: 70, carer: 'wife' },
    applicant: 'factual_carer',
    services: {
      jarocin: ['jarocin-18', 'jarocin-16'],
      zyrardow: ['zyrardow-17', 'zyrardow-01'],
      'dwie-gminy': ['dwiegminy-09', 'dwiegminy-13'],
    },
    used: 'Poradnia pamięci raz na pół roku. Innych usług nie było.',
    evaluation:
      'Żona prowadzi dom i opiekę sama. Potrzeba dotyczy dwóch osób: mąż potrzebuje stałego rytmu dnia, żona rozmowy i kilku wolnych godzin. Usługi programu są możliwe od zaraz; o stałej opiece w ciągu dnia porozmawiamy, gdy będzie potrzebna.',
    note: [
      'meeting',
      'Spotkanie z żoną w centrum. Wzięła kartkę z numerami telefonów i prosiła, żeby dzwonić po dziesiątej, kiedy mąż drzemie.',
    ],
    plan: {
      result:
        'Mąż ma zajęcia dwa razy w tygodniu, żona wie, jak reagować na nocny niepokój, i ma w tygodniu dwie godziny dla siebie.',
      when: 'morning',
      place: 'centre',
      action: [
        'volunteering',
        'Wolontariusz zostaje z mężem na czas wyjścia żony',
        'wolontariusz umówiony przez organizatora społeczności lokalnej',
      ],
      entries: [
        ['phone', 'Mąż poszedł na zajęcia za drugim razem. Żona zauważyła, że po nich lepiej śpi.', null],
        [
          'meeting',
          'Żona pyta o kurację i prawo jazdy. Przekazałam, co wyjaśni lekarz, a co urząd.',
          'Sprawdzić termin w poradni pamięci.',
        ],
        [
          'visit',
          'W domu spokojniej. Klucze mają stałe miejsce na haczyku, zegar pokazuje dzień tygodnia.',
          null,
        ],
      ],
      closing: {
        description:
          'Zajęcia i rozmowy odbywały się co tydzień. Trzy razy mąż nie chciał wyjść i wtedy rozmawiano telefonicznie z żoną.',
        results: 'Noce są spokojniejsze. Żona zna swoje prawa i ma do kogo zadzwonić.',
        remaining: 'Choroba postępuje: za kilka miesięcy potrzebna będzie opieka w ciągu dnia.',
      },
    },
  },
  {
    key: 'needs-care-every-day',
    theme: 'old_age',
    area: 4,
    title: 'Codzienna pomoc przy myciu i posiłkach',
    words:
      'Nie dam rady sam się umyć ani ugotować, ręce mi się trzęsą. Ktoś by musiał przyjść codziennie, choć na godzinę.',
    who: { sex: 'male', ageFrom: 68, home: 'alone' },
    applicant: 'person',
    services: { jarocin: [], zyrardow: ['zyrardow-03'], 'dwie-gminy': ['dwiegminy-01'] },
    transfer: {
      kind: 'team',
      reason:
        'Usługi opiekuńcze przyznaje się na podstawie ustawy o pomocy społecznej, po wywiadzie i w decyzji.',
      answer: 'Wniosek przyjęty. Pracownik socjalny umówił wywiad w domu na najbliższy wtorek.',
      returned:
        'Pan po namyśle prosi na razie tylko o obiady z dowozem; usług opiekuńczych nie chce. Prosimy o rozmowę o innych usługach.',
    },
    used: 'Obiady przynosi sąsiadka, płaci jej za produkty.',
    evaluation:
      'Potrzebna jest codzienna pomoc w higienie i posiłkach. Tego program nie obejmuje; pan zgadza się na przekazanie wniosku.',
    note: ['call', 'Wyjaśniłam, że opłata zależy od dochodu i że dowie się o niej przed decyzją.'],
  },
  {
    key: 'hot-meal',
    theme: 'old_age',
    area: 4,
    title: 'Ciepły posiłek w domu',
    words: 'Od kiedy żona nie żyje, jem chleb z serem. Umiałbym zjeść obiad, gdyby ktoś go przywiózł.',
    who: { sex: 'male', ageFrom: 64, home: 'alone' },
    applicant: 'person',
    services: { jarocin: [], zyrardow: ['zyrardow-19'] },
    transfer: {
      kind: 'team',
      reason: 'Posiłek jest świadczeniem pomocy społecznej i zależy od kryterium dochodowego.',
      answer: 'Posiłek przyznany od pierwszego dnia miesiąca, dowóz między 12 a 13.',
      returned:
        'Dochód przekracza próg dożywiania. Pan zapłaci za obiady sam; prosimy podać mu adresy barów z dowozem.',
    },
    used: 'Żadnych usług.',
    evaluation:
      'Pan jest sprawny, brakuje mu ciepłego posiłku i towarzystwa. Posiłek rozpatrzy zespół pomocy społecznej.',
    note: ['note', 'Pan chętnie przyszedłby też do klubu, jeśli ktoś go pierwszy raz wprowadzi.'],
  },
  {
    key: 'afraid-of-the-computer',
    theme: 'loneliness',
    area: 9,
    title: 'Telefon, wnuki i recepta przez internet',
    words:
      'Wnuczka dała mi telefon z ekranem i ja się go boję. A receptę mi wysyłają na niego i nie umiem jej odczytać.',
    who: { sex: 'female', ageFrom: 62 },
    applicant: 'person',
    services: { jarocin: ['jarocin-07', 'jarocin-01'] },
    answer:
      'Pani zapisała się na warsztaty z nowych technologii; dałyśmy kartkę z dniem i godziną, dużym drukiem.',
    used: 'Nie korzysta z usług.',
    evaluation: 'Potrzeba jest prosta i możliwa do zaspokojenia w grupie. Osobny plan nie jest potrzebny.',
    note: ['note', 'Pani prosiła o grupę przed południem, bo po zmroku nie wychodzi.'],
  },
  {
    key: 'house-falls-into-disrepair',
    theme: 'old_age',
    area: 4,
    title: 'Drobne naprawy u osoby niesamodzielnej',
    words:
      'Kran cieknie już trzeci miesiąc i nie domykają się drzwi. Fachowiec za sto złotych nie przyjdzie, a ja na drabinę nie wejdę.',
    who: { sex: 'female', ageFrom: 66 },
    applicant: 'person',
    services: { zyrardow: ['zyrardow-15'] },
    answer:
      'Podałyśmy termin najbliższego objazdu złotej rączki i zapisałyśmy usterki: kran w kuchni, zawias drzwi.',
    used: 'Korzystała raz ze złotej rączki w zeszłym roku.',
    evaluation: 'Usługa jest dostępna i wystarczy jednorazowo. Plan nie jest potrzebny.',
    note: ['call', 'Pani woli, żeby przyszedł ten sam pan co poprzednio.'],
  },
  {
    key: 'feet-and-stairs',
    theme: 'health',
    area: 5,
    title: 'Ćwiczenia po endoprotezie',
    words:
      'Po operacji kolana mam ćwiczyć, a do przychodni jest kolejka na wiosnę. Jak nie będę ćwiczyć teraz, to noga mi zesztywnieje.',
    who: { ageFrom: 55, ageTo: 84 },
    applicant: 'person',
    services: { jarocin: ['jarocin-13', 'jarocin-16'], 'dwie-gminy': ['dwiegminy-12', 'dwiegminy-13'] },
    used: 'Pięć zabiegów na oddziale po operacji.',
    evaluation:
      'Zakres ruchu w kolanie jest ograniczony, a osoba ma jasny cel: wejść po schodach na swoje piętro. Ćwiczenia są uzasadnione i możliwe.',
    note: [
      'meeting',
      'Osoba przyniosła wypis do wglądu; kopii nie robiłam. Zapisałam tylko zalecenie ćwiczeń.',
    ],
    plan: {
      result: 'Osoba wchodzi na pierwsze piętro po schodach, trzymając się poręczy.',
      when: 'morning',
      place: 'centre',
      action: null,
      entries: [
        [
          'provider',
          'Po sześciu spotkaniach kolano zgina się wyraźnie lepiej. Ćwiczenia domowe są wykonywane.',
          null,
        ],
        [
          'phone',
          'Osoba wchodzi na półpiętro. Boli wieczorem, lekarz uznał to za normalne.',
          'Zapytać prowadzącą o przerwę przed ostatnim cyklem.',
        ],
        ['meeting', 'Ostatni cykl. Osoba przyszła pieszo, z kijkami.', null],
      ],
      closing: {
        description: 'Odbyły się wszystkie zaplanowane ćwiczenia, jeden cykl przesunięto o tydzień.',
        results: 'Schody na pierwsze piętro bez odpoczynku. Osoba chodzi na zakupy.',
        remaining: null,
      },
    },
  },
];
