/** Words of accounts, roles and sign-in. */
export const pl = {
  visitor: 'osoba bez konta (strona internetowa)',
  roles: {
    director: 'dyrektor',
    service_organiser: 'organizator usług społecznych',
    plan_coordinator: 'koordynator indywidualnych planów usług społecznych',
    community_organiser: 'organizator społeczności lokalnej',
    assistance_organiser: 'organizator pomocy społecznej',
    clerk: 'pracownik okienka',
    feeder: 'jednostka gminy (informator)',
    provider: 'wykonawca usług',
    region: 'regionalny ośrodek polityki społecznej',
    resident: 'mieszkaniec',
    visitor: 'osoba bez konta',
    auditor: 'inspektor ochrony danych',
    administrator: 'administrator systemu',
  },
  signIn: {
    title: 'Logowanie',
    centres: 'Wybierz centrum',
    lead: 'Wejście dla pracowników, wykonawców i mieszkańców z kontem.',
    login: 'Nazwa konta',
    password: 'Hasło',
    code: 'Kod z aplikacji',
    codeHint: 'Sześć cyfr z aplikacji uwierzytelniającej w telefonie.',
    submit: 'Zaloguj się',
    failed:
      'Nie udało się zalogować. Sprawdź nazwę konta, hasło i kod. Po pięciu nieudanych próbach konto jest zamykane na 15 minut.',
    personas: 'Osoby z demonstracji',
    personasLead:
      'Te osoby są zmyślone. Jedno kliknięcie i pracujesz jako ktoś z nich; takie wejście istnieje tylko w demonstracji.',
    enterAs: (name: string) => `Wejdź jako ${name}`,
    back: 'Inne centrum',
  },
  commands: {
    'access.sign-in': { title: 'Logowanie', done: 'Jesteś w środku.' },
    'access.sign-in-as-persona': { title: 'Wejście jako osoba z demonstracji', done: 'Jesteś w środku.' },
    'access.sign-out': { title: 'Wylogowanie', done: 'Wylogowano.' },
  },
};
