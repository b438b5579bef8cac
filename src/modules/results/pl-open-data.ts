/** Columns of the CSV in their order: RFC 4180, a point in numbers, an empty cell is hidden or not known. */
export const csvColumns = [
  { name: 'question', titles: 'Kod pytania', datatype: 'string' },
  { name: 'question_text', titles: 'Treść pytania', datatype: 'string' },
  { name: 'question_type', titles: 'Rodzaj pytania', datatype: 'string' },
  { name: 'line', titles: 'Wiersz macierzy', datatype: 'string' },
  { name: 'answer_code', titles: 'Kod odpowiedzi', datatype: 'integer' },
  { name: 'answer', titles: 'Odpowiedź', datatype: 'string' },
  { name: 'count', titles: 'Liczba odpowiedzi bez wag', datatype: 'integer' },
  { name: 'percent', titles: 'Udział, %', datatype: 'number' },
  { name: 'standard_error', titles: 'Błąd standardowy, punkty procentowe', datatype: 'number' },
  { name: 'low', titles: 'Początek przedziału 95%, %', datatype: 'number' },
  { name: 'high', titles: 'Koniec przedziału 95%, %', datatype: 'number' },
  { name: 'design_effect', titles: 'Efekt schematu', datatype: 'number' },
  { name: 'effective_answers', titles: 'Efektywna liczba odpowiedzi', datatype: 'number' },
  { name: 'answers', titles: 'Podstawa procentu', datatype: 'integer' },
] as const;
