import type { Worded } from '../../lang.ts';

/** Words of the sign-in: the one page of this module that residents see. */
export const plWeb = {
  title: 'Logowanie',
  titleDemo: 'Wejdź jako ktoś z centrum',
  leadDemo: 'To demonstracja: osoby są zmyślone, a wejście to jedno kliknięcie.',
  lead: 'Wejście dla pracowników, wykonawców i mieszkańców z kontem.',
  back: 'Inne centrum',
  start: 'Zacznij tutaj',
  enterAs: (name: string) => `Wejdź jako ${name}`,
  enter: 'Wejdź',
  groups: {
    case: 'Dalej w tej samej sprawie',
    centre: 'Inni w centrum',
    outside: 'Poza centrum',
  },
  own: 'Mam konto z hasłem',
  login: 'Nazwa konta',
  password: 'Hasło',
  code: 'Kod z aplikacji',
  codeHint: 'Sześć cyfr z aplikacji w telefonie.',
  submit: 'Zaloguj się',
  failed:
    'Nie udało się zalogować. Sprawdź nazwę konta i hasło, a kod przepisz nowy: każdy działa raz. Po pięciu nieudanych próbach konto zamyka się na 15 minut.',
  help: 'Nie pamiętasz hasła albo nie masz telefonu z aplikacją? Nowe hasło i nowy kod nadaje administrator systemu w Twoim centrum.',
  expired: 'Zaloguj się, a wrócisz na stronę, którą chcesz otworzyć. Zapisane szkice czekają.',
};

/** The shape of these words in every language. */
export type WebWords = Worded<typeof plWeb>;
