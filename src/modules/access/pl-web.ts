import type { Worded } from '../../lang.ts';
import { pl as keys } from './pl-keys.ts';

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
  codeHint: 'Sześć cyfr z aplikacji albo jeden z kodów zapasowych. Puste, jeśli Twoje konto ich nie ma.',
  submit: 'Zaloguj się',
  failed:
    'Nie udało się zalogować. Sprawdź nazwę konta i hasło, a kod przepisz nowy: każdy działa raz. Po pięciu nieudanych próbach konto zamyka się na 15 minut.',
  help: 'Nie masz telefonu z aplikacją? Zamiast kodu z niej wpisz kod zapasowy. Nie masz kodów zapasowych albo nie pamiętasz hasła? Zadzwoń do swojego centrum: administrator systemu nada nowe.',
  expired: 'Zaloguj się, a wrócisz na stronę, którą chcesz otworzyć. Zapisane szkice czekają.',
  passkey: 'Zaloguj się kluczem dostępu',
  passkeyLead: 'Odciskiem palca, twarzą albo PIN‑em tego urządzenia. Bez hasła i bez kodu.',
  passkeyFailed: 'Nie udało się użyć klucza dostępu. Spróbuj jeszcze raz albo zaloguj się hasłem i kodem.',
  external: (label: string) => `Zaloguj się przez: ${label}`,
  prove: {
    title: 'Potwierdź, że to Ty',
    lead: 'To ważna czynność, a od ostatniego potwierdzenia minęło trochę czasu.',
    leadForm: 'To ważna czynność. Twój formularz czeka i zostanie wysłany zaraz po potwierdzeniu.',
    passkeyTitle: 'Kluczem dostępu',
    passkey: 'Potwierdź kluczem',
    passkeyLead: 'Palec, twarz albo PIN tego urządzenia.',
    passkeyFailed: 'Nie udało się użyć klucza dostępu. Spróbuj jeszcze raz albo potwierdź hasłem i kodem.',
    passwordTitle: 'Hasłem',
    codeTitle: 'Kodem z aplikacji',
    password: 'Hasło do konta',
    code: 'Kod',
    codeHint: 'Sześć cyfr z aplikacji albo jeden z kodów zapasowych.',
    submit: 'Potwierdź',
    failed:
      'Nie udało się potwierdzić. Sprawdź hasło, a kod przepisz nowy: każdy działa raz. Po pięciu nieudanych próbach wylogujemy Cię na wszelki wypadek, szkice zostaną.',
    nothingTitle: 'Tutaj nie ma czym potwierdzić',
    nothing:
      'Na to konto wchodzi się przez inny system, więc nie ma ono ani hasła, ani klucza dostępu. Wyloguj się i wejdź jeszcze raz tak jak zwykle: zaraz po wejściu zrobisz to bez pytania. Dodaj wtedy klucz dostępu, a następnym razem potwierdzisz palcem.',
    nothingForm: 'Formularza nie wysłano. Po wejściu wypełnij go jeszcze raz.',
    signOut: 'Wyloguj i zacznij od nowa',
  },
  externalDown:
    'Tamten system teraz nie odpowiada. To nie Twoja wina i nic się nie stało. Zaloguj się tutaj albo spróbuj za kilka minut.',
  externalRefused:
    'Logowanie w tamtym systemie nie doszło do skutku albo trwało za długo. Nic się nie stało. Spróbuj jeszcze raz albo zaloguj się tutaj.',
  join: {
    title: 'Połącz z kontem w Okienku',
    lead: (label: string) =>
      `${label} potwierdza, kim jesteś. Wpisz raz kod od administratora, a następnym razem wejdziesz od razu.`,
    code: 'Kod zaproszenia',
    codeHint: 'Cztery grupy po cztery znaki. Wielkość liter nie ma znaczenia.',
    submit: 'Połącz i wejdź',
    wrong: 'Ten kod nie pasuje: mógł wygasnąć albo był już użyty. Poproś administratora o nowy.',
    back: 'Wróć do logowania',
    showTitle: 'Jeszcze jedna wizyta w okienku',
    showLead: (label: string) =>
      `${label} potwierdza, kim jesteś. Pracownik centrum połączy to z Twoimi sprawami.`,
    yourCode: 'Twój kod',
    showHow:
      'Zapisz kod i pokaż go w okienku centrum razem z dowodem tożsamości. Kod jest ważny 7 dni. Potem zalogujesz się bez niego.',
  },
  security: {
    title: 'Logowanie i urządzenia',
    lead: 'Czym otwierasz konto i gdzie jest teraz otwarte.',
    back: 'Twoje sprawy',
    keys: 'Klucze dostępu',
    keysLead:
      'Klucz otwiera konto palcem, twarzą albo PIN‑em telefonu. Nie trzeba hasła i nikt go nie wyłudzi.',
    noKeys: 'Nie masz jeszcze klucza dostępu.',
    added: 'Dodany',
    used: 'Ostatnio użyty',
    unused: 'jeszcze nie',
    remove: 'Usuń',
    add: 'Dodaj klucz na tym urządzeniu',
    name: 'Nazwa klucza',
    nameHint: 'Na przykład: mój telefon.',
    addFailed: 'Klucz nie powstał. Nic się nie zmieniło. Spróbuj jeszcze raz.',
    open: 'Gdzie konto jest otwarte',
    openLead: 'Nie znasz któregoś urządzenia? Wyloguj je i zadzwoń do nas.',
    device: 'Urządzenie',
    since: 'Od',
    seen: 'Ostatnio',
    here: 'to urządzenie',
    end: 'Wyloguj',
    endOthers: 'Wyloguj wszystkie inne',
    systems: {
      iphone: 'iPhone',
      ipad: 'iPad',
      android: 'telefon lub tablet z Androidem',
      windows: 'komputer z Windows',
      mac: 'komputer Mac',
      chromebook: 'Chromebook',
      linux: 'komputer z Linuksem',
      other: 'nieznane urządzenie',
    },
  },
  /** What a person changes on the own account: staff on their page, residents on theirs. */
  account: {
    login: 'Nazwa konta',
    firstTitle: 'Zanim zaczniesz: własne hasło',
    firstLead: 'Hasło z centrum jest na jeden raz. Ustaw własne i wejdź dalej.',
    password: 'Hasło',
    passwordRule: 'Co najmniej 12 znaków. Najlepiej kilka słów, które łatwo zapamiętać, a trudno zgadnąć.',
    passwordEnds: 'Po zmianie hasła inne urządzenia zostaną wylogowane.',
    currentPassword: 'Obecne hasło',
    currentOneTime: 'Hasło jednorazowe',
    nextPassword: 'Nowe hasło',
    repeated: 'Nowe hasło jeszcze raz',
    changePassword: 'Zmień hasło',
    second: 'Kod z aplikacji',
    secondOn:
      'Aplikacja w telefonie jest podłączona. Nowy telefon? Podłącz go tutaj, stary przestanie działać.',
    secondOff:
      'Możesz dodać drugi składnik: wtedy samo hasło konta nie otworzy, nawet gdy ktoś je pozna. Potrzebna jest darmowa aplikacja z kodami.',
    secondSteps:
      'Zeskanuj kod aplikacją uwierzytelniającą albo przepisz do niej klucz. Potem wpisz sześć cyfr, które pokaże.',
    secondStart: 'Podłącz telefon',
    secondQr: 'Kod do zeskanowania aplikacją uwierzytelniającą',
    secondKey: 'Klucz do aplikacji',
    confirmCode: 'Kod, który pokazuje aplikacja',
    confirmPassword: 'Hasło do konta',
    confirm: 'Potwierdź i podłącz',
    codes: keys.codes,
    address: keys.address,
  },
};

/** The shape of these words in every language. */
export type WebWords = Worded<typeof plWeb>;
