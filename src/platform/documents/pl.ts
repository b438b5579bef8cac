/** Words of the frame around every letter, and of its faults. */
export const pl = {
  caseSign: 'Znak sprawy',
  handledBy: 'Sprawę prowadzi',
  addressee: 'Adresat',
  phone: 'tel.',
  page: 'strona',
  pageOf: 'z',
  gmina: 'Gmina',
  gminas: 'Gminy',
  legalBasis: 'Podstawa prawna',
  instruction: 'Pouczenie',
  attachments: 'Załączniki',
  recipients: 'Otrzymują',
  signatureHere: 'podpis',
  weekDay: 'Dzień',
  weekPlan: 'Co jest zaplanowane',
  weekFree: 'nic nie zaplanowano',
  contents: 'Spis treści',
  source: 'Źródło',
  chartOf: 'Wykres; te same liczby są w tabeli pod nim.',
  noData: 'brak danych',
  seriesBreak: 'zmiana podstawy danych',
  interval: 'Przedział',
  mark: 'Znak: otwarte okno',
  days: ['Poniedziałek', 'Wtorek', 'Środa', 'Czwartek', 'Piątek', 'Sobota', 'Niedziela'],
  /** Genitive, as in a date. */
  months: [
    'stycznia',
    'lutego',
    'marca',
    'kwietnia',
    'maja',
    'czerwca',
    'lipca',
    'sierpnia',
    'września',
    'października',
    'listopada',
    'grudnia',
  ],
  yearSuffix: ' r.',
} as const;

export const plFaults = {
  PDF_UNAVAILABLE:
    'Na tym komputerze nie można przygotować PDF: brakuje składnika, który składa strony. Pismo jest zapisane, niczego nie stracono. Pobierz je jako DOCX i powiadom administratora (kod PDF_UNAVAILABLE).',
  PDF_FAILED:
    'Nie udało się przygotować PDF. Pismo jest zapisane, niczego nie stracono. Spróbuj ponownie, a jeśli to nie pomoże, pobierz DOCX i powiadom administratora (kod PDF_FAILED).',
} as const;

/** The words of the frame, the same set in each language. */
export type FrameWords = {
  readonly [Key in keyof typeof pl]: (typeof pl)[Key] extends readonly string[] ? readonly string[] : string;
};
