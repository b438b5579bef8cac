/** Columns of a register file by what their headings may be called; the first name is the one we ask for. */
export const registerColumns = {
  name: ['imie_nazwisko', 'imie i nazwisko', 'imię i nazwisko', 'nazwisko'],
  address: ['adres', 'ulica', 'adres zamieszkania'],
  locality: ['miejscowosc', 'miejscowość', 'sołectwo', 'solectwo', 'osiedle'],
  sex: ['plec', 'płeć'],
  born: ['rok_urodzenia', 'rok urodzenia', 'data urodzenia', 'data_urodzenia'],
} as const;

/** What stands in the column of sex. */
export const sexes: Readonly<Record<string, 'woman' | 'man'>> = {
  k: 'woman',
  kobieta: 'woman',
  m: 'man',
  mężczyzna: 'man',
  mezczyzna: 'man',
};
