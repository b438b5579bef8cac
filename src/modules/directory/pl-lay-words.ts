/** Words of the page where the organiser keeps the dictionary of lay words. */
export const layWords = {
  title: 'Słowa mieszkańców',
  lead: 'Tu dopisujesz, co mieszkańcy mają na myśli, gdy szukają pomocy. Wpis działa od razu w wyszukiwarce tego centrum. Słownik wspólny zna już najczęstsze zwroty.',
  services: 'Usługi',
  add: 'Dopisz zwrot',
  phrase: 'Co wpisuje mieszkaniec',
  phraseHint: 'Jedno lub kilka słów, na przykład: ktoś do babci. Odmiana i kolejność nie mają znaczenia.',
  meaning: 'Czego szuka',
  meaningHint: 'Wybierz z listy. Jeśli żadna pozycja nie pasuje, zostaw puste i wpisz słowa usługi poniżej.',
  meaningAny: 'żadna z listy',
  words: 'Słowa usługi',
  wordsHint: 'Tak, jak stoją w karcie usługi, na przykład: zajęcia na basenie.',
  submit: 'Dopisz do słownika',
  found: (n: number) => `Własnych wpisów: ${n}`,
  emptyTitle: 'To centrum nie ma jeszcze własnych wpisów',
  empty: 'Zacznij od zwrotów, które niczego nie znalazły: zbiera je rejestr niezaspokojonych potrzeb.',
  means: 'Znaczy',
  reviewed: 'Dopisano',
  close: 'Usuń ze słownika',
  refusals: {
    oneOf: 'Wskaż, czego mieszkaniec szuka: wybierz z listy albo wpisz słowa usługi, jedno z dwojga.',
    unknownMeaning: 'Tej pozycji nie ma na liście. Wybierz inną.',
    small:
      'Zwrot składa się z samych drobnych słów i pasowałby do wszystkiego. Dopisz słowo, które coś mówi.',
    twice: 'Ten zwrot już jest w słowniku. Usuń dawny wpis, jeśli znaczy co innego.',
  },
  commands: {
    'directory.add-lay-word': {
      title: 'Dopisanie zwrotu do słownika',
      done: 'Dopisane. Wyszukiwarka już z tego korzysta.',
    },
    'directory.close-lay-word': { title: 'Usunięcie zwrotu ze słownika', done: 'Usunięte ze słownika.' },
  },
};
