import { areaOf, type RecipientGroup, recipientGroups } from '../../law/index.ts';
import type {
  FindingKind,
  FindingSource,
  FindingState,
  QuarterCount,
  Significance,
} from './domain/finding.ts';
import type { Reason, Source } from './domain/unmet-need.ts';

const reasons: Record<Reason, string> = {
  no_service: 'nie ma takiej usługi',
  no_places: 'brak miejsc lub pieniędzy',
  waiting: 'czekanie',
  conditions: 'warunki niespełnione',
  incomplete: 'wniosek nieuzupełniony w terminie',
  distance: 'za daleko',
  price: 'za drogo',
  hours: 'nie w tych godzinach',
  other: 'inny powód',
};

const sources: Record<Source, string> = {
  search: 'wyszukiwanie bez wyniku',
  none_of_these: 'odpowiedź „żadna z tych usług”',
  refusal: 'odmowa',
  left_unconsidered: 'pozostawienie bez rozpoznania',
  withdrawal: 'rezygnacja z powodu czekania',
  waiting: 'miesiąc czekania',
};

const findingSources: Record<FindingSource, string> = {
  conversation: 'rozmowy z mieszkańcami',
  observation: 'obserwacja w terenie',
  partner: 'partner lub jednostka gminy',
  complaint: 'skargi i wnioski',
  survey: 'badanie mieszkańców',
  statistics: 'statystyki i rejestry',
  unmet_needs: 'rejestr niezaspokojonych potrzeb',
  refusals: 'odmowy',
  plan_summary: 'podsumowanie planów IPUS',
};
const findingKinds: Record<FindingKind, string> = {
  need: 'potrzeba usług',
  potential: 'potencjał do ich organizowania',
  supporting_action: 'działania wspierające',
};
const significances: Record<Significance, string> = {
  slight: 'niewielkie',
  notable: 'ważne',
  change: 'istotna zmiana',
};
const findingStates: Record<FindingState, string> = {
  proposed: 'czeka na organizatora',
  taken: 'przyjęte do rozeznania',
  set_aside: 'odłożone',
};

