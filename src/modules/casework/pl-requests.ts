/** Words of what residents with an account ask for, as the centre reads them; their own pages are in the module resident. */
export const requestWords = {
  kinds: {
    change: 'prośba o zmianę planu',
    complaint: 'skarga',
    resignation: 'rezygnacja',
  },
  clock: (kind: string, name: string) => `${name}: ${kind}`,
  title: 'Prośby i skargi mieszkańca',
  madeOn: 'Wpłynęło',
  dueOn: 'Odpowiedź do',
  until: 'Ostatni dzień usług',
  words: 'Treść',
  answer: 'Odpowiedź',
  answerHint: 'Mieszkaniec przeczyta ją na swoim koncie. Pisz prosto.',
  submit: 'Zapisz odpowiedź',
  waiting: 'czeka na odpowiedź',
  answered: 'odpowiedziano',
  resignationHint:
    'Rozlicz rezygnację w planie (krok „Rezygnacja”): opłata należy się do ostatniego dnia usług (art. 44).',
  errors: {
    change: 'Napisz, co chcesz zmienić.',
    complaint: 'Napisz, na co się skarżysz.',
    resignation: 'Napisz, z czego rezygnujesz.',
    state:
      'W tej sprawie nie ma teraz planu ani usługi, której mogłaby dotyczyć ta prośba. Zadzwoń do centrum.',
    past: 'Ten dzień już minął. Podaj dzisiejszy albo późniejszy.',
    answer: 'Napisz odpowiedź.',
    gone: 'Nie ma takiej prośby w tej sprawie.',
    answered: 'Na tę prośbę już odpowiedziano.',
  },
  commands: {
    'casework.ask-for-change': { title: 'Prośba o zmianę planu', done: 'Prośba wysłana. Odpowiemy na czas.' },
    'casework.complain': { title: 'Skarga', done: 'Skarga wysłana. Odpowiemy w ciągu miesiąca.' },
    'casework.announce-resignation': {
      title: 'Zgłoszenie rezygnacji',
      done: 'Rezygnacja wysłana. Koordynator się odezwie.',
    },
    'casework.answer-request': { title: 'Odpowiedź na prośbę mieszkańca', done: 'Odpowiedź zapisana.' },
    'casework.own-cases': { title: 'Wgląd mieszkańca we własne sprawy' },
    'casework.represented': { title: 'Wgląd przedstawiciela lub opiekuna: kogo reprezentuje' },
    'casework.represented-cases': { title: 'Wgląd przedstawiciela lub opiekuna w sprawy osoby' },
    'casework.open-cases': { title: 'Wgląd w otwarte sprawy osoby przed rozpoczęciem nowej' },
    'casework.list-requests': { title: 'Wgląd w prośby mieszkańca' },
  },
};
