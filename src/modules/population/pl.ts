import type { RatioKey } from './domain/ratios.ts';
import type { Scenario } from './domain/projection.ts';
import type { Base } from './domain/series.ts';

const bases: Record<Base, string> = {
  before2021: 'bilans sprzed spisu 2021',
  census2021: 'po spisie 2021',
  register: 'ewidencja (zameldowani)',
};

const scenarios: Record<Scenario, string> = { low: 'niski', medium: 'średni', high: 'wysoki' };

const ratios: Record<RatioKey, { name: string; formula: string; meaning: string }> = {
  oldAge: {
    name: 'Obciążenie osobami starszymi',
    formula: 'osoby 65+ / osoby 15–64 × 100',
    meaning: 'ile osób 65+ przypada na 100 osób w wieku 15–64 lat',
  },
  youth: {
    name: 'Obciążenie dziećmi',
    formula: 'osoby 0–14 / osoby 15–64 × 100',
    meaning: 'ile dzieci przypada na 100 osób w wieku 15–64 lat',
  },
  ageing: {
    name: 'Indeks starości',
    formula: 'osoby 65+ / osoby 0–14 × 100',
    meaning: 'ile osób 65+ przypada na 100 dzieci',
  },
  share65: {
    name: 'Udział osób 65+',
    formula: 'osoby 65+ / wszyscy × 100',
    meaning: 'ile osób na 100 mieszkańców ma 65 lat lub więcej',
  },
  share80: {
    name: 'Udział osób 80+',
    formula: 'osoby 80+ / wszyscy × 100',
    meaning: 'ile osób na 100 mieszkańców ma 80 lat lub więcej',
  },
  parentSupport: {
    name: 'Wsparcie rodziców',
    formula: 'osoby 85+ / osoby 50–64 × 100',
    meaning: 'ile osób 85+ przypada na 100 osób w wieku ich dzieci',
  },
  carePotential: {
    name: 'Potencjał opiekuńczy',
    formula: 'kobiety 45–64 / osoby 80+ × 100',
    meaning: 'ile kobiet w wieku, w którym najczęściej opiekują się rodzicami, przypada na 100 osób 80+',
  },
};

