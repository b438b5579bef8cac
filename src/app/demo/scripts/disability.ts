import type { Script } from './script.ts';

/** Disability, and those who care for somebody day and night. */
export const disability: readonly Script[] = [
  {
    key: 'carer-has-no-day-off',
    theme: 'respite',
    area: 6,
    title: 'Odpoczynek dla opiekunki dorosłej córki',
    words:
      'Córka jest dorosła i nie zostaje sama ani na chwilę. Od ośmiu lat nie byłam nigdzie dłużej niż dwie godziny. Mam iść na operację oka i nie wiem, z kim ją zostawić.',
    who: { sex: 'female', ageFrom: 18, ageTo: 58, carer: 'mother' },
    applicant: 'factual_carer',
    services: { zyrardow: ['zyrardow-17', 'zyrardow-01'], 'dwie-gminy': ['dwiegminy-15', 'dwiegminy-13'] },
    used: 'Zajęcia raz w tygodniu w stowarzyszeniu, matka jest na nich obecna.',
    evaluation:
      'Opieka spoczywa na jednej osobie. Operacja ma termin, więc wsparcie trzeba ułożyć przed nim. Córka dobrze znosi nowe osoby, jeśli pozna je przy matce, dlatego pierwsze spotkania zaplanowano razem.',
    note: [
      'visit',
      'Córka pokazała mi swoje zdjęcia. Zapisałam z matką, czego nie lubi: głośnej muzyki i dotykania ramion od tyłu.',
    ],
    plan: {
      result: 'Córka zostaje z drugą osobą na cztery godziny, a matka przechodzi operację w terminie.',
      when: 'afternoon',
      place: 'home',
      action: [
        'self_help',
        'Grupa rodziców spotyka się raz w miesiącu',
        'rodzice dorosłych dzieci z niepełnosprawnością',
      ],
      entries: [
        [
          'visit',
          'Trzecie spotkanie, pierwszy raz bez matki w pokoju. Córka była spokojna przez całą godzinę.',
          null,
        ],
        [
          'phone',
          'Matka po operacji, wszystko dobrze. Prosi o przedłużenie popołudni do końca miesiąca.',
          'Sprawdzić wolne godziny u wykonawcy.',
        ],
        ['provider', 'Wykonawca proponuje tę samą osobę do końca planu, córka ją lubi.', null],
      ],
      closing: {
        description: 'Wsparcie przebiegało bez przerw; w tygodniu operacji odbyło się pięć spotkań.',
        results: 'Matka odzyskała wzrok w operowanym oku i ma dwa wolne popołudnia w tygodniu.',
        remaining: 'Dłuższy wyjazd matki wymagałby opieki całodobowej, której program nie obejmuje.',
      },
    },
  },
  {
    key: 'boy-does-not-speak',
    theme: 'disability',
    area: 5,
    title: 'Mowa przedszkolaka',
    words:
      'Synek mówi tylko kilka słów. W przedszkolu nikt go nie rozumie i on się o to złości. Do logopedy zapisali nas na czerwiec.',
    who: { sex: 'male', ageFrom: 3, ageTo: 7 },
    applicant: 'statutory_representative',
    services: { zyrardow: ['zyrardow-04', 'zyrardow-06'] },
    used: 'Bilans w przychodni, skierowanie do poradni.',
    evaluation:
      'Dziecko rozumie polecenia i chętnie się bawi. Potrzeba jest uzasadniona; im wcześniej zajęcia, tym łatwiej. Rodzice chcą ćwiczyć w domu i proszą o pokaz.',
    note: [
      'meeting',
      'Rozmawiałam z mamą, chłopiec układał w tym czasie klocki i pokazywał je gestem. Termin po piętnastej.',
    ],
    plan: {
      result: 'Dziecko mówi zdania z dwóch, trzech słów i umie poprosić o pomoc.',
      when: 'afternoon',
      place: 'centre',
      action: null,
      entries: [
        [
          'provider',
          'Po pięciu spotkaniach chłopiec powtarza sylaby i sam zaczyna zabawę. Mama ćwiczy z nim dziesięć minut dziennie.',
          null,
        ],
        [
          'phone',
          'W przedszkolu powiedział „daj pić”. Mama prosi o wskazówki dla wychowawczyni.',
          'Za zgodą mamy przekazać wskazówki na piśmie.',
        ],
        [
          'meeting',
          'Chłopiec nazywa rysunki. Grupa okazała się za głośna, przechodzi do mniejszej.',
          'Zmienić grupę od następnego miesiąca.',
        ],
      ],
      closing: {
        description: 'Zajęcia indywidualne odbyły się w całości, grupowe z jedną zmianą grupy.',
        results: 'Dziecko mówi krótkimi zdaniami i rzadziej się złości.',
        remaining: 'Poradnia wyznaczyła dalszą terapię, termin jest potwierdzony.',
      },
    },
  },
  {
    key: 'after-the-stroke',
    theme: 'disability',
    area: 5,
    title: 'Powrót do sprawności po udarze',
    words:
      'Po udarze prawa ręka mnie nie słucha. Zawsze wszystko robiłem sam, a teraz żona zapina mi guziki. Chciałbym chociaż jeść bez pomocy.',
    who: { sex: 'male', ageFrom: 45, ageTo: 80, home: 'with_partner' },
    applicant: 'person',
    services: { jarocin: ['jarocin-14', 'jarocin-22'], 'dwie-gminy': ['dwiegminy-12', 'dwiegminy-15'] },
    used: 'Trzy tygodnie na oddziale rehabilitacji, sprzęt kupiła rodzina.',
    evaluation:
      'Pan ma własny, konkretny cel i ćwiczy sam. Rehabilitacja w domu jest uzasadniona i możliwa. Żona potrzebuje pokazu, jak pomagać, nie wyręczając.',
    note: ['visit', 'Pan pokazał, jak trzyma łyżkę. Ustaliliśmy z żoną, że przy obiedzie czeka, aż poprosi.'],
    plan: {
      result: 'Osoba je samodzielnie prawą ręką i zapina koszulę.',
      when: 'morning',
      place: 'home',
      action: ['other', 'Podkładka pod talerz i pogrubione sztućce wypożyczone na próbę', 'magazyn centrum'],
      entries: [
        [
          'visit',
          'Łyżka z grubą rączką się sprawdza. Pan zjada zupę sam, trwa to długo i mu to nie przeszkadza.',
          null,
        ],
        [
          'provider',
          'Siła chwytu rośnie. Fizjoterapeuta prosi o piłkę do ćwiczeń.',
          'Dołożyć piłkę przy następnej wizycie.',
        ],
        ['phone', 'Pan podpisał się prawą ręką na pocztówce do wnuka.', null],
      ],
      closing: {
        description:
          'Ćwiczenia trwały zgodnie z planem, dwa spotkania przełożono z powodu kontroli w szpitalu.',
        results: 'Pan je sam i zapina większość guzików. Żona mówi, że wspólne obiady znów są spokojne.',
        remaining: 'Pisanie: pan chce ćwiczyć dalej sam.',
      },
    },
  },
  {
    key: 'wheelchair-and-office',
    theme: 'disability',
    area: 6,
    title: 'Asystent w sprawach poza domem',
    words:
      'Poruszam się na wózku i po pracy nie mam siły walczyć z windą w przychodni. Potrzebuję kogoś na wyjścia, nie do siedzenia w domu.',
    who: { ageFrom: 20, ageTo: 64 },
    applicant: 'person',
    services: { 'dwie-gminy': ['dwiegminy-15', 'dwiegminy-13'], zyrardow: ['zyrardow-01'] },
    used: 'Asystent z programu resortowego, który skończył się w grudniu.',
    evaluation:
      'Osoba pracuje i organizuje swoje życie sama. Potrzebuje asystencji w konkretnych wyjściach. Liczbę godzin ustalono według jej kalendarza.',
    note: ['call', 'Osoba prosi o kontakt tylko SMS w godzinach pracy.'],
    plan: {
      result: 'Osoba załatwia wizyty i sprawy w urzędzie w dniu, który sama wybierze.',
      when: 'morning',
      place: 'home',
      action: null,
      entries: [
        [
          'phone',
          'Osiem wyjść w miesiącu, jedno odwołane przez wykonawcę z dnia na dzień.',
          'Poprosić wykonawcę o zastępstwo w takich dniach.',
        ],
        ['provider', 'Wykonawca wyznaczył drugą osobę na zastępstwa.', null],
        ['meeting', 'Godziny wystarczają. Osoba zaczęła chodzić na basen.', null],
      ],
      closing: {
        description: 'Wykorzystano większość godzin; asystent był jeden, z jedną osobą na zastępstwo.',
        results: 'Osoba nie odwołała w tym czasie żadnej wizyty lekarskiej.',
        remaining: 'Potrzeba trwa, w kolejnym roku wniosek o kontynuację.',
      },
    },
  },
  {
    key: 'crooked-back',
    theme: 'health',
    area: 5,
    title: 'Wada postawy u uczennicy',
    words:
      'Pielęgniarka w szkole powiedziała, że córka ma skrzywiony kręgosłup. Na ćwiczenia prywatnie nas nie stać, a ona już się wstydzi na wuefie.',
    who: { sex: 'female', ageFrom: 6, ageTo: 16 },
    applicant: 'statutory_representative',
    services: { jarocin: ['jarocin-17'], zyrardow: ['zyrardow-05'] },
    used: 'Badanie przesiewowe w szkole.',
    evaluation: 'Ćwiczenia w grupie wystarczą. Dziewczynka woli grupę bez kolegów z klasy, co da się zrobić.',
    note: ['meeting', 'Córka sama wybrała czwartek, bo w środy ma chór.'],
    plan: {
      result:
        'Dziecko ćwiczy regularnie i zna zestaw ćwiczeń na co dzień; kontrola po pół roku bez pogorszenia.',
      when: 'afternoon',
      place: 'centre',
      action: null,
      entries: [
        ['provider', 'Obecna na wszystkich zajęciach, ćwiczy chętnie.', null],
        ['phone', 'Mama mówi, że ćwiczą w domu razem. Termin kontroli ustalony.', null],
      ],
      closing: {
        description: 'Zajęcia odbyły się zgodnie z planem, z przerwą na ferie.',
        results: 'Kontrola ortopedyczna: bez pogorszenia. Dziewczynka wróciła na wuef.',
        remaining: null,
      },
    },
  },
  {
    key: 'bed-for-the-father',
    theme: 'respite',
    area: 6,
    title: 'Sprzęt i nauka opieki po powrocie ze szpitala',
    words:
      'Tatę wypisują w piątek, a w domu jest zwykły tapczan. Powiedzieli, że trzeba go obracać co dwie godziny. Ja nawet nie wiem, jak go chwycić.',
    who: { sex: 'male', ageFrom: 66, carer: 'child' },
    applicant: 'factual_carer',
    services: { jarocin: ['jarocin-18', 'jarocin-14'], 'dwie-gminy': ['dwiegminy-12', 'dwiegminy-13'] },
    used: 'Pobyt w szpitalu; w domu żadnych usług.',
    evaluation:
      'Sprawa jest pilna, wypis ma datę. Rodzina chce opiekować się w domu i prosi o naukę. Usługi są możliwe od dnia wypisu.',
    note: ['call', 'Oddział potwierdził wypis na piątek przed południem. Transport organizuje szpital.'],
    plan: {
      result: 'Rodzina umie bezpiecznie zmieniać pozycję i nie ma odleżyn.',
      when: 'morning',
      place: 'home',
      action: [
        'neighbourly',
        'Sąsiad pomaga wnieść łóżko i raz w tygodniu posiedzi z tatą',
        'sąsiad z naprzeciwka',
      ],
      entries: [
        [
          'visit',
          'Córka zmienia pozycję pewnie, syn potrzebuje jeszcze pokazu. Skóra bez zaczerwienień.',
          'Dodać jedno spotkanie dla syna.',
        ],
        ['provider', 'Pielęgniarka potwierdza: skóra w porządku, materac działa.', null],
        [
          'phone',
          'Tata siada z podparciem. Rodzina prosi o zmniejszenie liczby wizyt.',
          'Ustalić rzadszy harmonogram przy aktualizacji planu.',
        ],
      ],
      closing: {
        description: 'Instruktaż objął troje domowników. Sprzęt wrócił po trzech miesiącach.',
        results: 'Nie było odleżyn ani powrotu do szpitala.',
        remaining: 'Rodzina złożyła wniosek o własne łóżko.',
      },
    },
  },
  {
    key: 'hearing-aid-talk',
    theme: 'disability',
    area: 6,
    title: 'Spotkania dla osób z niepełnosprawnością',
    words: 'Słyszę słabo i w dużej grupie gubię wątek. Szukam czegoś, gdzie nie będę tylko kiwał głową.',
    who: { sex: 'male', ageFrom: 30, ageTo: 75 },
    applicant: 'person',
    services: { zyrardow: ['zyrardow-12'] },
    answer:
      'Podaliśmy termin animacji w małej grupie i poprosiliśmy prowadzących o miejsce przodem do mówiącego.',
    used: 'Aparat słuchowy, poradnia.',
    evaluation: 'Oferta jest otwarta, nie trzeba kwalifikacji ani planu.',
    note: ['note', 'Rozmawiać twarzą do osoby, w cichym pokoju, i dać termin na kartce.'],
  },
  {
    key: 'care-at-home-disabled',
    theme: 'disability',
    area: 4,
    title: 'Specjalistyczna pomoc w domu',
    words:
      'Siostra ma schizofrenię i mieszka sama. Bierze leki, ale nie otwiera poczty i nie gotuje. Potrzebny ktoś, kto się na tym zna, nie zwykła gosposia.',
    who: { sex: 'female', ageFrom: 25, ageTo: 70, home: 'alone' },
    applicant: 'person',
    services: { jarocin: [], zyrardow: ['zyrardow-03'], 'dwie-gminy': ['dwiegminy-01'] },
    transfer: {
      kind: 'team',
      reason: 'Specjalistyczne usługi opiekuńcze należą do ustawy o pomocy społecznej.',
      answer: 'Przyjęto. Wywiad odbył się w obecności siostry, trwa ustalanie liczby godzin.',
      returned:
        'Pani nie zgodziła się na wywiad. Prosimy o rozmowę o poradnictwie, z którego chce korzystać.',
    },
    used: 'Poradnia zdrowia psychicznego, stały lekarz.',
    evaluation:
      'Potrzebna osoba z przygotowaniem do pracy w kryzysie psychicznym. Program tego nie obejmuje; pani zgodziła się na przekazanie.',
    note: [
      'call',
      'Siostra dzwoni zwykle w jej imieniu, ale na spotkanie przyszły obie i mówiła sama zainteresowana.',
    ],
  },
  {
    key: 'nursing-questions',
    theme: 'health',
    area: 5,
    title: 'Jak podawać insulinę mamie',
    words: 'Mama dostała insulinę i ja się boję ukłuć. W przychodni pokazali raz, w biegu.',
    who: { sex: 'female', ageFrom: 55, carer: 'daughter' },
    applicant: 'factual_carer',
    services: { jarocin: ['jarocin-22', 'jarocin-18'] },
    used: 'Lekarz rodzinny, poradnia diabetologiczna.',
    evaluation:
      'Wystarczą dwie, trzy konsultacje pielęgniarskie. Koordynacja przez trzy miesiące nie jest potrzebna, więc plan nie powstaje.',
    note: ['meeting', 'Pierwsza konsultacja w przyszłym tygodniu, córka weźmie swój glukometr.'],
  },
];
