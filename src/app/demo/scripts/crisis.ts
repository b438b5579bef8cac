import type { Script } from './script.ts';

/** Crises of the mind, of work and of a roof; and being alone. */
export const crisis: readonly Script[] = [
  {
    key: 'after-the-funeral',
    theme: 'mental_crisis',
    area: 5,
    title: 'Żałoba po mężu',
    words:
      'Pół roku po pogrzebie dalej nakrywam na dwoje. Nie chcę leków, chcę pogadać z kimś, kto się nie rozpłacze razem ze mną.',
    who: { sex: 'female', ageFrom: 55, ageTo: 90, home: 'alone' },
    applicant: 'person',
    services: {
      zyrardow: ['zyrardow-17'],
      'dwie-gminy': ['dwiegminy-09', 'dwiegminy-13'],
      jarocin: ['jarocin-01', 'jarocin-16'],
    },
    used: 'Lekarz rodzinny.',
    evaluation:
      'Pani mówi o smutku otwarcie i ma plan na każdy dzień. Rozmowy i spotkania z ludźmi są uzasadnione i możliwe. Umówiłyśmy się, że powie, jeśli przestanie jeść albo spać.',
    note: ['meeting', 'Pani przyniosła zdjęcie ogrodu męża. Chciałaby, żeby ktoś pomógł jej go nie stracić.'],
    plan: {
      result: 'Osoba ma w tygodniu dwa stałe spotkania i ktoś pomaga jej w ogrodzie.',
      when: 'morning',
      place: 'centre',
      action: [
        'neighbourly',
        'Sąsiedzi uprawiają wspólnie dwa zagony za część plonów',
        'dwie rodziny z ulicy',
      ],
      entries: [
        ['phone', 'Pani była na trzech spotkaniach. Mówi, że wtorki mają znowu nazwę.', null],
        [
          'meeting',
          'Rocznica ślubu była trudna, zadzwoniła do koleżanki z klubu zamiast siedzieć sama.',
          null,
        ],
        ['visit', 'Zagony skopane, sadzonki od sąsiadów. Pani poczęstowała nas szczypiorkiem.', null],
      ],
      closing: {
        description: 'Rozmowy odbyły się zgodnie z planem; klub pani wybrała sama, inny niż na początku.',
        results: 'Pani prowadzi w klubie kącik ogrodniczy. Mówi, że smutek jest, ale się w nim mieści.',
        remaining: null,
      },
    },
  },
  {
    key: 'panic-at-work',
    theme: 'mental_crisis',
    area: 5,
    title: 'Lęk, który nie pozwala wyjść z domu',
    words:
      'W autobusie robi mi się duszno, serce wali i wysiadam. Już trzeci tydzień jestem na zwolnieniu. Boję się, że zwariowałam.',
    who: { sex: 'female', ageFrom: 19, ageTo: 58 },
    applicant: 'person',
    services: { zyrardow: ['zyrardow-17', 'zyrardow-14'], 'dwie-gminy': ['dwiegminy-09', 'dwiegminy-13'] },
    used: 'Lekarz rodzinny, zwolnienie. Wizyta w poradni zdrowia psychicznego za cztery miesiące.',
    evaluation:
      'Pani potrzebuje rozmów od zaraz, zanim przyjdzie termin w poradni. Pierwsze spotkanie może odbyć się w domu. Nie ma zagrożenia życia; numer telefonu wsparcia pani ma zapisany.',
    note: [
      'call',
      'Dzwonić, nie pisać: w wiadomościach pani doszukuje się złych nowin, sama o tym mówi z uśmiechem.',
    ],
    plan: {
      result: 'Osoba jedzie sama dwa przystanki i wraca do pracy na część etatu.',
      when: 'morning',
      place: 'centre',
      action: null,
      entries: [
        ['visit', 'Pierwsza rozmowa w kuchni, przy otwartym oknie. Pani zgodziła się na następną.', null],
        ['phone', 'Pani doszła pieszo do centrum. Ćwiczy oddech według kartki.', null],
        [
          'meeting',
          'Przejechała dwa przystanki z siostrą. Pracodawca zgodził się na pół etatu na próbę.',
          'Dopytać o pierwszy dzień w pracy.',
        ],
      ],
      closing: {
        description: 'Dwanaście rozmów, dwie w domu. W trakcie planu zaczęła się terapia w poradni.',
        results: 'Pani pracuje na pół etatu i jeździ autobusem.',
        remaining: 'Terapia trwa w poradni.',
      },
    },
  },
  {
    key: 'fifty-and-no-work',
    theme: 'unemployment',
    area: 8,
    title: 'Praca po zamknięciu zakładu',
    words:
      'Trzydzieści lat w jednym zakładzie i zamknęli. CV nigdy nie pisałem. Wszędzie chcą młodszych, a ja jeszcze z dziesięć lat popracuję.',
    who: { sex: 'male', ageFrom: 45, ageTo: 63 },
    applicant: 'person',
    services: { zyrardow: ['zyrardow-14', 'zyrardow-17'] },
    used: 'Rejestracja w urzędzie pracy.',
    evaluation:
      'Pan ma fach i uprawnienia, brakuje mu opisu tego, co umie. Klub aktywizacji jest właściwy. Prosi też o rozmowę, bo od zwolnienia źle sypia.',
    note: [
      'meeting',
      'Spisaliśmy razem maszyny, które obsługiwał: jedenaście pozycji. Zdziwił się długością listy.',
    ],
    plan: {
      result:
        'Osoba ma gotowe CV, była na co najmniej czterech rozmowach i zna dwie oferty, które jej odpowiadają.',
      when: 'afternoon',
      place: 'centre',
      action: ['self_help', 'Pan uczy w klubie ostrzenia narzędzi', 'uczestnicy klubu'],
      entries: [
        ['meeting', 'CV gotowe. Pierwsza rozmowa bez skutku, druga w przyszłym tygodniu.', null],
        ['provider', 'Prowadzący mówi, że pan pomaga innym. Obecność pełna.', null],
        [
          'phone',
          'Oferta w serwisie maszyn, praca od poniedziałku na próbę.',
          'Zadzwonić po pierwszym tygodniu.',
        ],
      ],
      closing: {
        description: 'Zajęcia w klubie ukończone, dwie rozmowy z psychologiem.',
        results: 'Pan pracuje w serwisie maszyn, umowa na rok.',
        remaining: null,
      },
    },
  },
  {
    key: 'back-to-work-mother',
    theme: 'unemployment',
    area: 14,
    title: 'Powrót do pracy po latach opieki',
    words:
      'Dwanaście lat opiekowałam się teściową. Teraz jej nie ma, a ja nie umiem powiedzieć, co umiem. Wstydzę się iść na rozmowę.',
    who: { sex: 'female', ageFrom: 35, ageTo: 60 },
    applicant: 'person',
    services: { zyrardow: ['zyrardow-14'] },
    used: 'Nie korzysta z usług.',
    evaluation:
      'Lata opieki to doświadczenie, które da się nazwać. Wystarczy jeden cykl klubu, koordynacja nie jest potrzebna.',
    note: ['note', 'Pani pyta o kurs opiekunki; adres instytucji szkoleniowej podany.'],
  },
  {
    key: 'sleeps-in-the-garden-hut',
    theme: 'homelessness',
    area: 4,
    title: 'Nocleg i dokumenty',
    words:
      'Śpię w altance na działkach, właściciel pozwolił do mrozów. Portfel ukradli mi na dworcu, dowodu nie mam. Chcę pracować, ale bez papierów nikt nie weźmie.',
    who: { noAddress: true },
    applicant: 'person',
    services: { jarocin: [], zyrardow: ['zyrardow-20'], 'dwie-gminy': ['dwiegminy-07'] },
    transfer: {
      kind: 'team',
      reason: 'Schronienie i pomoc w wyrobieniu dowodu należą do zadań pomocy społecznej.',
      answer: 'Miejsce w schronisku od dziś. Wniosek o dowód złożony, zdjęcie zrobiono na miejscu.',
      returned:
        'Osoba nie skorzystała z miejsca w schronisku, wraca na działki. Prosimy o utrzymanie kontaktu i propozycję rozmowy z psychologiem.',
    },
    used: 'Łaźnia i jadłodajnia parafialna.',
    evaluation:
      'Sprawa pilna ze względu na mrozy. Osoba zgadza się na przekazanie i na kontakt przez jadłodajnię.',
    note: ['note', 'Nie ma telefonu. Umówiliśmy się codziennie o dwunastej przy okienku.'],
  },
  {
    key: 'nobody-to-talk-to',
    theme: 'loneliness',
    area: 11,
    title: 'Rozmowa i wyjścia raz w tygodniu',
    words:
      'W niedzielę policzyłem: od środy nie powiedziałem do nikogo ani słowa, tylko w sklepie dzień dobry. Ja się nie skarżę, ale człowiek zapomina, jak się gada.',
    who: { sex: 'male', ageFrom: 70, home: 'alone' },
    applicant: 'person',
    services: {
      jarocin: ['jarocin-01', 'jarocin-19'],
      zyrardow: ['zyrardow-01', 'zyrardow-17'],
      'dwie-gminy': ['dwiegminy-11', 'dwiegminy-14'],
    },
    used: 'Nie korzysta z usług.',
    evaluation:
      'Pan jest sprawny i ciekawy ludzi. Najbardziej odpowiada mu szachownica i stała godzina. Potrzeba jest uzasadniona; dojście do klubu zajmuje kwadrans.',
    note: ['visit', 'Na stole rozłożona partia sprzed tygodnia, grał sam ze sobą. Zapytałem, kto wygrywa.'],
    plan: {
      result: 'Osoba ma co najmniej dwa spotkania w tygodniu i partnera do szachów.',
      when: 'afternoon',
      place: 'centre',
      action: ['volunteering', 'Licealista gra w szachy i uczy się od pana', 'wolontariusz'],
      entries: [
        ['meeting', 'Pan przegrał pierwszą partię i od razu umówił rewanż.', null],
        [
          'phone',
          'Chory dwa tygodnie, licealista dzwonił co drugi dzień.',
          'Zapytać o zakupy, gdyby choroba się przedłużyła.',
        ],
        ['meeting', 'W klubie są już trzy szachownice.', null],
      ],
      closing: {
        description: 'Spotkania odbywały się dwa razy w tygodniu z przerwą na chorobę.',
        results: 'Pan prowadzi sobotni stolik szachowy. W notesie ma dziewięć nowych numerów telefonu.',
        remaining: null,
      },
    },
  },
  {
    key: 'drinking-brother',
    theme: 'mental_crisis',
    area: 5,
    title: 'Wsparcie dla rodziny osoby uzależnionej',
    words:
      'Brat pije, mieszka z nami. Nie on chce pomocy, tylko ja. Chcę wiedzieć, co mogę, a czego nie muszę.',
    who: { sex: 'female', ageFrom: 24, ageTo: 66 },
    applicant: 'person',
    services: { zyrardow: ['zyrardow-17'], 'dwie-gminy': ['dwiegminy-09'] },
    used: 'Spotkanie grupy wsparcia w parafii.',
    evaluation:
      'Potrzeba dotyczy pani, nie brata, i tak ją zapisujemy. Kilka rozmów wystarczy, żeby ułożyć granice; plan nie jest potrzebny.',
    note: [
      'meeting',
      'W domu nie ma przemocy ani gróźb, zapytałam wprost. Umówiłyśmy hasło, gdyby coś się zmieniło.',
    ],
  },
  {
    key: 'volunteer-offers',
    theme: 'loneliness',
    area: 11,
    title: 'Chcę pomagać, mam wolne popołudnia',
    words:
      'Jestem na emeryturze, mam auto i trochę siły. Nie potrzebuję niczego, chciałbym komuś coś przywieźć albo z kimś posiedzieć.',
    who: { sex: 'male', ageFrom: 58, ageTo: 74 },
    applicant: 'person',
    services: { zyrardow: ['zyrardow-08', 'zyrardow-10'], jarocin: ['jarocin-23'] },
    answer:
      'Przekazane organizatorowi społeczności lokalnej; pierwsze spotkanie w środę, zanim kogoś poznają ze sobą.',
    used: 'Nie korzysta z usług.',
    evaluation: 'To zgłoszenie zasobu, nie potrzeby.',
    note: ['note', 'Pan ma prawo jazdy także na busa.'],
  },
];