/** Words of the staff's pages of the population. */
export const pl = {
  bases,
  scenarios,
  ratios,
  sources: {
    portal: (url: string) => `dane GUS przez portal: ${url}`,
    gminas:
      'GUS BDL, podgrupa P2137, bilans sprzed spisu 2021; kopia: github.com/poziom-szczepien/poziom-szczepien.github.io',
  },
  passport: {
    structure: 'mieszkańcy według pięcioletnich grup wieku i płci',
    noSource: 'żadne ze źródeł, które mamy, nie podaje tej liczby',
    filter: (place: string, ages: string) => (ages === '0+' ? place : `${place}, wiek ${ages}`),
    place: (name: string) => name,
    sum: 'suma pięcioletnich grup wieku',
    estimated: (groups: string) =>
      `suma pięcioletnich grup wieku; grupy ${groups} źródło podaje razem albo sprzecznie: wyliczono je z sumy osób 65+`,
    splitBySex: (voivodeship: string) =>
      `płeć według udziałów z województwa (${voivodeship}), bo źródło nie podaje jej dla gminy`,
    projection:
      'projekcja kohortowa pięcioletnich grup wieku i płci, scenariusz średni; założenia na stronie Ludność',
    projectionSource: (source: string, year: number) => `projekcja własna z danych: ${source} (${year})`,
    between: 'W nawiasie wynik scenariusza niskiego i wysokiego.',
  },
  page: {
    title: 'Ludność',
    lead: 'Ilu jest mieszkańców, w jakim są wieku i ilu ich będzie. Każdą liczbę można kliknąć, żeby zobaczyć jej źródło.',
    gmina: 'Gmina',
    show: 'Pokaż',
    noGmina: 'Centrum nie obsługuje żadnej gminy',
    noGminaText: 'Gminy dopisuje administrator przy zakładaniu centrum.',
    now: (year: number, base: string) => `Stan na 31 grudnia ${year} r. (${base})`,
    people: 'Mieszkańcy',
    older: 'Osoby 65+',
    oldest: 'Osoby 80+',
    gap: 'Brak danych o wieku mieszkańców tej gminy',
    gapText:
      'Gmina powstała po 2020 roku i źródła nie podają jej historii. Nie zastępujemy jej liczbami innych gmin. Możesz wpisać dane z GUS albo z ewidencji.',
    pyramid: 'Piramida wieku',
    pyramidLabel: (place: string, year: number, later: number | undefined) =>
      `Piramida wieku: ${place}, ${year}${later ? `, obrys: ${later}` : ''}`,
    pyramidNote: (later: number) => `Obrys: rok ${later} w scenariuszu średnim.`,
    ageTable: 'Mieszkańcy według wieku i płci',
    group: 'Wiek',
    all: 'Razem',
    men: 'Mężczyźni',
    women: 'Kobiety',
    inYear: (year: number) => `Razem ${year}`,
    split: (voivodeship: string) =>
      `Źródło nie podaje płci dla gminy. Podział na mężczyzn i kobiety przyjęto według udziałów z województwa (${voivodeship}), dla grup 0–14 i 70+ łącznie.`,
    estimated: (groups: string) =>
      `Grupy ${groups} źródło podaje tylko razem albo sprzecznie z sumą. Wyliczono je z sumy osób 65+ i są przybliżone.`,
    series: 'Liczba mieszkańców w latach',
    seriesLabel: (place: string) => `Liczba mieszkańców w latach: ${place}`,
    seriesLead: 'Liczb o różnej podstawie nie łączymy linią i nie liczymy między nimi zmiany.',
    change: (from: number, to: number, people: string, percent: string, base: string) =>
      `Od ${from} do ${to} r. zmiana o ${people} (${percent} %), podstawa: ${base}.`,
    broken: (before: number, beforeYear: number, after: number, afterYear: number) =>
      `Przerwa w szeregu: ${before} (${beforeYear}, przed spisem) i ${after} (${afterYear}, po spisie 2021). To zmiana podstawy, a nie ubytek mieszkańców.`,
    brokenSame: (people: number, year: number) =>
      `W roku ${year} źródła podają dwie liczby: różnica ${people} osób to skutek spisu 2021, a nie ubytek mieszkańców.`,
    census: 'spis 2021',
    year: 'Rok',
    base: 'Podstawa',
    source: 'Źródło',
    voivodeshipTitle: (name: string) => `Osoby 65+ w województwie (${name})`,
    voivodeshipLead:
      'Szereg województwa pokazuje kierunek. Od 2010 roku stoi na spisie z 2011 r., od 2020 na spisie z 2021 r.; przez te przerwy linia nie przechodzi.',
    voivodeshipLabel: (name: string) =>
      `Osoby 65+ w województwie ${name} w latach 2000–2023, z przerwami w 2010 i 2020 roku`,
    census2011: 'spis 2011',
    showTable: 'Pokaż jako tabelę',
    births: 'Urodzenia',
    deaths: 'Zgony',
    natural: 'Przyrost',
    vital: 'Urodzenia, zgony i migracje',
    inflow: 'Napływ',
    outflow: 'Odpływ',
    balance: 'Saldo',
    projection: 'Prognoza',
    projectionLabel: (place: string) => `Prognoza liczby osób 65+ w trzech scenariuszach: ${place}`,
    projectionLead:
      'Liczby są przybliżone: pokazują, co się stanie, jeśli sprawdzą się założenia poniżej. W nawiasie scenariusz niski i wysoki.',
    projectionTable: 'Mieszkańcy w wybranych grupach wieku',
    older65: 'osoby 65+',
    assumptions: 'Założenia',
    scenarioHead: 'Scenariusz',
    fertility: 'Dzieci na kobietę',
    mortality: 'Zmiana umieralności w roku',
    migration: 'Saldo migracji w roku',
    origin: 'Skąd',
    method:
      'Mieszkańców każdej pięcioletniej grupy przesuwa się co pięć lat o jedną grupę, z przeżywalnością wziętą z województwa: ile osób w wieku 60–64 i 65+ żyło pięć lat później (średnia z lat 2012–2017, 2013–2018 i 2014–2019, czyli na jednej podstawie). Między nimi prawo Gompertza. Urodzenia: kobiety 20–39 lat × dzietność / 20 w roku. Migracje rozłożono na osoby 0–44 lat. Jeśli centrum nie ustali inaczej, scenariusz niski i wysoki różnią się od średniego dzietnością (o −10 % i +10 %), umieralnością (bez zmian i −2 % w roku) i saldem migracji (o −2 i +2 osoby na 1000 mieszkańców w roku). Projekcji dla powiatów małopolskich ta metoda odpowiada z dokładnością do 9 % w każdym powiecie (65+ i 80+, do 2040 r.).',
    voivodeship: (name: string, from: number, to: number) =>
      from === to ? `województwo ${name}, ${from}` : `województwo ${name}, średnia ${from}–${to}`,
    ownOrigin: (why: string) => `ustalone przez centrum: ${why}`,
    proposal: 'propozycja Okienka',
    fromBalance: (from: number, to: number) =>
      `bilans gminy ${from === to ? from : `${from}–${to}`}: zmiana liczby mieszkańców bez urodzeń i zgonów`,
    balanceDoubt: (year: number, published: number, balance: number) =>
      `Źródła są sprzeczne: gmina podaje saldo migracji ${published} (${year}), a ze zmiany liczby mieszkańców, urodzeń i zgonów wynika ${balance} rocznie. W scenariuszu średnim przyjęto wynik bilansu.`,
    setScenario: 'Zmień założenia',
    setStructure: 'Wpisz nowsze dane',
    ratios: 'Wskaźniki',
    ratio: 'Wskaźnik',
    value: 'Wartość',
    meaning: 'Co znaczy',
    map: 'Udział osób 65+ w gminach',
    mapLabel: 'Udział osób 65+ w gminach powiatu, w procentach',
    mapNote:
      'Obrysy gmin są uproszczone. Dane wszystkich gmin z końca 2020 r., bo tylko takie są porównywalne.',
    noMap: 'Nie mamy obrysów gmin tego powiatu.',
    share: 'Osoby 65+ (%)',
    csv: 'Pobierz CSV',
    ranges: {
      all: 'wszyscy',
      children: '0–14',
      working: '15–64',
      older: '65+',
      oldest: '80+',
    } as Record<string, string>,
  },
  structure: {
    title: 'Nowsze dane o wieku mieszkańców',
    lead: 'Wpisz liczby z GUS (BDL) albo z ewidencji. Zastąpią dołączone dane w piramidzie, wskaźnikach i prognozie. Potrzebne są wszystkie grupy wieku.',
    year: 'Rok (stan na 31 grudnia)',
    base: 'Na jakiej podstawie',
    source: 'Źródło',
    sourceHint: 'Na przykład: GUS BDL, podgrupa P2137, odczyt z 20.11.2026',
    unit: 'Co podaje źródło',
    units: { people: 'liczbę osób', percent: 'udziały w procentach' },
    total: 'Wszyscy mieszkańcy',
    totalHint: 'Potrzebne, gdy źródło podaje udziały',
    totalNeeded: 'Podaj liczbę wszystkich mieszkańców, z której policzono udziały.',
    shares: (sum: number) =>
      `Udziały sumują się do ${String(sum).replace('.', ',')} %. Po zaokrągleniu przez źródło może wyjść od 99,7 do 100,3 %. Nic nie zapisano. Sprawdź, czy żadna grupa nie jest pominięta.`,
    roundedShares: (sum: number) =>
      `liczby z udziałów zaokrąglonych przez źródło, suma ${String(sum).replace('.', ',')} %`,
    exactShares: 'liczby z udziałów procentowych',
    people: 'Mieszkańcy według wieku',
    group: (ages: string) => `Wiek ${ages}`,
    submit: 'Zapisz dane',
    gmina: 'Wybierz gminę.',
    otherGmina: 'Tej gminy centrum nie obsługuje. Nic nie zapisano. Wybierz gminę centrum.',
    wrongNumber: 'Wpisz liczbę całkowitą osób albo zostaw puste pole.',
    eighteen: 'Podaj 18 grup wieku: od 0–4 do 85+.',
    chooseBase: 'Wybierz, na jakiej podstawie stoją liczby.',
    sourceNeeded: 'Napisz, skąd są liczby: trafi to do pochodzenia każdej z nich.',
    future: 'Ten rok jeszcze nie nadszedł. Nic nie zapisano. Popraw rok.',
    wrongBase: 'Od 2022 roku GUS podaje liczby po spisie 2021. Wybierz „po spisie 2021” albo „ewidencja”.',
    incomplete: (groups: string) =>
      `Brakuje grup: ${groups}. Bez nich nie da się policzyć piramidy ani prognozy. Nic nie zapisano. Wpisz je; jeśli w grupie nikogo nie ma, wpisz 0.`,
    moreWomen: (ages: string) =>
      `W wieku ${ages} kobiet jest więcej niż wszystkich mieszkańców. Popraw te liczby.`,
  },
  scenario: {
    title: 'Założenia prognozy',
    lead: 'Każde puste pole zostaje przy wartości, którą proponuje Okienko. Powód trafia do wydruku założeń.',
    fertility: 'Dzieci na kobietę',
    fertilityHint: (value: string) => `Teraz: ${value}`,
    mortality: 'Zmiana umieralności w roku, w procentach',
    mortalityHint: (value: string) => `Ujemna: ludzie żyją dłużej. Teraz: ${value}`,
    migration: 'Saldo migracji w roku, osoby',
    why: 'Dlaczego tak',
    submit: (name: string) => `Zapisz scenariusz ${name}`,
    choose: 'Wybierz scenariusz.',
    wrongFertility: 'Wpisz liczbę od 0 do 10, na przykład 1,2.',
    wrongMortality: 'Wpisz liczbę od −10 do 10, na przykład −1.',
    wrongMigration: 'Wpisz całkowitą liczbę osób, na przykład −190.',
    whyNeeded: 'Napisz, skąd to założenie: zobaczy je każdy, kto zapyta o liczbę.',
    none: 'Brak danych, z których można liczyć prognozę tej gminy.',
  },
  commands: {
    'population.set-structure': {
      title: 'Wpisanie danych o ludności',
      done: 'Dane zapisane. Piramida, wskaźniki i prognoza są już z nich policzone.',
    },
    'population.set-scenario': {
      title: 'Zmiana założeń prognozy',
      done: 'Założenia zapisane. Prognoza jest już z nich policzona.',
    },
    'population.view': { title: 'Ludność gminy' },
  },
};
