/** What a resident reads who finds that no service fits. */
export const plWeb = {
  title: 'Żadna z tych usług',
  lead: 'Powiedz nam, że tego brakuje. Nie pytamy, kim jesteś.',
  why: 'Dlaczego nie pasuje?',
  reasons: {
    no_service: 'nie ma tego, czego szukam',
    no_places: 'nie ma wolnych miejsc',
    conditions: 'nie spełniam warunków',
    distance: 'jest za daleko',
    price: 'jest za drogo',
    hours: 'nie pasują mi godziny',
  },
  submit: 'Żadna z tych usług',
  thanksTitle: 'Dziękujemy, zapisaliśmy to',
  thanks:
    'Zapisaliśmy tylko rodzaj potrzeby, miejsce i dzień. Nie wiemy, że to Ty. Z takich odpowiedzi gmina dowiaduje się, czego brakuje.',
  next: 'Jeżeli potrzebujesz pomocy, nie kończ na tym. Napisz do nas, a pracownik poszuka rozwiązania razem z Tobą.',
  report: 'Napisz, czego potrzebujesz',
  home: 'Strona główna',
};

export type WebWords = typeof plWeb;
