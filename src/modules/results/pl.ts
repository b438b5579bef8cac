import type { Problem } from '../../statistics/index.ts';
import { fixed, number } from '../../ui/index.ts';
import type { Method, WeightProblem } from './domain/weighting.ts';

const open = 'badanie otwarte: wynik nie jest reprezentatywny';

const decimal = (value: number, digits = 1): string => fixed(value, digits);

const sheets = (count: number): string => {
  const last = count % 10;
  const teens = count % 100 >= 12 && count % 100 <= 14;
  if (count === 1) return '1 ankieta';
  return `${number(count)} ${last >= 2 && last <= 4 && !teens ? 'ankiety' : 'ankiet'}`;
};

const methods: Record<Method, string> = {
  none: 'bez wag',
  postStratification: 'poststratyfikacja',
  raking: 'raking (dopasowanie do kilku tabel)',
};

const kept = 'Nic nie zapisano; wpisane wartości zostały w formularzu.';

const statistics = (problem: Problem, category: string): string => {
  switch (problem.kind) {
    case 'category-absent-from-sample':
      return `W tabeli „${problem.margin}” jest ${number(problem.count)} osób w grupie „${category}”, a nikt z niej nie odpowiedział. Nie ma komu nadać wagi. Zrezygnuj z tej tabeli albo zbierz odpowiedzi w tej grupie.`;
    case 'category-absent-from-population':
      return `Grupa „${category}” w tabeli „${problem.margin}” ma 0 osób, a są z niej odpowiedzi. Popraw liczbę.`;
    case 'margins-disagree':
      return `Tabela „${problem.margin}” ma razem ${number(Math.round(problem.sum))} osób, a „${problem.first}” ${number(Math.round(problem.firstSum))}. Obie muszą mówić o tych samych ludziach. Popraw jedną z nich albo podaj udziały procentowe.`;
    case 'shares-do-not-add':
      return `Udziały w tabeli „${problem.margin}” dają razem ${decimal(problem.sum, 2)}%. Przyjmujemy sumy od 99,7% do 100,3%. Popraw udziały.`;
    case 'not-converged':
      return `Dopasowanie do tabel nie zbiegło się po ${problem.cycles} krokach: tabele sobie przeczą, bo niektórych połączeń grup nikt nie ma (najdalej jest „${problem.margin}”, brakuje ${number(Math.round(problem.misfit))} osób). Zrezygnuj z jednej tabeli.`;
    case 'bounds-impossible':
      return 'Granica wagi jest niższa od średniej wagi. Podaj większą.';
    case 'no-answers':
      return 'Nie ma jeszcze odpowiedzi, którym można nadać wagi.';
    case 'bad-count':
      return `Liczba w tabeli „${problem.margin}” nie może być ujemna.`;
    default:
      return 'Z tych liczb nie da się policzyć wag. Sprawdź tabele.';
  }
};

/** What a p value means, in words. */
const verdict = (p: number): string => {
  if (p < 0.001)
    return 'Odpowiedzi są ze sobą powiązane; tak dużą różnicę bardzo trudno wyjaśnić przypadkiem losowania.';
  if (p < 0.05) return 'Odpowiedzi są ze sobą powiązane; taką różnicę trudno wyjaśnić przypadkiem losowania.';
  if (p < 0.1)
    return 'Odpowiedzi mogą być powiązane, ale taka różnica zdarza się też przez przypadek losowania.';
  return 'Nie widać związku: taka różnica łatwo zdarza się przez przypadek losowania.';
};

/** What is wrong with a weighting, and what to do. */
export const problemText = (problem: WeightProblem): string => {
  switch (problem.kind) {
    case 'unknown-question':
      return `W ankiecie nie ma pytania „${problem.margin}” z jedną odpowiedzią do wyboru.`;
    case 'unknown-answer':
      return `W pytaniu „${problem.margin}” nie ma odpowiedzi o kodzie ${problem.code}.`;
    case 'answer-left-out':
      return `W tabeli „${problem.margin}” brakuje liczby dla „${problem.category}”. Wpisz ją.`;
    case 'one-table':
      return `Poststratyfikacja dopasowuje do jednej tabeli, a wybrano ${problem.tables}. Zostaw jedną albo wybierz raking.`;
    case 'no-table':
      return 'Wybierz co najmniej jedną tabelę ludności.';
    case 'statistics':
      return statistics(problem.problem, problem.category);
  }
};

