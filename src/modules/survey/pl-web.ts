import type { Worded } from '../../lang.ts';

/** What a resident reads who answers a survey. */
export const plWeb = {
  list: {
    title: 'Ankiety',
    lead: 'Powiedz, czego brakuje w gminie. Odpowiedzi są anonimowe.',
    empty: 'Teraz nie ma żadnej ankiety.',
    emptyNext: 'Możesz napisać do nas, czego potrzebujesz, bez ankiety.',
    report: 'Napisz, czego potrzebujesz',
    until: 'Do dnia',
    answer: 'Odpowiedz',
    home: 'Strona główna',
  },
  openPoll:
    'Badanie otwarte: odpowiada, kto chce. Wynik nie jest reprezentatywny dla wszystkich mieszkańców.',
  openPollTitle: 'Badanie otwarte',
  intro: {
    minutes: (least: number, most: number) =>
      least === most ? `Zajmie to około ${least} min.` : `Zajmie to od ${least} do ${most} min.`,
    anonymousTitle: 'Ankieta jest anonimowa',
    anonymous:
      'Nie pytamy, kim jesteś. Nie wiemy, o której godzinie piszesz ani z jakiego komputera. Zostają tylko odpowiedzi i dzień.',
    voluntary: 'Możesz pominąć pytania, które nie są obowiązkowe, i przerwać w każdej chwili.',
    code: 'Kod z zaproszenia',
    codeHint: 'Dziesięć liter i cyfr z listu. Kod działa jeden raz i nie łączy listu z odpowiedziami.',
    codeMissing: 'Do tej ankiety potrzebny jest kod z listu. Sprawdź litery w kodzie.',
    start: 'Zacznij',
    otherLanguages: 'Ta ankieta jest tylko po polsku.',
    resumeTitle: 'Masz zaczętą ankietę?',
    resumeCode: 'Kod powrotu',
    resume: 'Wróć do ankiety',
    notOpenTitle: 'Ta ankieta nie zbiera teraz odpowiedzi',
    notYet: 'Zacznie się w dniu',
    over: 'Skończyła się w dniu',
  },
  page: {
    part: (number: number, of: number) => `Część ${number} z najwyżej ${of}`,
    next: 'Dalej',
    send: 'Wyślij odpowiedzi',
    back: 'Wróć do poprzedniej części',
    laterTitle: 'Chcesz przerwać?',
    later: 'Zapisz ten kod. Z nim wrócisz do ankiety w ciągu 30 dni, także na innym urządzeniu:',
    laterWhat: 'Zapamiętamy odpowiedzi z części, które są już za Tobą. Po wysłaniu kod przestaje działać.',
    upTo: (max: number) => `Zaznacz najwyżej ${max}.`,
    choose: 'Wybierz',
    place: (number: number) => `${number}. miejsce`,
    noOpinion: 'nie mam zdania',
    whole: (min: string, max: string) => `Liczba od ${min} do ${max}.`,
    gone: 'Nie ma takiej zaczętej ankiety',
    goneWhy: 'Kod jest inny albo odpowiedzi są już wysłane. Możesz zacząć od nowa.',
    again: 'Zacznij od nowa',
  },
  thanks: {
    title: 'Dziękujemy, odpowiedzi są wysłane',
    body: 'Nie wiemy, kto je wysłał. Wyniki pokażemy tylko zbiorczo.',
    contactTitle: 'Chcesz, żebyśmy się odezwali?',
    contactLead: 'To osobny formularz. Kontakt trzymamy oddzielnie i nie łączymy go z odpowiedziami.',
    name: 'Imię',
    contact: 'Telefon lub e-mail',
    wants: 'W jakiej sprawie?',
    wishes: {
      talk: 'rozmowa o potrzebach mieszkańców',
      consultation: 'spotkanie o wynikach i planie gminy',
      help: 'mogę pomagać jako wolontariusz lub sąsiad',
    },
    consent: 'Zgadzam się, żeby centrum odezwało się do mnie w tej sprawie.',
    consentHint: 'Zgodę możesz cofnąć. Kontakt usuniemy najpóźniej po roku.',
    submit: 'Zostaw kontakt',
    noted: 'Zapisaliśmy kontakt',
    notedBody: 'Odezwiemy się w tej sprawie. Nie łączymy kontaktu z odpowiedziami.',
    home: 'Strona główna',
  },
};

export type WebWords = Worded<typeof plWeb>;
