import { plWeb } from './pl-web.ts';
import { pl as admin } from './pl-admin.ts';
import { pl as external } from './pl-external.ts';
import { pl as keys } from './pl-keys.ts';

/** Words of roles, sign-in and the own account; those of administration stand in pl-admin.ts. */
export const pl = {
  ...admin,
  ...keys,
  ...external,
  queries: { ...admin.queries, ...external.queries },
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
    inspector: 'inspektor kontroli',
  },
  signIn: plWeb,
  own: {
    ...plWeb.account,
    title: 'Twoje konto',
    lead: 'Czym otwierasz Okienko i gdzie jest teraz otwarte.',
    current: 'twoje-konto',
    firstLead: 'Hasło, które masz od administratora, jest na jeden raz. Ustaw własne i pracuj dalej.',
    who: 'Kto',
    name: 'Imię i nazwisko',
    position: 'Stanowisko',
    actsFor: 'Działa w imieniu',
    roles: 'Role',
    signOut: 'Wyloguj na wszystkich urządzeniach',
    signOutTitle: 'Wylogowanie',
    signOutLead: 'Kończy pracę tego konta wszędzie: w tej przeglądarce i na każdym innym urządzeniu.',
    secondOff: 'Żadna aplikacja nie jest podłączona. Bez niej nie zalogujesz się następnym razem.',
    persona: 'To konto demonstracji: wchodzi się na nie jednym kliknięciem, więc nie ma hasła ani kodu.',
  },
  fields: {
    password: 'Wpisz hasło.',
    code: 'Wpisz sześć cyfr z aplikacji albo kod zapasowy.',
    email: 'Wpisz adres e-mail, na przykład a.nowak@gmina.pl.',
    passwordTooLong: 'Najwyżej 200 znaków.',
    login:
      'Od 3 do 60 znaków: małe litery bez polskich znaków, cyfry, kropka i myślnik, na przykład a.nowak.',
    reason: 'Napisz co najmniej 20 znaków: co się dzieje i dlaczego nie można poczekać.',
  },
  refusals: {
    ...admin.refusals,
    ...keys.refusals,
    ...external.refusals,
    wrongPassword: 'To nie jest obecne hasło do tego konta.',
    wrongCode:
      'Ten kod nie pasuje. Poczekaj na następny i przepisz go od razu. Sprawdź też, czy zegar w telefonie chodzi dobrze.',
    passwordUnchanged: 'Nowe hasło jest takie samo jak obecne. Wymyśl inne.',
    passwordRepeated: 'Oba nowe hasła mają być takie same.',
    password: {
      too_short: 'Hasło jest za krótkie: potrzeba co najmniej 12 znaków.',
      too_plain: 'Hasło składa się z kilku powtarzanych znaków. Użyj co najmniej sześciu różnych.',
      tells_who:
        'Hasło zawiera Twoje imię, nazwisko albo nazwę konta. Wymyśl takie, które nic o Tobie nie mówi.',
      leaked:
        'To hasło znają już włamywacze: wyciekło z innych serwisów. Wymyśl inne, na przykład cztery słowa, które nic ze sobą nie mają.',
      expected:
        'To hasło składa się ze słów, które każdy sprawdzi najpierw. Dodaj coś, czego nikt się nie domyśli.',
    },
  },
  commands: {
    ...admin.commands,
    ...keys.commands,
    ...external.commands,
    'access.sign-in': { title: 'Logowanie', done: 'Jesteś w środku.' },
    'access.sign-in-as-persona': { title: 'Wejście jako osoba z demonstracji', done: 'Jesteś w środku.' },
    'access.sign-out': { title: 'Wylogowanie', done: 'Wylogowano na wszystkich urządzeniach.' },
    'access.change-password': {
      title: 'Zmiana własnego hasła',
      done: 'Hasło zmienione. Inne urządzenia są wylogowane.',
    },
    'access.enrol-second-factor': {
      title: 'Podłączenie aplikacji z kodami',
      done: 'Telefon podłączony. Przy następnym logowaniu użyj kodu z tej aplikacji.',
    },
  },
};
