import { Checkbox, Checkboxes, Fieldset, Radios } from '../choices.tsx';
import { Field, DateInput, FileInput, Select, TextArea, TextInput } from '../fields.tsx';
import { ActionForm, Actions, Button, ButtonLink, ErrorSummary, Form } from '../form.tsx';
import type { Example } from './example.ts';

const streets = [
  { value: 'wroclawska', label: 'Wrocławska' },
  { value: 'zacisze', label: 'Zacisze' },
];

/** Forms and their parts. */
export const formExamples: readonly Example[] = [
  {
    group: 'Formularze',
    name: 'Pola tekstowe',
    node: (
      <Form trap id="texts" action="#" label="Pola tekstowe" values={{ surname: 'Żółkiewska', fee: '12,50' }}>
        <TextInput name="surname" label="Nazwisko" autoComplete="family-name" />
        <TextInput
          name="pesel"
          label="PESEL"
          hint="11 cyfr"
          inputMode="numeric"
          width="s"
          maxLength={11}
          optional
        />
        <TextInput name="fee" label="Opłata za godzinę" suffix="zł" inputMode="decimal" width="xs" />
        <TextArea
          name="need"
          label="Czego potrzebuje mieszkaniec"
          hint="Słowami mieszkańca, jednym lub dwoma zdaniami"
        />
        <DateInput name="born" label="Data urodzenia" value="1953-03-07" />
        <Select name="street" label="Ulica" options={streets} width="l" />
        <Select
          name="service"
          label="Usługa"
          value="meals"
          options={[{ label: 'Wsparcie w domu', options: [{ value: 'meals', label: 'Obiady dowożone' }] }]}
        />
        <FileInput name="scan" label="Skan wniosku" megabytes={10} accept=".pdf,.jpg" optional />
        <Field name="own" label="Własna kontrolka">
          {(control) => <input class="input width-s" type="time" {...control} />}
        </Field>
      </Form>
    ),
  },
  {
    group: 'Formularze',
    name: 'Wybór',
    node: (
      <Form id="choices" action="#" label="Wybór" values={{ contact: 'phone', days: ['mon', 'wed'] }}>
        <Radios
          name="contact"
          label="Jak mamy się z Panią lub Panem skontaktować?"
          choices={[
            {
              value: 'phone',
              label: 'Telefonicznie',
              reveal: <TextInput name="phone" label="Numer telefonu" type="tel" width="s" />,
            },
            { value: 'mail', label: 'Listem', hint: 'Na adres zamieszkania' },
            { value: 'window', label: 'Przyjdę do okienka' },
          ]}
        />
        <Checkboxes
          name="days"
          label="Dni, które pasują"
          inline
          optional
          choices={[
            { value: 'mon', label: 'poniedziałek' },
            { value: 'tue', label: 'wtorek' },
            { value: 'wed', label: 'środa' },
          ]}
        />
        <Fieldset legend="Oświadczenie" hint="Prosimy przeczytać przed zaznaczeniem.">
          <Checkbox name="clause" label="Dane we wniosku są zgodne z prawdą." />
        </Fieldset>
      </Form>
    ),
  },
  {
    group: 'Formularze',
    name: 'Formularz z błędami',
    node: (
      <Form
        id="wrong"
        action="#"
        label="Formularz z błędami"
        once="example"
        version={3}
        autosave="example"
        values={{ pesel: '44051401350', start: '31.02.2026' }}
        errors={{
          pesel: 'Numer PESEL ma błędną cyfrę kontrolną. Sprawdź ostatnią cyfrę.',
          start: 'Dnia 31.02.2026 nie ma w kalendarzu.',
          way: 'Wybierz sposób odbioru.',
        }}
      >
        <TextInput name="pesel" label="PESEL" inputMode="numeric" width="s" />
        <DateInput name="start" label="Początek usługi" />
        <Radios
          name="way"
          label="Sposób odbioru"
          choices={[
            { value: 'post', label: 'pocztą' },
            { value: 'desk', label: 'w okienku' },
          ]}
        />
        <Actions>
          <Button>Zapisz wersję roboczą</Button>
          <ButtonLink href="#" variant="quiet">
            Anuluj
          </ButtonLink>
        </Actions>
      </Form>
    ),
  },
  {
    group: 'Formularze',
    name: 'Podsumowanie błędów bez pól',
    node: (
      <ErrorSummary
        prefix="alone"
        errors={{ '': 'Ktoś zmienił ten plan przed chwilą. Porównaj obie wersje.' }}
      />
    ),
  },
  {
    group: 'Formularze',
    name: 'Przyciski',
    node: (
      <Actions>
        <Button variant="primary">Zatwierdź plan</Button>
        <Button>Zwróć z uwagami</Button>
        <Button variant="danger">Wycofaj wniosek</Button>
        <Button variant="quiet">Anuluj</Button>
        <Button disabled>Niedostępny</Button>
        <Button small about="wniosek CUS.5120.14.2026">
          Otwórz
        </Button>
        <ActionForm action="#" label="Przyjmij" about="zgłoszenie 12" once="x" version={1} small />
      </Actions>
    ),
  },
  {
    group: 'Formularze',
    name: 'Filtr w wierszu',
    node: (
      <Form id="filter" action="#" method="get" layout="inline" label="Filtr spraw">
        <Select
          name="state"
          label="Stan"
          placeholder="Wszystkie"
          options={[{ value: 'open', label: 'W toku' }]}
        />
        <TextInput name="sign" label="Znak sprawy" width="s" optional />
        <Button>Pokaż</Button>
      </Form>
    ),
  },
];