/** Words of the results of a survey. */
export const pl = {
  kept,
  methods,
  decimal,
  sheets,
  answers: { noOpinion: 'nie mam zdania', chosen: 'wybrano', notChosen: 'nie wybrano' },
  open: {
    label: open,
    why: 'Odpowiadał, kto chciał, a nie osoby wylosowane. Nie podajemy więc błędu, przedziału ani testu: mierzą one przypadek losowania, a tu losowania nie było. Wagi wyrównują skład odpowiadających, ale nie zastępują losowania.',
  },
  page: {
    title: 'Wyniki',
    surveys: 'Ankiety',
    of: (title: string) => `Wyniki: ${title}`,
    tabs: 'Części wyników',
    tables: 'Odpowiedzi',
    weights: 'Wagi',
    cross: 'Tabela krzyżowa',
    quality: 'Jakość danych',
    texts: 'Odpowiedzi otwarte',
    publication: 'Raport i publikacja',
    none: 'Nie ma jeszcze odpowiedzi',
    noneText: 'Wyniki pojawią się tu same, gdy spłyną pierwsze ankiety.',
    toSurvey: 'Wróć do ankiety',
    lead: (count: number, method: string) => `${sheets(count)}, ${method}.`,
    weightProblem: 'Wagi nie działają: pokazujemy wyniki bez wag',
    effective: (effective: number, effect: number) =>
      `Odpowiedzi mówią tyle co ${decimal(effective, 0)} równych odpowiedzi (efekt ważenia ${decimal(effect, 2)}).`,
    answer: 'Odpowiedź',
    line: 'Dotyczy',
    count: 'Odpowiedzi',
    percent: 'Udział ważony, %',
    percentPlain: 'Udział, %',
    error: 'Błąd standardowy, p.p.',
    interval: 'Przedział 95%',
    designEffect: 'Efekt schematu',
    effectiveHead: 'Efektywna liczba',
    hiddenCell: 'ukryte',
    hidden: 'Liczby mniejsze niż 5 i te, z których dałoby się je wyliczyć, są ukryte.',
    base: (answers: number | null, missing: number | null, notAsked: number | null) =>
      [
        answers === null
          ? 'liczba odpowiedzi ukryta, bo wskazałaby mniej niż 5 osób'
          : `odpowiedzi: ${number(answers)}`,
        ...(missing === null ? [] : [`bez odpowiedzi: ${number(missing)}`]),
        ...(notAsked !== null && notAsked > 0 ? [`nie pytano: ${number(notAsked)}`] : []),
      ].join(', '),
    chart: (question: string) => `Udziały odpowiedzi, %: ${question}`,
    mean: 'Średnia',
    meanError: 'Błąd standardowy',
    means: 'Średnie',
    about: 'O badaniu',
    code: 'Pytanie',
    question: 'Treść pytania',
    low: 'Przedział 95% od',
    high: 'Przedział 95% do',
    baseHead: 'Podstawa procentu',
    source: 'Źródło',
    asOf: 'Stan na',
    sheetsHead: 'Ankiety',
    method: 'Wagi',
    formula: 'Sposób liczenia',
    synthetic: 'Dane pokazowe, wymyślone',
    section: 'Sekcje ankiety',
    files: 'Pobierz',
    csv: 'CSV',
    xlsx: 'XLSX',
    json: 'Dane otwarte (JSON)',
    openAnswers: (count: number) => `Odpowiedzi otwarte: ${number(count)}`,
    codeThem: 'Uporządkuj odpowiedzi',
    chosenOf: 'Można było wybrać kilka odpowiedzi: udziały nie sumują się do 100.',
    ranked: 'Udział osób, które wskazały tę odpowiedź na dowolnym miejscu.',
  },
  weights: {
    title: 'Wagi odpowiedzi',
    why: 'Wagi wyrównują skład odpowiadających do ludności gminy: grupa, która odpowiadała rzadziej, waży więcej. Im bardziej wagi się różnią, tym mniej wiemy.',
    report: 'Co dają wagi',
    answers: 'Odpowiedzi',
    effective: 'Efektywna liczba odpowiedzi',
    effect: 'Efekt ważenia (Kish)',
    range: 'Od najmniejszej do największej wagi',
    times: (low: string, high: string) => `od ${low} do ${high} średniej`,
    cut: 'Przycięte wagi',
    cutText: (count: number) =>
      `${number(count)}; po przycięciu udziały zgadzają się z tabelami tylko w przybliżeniu`,
    extreme: 'Najwyższe wagi (ponad dwukrotność średniej)',
    group: 'Grupa',
    weight: 'Waga, wielokrotność średniej',
    few: 'mniej niż 5',
    smallGroup: 'grupa, w której jest mniej niż 5 odpowiedzi',
    fits: 'Skład odpowiadających i ludności, %',
    wanted: 'Ludność',
    before: 'Bez wag',
    after: 'Z wagami',
    settings: 'Jak ważyć',
    method: 'Sposób',
    methodHint: 'Poststratyfikacja dopasowuje do jednej tabeli, raking do kilku naraz.',
    cap: 'Największa waga, jako wielokrotność średniej',
    capHint: 'Np. 5. Bez liczby wagi nie są przycinane.',
    noTables: 'Ankieta nie ma pytań o odpowiadającego z jedną odpowiedzią (płeć, wiek, miejscowość).',
    use: 'Dopasuj do tej tabeli',
    unitOf: (title: string) => `Liczby to (${title})`,
    units: { people: 'osoby', percent: 'procenty' },
    sourceOf: (title: string) => `Skąd te liczby (${title})`,
    about: 'Część grup wieku przecina grupy pięcioletnie: podzielono je po równo na lata.',
    submit: 'Zapisz wagi',
    badNumber: 'Wpisz liczbę nie mniejszą niż 0.',
    badCap: 'Wpisz liczbę od 1,5 do 20.',
    incomplete: (table: string) => `W tabeli „${table}” brakuje liczb. Wypełnij wszystkie pola. ${kept}`,
    sourceNeeded: (table: string) => `Napisz, skąd są liczby w tabeli „${table}”. ${kept}`,
    emptyTable: (table: string) => `W tabeli „${table}” są same zera. ${kept}`,
    shares: (table: string, sum: number) =>
      `Udziały w tabeli „${table}” dają razem ${decimal(sum, 2)}%. Przyjmujemy sumy od 99,7% do 100,3%. ${kept}`,
    noSurvey: 'Nie ma takiej ankiety albo nie była jeszcze ogłoszona.',
  },
  cross: {
    title: 'Tabela krzyżowa',
    rows: 'Wiersze',
    columns: 'Kolumny',
    show: 'Pokaż tabelę',
    same: 'Wybierz dwa różne pytania.',
    total: 'Razem',
    merged: 'odpowiedzi z małymi liczbami, razem',
    how: 'Procenty liczone są w wierszach, z wagami; w nawiasie liczba odpowiedzi bez wag.',
    noTest: 'Testu nie da się policzyć: odpowiedzi jest za mało albo wszystkie są takie same.',
    openTest: 'Testu nie podajemy, bo nikogo nie losowano.',
    test: ({ f, ndf, ddf, p }: { f: number; ndf: number; ddf: number; p: number }): string =>
      `${verdict(p)} Test chi-kwadrat z poprawką Rao–Scotta: F(${decimal(ndf, 2)}; ${decimal(ddf, 0)}) = ${decimal(f, 3)}, ${p < 0.001 ? 'p < 0,001' : `p = ${decimal(p, 3)}`}.`,
    formula: (method: string) =>
      `suma wag w komórce / suma wag w wierszu; ${method}; test chi-kwadrat z poprawką Rao–Scotta drugiego rzędu`,
  },
  quality: {
    title: 'Jakość danych',
    signs: 'Ankiety, którym warto się przyjrzeć',
    signsWhy: 'To znaki, nie wyroki. Żadna ankieta nie jest z tego powodu usuwana.',
    straight: (question: string) => `Ta sama odpowiedź w każdym wierszu: ${question}`,
    fast: 'Odpowiedzi bardzo szybkie',
    fastRule: (under: number, middle: number) =>
      under === 0
        ? `środkowy czas to ${middle} min: za krótki, żeby wskazać ankiety zbyt szybkie`
        : `krócej niż ${under} min przy środkowym czasie ${middle} min`,
    noTimes: 'czasów odpowiadania nie zapisano',
    doubles: 'Powtórzone ankiety (wszystkie odpowiedzi takie same)',
    hiddenAnswers: 'Ankiety z odpowiedzią na ukryte pytanie',
    few: 'mniej niż 5',
    outOf: (some: string, all: string) => `${some} z ${all}`,
    channels: 'Kanały',
    channel: 'Kanał',
    modes: { web: 'strona', interviewer: 'ankieter', telephone: 'telefon', paper: 'papier' },
    sheets: 'Ankiety',
    missing: 'Pytania bez odpowiedzi',
    asked: 'Pytano',
    silent: 'Bez odpowiedzi',
    quota: 'Próba: kto odpowiedział',
    quotaHow:
      '„Powinno być” to zebrane ankiety rozłożone tak, jak rozkłada się ludność. Grupy, których brakuje, wyrównują wagi.',
    group: 'Grupa',
    people: 'Ludność',
    drawn: 'Wylosowano',
    wanted: 'Powinno być',
    answered: 'Odpowiedziało',
    sexes: { woman: 'kobiety', man: 'mężczyźni' },
    withoutStratum: (count: number) => `Bez kodu zaproszenia, poza grupami: ${sheets(count)}.`,
  },
  texts: {
    title: 'Odpowiedzi otwarte',
    question: 'Pytania otwarte',
    noQuestions: 'W tej ankiecie nie ma pytań otwartych.',
    codes: 'Kody',
    codesHow:
      'Kod zbiera podobne odpowiedzi. Wystarczy początek słowa: „chodnik” obejmuje „chodniki” i „chodników”. Udziały liczą się wśród tych, którzy coś napisali.',
    noCodes: 'Nie ma jeszcze kodów. Przeczytaj odpowiedzi poniżej i dodaj pierwszy.',
    code: 'Kod',
    words: 'Słowa',
    wordsHint: 'Początki słów, oddzielone przecinkami, np. chodnik, krawężnik. Co najmniej 3 litery.',
    name: 'Nazwa kodu',
    add: 'Dodaj kod',
    save: 'Zapisz kod',
    remove: 'Usuń',
    uncoded: (count: number) => `Odpowiedzi bez kodu: ${number(count)}`,
    masked: 'Numery PESEL, telefony, adresy e-mail i inne długie numery są ukryte.',
    few: 'Odpowiedziało mniej niż 5 osób, więc nie pokazujemy tego, co napisały.',
    allCoded: 'Każda odpowiedź ma kod.',
    answer: 'Odpowiedź',
    hidden: 'ukryto dane osoby',
    noneFits: 'żaden nie pasuje',
    codeThis: 'Nadaj kod odpowiedzi',
    codeIt: 'Nadaj',
    page: (page: number, pages: number) => `strona ${page} z ${pages}`,
    hints: {
      pesel: 'ukryto PESEL',
      phone: 'ukryto telefon',
      mail: 'ukryto e-mail',
      number: 'ukryto numer',
    },
    shortWord: 'Każde słowo musi mieć co najmniej 3 litery.',
    notOpen: 'Kody mają tylko pytania otwarte tej ankiety.',
    nameTaken: 'Kod o tej nazwie już jest. Wybierz inną nazwę.',
    noCode: 'Wybranego kodu już nie ma. Wybierz inny; nic nie zapisano.',
  },
  publication: {
    title: 'Raport i publikacja wyników',
    lead: 'Raport z badania jako dokument, a po zakończeniu badania wyniki dla wszystkich: strona i dane otwarte.',
    what: 'Wyniki dla wszystkich',
    whatText:
      'Publikacja daje każdemu te same tabele, które widzisz w zakładce „Odpowiedzi”: małe liczby są ukryte tak samo. Powstaje strona w trzech językach, pliki JSON i CSV z opisem metody oraz zachowany raport. Dane są od tej chwili niezmienne; po zmianie wag wydasz je od nowa.',
    nothing: 'Nikt jeszcze nie odpowiedział: nie ma czego publikować.',
    runs: 'Badanie jeszcze trwa. Wyniki opublikujesz, gdy minie jego ostatni dzień albo gdy je zamkniesz: z dwóch wydań w czasie badania dałoby się odczytać pojedyncze odpowiedzi.',
    noSuch: 'Nie ma takich opublikowanych wyników.',
    notPublished: 'Te wyniki nie są opublikowane. Niczego nie zmieniono.',
    publish: 'Opublikuj wyniki',
    again: 'Wydaj od nowa',
    withdraw: 'Cofnij publikację',
    withdrawText: 'Strona i pliki znikną. Tego, co ktoś już pobrał, nie da się cofnąć.',
    see: 'Zobacz stronę dla wszystkich',
    editions: 'Wydania',
    edition: 'Wydanie',
    publishedOn: 'Opublikowano',
    state: 'Stan',
    open: 'dostępne dla wszystkich',
    withdrawn: 'cofnięte',
    report: 'Raport z badania',
    reportText:
      'Raport na dziś: wykresy, tabele, metoda, błędy i źródła. Przy publikacji zostaje zachowany niezmieniony.',
    reportPdf: 'Raport (PDF)',
    reportDocx: 'Raport (DOCX)',
    demonstration: 'Demonstracja systemu Okienko: to nie jest dokument żadnego urzędu.',
  },
  workbook: {
    crosses: 'Tabele krzyżowe',
    coded: 'Odpowiedzi otwarte',
    quality: 'Jakość',
    sample: 'Próba',
    row: 'Wiersze',
    column: 'Kolumny',
    rowAnswer: 'Odpowiedź w wierszu',
    columnAnswer: 'Odpowiedź w kolumnie',
    rowPercent: '% w wierszu',
    test: 'Test chi-kwadrat (p)',
    code: 'Kod',
    given: 'Odpowiedzi otwartych',
    measure: 'Miara',
    value: 'Wartość',
    outOf: 'Z ilu',
    left: 'Tabel krzyżowych nie ma w pliku: ankiet jest ponad 200 000. Pobierz potrzebną ze strony tabeli krzyżowej.',
    missing: (question: string) => `Bez odpowiedzi: ${question}`,
    channel: (mode: string) => `Kanał: ${mode}`,
    passport: 'Skąd liczby',
  },
  passport: {
    source: (title: string) => `Badanie mieszkańców „${title}”`,
    openSource: (title: string) => `Badanie mieszkańców „${title}” (${open})`,
    filter: (question: string) => `osoby, które odpowiedziały na pytanie „${question}”`,
    weighted: (method: string) =>
      `suma wag tak odpowiadających / suma wag wszystkich odpowiadających; ${method}`,
    plain: 'liczba tak odpowiadających / liczba wszystkich odpowiadających',
    interval:
      'przedział ufności 95% w skali logitowej, wariancja linearyzowana z uwzględnieniem wag i warstw',
    between: (title: string) =>
      `Przedział ufności 95% z badania „${title}”, przeliczony na osoby. Nie obejmuje niepewności liczby ludności.`,
    noSurvey: 'żadne badanie centrum nie pytało o tę usługę',
    demandFilter: (kind: string, question: string) =>
      `potrzeba „${kind}” teraz; pytanie „${question}”; osoby, których sekcji ankiety nie dotyczyły, liczone jako niepotrzebujące`,
    demandFormula: (share: string, people: string, ages: string) =>
      `udział ${share}% × ${people} mieszkańców w wieku ${ages}; pytanie dotyczy domu, więc są to osoby, w których domu ktoś tej usługi potrzebuje`,
    sameShare: 'Udział zmierzono w całym badaniu, nie osobno w każdej gminie.',
    peopleSources: {
      register: 'ludność warstw z rejestru, z którego losowano',
      table: 'ludność miejscowości z tabeli wag',
      unknown: 'ludność miejscowości nieznana',
    },
    peopleOf: (ages: string) => `suma osób w wieku ${ages}, które badanie obejmuje`,
    shareOnly: (share: string) =>
      `udział ${share}%; nie wiadomo, ilu mieszkańców ma ta miejscowość, więc nie podajemy liczby osób`,
    noPeople: 'liczba mieszkańców w tym wieku nie jest znana',
    tooFew: 'Za mało odpowiedzi, żeby podać udział.',
  },
  commands: {
    'results.view': { title: 'Wyniki badania' },
    'results.cross': { title: 'Tabela krzyżowa wyników' },
    'results.quality': { title: 'Jakość danych z ankiety' },
    'results.open-answers': { title: 'Odpowiedzi otwarte' },
    'results.write-code': { title: 'Zapis kodu odpowiedzi', done: 'Zapisaliśmy kod.' },
    'results.remove-code': {
      title: 'Usunięcie kodu odpowiedzi',
      done: 'Usunęliśmy kod. Odpowiedzi, które miały tylko jego, znów są bez kodu.',
    },
    'results.code-answer': { title: 'Kod odpowiedzi', done: 'Nadaliśmy kod odpowiedzi.' },
    'results.whole': { title: 'Całość wyników badania' },
    'results.publication': { title: 'Publikacja wyników badania' },
    'results.publish': {
      title: 'Publikacja wyników badania',
      done: 'Wyniki są opublikowane. Raport jest zachowany.',
    },
    'results.withdraw': {
      title: 'Cofnięcie publikacji wyników',
      done: 'Wyników nie ma już na stronie dla mieszkańców.',
    },
    'results.published': { title: 'Opublikowane wyniki badania' },
    'results.published-surveys': { title: 'Lista opublikowanych wyników' },
    'results.published-report': { title: 'Opublikowany raport z badania' },
    'results.weights': { title: 'Wagi odpowiedzi' },
    'results.set-weights': { title: 'Ustawienie wag', done: 'Zapisaliśmy wagi. Wyniki są już z nimi.' },
  },
};
