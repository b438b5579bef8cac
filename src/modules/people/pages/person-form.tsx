import type { VNode } from 'preact';
import type { CentreInfo } from '../../../platform/http/route.ts';
import {
  Columns,
  DateInput,
  Disclosure,
  Fieldset,
  Radios,
  Row,
  Select,
  TextArea,
  TextInput,
  type Values,
} from '../../../ui/index.ts';
import { contactPreferences, languages, noPeselReasons } from '../domain/person.ts';
import { pl } from '../pl.ts';

const words = pl.register;
const { facts, values: valueWords } = pl;

const options = <const T extends readonly string[]>(keys: T, labels: Readonly<Record<T[number], string>>) =>
  keys.map((value: T[number]) => ({ value, label: labels[value] }));

const papers = ['noPeselReason', 'birthDate', 'sex', 'overrideReason', 'otherIdKind', 'otherIdNumber'];

type FormState = { values: Values; errors: Readonly<Record<string, string | undefined>> };

const touched = ({ values, errors }: FormState, names: readonly string[]): boolean =>
  names.some((name) => errors[name] || (values[name] !== undefined && values[name] !== ''));

/** Names and numbers: with a PESEL nothing more is needed. */
const Who = ({ state }: { state: FormState }) => (
  <Fieldset legend={words.who} hint={words.whoHint}>
    <Row>
      <TextInput name="givenName" label={facts.givenName} autoComplete="off" width="m" maxLength={200} />
      <TextInput
        name="middleName"
        label={facts.middleName}
        autoComplete="off"
        width="m"
        maxLength={200}
        optional
      />
    </Row>
    <TextInput name="familyName" label={facts.familyName} autoComplete="off" width="l" maxLength={200} />
    <TextInput
      name="pesel"
      label={facts.pesel}
      hint={words.peselHint}
      inputMode="numeric"
      autoComplete="off"
      width="s"
      maxLength={20}
    />
    <Disclosure summary={words.withoutPesel} open={touched(state, papers) || Boolean(state.errors['pesel'])}>
      <p>{words.withoutPeselLead}</p>
      <Select
        name="noPeselReason"
        label={facts.noPeselReason}
        options={options(noPeselReasons, valueWords.noPeselReason)}
        width="l"
        optional
      />
      <DateInput name="birthDate" label={facts.birthDate} optional />
      <Radios
        name="sex"
        label={facts.sex}
        inline
        optional
        choices={options(['female', 'male'], valueWords.sex)}
      />
      <TextInput
        name="otherIdKind"
        label={facts.otherIdKind}
        hint={words.otherIdHint}
        width="m"
        maxLength={60}
        optional
      />
      <TextInput
        name="otherIdNumber"
        label={facts.otherIdNumber}
        autoComplete="off"
        width="m"
        maxLength={40}
        optional
      />
      <TextInput
        name="overrideReason"
        label={facts.overrideReason}
        hint={words.overrideHint}
        width="l"
        maxLength={300}
        optional
      />
    </Disclosure>
  </Fieldset>
);

const Where = ({ state, centre }: { state: FormState; centre: CentreInfo }) => {
  const [only, ...more] = centre.gminas;
  return (
    <Fieldset legend={words.where} hint={words.whereHint}>
      {only && more.length === 0 ? (
        <input type="hidden" name="gmina" value={only.teryt} />
      ) : (
        <Radios
          name="gmina"
          label={facts.gmina}
          inline
          choices={centre.gminas.map(({ teryt, name }) => ({ value: teryt, label: name }))}
        />
      )}
      <TextInput
        name="locality"
        label={facts.locality}
        autoComplete="off"
        width="m"
        maxLength={100}
        optional
      />
      <TextInput name="street" label={facts.street} autoComplete="off" width="m" maxLength={100} optional />
      <Row>
        <TextInput
          name="houseNumber"
          label={facts.houseNumber}
          autoComplete="off"
          width="xs"
          maxLength={20}
          optional
        />
        <TextInput
          name="flatNumber"
          label={facts.flatNumber}
          autoComplete="off"
          width="xs"
          maxLength={20}
          optional
        />
        <TextInput
          name="postcode"
          label={facts.postcode}
          autoComplete="off"
          inputMode="numeric"
          width="xs"
          maxLength={10}
          optional
        />
      </Row>
      <Disclosure summary={facts.livesOutside} open={touched(state, ['livesOutside'])}>
        <TextInput
          name="livesOutside"
          label={facts.livesOutside}
          hint={words.livesOutsideHint}
          width="m"
          maxLength={100}
          optional
        />
      </Disclosure>
    </Fieldset>
  );
};

const Contact = () => (
  <Fieldset legend={words.contact} hint={words.contactHint}>
    <TextInput
      name="phone"
      type="tel"
      label={facts.phone}
      autoComplete="off"
      width="s"
      maxLength={40}
      optional
    />
    <TextInput
      name="email"
      type="email"
      label={facts.email}
      autoComplete="off"
      width="m"
      maxLength={200}
      optional
    />
    <Radios
      name="contactPreference"
      label={facts.contactPreference}
      inline
      optional
      choices={options(contactPreferences, valueWords.contactPreference)}
    />
    <Select
      name="language"
      label={facts.language}
      options={options(languages, valueWords.language)}
      placeholder={false}
      width="m"
    />
    <TextArea
      name="accessibilityNeeds"
      label={facts.accessibilityNeeds}
      hint={words.accessibilityHint}
      rows={2}
      maxLength={500}
      optional
    />
  </Fieldset>
);

/** The fields of a person, for a new one and for a correction; they read their values from the form around them. */
export const PersonFields = ({ state, centre }: { state: FormState; centre: CentreInfo }): VNode => (
  <Columns
    main={
      <>
        <Who state={state} />
        <Where state={state} centre={centre} />
      </>
    }
    side={<Contact />}
  />
);
