import type { Worded } from '../../lang.ts';

/** Words of the residents' pages of published results. */
export const plWeb = {
  listTitle: 'Wyniki badań mieszkańców',
  listLead: 'Co powiedzieli mieszkańcy, gdy centrum pytało o usługi społeczne.',
  none: 'Nie opublikowano jeszcze wyników',
  noneText: 'Gdy centrum skończy badanie i opublikuje wyniki, znajdziesz je tutaj.',
  noneNext: 'Zobacz, czy trwa ankieta',
  home: 'Strona główna',
  publishedOn: (day: string) => `Opublikowano ${day}.`,
  sample: 'Odpowiadały osoby wylosowane.',
  open: 'Badanie otwarte: wynik nie jest reprezentatywny. Odpowiadał, kto chciał.',
  sheets: (count: string) => `Liczba ankiet: ${count}.`,
  polish: 'Pytania i odpowiedzi są po polsku, tak jak je zadano.',
  synthetic: 'To są dane wymyślone na potrzeby demonstracji.',
  how: 'Jak to policzono',
  weighted: 'Wyniki są ważone: skład odpowiadających wyrównano do ludności gminy.',
  plain: 'Wyników nie ważono.',
  error: (points: string) =>
    `Udział bliski 50% jest znany z dokładnością do ${points} punktu procentowego w górę lub w dół.`,
  hidden: 'Liczb od 1 do 4 nie pokazujemy, ani tych, z których dałoby się je wyliczyć.',
  report: 'Raport z badania (PDF)',
  sections: 'Części ankiety',
  answer: 'Odpowiedź',
  percent: 'Udział, %',
  hiddenCell: 'ukryte',
  interval: (from: string, to: string) => `przedział 95%: ${from}\u2060–\u2060${to}`,
  base: (count: string) => `Odpowiedzi: ${count}`,
  mean: (value: string) => `Średnia: ${value}`,
  several: 'Można było wybrać kilka odpowiedzi: udziały nie sumują się do 100.',
  codes: 'Odpowiedzi własnymi słowami',
  codesText: 'Uporządkowano je kodami. Udziały są wśród osób, które coś napisały.',
  data: 'Dane otwarte',
  dataText:
    'Te same liczby w plikach dla programów. Można ich używać do czego się chce, bez pytania (CC0 1.0).',
  json: 'JSON: wszystkie tabele i metoda',
  csv: 'CSV: jeden wiersz na odpowiedź',
  csvw: 'Opis kolumn CSV (CSVW)',
  schema: 'Schemat JSON',
  edition: (no: number) => `Wydanie\u00a0${no}`,
};

export type WebWords = Worded<typeof plWeb>;
