/** Words of records: signs, documents, who looked. */
export const pl = {
  banner: 'Demonstracja: osoby i sprawy w tym piśmie są zmyślone.',
};
