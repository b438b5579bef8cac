/** Columns of our own register: what the export gives and the import of it reads. Never renamed without the reader. */
export const ownColumns = [
  'nazwa',
  'prowadzący',
  'rodzaj',
  'profil',
  'gmina',
  'powiat',
  'miejscowość',
  'instytucjonalny',
  'miejsca',
  'zajęte',
  'oczekujący',
  'wolne',
  'personel',
  'koszt_miesięczny_zł',
  'koszt_z',
  'koszt_przybliżony',
  'stan_na',
  'źródło',
  'uwagi',
] as const;

export const yesNo = (value: boolean | null): string => (value === null ? '' : value ? 'tak' : 'nie');
