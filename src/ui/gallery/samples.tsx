import { Checkbox, Radios } from '../choices.tsx';
import { EmptyState } from '../content.tsx';
import { TextArea, TextInput } from '../fields.tsx';
import { Actions, Button, ButtonLink, Form } from '../form.tsx';
import { ErrorPage, ForbiddenPage } from '../looks.tsx';
import { Page } from '../page.tsx';
import { demo, footer, Staff } from './frame.tsx';
import { casePage, todayList } from './staff.tsx';

type Sample = { name: string; page: ReturnType<typeof Page> };

const resident = (errors: Record<string, string>) => (
  <Page
    audience="resident"
    title="Jak możemy się z Tobą skontaktować?"
    lead="Zadzwonimy albo napiszemy w ciągu trzech dni roboczych."
    centre={{ name: 'Centrum Usług Społecznych w Żyrardowie', slug: 'zyrardow' }}
    languages={[
      { lang: 'pl', href: '?jezyk=pl', label: 'Polski' },
      { lang: 'uk', href: '?jezyk=uk', label: 'Українська' },
      { lang: 'en', href: '?jezyk=en', label: 'English' },
    ]}
    nav={[
      { key: 'services', href: '#services', label: 'Usługi' },
      { key: 'report', href: '#report', label: 'Zgłoś potrzebę' },
      { key: 'mine', href: '#mine', label: 'Moje sprawy' },
    ]}
    current="report"
    demo={demo}
    footer={footer}
    breadcrumbs={[{ href: '#back', label: 'Wróć do poprzedniego pytania' }]}
    invalid={Object.keys(errors).length > 0}
  >
    <Form
      action="#"
      once="x"
      autosave="zgloszenie"
      values={{ way: 'phone', phone: '600 00' }}
      errors={errors}
    >
      <TextInput name="name" label="Imię i nazwisko" autoComplete="name" />
      <Radios
        name="way"
        label="Wybierz jeden sposób"
        choices={[
          {
            value: 'phone',
            label: 'Telefon',
            reveal: <TextInput name="phone" label="Numer telefonu" type="tel" width="s" />,
          },
          { value: 'mail', label: 'List na adres domowy' },
          {
            value: 'window',
            label: 'Przyjdę do okienka',
            hint: 'ul. Limanowskiego, w dni robocze od 8 do 16',
          },
        ]}
      />
      <TextArea
        name="more"
        label="Co jeszcze powinniśmy wiedzieć"
        hint="Na przykład: proszę mówić głośno"
        optional
      />
      <Checkbox name="truth" label="Dane są prawdziwe." />
      <Actions>
        <Button variant="primary">Wyślij zgłoszenie</Button>
        <Button variant="quiet" name="later" value="1" noValidate>
          Dokończę później
        </Button>
      </Actions>
    </Form>
  </Page>
);

/** Whole pages made of the components: the four looks, a case, a form of a resident. */
export const samples: readonly Sample[] = [
  { name: 'today', page: todayList },
  { name: 'case', page: casePage },
  { name: 'resident', page: resident({}) },
  {
    name: 'resident-errors',
    page: resident({ name: 'Wpisz imię i nazwisko.', phone: 'Numer telefonu ma 9 cyfr, a tu jest 5.' }),
  },
  {
    name: 'empty',
    page: (
      <Staff title="Zgłoszenia" current="window">
        <EmptyState
          title="Nikt jeszcze nie czeka"
          action={
            <ButtonLink href="#new" variant="primary">
              Przyjmij zgłoszenie
            </ButtonLink>
          }
        >
          Tu pojawią się zgłoszenia z okienka, z telefonu i ze strony dla mieszkańców. Wniosek powstanie ze
          zgłoszenia bez przepisywania.
        </EmptyState>
      </Staff>
    ),
  },
  {
    name: 'error',
    page: (
      <Staff title="Nie udało się zapisać notatki">
        <ErrorPage
          what="Serwer stracił połączenie z bazą danych, zanim zapisał notatkę."
          kept="Treść notatki jest w wersji roboczej. Nic nie zginęło."
          next="Odczekaj minutę i spróbuj ponownie. Gdy błąd wróci, podaj administratorowi numer zdarzenia."
          code="OKN-500"
          incident="7F3A-21"
          action={
            <ButtonLink href="#again" variant="primary">
              Wróć do notatki
            </ButtonLink>
          }
        />
      </Staff>
    ),
  },
  {
    name: 'forbidden',
    page: (
      <Staff title="Tej sprawy nie możesz otworzyć">
        <ForbiddenPage
          why="Sprawę prowadzi inny koordynator, a Ty nie masz do niej zastępstwa. Dane osoby widzą tylko ci, którzy nad sprawą pracują."
          who="Dyrektor może przekazać sprawę albo ustanowić zastępstwo."
          code="OKN-403"
          action={<ButtonLink href="#today">Wróć do „Moje na dziś”</ButtonLink>}
        />
      </Staff>
    ),
  },
];