/** Words of the staff's pages of the ledger of unmet needs. */
export const pl = {
  reasons,
  sources,
  groups: recipientGroups as Record<RecipientGroup, string>,
  noArea: 'bez zakresu',
  noGroup: 'grupa nieznana',
  noGmina: 'gmina nieznana',
  noLocality: 'miejscowość nieznana',
  hidden: 'ukryte',
  months: ['sty', 'lut', 'mar', 'kwi', 'maj', 'cze', 'lip', 'sie', 'wrz', 'paź', 'lis', 'gru'],
  monthNames: [
    'styczeń',
    'luty',
    'marzec',
    'kwiecień',
    'maj',
    'czerwiec',
    'lipiec',
    'sierpień',
    'wrzesień',
    'październik',
    'listopad',
    'grudzień',
  ],
  ledger: {
    title: 'Niezaspokojone potrzeby',
    lead: 'Czego mieszkańcy szukali lub o co prosili, a nie dostali. Bez danych osób: zakres, grupa, miejsce, powód i dzień.',
    month: 'Podaj miesiąc, na przykład 2026-10.',
    invented: 'Dane pokazowe',
    inventedText:
      'To demonstracja: wyszukiwania i odpowiedzi mieszkańców są wymyślone, a odmowy i czekanie pochodzą z wymyślonych spraw.',
    filters: 'Okres i filtry',
    from: 'Od miesiąca',
    to: 'Do miesiąca',
    area: 'Zakres',
    anyArea: 'wszystkie zakresy',
    group: 'Grupa',
    anyGroup: 'wszystkie grupy',
    gmina: 'Gmina',
    anyGmina: 'wszystkie gminy',
    show: 'Pokaż',
    clear: 'Ostatni miesiąc',
    total: 'Niezaspokojone potrzeby',
    totalWords: (count: number) => `Przyjęte wpisy: ${count}`,
    totalHidden: 'mniej niż 5 albo ukryte, bo zdradzałoby małą liczbę',
    period: (from: string, to: string) => (from === to ? from : `${from} – ${to}`),
    byArea: 'Powody według zakresów',
    byAreaTable: 'Zakresy i powody: liczby',
    byMonth: 'Miesiąc po miesiącu',
    byGroup: 'Kogo dotyczą',
    byPlace: 'Gdzie',
    mapCaption: (period: string) => `Niezaspokojone potrzeby na mapie: ${period}`,
    mapNote:
      'Kółko stoi tam, gdzie leży miejscowość, i jest tym większe, im więcej potrzeb. Szare gminy to sąsiedzi.',
    mapPlaces: 'Miejscowości, których położenia nie znamy, są tylko w tabeli.',
    noMap: 'Nie mamy obrysu tej gminy, dlatego zamiast mapy jest sama tabela.',
    areaHead: 'Zakres',
    monthHead: 'Miesiąc',
    groupHead: 'Grupa',
    placeHead: 'Miejsce',
    count: 'Potrzeby',
    sum: 'Razem',
    wholeGmina: (name: string) => `${name}: cała gmina`,
    part: (locality: string) => `– ${locality}`,
    elsewhere: (gmina: string) => `– ${gmina}: miejscowość nieznana`,
    all: 'cała gmina',
    hiddenReasons: 'powody ukryte (małe liczby)',
    hiddenNote:
      'Liczb od 1 do 4 nie pokazujemy, a z nimi tych, z których dałoby się je wyliczyć. W małej miejscowości taka liczba to sąsiad.',
    emptyTitle: 'W tym okresie nic jeszcze nie policzono',
    emptyReview: (count: number) =>
      `Na przegląd czeka ${count}. Liczą się dopiero wpisy, które organizator przyjął.`,
    empty:
      'Wpisy powstają same: z wyszukiwań bez wyniku, odmów, wniosków bez rozpoznania i miesięcy czekania. Wybierz inny okres.',
    review: (count: number) => `Przejrzyj wpisy (${count})`,
    exportCsv: 'Pobierz CSV',
    exportJson: 'Pobierz JSON',
    passport: 'Skąd ta liczba',
  },
  passport: {
    source: 'rejestr niezaspokojonych potrzeb centrum, wpisy przyjęte przez organizatora usług społecznych',
    formula:
      'suma przyjętych wpisów; wpisem jest jedno wyszukiwanie bez wyniku, jedna odpowiedź „żadna z tych usług”, jedna odmowa lub pozostawienie bez rozpoznania (na każdą usługę), jedna rezygnacja z powodu czekania, jeden pełny miesiąc czekania',
    suppression:
      'liczby od 1 do 4 i te, z których dałoby się je wyliczyć, także z innego miesiąca lub zawężenia, są ukryte',
    sourceLabel: 'Źródło',
    periodLabel: 'Okres',
    filterLabel: 'Filtr',
    noFilter: 'bez filtra',
    formulaLabel: 'Jak policzono',
    suppressionLabel: 'Małe liczby',
    madeLabel: 'Stan na dzień',
    area: (code: number) => `zakres: ${areaOf(code)?.name ?? code}`,
    group: (group: RecipientGroup) => `grupa: ${recipientGroups[group]}`,
    gmina: (name: string) => `gmina: ${name}`,
    reason: (reason: Reason) => `powód: ${reasons[reason]}`,
  },
  review: {
    title: 'Przegląd niezaspokojonych potrzeb',
    lead: 'Zaznacz wpisy, które są prawdziwą potrzebą. Dopiero przyjęte liczą się do diagnozy.',
    listTitle: (count: number) => `Wpisy do przeglądu (${count})`,
    select: 'Przyjąć',
    need: 'Potrzeba',
    place: 'Miejsce',
    reason: 'Powód',
    source: 'Skąd',
    times: 'Ile razy',
    last: 'Ostatnio',
    change: 'Popraw lub odrzuć',
    accept: 'Przyjmij zaznaczone',
    tickAll: 'Zaznacz wszystkie z zakresem',
    untickAll: 'Odznacz wszystkie',
    searched: 'Czego szukano',
    service: 'Usługa',
    terms: (terms: string) => `szukano: ${terms}`,
    services: (names: string) => `usługa: ${names}`,
    emptyTitle: 'Nic nie czeka na przegląd',
    empty: 'Nowe wpisy pojawią się tu same, gdy ktoś czegoś nie znajdzie albo nie dostanie.',
    back: 'Niezaspokojone potrzeby',
    wordsTitle: (count: number) => `Słowa, których wyszukiwarka nie zna (${count})`,
    wordsLead:
      'Słowo widać dopiero wtedy, gdy padło co najmniej trzy razy w miesiącu. Cyfr, imion i nazwisk nie zapisujemy. Jeżeli jest taka usługa, dodaj słowo do słownika wyszukiwarki; jeżeli nie ma, policz je jako potrzebę.',
    wordsEmpty: 'Żadne nieznane słowo nie padło trzy razy w miesiącu.',
    wordTimes: (times: number, month: string) => `${times} razy, ${month}`,
    code: 'Policz jako potrzebę',
    dismiss: 'Usuń z listy',
    learn: 'Dodaj do słownika',
    area: 'Zakres',
    group: 'Grupa',
    anyGroup: 'grupa nieznana',
    errors: {
      chosen: 'Nie rozpoznajemy tego wpisu. Otwórz przegląd jeszcze raz i zaznacz wpisy z listy.',
      nothingChosen: 'Zaznacz co najmniej jeden wpis, który przyjmujesz.',
      nothingAwaits:
        'Te wpisy ktoś już przejrzał. Nic nie zginęło. Otwórz przegląd, żeby zobaczyć, co jeszcze czeka.',
      noArea:
        'Wpis bez zakresu nie może się liczyć. Otwórz „Popraw lub odrzuć” i nadaj mu zakres; pozostałe zaznacz ponownie.',
      because: 'Napisz, dlaczego to nie jest potrzeba, na przykład: pomyłka w pisaniu.',
    },
  },
  entry: {
    title: 'Wpis: popraw lub odrzuć',
    count: (times: number) => `Takich wpisów: ${times}`,
    correctTitle: 'Inny kod',
    correct: 'Zapisz kod i przyjmij',
    rejectTitle: 'To nie jest potrzeba',
    because: 'Dlaczego',
    becauseHint: 'Na przykład: pomyłka w pisaniu, pytanie o godziny otwarcia urzędu.',
    reject: 'Odrzuć jako szum',
    goneTitle: 'Tego wpisu już tu nie ma',
    gone: 'Ktoś go właśnie przejrzał. Wróć do przeglądu.',
    back: 'Przegląd',
  },
  finding: {
    sources: findingSources,
    kinds: findingKinds,
    significances,
    states: findingStates,
    title: 'Rozeznanie potrzeb i potencjału',
    lead: 'Co wiemy o społeczności: nie o jednej osobie. Z tych ustaleń powstaje diagnoza, a istotna zmiana każe ją zaktualizować.',
    ownLead:
      'Zapisz, co widzisz w swojej pracy. Organizator usług przyjmie ustalenie albo napisze, dlaczego je odkłada.',
    add: 'Zapisz ustalenie',
    newTitle: 'Nowe ustalenie',
    newLead: 'Pisz o społeczności. Nie podawaj nazwisk, numerów PESEL, telefonów ani adresów.',
    back: 'Rozeznanie',
    waiting: (count: number) => `Czekają na Ciebie (${count})`,
    list: (count: number) => `Ustalenia (${count})`,
    changes: 'Istotne zmiany',
    changesText: (count: number) =>
      count === 1
        ? 'Jedno przyjęte ustalenie to istotna zmiana. Sprawdź, czy diagnoza wymaga aktualizacji (art. 21 ust. 2).'
        : `Przyjęte istotne zmiany: ${count}. Sprawdź, czy diagnoza wymaga aktualizacji (art. 21 ust. 2).`,
    emptyTitle: 'Nie ma jeszcze ustaleń',
    empty:
      'Pierwsze zapisz po rozmowie z mieszkańcami. Raz na kwartał system sam dopisze, co wynika z rejestru niezaspokojonych potrzeb.',
    filters: 'Wybór ustaleń',
    show: 'Pokaż',
    anyState: 'wszystkie',
    state: 'Stan',
    area: 'Zakres',
    kind: 'Czego dotyczy',
    what: 'Ustalenie',
    whom: 'Kogo i gdzie',
    scale: 'Ilu mieszkańców dotyczy',
    scaleHint: 'Zostaw puste, jeżeli nie wiadomo.',
    scaleWords: {
      counted: (count: number) => `${count} (policzono)`,
      estimated: (count: number) => `około ${count}`,
    },
    scaleUnknown: 'skala nieznana',
    counted: 'Skąd ta liczba',
    countedOptions: { estimated: 'to szacunek', counted: 'policzono' },
    significance: 'Znaczenie',
    source: 'Źródło',
    foundOn: 'Dzień ustalenia',
    serviceKind: 'Rodzaj usługi',
    anyKind: 'żaden z listy albo nie wiadomo',
    group: 'Grupa',
    gmina: 'Gmina',
    anyGmina: 'cały obszar centrum',
    locality: 'Miejscowość lub osiedle',
    conclusion: 'Wniosek',
    conclusionHint: 'Na przykład: w Witaszycach starsi mieszkańcy nie mają czym dojechać do przychodni.',
    save: 'Zapisz ustalenie',
    take: 'Przyjmij',
    takeAs: 'Przyjmij jako',
    setAside: 'Odłóż',
    because: 'Dlaczego odkładasz',
    bySystem: 'system',
    told: ({ quarter, yearBefore }: QuarterCount, from: string, to: string): string => {
      const usual =
        yearBefore === null
          ? 'Rejestr jest za młody, by to porównać.'
          : yearBefore < 20
            ? 'Rok wcześniej było ich mniej niż 5 na kwartał.'
            : `Rok wcześniej było ich średnio ${Math.round(yearBefore / 4)} na kwartał.`;
      return `${monthWords(from)} – ${monthWords(to)}: przyjęto ${quarter} niezaspokojonych potrzeb. ${usual}`;
    },
    errors: {
      conclusion: 'Napisz wniosek: co ustalono o społeczności.',
      because: 'Napisz, dlaczego odkładasz to ustalenie. Autor zobaczy tę odpowiedź.',
      future: 'Ten dzień jeszcze nie nadszedł. Podaj dzień ustalenia, najpóźniej dzisiejszy.',
      person:
        'Wniosek zawiera numer lub adres, który prowadzi do jednej osoby. Nic nie zginęło: usuń go i zapisz ponownie. Rozeznanie mówi o społeczności.',
      gminaNotServed: 'Centrum nie obsługuje tej gminy. Wybierz gminę z listy.',
      kindOfAnotherArea: 'Ten rodzaj usługi należy do innego zakresu. Zmień zakres albo rodzaj usługi.',
      judged: 'To ustalenie ktoś już ocenił. Nic nie zginęło. Otwórz listę, żeby zobaczyć jak.',
    },
  },
  commands: {
    'needs.record-finding': { title: 'Zapisanie ustalenia z rozeznania', done: 'Ustalenie zapisane.' },
    'needs.take-finding': { title: 'Przyjęcie ustalenia', done: 'Ustalenie przyjęte do rozeznania.' },
    'needs.set-aside-finding': {
      title: 'Odłożenie ustalenia',
      done: 'Ustalenie odłożone. Autor zobaczy powód.',
    },
    'needs.tell-findings': { title: 'Ustalenia z rejestru niezaspokojonych potrzeb' },
    'needs.findings': { title: 'Rozeznanie potrzeb i potencjału' },
    'needs.none-of-these': { title: 'Odpowiedź „żadna z tych usług”', done: '' },
    'needs.accept-needs': {
      title: 'Przyjęcie niezaspokojonych potrzeb',
      done: 'Wpisy przyjęte. Liczą się do diagnozy.',
    },
    'needs.correct-needs': {
      title: 'Poprawienie kodu potrzeby',
      done: 'Kod poprawiony, wpisy przyjęte.',
    },
    'needs.reject-needs': { title: 'Odrzucenie wpisów', done: 'Wpisy odrzucone. Nie liczą się.' },
    'needs.code-word': {
      title: 'Policzenie słowa jako potrzeby',
      done: 'Słowo policzone jako potrzeba.',
    },
    'needs.dismiss-word': { title: 'Usunięcie słowa z listy', done: 'Słowo usunięte z listy.' },
    'needs.throw-away-keys': { title: 'Usunięcie kluczy dawnych miesięcy' },
    'needs.unmet-needs': { title: 'Niezaspokojone potrzeby' },
    'needs.needs-to-review': { title: 'Przegląd niezaspokojonych potrzeb' },
  } as Record<string, { title: string; done?: string }>,
};

/** "paź 2026" of "2026-10". */
export const shortMonth = (month: string): string =>
  `${pl.months[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`;

/** "październik 2026" of "2026-10". */
export const monthWords = (month: string): string =>
  `${pl.monthNames[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`;
