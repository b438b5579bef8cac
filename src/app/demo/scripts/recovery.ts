import type { Script } from './script.ts';

/** Getting back on one's feet: after an illness, an accident, a birth, a move. */
export const recovery: readonly Script[] = [
  {
    key: 'after-the-heart-attack',
    theme: 'health',
    area: 5,
    title: 'Powrót do ruchu po zawale',
    words:
      'Po zawale boję się wejść na drugie piętro. Lekarz mówi „ruszać się”, a ja siedzę i słucham, czy bije.',
    who: { sex: 'male', ageFrom: 45, ageTo: 80 },
    applicant: 'person',
    services: {
      jarocin: ['jarocin-16', 'jarocin-22'],
      zyrardow: ['zyrardow-16', 'zyrardow-17'],
      'dwie-gminy': ['dwiegminy-09', 'dwiegminy-13'],
    },
    used: 'Trzy tygodnie rehabilitacji kardiologicznej w sanatorium.',
    evaluation:
      'Pan ma zalecenia na piśmie i chce wiedzieć, ile może. Ćwiczenia w grupie i konsultacje są uzasadnione; zacząć od najlżejszego stopnia. Lęk maleje, gdy ktoś mierzy tętno obok.',
    note: [
      'meeting',
      'Pan nosi w portfelu kartkę z lekami. Poprosił, żeby prowadzący wiedział, gdzie jej szukać.',
    ],
    plan: {
      result: 'Osoba wchodzi na drugie piętro bez zatrzymania i wie, kiedy przerwać wysiłek.',
      when: 'morning',
      place: 'centre',
      action: ['self_help', 'Wspólny marsz w soboty, tempo najwolniejszego', 'uczestnicy zajęć'],
      entries: [
        ['provider', 'Tętno w normie po każdych zajęciach. Pan sam je zapisuje.', null],
        ['phone', 'Wszedł na pierwsze piętro, odpoczął, wszedł na drugie.', null],
        [
          'meeting',
          'Zapytał, czy może wrócić do roweru. Odpowie lekarz na kontroli.',
          'Przypomnieć o pytaniu przed kontrolą.',
        ],
      ],
      closing: {
        description: 'Zajęcia odbywały się zgodnie z planem, z przerwą na kontrolę w szpitalu.',
        results: 'Drugie piętro bez zatrzymania, w soboty marsz na pięć kilometrów.',
        remaining: null,
      },
    },
  },
  {
    key: 'after-the-motorbike',
    theme: 'disability',
    area: 5,
    title: 'Młody mężczyzna po wypadku',
    words:
      'Noga się zrosła, ale nie zgina. Dawni koledzy przestali wpadać, bo ile można. Nie mam jeszcze połowy życia za sobą, a czuję się jak emeryt.',
    who: { sex: 'male', ageFrom: 20, ageTo: 42 },
    applicant: 'person',
    services: { jarocin: ['jarocin-13', 'jarocin-07'], zyrardow: ['zyrardow-17', 'zyrardow-14'] },
    used: 'Szpital i turnus rehabilitacyjny, który skończył się w wakacje.',
    evaluation:
      'Pan ćwiczy sam, lecz bez kontroli robi sobie krzywdę. Zajęcia dają też powód, żeby wyjść z domu. Interesuje go grafika komputerowa.',
    note: ['call', 'Odbiera po jedenastej. Woli, żeby nie zaczynać rozmowy od pytania o nogę.'],
    plan: {
      result: 'Osoba chodzi bez kul po mieście i ma gotowe trzy prace do pokazania pracodawcy.',
      when: 'afternoon',
      place: 'centre',
      action: ['volunteering', 'Projektuje plakaty klubu', 'klub społeczny'],
      entries: [
        ['provider', 'Zakres zgięcia większy o dwadzieścia stopni. Ćwiczy w domu według kartki.', null],
        ['meeting', 'Przyszedł o jednej kuli i z pierwszym plakatem.', null],
        [
          'phone',
          'Zaproszenie na rozmowę do drukarni. Denerwuje się schodami przed wejściem.',
          'Sprawdzić, czy drukarnia ma drugie wejście.',
        ],
      ],
      closing: {
        description: 'Ćwiczenia i zajęcia trwały przez cały okres planu.',
        results: 'Chodzi bez kul. Pracuje na zlecenie dla drukarni.',
        remaining: null,
      },
    },
  },
  {
    key: 'weeks-after-birth',
    theme: 'parenting',
    area: 1,
    title: 'Zmęczenie po porodzie',
    words:
      'Kocham małą, ale płaczę pod prysznicem, żeby nikt nie słyszał. Mama mówi, że wszystkie tak mają. Ja nie chcę tak mieć.',
    who: { sex: 'female', ageFrom: 19, ageTo: 44, childFrom: 0, childTo: 2 },
    applicant: 'person',
    services: {
      jarocin: ['jarocin-22', 'jarocin-20'],
      zyrardow: ['zyrardow-17', 'zyrardow-06'],
      'dwie-gminy': ['dwiegminy-09', 'dwiegminy-10'],
    },
    used: 'Wizyty położnej.',
    evaluation:
      'Pani nazywa, co czuje, i prosi o pomoc. Zgodziła się na rozmowę z lekarzem w tym tygodniu. Usługi programu uzupełnią leczenie: spokojny czas i ludzie, którzy też nie śpią.',
    note: ['visit', 'Dziecko zadbane, w domu ktoś jest do siedemnastej. Pani wie, dokąd zadzwonić w nocy.'],
    plan: {
      result:
        'Osoba śpi co najmniej pięć godzin, ma leczenie i dwa razy w tygodniu wychodzi z dzieckiem do ludzi.',
      when: 'morning',
      place: 'centre',
      action: ['neighbourly', 'Sąsiadka bierze wózek na spacer w poniedziałki', 'sąsiadka z klatki'],
      entries: [
        ['phone', 'Leczenie zaczęte. Noce dzielone po połowie.', null],
        ['meeting', 'Na zajęciach rozmawiała z dwiema mamami; jedna opowiedziała, że miała to samo.', null],
        ['visit', 'Pani śmiała się przy mnie pierwszy raz. Prosi o dalsze zajęcia.', null],
      ],
      closing: {
        description: 'Wsparcie trwało równolegle z leczeniem, dwa spotkania odbyły się w domu.',
        results: 'Pani czuje się dobrze i sama odwiedza mamy po porodzie.',
        remaining: 'Leczenie według zaleceń lekarza.',
      },
    },
  },
  {
    key: 'trembling-hands',
    theme: 'disability',
    area: 5,
    title: 'Ruch i samodzielność przy chorobie Parkinsona',
    words:
      'Drżę, a najgorzej przy ludziach, to nie wychodzę. Herbatę rozlewam. Chciałabym jeszcze długo sama się ubierać.',
    who: { sex: 'female', ageFrom: 58, ageTo: 86 },
    applicant: 'person',
    services: { jarocin: ['jarocin-14', 'jarocin-16'], 'dwie-gminy': ['dwiegminy-12', 'dwiegminy-15'] },
    used: 'Poradnia neurologiczna.',
    evaluation:
      'Pani porusza się wolno i bezpiecznie. Ćwiczenia w domu są uzasadnione, a grupa z muzyką pomaga w rytmie chodu.',
    note: ['visit', 'Kubek z uchwytem po obu stronach czeka u nas do odbioru. Pani wybrała niebieski.'],
    plan: {
      result: 'Osoba ubiera się sama w pół godziny i raz w tygodniu jest wśród ludzi.',
      when: 'morning',
      place: 'home',
      action: null,
      entries: [
        ['provider', 'Chód pewniejszy przy liczeniu na głos. Ćwiczenia co drugi dzień.', null],
        [
          'visit',
          'Guziki zastąpione rzepami tam, gdzie pani chciała. Ubiera się w dwadzieścia pięć minut.',
          null,
        ],
        ['phone', 'Była na zajęciach z muzyką, wróci za tydzień.', 'Zapytać o dojazd zimą.'],
      ],
      closing: {
        description: 'Ćwiczenia w domu odbyły się w całości, w grupie z trzema nieobecnościami.',
        results: 'Pani ubiera się sama i wychodzi dwa razy w tygodniu.',
        remaining: 'Choroba postępuje; ustalono kontakt co kwartał.',
      },
    },
  },
  {
    key: 'boy-who-cannot-sit',
    theme: 'parenting',
    area: 2,
    title: 'Chłopiec, który nie usiedzi',
    words:
      'W szkole co dzień uwaga. W domu robi trzy rzeczy naraz i żadnej do końca. Kochany jest nasz syn, tylko my już nie nadążamy.',
    who: { sex: 'male', ageFrom: 7, ageTo: 12 },
    applicant: 'statutory_representative',
    services: { zyrardow: ['zyrardow-06', 'zyrardow-18'], 'dwie-gminy': ['dwiegminy-08', 'dwiegminy-10'] },
    used: 'Opinia poradni psychologiczno-pedagogicznej.',
    evaluation:
      'Chłopiec jest bystry i lubi pracę rękami. Potrzebuje zajęć w małej grupie, rodzice wskazówek na wieczory. Szkoła chce współpracować.',
    note: [
      'meeting',
      'Rozłożył mi długopis na części i złożył z powrotem, szybciej niż ja otworzyłam teczkę.',
    ],
    plan: {
      result: 'Chłopiec kończy zadanie z jedną przerwą, a w dzienniczku jest mniej uwag niż pochwał.',
      when: 'afternoon',
      place: 'centre',
      action: ['other', 'Kącik majsterkowicza w świetlicy', 'wychowawczyni świetlicy'],
      entries: [
        ['provider', 'W grupie czterech osób pracuje dwadzieścia minut bez przerwy.', null],
        ['phone', 'Rodzice wprowadzili klepsydrę do lekcji. Działa lepiej niż prośby.', null],
        [
          'meeting',
          'Wychowawczyni mówi o dwóch pochwałach w tygodniu.',
          'Podziękować wychowawczyni na piśmie, za zgodą rodziców.',
        ],
      ],
      closing: {
        description: 'Zajęcia dziecka i spotkania rodziców odbyły się zgodnie z planem.',
        results:
          'Uwagi w dzienniczku zdarzają się raz na dwa tygodnie, chłopiec należy do koła modelarskiego.',
        remaining: null,
      },
    },
  },
  {
    key: 'farmer-with-a-back',
    theme: 'health',
    area: 5,
    title: 'Kręgosłup po latach pracy',
    words:
      'Czterdzieści lat dźwigania i teraz rano nie mogę włożyć skarpet. Tabletki mam, ale ile można jeść tabletek.',
    who: { sex: 'male', ageFrom: 48, ageTo: 76 },
    applicant: 'person',
    services: { jarocin: ['jarocin-13', 'jarocin-16'] },
    used: 'Zabiegi w przychodni dwa lata temu.',
    evaluation:
      'Ból ogranicza codzienne czynności, lekarz zaleca ruch. Rehabilitacja jest możliwa po żniwach, tak jak pan prosi.',
    note: ['call', 'Przyjedzie po dojeniu, czyli po dziewiątej. Termin ustalony.'],
    plan: {
      result: 'Osoba wkłada skarpety bez pomocy i zna pięć ćwiczeń na rano.',
      when: 'morning',
      place: 'centre',
      action: null,
      entries: [
        ['provider', 'Po czterech spotkaniach skłon do kolan. Ćwiczy rano w stodole, przy radiu.', null],
        ['phone', 'Skarpety bez pomocy. Tabletkę bierze co trzeci dzień.', null],
        ['meeting', 'Pokazał synowi, jak podnosić worek. Obaj się śmiali, ale obaj zapamiętali.', null],
      ],
      closing: {
        description: 'Odbyły się wszystkie spotkania, jedno przesunięto z powodu wykopków.',
        results: 'Ból zmalał na tyle, że pan odstawił tabletki za zgodą lekarza.',
        remaining: null,
      },
    },
  },
];
