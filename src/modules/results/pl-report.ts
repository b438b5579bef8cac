import type { Method as WeightMethod } from './domain/weighting.ts';
import { pl } from './pl.ts';

const { decimal } = pl;

/** Words of the printed report of a survey. */
export const plReport = {
  fileName: 'raport-z-badania',
  title: 'Raport z badania mieszkańców',
  state: (open: boolean, first: string | null, last: string | null) =>
    [
      open ? pl.open.label : 'Badanie na losowej próbie',
      ...(first === null || last === null ? [] : [first === last ? first : `${first} – ${last}`]),
    ].join('; '),
  short: 'W skrócie',
  shortText: (sheets: string, questions: number) => `Zebrano: ${sheets}. Pytań z wynikami: ${questions}.`,
  mostOften: 'Najczęstsza odpowiedź na każde pytanie, w nawiasie przedział ufności 95%, w procentach:',
  matrixIntervals: 'Przedziały ufności 95%, w procentach',
  kinds: {
    single: 'Jedna odpowiedź do wyboru.',
    multi: pl.page.chosenOf,
    ranking: pl.page.ranked,
    matrix: 'Każdy wiersz to osobna odpowiedź.',
    scale: 'Ocena na skali.',
    number: 'Odpowiedź liczbą.',
    metric: 'Kto odpowiadał.',
  } as Record<string, string>,
  error: (points: number) =>
    `Udział bliski 50% jest znany z dokładnością do ${decimal(points, 1)} punktu procentowego w górę lub w dół (przedział ufności 95%); każdy wynik ma własny przedział.`,
  openWhy: pl.open.why,
  method: 'Jak badano',
  facts: {
    sampling: 'Kto odpowiadał',
    sample: 'osoby wylosowane z rejestru (warstwy: płeć, wiek, miejscowość)',
    open: 'kto chciał (badanie otwarte)',
    days: 'Kiedy',
    channels: 'Jak',
    languages: 'Języki',
    population: 'Ludność, z której losowano',
    drawn: 'Wylosowano osób',
    answered: 'Odpowiedziało z zaproszenia',
    response: 'Odsetek odpowiedzi',
    sheets: 'Ankiet razem',
    weights: 'Wagi',
    cap: 'Największa waga (wielokrotność średniej)',
    effective: 'Efektywna liczba odpowiedzi',
    effect: 'Efekt ważenia (Kish)',
    hidden: 'Małe liczby',
  },
  langs: { pl: 'polski', uk: 'ukraiński', en: 'angielski' } as Record<string, string>,
  modes: pl.quality.modes,
  less: 'mniej niż 5 albo ukryte',
  weightsText: (method: WeightMethod) =>
    method === 'none'
      ? 'Wyników nie ważono.'
      : 'Wagi wyrównują skład odpowiadających do ludności: grupa, która odpowiadała rzadziej, waży więcej.',
  weightTables: 'Tabele ludności, do których dopasowano wagi',
  questions: 'Pytanie',
  source: 'Źródło',
  intervals:
    'Przedziały ufności 95% liczono w skali logitowej, z wariancją linearyzowaną, która uwzględnia wagi i warstwy. Efekt schematu mówi, ile razy wariancja jest większa niż w prostej próbie losowej; efektywna liczba odpowiedzi to ich liczba podzielona przez ten efekt.',
  intervalsNone: 'Nie podano błędów ani przedziałów: nikogo nie losowano.',
  suppression: (below: number) =>
    `Liczb od 1 do ${below - 1} nie podano, także tych, z których dałoby się je wyliczyć. Puste miejsce w tabeli nie znaczy zera.`,
  silence: 'Kto nie odpowiedział',
  silenceText:
    'Osoby, które nie odpowiedziały, mogą różnić się od tych, które odpowiedziały. Wagi wyrównują tylko płeć, wiek i inne cechy z tabel ludności.',
  strata: 'Próba według grup',
  group: 'Grupa',
  people: 'Ludność',
  drawn: 'Wylosowano',
  answered: 'Odpowiedziało',
  quality: 'Jakość odpowiedzi',
  sign: 'Znak',
  howMany: 'Ankiety',
  straight: (question: string) => `Ta sama odpowiedź w każdym wierszu: ${question}`,
  fast: (minutes: number) => `Odpowiedzi szybsze niż ${minutes} min`,
  doubles: 'Powtórzone ankiety',
  hiddenAnswers: 'Odpowiedź na ukryte pytanie',
  outOf: (sheets: number | null, of: number) => `${sheets === null ? 'mniej niż 5' : String(sheets)} z ${of}`,
  kept: 'Żadnej ankiety nie usunięto z powodu tych znaków.',
  answer: 'Odpowiedź',
  line: 'Dotyczy',
  count: 'Odpowiedzi',
  percent: '%',
  error1: 'Błąd stand., p.p.',
  effect1: 'Efekt schematu',
  effective1: 'Efektywna liczba',
  interval: 'Przedział ufności 95%',
  hiddenCell: 'ukryte',
  base: pl.page.base,
  mean: 'Średnia',
  openAnswers: 'Odpowiedzi otwarte',
  openLead: 'Odpowiedzi własnymi słowami uporządkowano kodami. Udziały są wśród osób, które coś napisały.',
  code: 'Kod',
  note: (source: string, asOf: string, filter: string, formula: string, synthetic: boolean) =>
    [
      `Źródło: ${source}, stan na ${asOf}.`,
      `Filtr: ${filter}.`,
      `Wzór: ${formula}.`,
      ...(synthetic ? ['Dane wymyślone na potrzeby demonstracji.'] : []),
    ].join(' '),
  noAnswers: 'Nikt jeszcze nie odpowiedział.',
} as const;
