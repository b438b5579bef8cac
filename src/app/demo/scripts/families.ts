import type { Script } from './script.ts';

/** Families: small children, school, quarrels, and help before a trouble grows. */
export const families: readonly Script[] = [
  {
    key: 'alone-with-a-baby',
    theme: 'parenting',
    area: 1,
    title: 'Młoda mama szuka ludzi i zajęć dla dziecka',
    words:
      'Jestem z małą sama całe dnie. Przeprowadziliśmy się w zeszłym roku i nie znam tu nikogo. Chciałabym wyjść gdzieś, gdzie są inne dzieci, a nie tylko sklep.',
    who: { sex: 'female', ageFrom: 19, ageTo: 44, childFrom: 0, childTo: 5, home: 'with_partner' },
    applicant: 'person',
    services: { jarocin: ['jarocin-20', 'jarocin-22'], 'dwie-gminy': ['dwiegminy-10', 'dwiegminy-09'] },
    used: 'Położna po porodzie, szczepienia.',
    evaluation:
      'Mama dobrze zajmuje się dzieckiem i sama nazywa, czego jej brak: rozmowy i innych rodziców. Potrzeba jest uzasadniona, zajęcia są dwa razy w tygodniu i nie wymagają dojazdu.',
    note: ['meeting', 'Mama przyszła z wózkiem; umówiłyśmy się, że na pierwsze zajęcia wejdziemy razem.'],
    plan: {
      result:
        'Mama i dziecko chodzą na zajęcia, mama zna przynajmniej kilkoro rodziców i ma z kim porozmawiać.',
      when: 'morning',
      place: 'centre',
      action: ['self_help', 'Grupa rodziców umawia się sama na spacery', 'rodzice z bawialni'],
      entries: [
        [
          'meeting',
          'Trzy razy na zajęciach. Mała płakała za drugim razem, za trzecim bawiła się z chłopcem.',
          null,
        ],
        [
          'phone',
          'Mama mówi, że ma dwa numery telefonów do innych mam. Gorzej śpi; zgodziła się na rozmowę z psychologiem.',
          'Podać najbliższy termin rozmowy.',
        ],
        ['visit', 'Rozmowa pomogła, kolejna za dwa tygodnie. Mąż przeszedł na pierwszą zmianę.', null],
      ],
      closing: {
        description:
          'Zajęcia trwały przez cały okres planu; w styczniu dziecko chorowało i opuściło trzy spotkania.',
        results: 'Mama prowadzi teraz spotkania czytelnicze dla maluchów jako wolontariuszka.',
        remaining: null,
      },
    },
  },
  {
    key: 'teenager-closed-the-door',
    theme: 'family',
    area: 2,
    title: 'Syn przestał wychodzić z pokoju',
    words:
      'Syn od ferii nie wychodzi z pokoju. Do szkoły wstaje albo nie. Krzyczymy na siebie i nic z tego. Nie wiem, czy to lenistwo, czy on jest chory.',
    who: { sex: 'male', ageFrom: 12, ageTo: 17 },
    applicant: 'statutory_representative',
    services: { zyrardow: ['zyrardow-17', 'zyrardow-18'], 'dwie-gminy': ['dwiegminy-08', 'dwiegminy-10'] },
    used: 'Rozmowa z pedagogiem szkolnym, bez dalszego ciągu.',
    evaluation:
      'Nastolatek zgodził się na jedno spotkanie pod warunkiem, że rodzice nie będą przy nim. Potrzebne jest wsparcie dla niego i osobno dla rodziców. Jeśli psycholog uzna, że trzeba lekarza, powie o tym od razu.',
    note: [
      'meeting',
      'Rozmawiałam z nim sama, dwadzieścia minut o grach i trzy o szkole. Wystarczy na początek.',
    ],
    plan: {
      result:
        'Syn wychodzi z domu codziennie i wraca do szkoły choć na część tygodnia; w domu da się rozmawiać.',
      when: 'afternoon',
      place: 'centre',
      action: [
        'volunteering',
        'Pomoc w młodzieżowej drużynie strażackiej jako kronikarz zdjęć',
        'drużyna i organizator społeczności lokalnej',
      ],
      entries: [
        ['meeting', 'Cztery spotkania odbyte. Chłopak sam przychodzi, rowerem.', null],
        [
          'phone',
          'Rodzice umówili się, że o szkole rozmawiają raz dziennie, po kolacji. Mówią, że jest ciszej.',
          'Uzgodnić z wychowawczynią łagodny powrót na trzy lekcje.',
        ],
        ['provider', 'Psycholog nie widzi powodu do skierowania do szpitala; zaleca dalsze spotkania.', null],
      ],
      closing: {
        description: 'Spotkania chłopca i rodziców odbywały się osobno, na koniec trzy wspólne.',
        results: 'Chłopak chodzi do szkoły cztery dni w tygodniu, w piątki uczy się w domu.',
        remaining: 'Spotkania z psychologiem jeszcze dwa miesiące, już bez planu.',
      },
    },
  },
  {
    key: 'parents-part',
    theme: 'family',
    area: 2,
    title: 'Rozstanie rodziców i dwoje dzieci',
    words:
      'Rozstajemy się. Nie chcemy, żeby dzieci były między nami jak paczki. Potrzebujemy kogoś, kto pomoże nam to ułożyć, zanim pójdziemy do sądu.',
    who: { ageFrom: 26, ageTo: 55, childFrom: 3, childTo: 15, home: 'with_partner' },
    applicant: 'person',
    services: { zyrardow: ['zyrardow-18', 'zyrardow-06'], 'dwie-gminy': ['dwiegminy-10', 'dwiegminy-09'] },
    used: 'Porada prawna w punkcie nieodpłatnej pomocy.',
    evaluation:
      'Oboje rodzice przyszli i oboje chcą rozmawiać. Potrzeba jest uzasadniona; dzieci potrzebują osobnej rozmowy z kimś spoza rodziny.',
    note: ['meeting', 'Rodzice wolą osobne terminy, wspólny dopiero po miesiącu.'],
    plan: {
      result: 'Rodzice mają pisemne ustalenia co do tygodnia dzieci i trzymają się ich.',
      when: 'afternoon',
      place: 'centre',
      action: null,
      entries: [
        ['meeting', 'Ustalenie pierwsze: środy i co drugi weekend. Dzieci o nim wiedzą od obojga.', null],
        ['provider', 'Młodsze dziecko rysuje dwa domy z jednym kotem. Chodzi chętnie.', null],
        [
          'phone',
          'Spór o święta rozwiązany telefonicznie, bez podnoszenia głosu.',
          'Wpisać ustalenie o świętach do wspólnej kartki.',
        ],
      ],
      closing: {
        description: 'Odbyło się jedenaście spotkań z rodzicami i osiem z dziećmi.',
        results: 'Ustalenia działają od trzech miesięcy, rodzice złożyli je razem w sądzie.',
        remaining: null,
      },
    },
  },
  {
    key: 'homework-battle',
    theme: 'parenting',
    area: 2,
    title: 'Stawianie granic bez krzyku',
    words:
      'Dwoje małych, ja po nocnej zmianie i wieczorem krzyczę, choć obiecałam sobie, że nie będę. Chcę się nauczyć inaczej.',
    who: { sex: 'female', ageFrom: 22, ageTo: 48, childFrom: 2, childTo: 12 },
    applicant: 'person',
    services: { 'dwie-gminy': ['dwiegminy-10'], zyrardow: ['zyrardow-18'] },
    used: 'Poradnik z biblioteki.',
    evaluation:
      'Mama wie, czego chce. Warsztaty są możliwe od najbliższej grupy, wystarczy osiem spotkań; plan nie jest potrzebny.',
    note: ['call', 'Grupa popołudniowa; w czasie zajęć ktoś zajmie się dziećmi, sprawdzam kto.'],
  },
  {
    key: 'grandmother-raises',
    theme: 'family',
    area: 2,
    title: 'Babcia opiekuje się wnukami',
    words:
      'Córka wyjechała do pracy, a wnuki są u mnie. Kocham je, ale siły już nie te, a zadania z matematyki mnie przerastają.',
    who: { sex: 'female', ageFrom: 45, ageTo: 79, raisesGrandchild: true },
    applicant: 'person',
    services: { zyrardow: ['zyrardow-06', 'zyrardow-18'], jarocin: ['jarocin-01', 'jarocin-07'] },
    used: 'Świetlica szkolna.',
    evaluation:
      'Dzieci są zaopiekowane. Babcia potrzebuje odciążenia po południu i kogoś do lekcji. Sprawę zgody na leczenie i szkołę załatwi notariusz, podałam adres punktu porad.',
    note: [
      'visit',
      'Dom ciepły, dzieci przy stole. Starsza wnuczka zapytała, czy mogę przyjść też w sprawie jej rysunków.',
    ],
    plan: {
      result: 'Wnuki mają pomoc w lekcjach, babcia dwa popołudnia w tygodniu dla siebie.',
      when: 'afternoon',
      place: 'centre',
      action: ['volunteering', 'Studentka pomaga w matematyce', 'wolontariuszka'],
      entries: [
        ['phone', 'Babcia korzysta z wolnych popołudni, była u lekarza pierwszy raz od roku.', null],
        ['meeting', 'Oceny z matematyki się poprawiły. Wnuczka pokazała rysunki na zajęciach.', null],
        [
          'phone',
          'Córka wraca na święta i chce rozmawiać o przyszłości.',
          'Zaproponować wspólne spotkanie w grudniu.',
        ],
      ],
      closing: {
        description: 'Zajęcia dla dzieci odbywały się regularnie, pomoc w nauce do końca semestru.',
        results: 'Córka wróciła i przejęła opiekę; babcia została w klubie.',
        remaining: null,
      },
    },
  },
  {
    key: 'neighbours-worry',
    theme: 'family',
    area: 2,
    title: 'Szybka pomoc po stracie pracy w rodzinie',
    words:
      'Mąż stracił pracę, ja jestem na wychowawczym, czynsz niezapłacony za dwa miesiące. Dzieci nie wiedzą, ale czują. Nie wiem, od czego zacząć.',
    who: { sex: 'female', ageFrom: 22, ageTo: 48, childFrom: 0, childTo: 14, home: 'with_partner' },
    applicant: 'person',
    services: { zyrardow: ['zyrardow-18', 'zyrardow-14'], jarocin: ['jarocin-22', 'jarocin-01'] },
    used: 'Świadczenie wychowawcze; nic poza tym.',
    evaluation:
      'Najpilniejszy jest czynsz: administracja zgadza się na raty, jeśli wpłynie pierwsza. Mąż chce skorzystać z klubu aktywizacji. Rodzina potrzebuje kogoś, kto przez kilka tygodni dopilnuje kolejności spraw.',
    note: ['call', 'Administracja czeka z wezwaniem do końca miesiąca, rozmawiałam za zgodą pani.'],
    plan: {
      result:
        'Czynsz spłacany w ratach, mąż ma pracę lub szkolenie z datą, rodzina wie, do kogo iść z kolejną sprawą.',
      when: 'morning',
      place: 'home',
      action: null,
      entries: [
        ['visit', 'Pierwsza rata wpłacona. Mąż pokazał zaproszenie na rozmowę w magazynie.', null],
        [
          'meeting',
          'Mąż zaczął pracę na okres próbny. Pani pyta o żłobek.',
          'Wydrukować listę żłobków z opłatami.',
        ],
        ['phone', 'Miejsce w żłobku od września. Rodzina prosi o rzadsze spotkania.', null],
      ],
      closing: {
        description: 'Wsparcie obejmowało rozmowy z administracją, pomoc w dokumentach i klub aktywizacji.',
        results: 'Zadłużenie spłacone w dwóch trzecich, oboje rodzice z umówioną pracą.',
        remaining: 'Ostatnie raty czynszu do marca, bez udziału centrum.',
      },
    },
  },
  {
    key: 'yard-children',
    theme: 'family',
    area: 2,
    title: 'Zajęcia dla dzieci z podwórka',
    words:
      'Dzieciaki siedzą pod klatką do nocy. Może ktoś by przyszedł, pograł z nimi, bo my rodzice jesteśmy w pracy do późna.',
    who: { ageFrom: 24, ageTo: 50, childFrom: 6, childTo: 16 },
    applicant: 'person',
    services: { zyrardow: ['zyrardow-07', 'zyrardow-09'] },
    answer:
      'Pedagodzy podwórkowi są na tym osiedlu we wtorki i czwartki od szesnastej; przekazałyśmy im miejsce pod klatką.',
    used: 'Świetlica szkolna do szesnastej.',
    evaluation: 'Oferta jest otwarta dla wszystkich dzieci. Nie potrzeba wniosku.',
    note: ['note', 'Przekazane organizatorowi społeczności lokalnej: brak zajęć w piątki wieczorem.'],
  },
  {
    key: 'school-lunch',
    theme: 'family',
    area: 4,
    title: 'Obiady w szkole dla dwojga dzieci',
    words: 'Na obiady w szkole wychodzi prawie czterysta złotych. Nie wyrobię w tym miesiącu.',
    who: { ageFrom: 22, ageTo: 52, childFrom: 6, childTo: 16 },
    applicant: 'person',
    services: { jarocin: [], zyrardow: ['zyrardow-19'] },
    transfer: {
      kind: 'team',
      reason: 'Dożywianie przyznaje zespół pomocy społecznej według kryterium dochodowego.',
      answer: 'Obiady przyznane obojgu dzieciom do końca semestru. Szkoła powiadomiona bez podawania powodu.',
      returned: 'Brak zaświadczeń o dochodzie; prosimy o ich dołączenie i ponowne przekazanie.',
    },
    used: 'Świadczenie wychowawcze.',
    evaluation: 'Pomoc rzeczowa, poza programem usług. Wnioskodawca zgodził się na przekazanie.',
    note: ['note', 'Rodzic prosi, żeby w szkole nikt nie pytał dzieci o obiady.'],
  },
  {
    key: 'first-child-worry',
    theme: 'parenting',
    area: 1,
    title: 'Zajęcia dla taty z synem',
    words:
      'Zostałem z synem w domu, żona wróciła do pracy. Na placu zabaw same mamy i trochę mi głupio. Są jakieś zajęcia, gdzie tata nikogo nie dziwi?',
    who: { sex: 'male', ageFrom: 22, ageTo: 48, childFrom: 0, childTo: 5, home: 'with_partner' },
    applicant: 'person',
    services: { jarocin: ['jarocin-20'] },
    used: 'Nie korzysta z usług.',
    evaluation:
      'Zajęcia są dla rodziców bez różnicy; w czwartkowej grupie jest jeszcze dwóch ojców. Nie trzeba planu.',
    note: [
      'note',
      'Tata chętnie poprowadzi raz zajęcia z drewna, przekazane organizatorowi społeczności lokalnej.',
    ],
  },
];
