import type { VNode } from 'preact';
import { areas } from '../../../law/index.ts';
import {
  Checkboxes,
  DateInput,
  Fieldset,
  Radios,
  Row,
  Select,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import type { Section } from '../commands/service-input.ts';
import {
  accessibilityFeatures,
  applyChannels,
  feeKinds,
  feeUnits,
  reaches,
  recipientGroups,
  recipientTypes,
  serviceLanguages,
  weekdays,
} from '../domain/codes.ts';
import { trackKeys, trackOf, translatedFields } from '../domain/service.ts';
import { codes, form as words } from '../pl-form.ts';
import { pl } from '../pl.ts';
import type { ServiceFormData } from '../queries/service-form.ts';
import { ConditionsFields } from './conditions-fields.tsx';

interface Given {
  data: ServiceFormData;
}

/** A coded list as choices, in the order of its codes. */
export const choicesOf = <K extends string>(
  keys: readonly K[],
  labels: Record<K, string>,
): { value: string; label: string }[] => keys.map((key) => ({ value: key, label: labels[key] }));

/** What a new card needs: its name and track; the rest is written section by section. */
export const BasicFields = () => (
  <>
    <TextInput name="name" label={words.name} width="full" maxLength={200} />
    <TextArea name="description" label={words.description} hint={words.descriptionHint} optional />
    <Radios
      name="track"
      label={words.track}
      choices={trackKeys.map((key) => ({
        value: key,
        label: trackOf(key).name,
        hint: words.trackHints[key],
      }))}
    />
    <Select
      name="area"
      label={words.area}
      options={areas.map((one) => ({ value: String(one.code), label: `${one.code}. ${one.name}` }))}
      optional
    />
  </>
);

const Basics = () => (
  <>
    <BasicFields />
    <TextInput name="handledBy" label={words.handledBy} hint={words.handledByHint} width="l" optional />
  </>
);

const People = ({ data }: Given) => (
  <>
    <Checkboxes
      name="recipientGroups"
      label={words.recipientGroups}
      choices={choicesOf(recipientGroups, codes.recipientGroups)}
      inline
      optional
    />
    <Row>
      <TextInput name="ageFrom" label={words.ageFrom} inputMode="numeric" width="xs" optional />
      <TextInput name="ageTo" label={words.ageTo} inputMode="numeric" width="xs" optional />
    </Row>
    <TextArea name="recipients" label={words.recipients} rows={2} optional />
    <Select
      name="recipientType"
      label={words.recipientType}
      placeholder={words.notSaid}
      options={choicesOf(recipientTypes, codes.recipientTypes)}
      optional
    />
    {data.gminas.length > 1 && (
      <Checkboxes
        name="gminas"
        label={words.gminas}
        hint={words.gminasHint}
        choices={data.gminas.map((one) => ({ value: one.teryt, label: one.name }))}
        optional
      />
    )}
  </>
);

const Conditions = ({ data }: Given) => (
  <>
    <TextArea name="conditions" label={words.conditions} rows={2} optional />
    <TextArea name="documents" label={words.documents} hint={words.documentsHint} rows={4} optional />
    <TextInput name="maxMonths" label={words.maxMonths} inputMode="numeric" width="xs" optional />
    <p class="hint">{words.matchLead}</p>
    <ConditionsFields name="match" gminas={data.gminas} />
  </>
);

const PlaceFields = ({ index, data }: { index: number } & Given) => (
  <Fieldset legend={words.address(index + 1)}>
    <input type="hidden" name={`places.${index}.id`} value={data.service?.places[index]?.id ?? ''} />
    <TextInput name={`places.${index}.name`} label={words.placeName} width="l" optional />
    <TextInput name={`places.${index}.street`} label={words.street} width="l" optional />
    <Row>
      <TextInput name={`places.${index}.postalCode`} label={words.postalCode} width="s" optional />
      <TextInput name={`places.${index}.city`} label={words.city} optional />
    </Row>
    {data.gminas.length > 1 && (
      <Select
        name={`places.${index}.teryt`}
        label={words.gmina}
        placeholder={words.notSaid}
        options={data.gminas.map((one) => ({ value: one.teryt, label: one.name }))}
        optional
      />
    )}
    <TextInput name={`places.${index}.point`} label={words.point} hint={words.pointHint} width="m" optional />
    <Checkboxes
      name={`places.${index}.accessibility`}
      label={words.accessibility}
      choices={choicesOf(accessibilityFeatures, codes.accessibility)}
      inline
      optional
    />
    <TextInput
      name={`places.${index}.accessibilityWords`}
      label={words.accessibilityWords}
      width="l"
      optional
    />
  </Fieldset>
);

const Where = ({ data }: Given) => (
  <>
    <Checkboxes
      name="reach"
      label={words.reach}
      choices={choicesOf(reaches, codes.reaches)}
      inline
      optional
    />
    <TextInput name="place" label={words.place} hint={words.placeHint} width="full" optional />
    {Array.from({ length: Math.min((data.service?.places.length ?? 0) + 1, 10) }, (_, index) => (
      <PlaceFields key={index} index={index} data={data} />
    ))}
    <Fieldset legend={words.week} hint={words.weekHint}>
      <Row>
        {weekdays.map((day) => (
          <TextInput key={day} name={`week.${day}`} label={pl.days[day]} width="s" optional />
        ))}
      </Row>
    </Fieldset>
    <TextInput name="hours" label={words.hours} width="full" optional />
  </>
);

const Contact = () => (
  <>
    <TextInput name="contactName" label={words.contactName} width="l" optional />
    <TextInput name="phone" label={words.phone} hint={words.phoneHint} optional />
    <TextInput name="email" label={words.email} type="email" optional />
    <TextInput name="web" label={words.web} type="url" width="l" optional />
    <Checkboxes
      name="applyChannels"
      label={words.applyChannels}
      choices={choicesOf(applyChannels, codes.applyChannels)}
      inline
      optional
    />
    <TextArea name="applyWords" label={words.applyWords} rows={2} optional />
    <TextInput name="applyLink" label={words.applyLink} type="url" width="l" optional />
    <Checkboxes
      name="languages"
      label={words.languages}
      choices={choicesOf(serviceLanguages, codes.languages)}
      inline
      optional
    />
  </>
);

const Money = () => (
  <>
    <Radios
      name="feeKind"
      label={words.feeKind}
      choices={[{ value: '', label: words.notSaid }, ...choicesOf(feeKinds, codes.feeKinds)]}
      optional
    />
    <Row>
      <TextInput
        name="feeGrosze"
        label={words.feeGrosze}
        suffix="zł"
        inputMode="decimal"
        width="s"
        optional
      />
      <Select
        name="feeUnit"
        label={words.feeUnit}
        placeholder={words.notSaid}
        options={choicesOf(feeUnits, codes.feeUnits)}
        width="s"
        optional
      />
    </Row>
    <TextInput name="fee" label={words.fee} width="full" optional />
    <TextInput name="financing" label={words.financing} width="full" optional />
    <Row>
      <DateInput name="financingFrom" label={words.financingFrom} optional />
      <DateInput name="financingTo" label={words.financingTo} optional />
    </Row>
  </>
);

const Performer = ({ data }: Given) => {
  const options = data.organizations.map((one) => ({ value: one.id, label: one.name }));
  return (
    <>
      <Select
        name="organizationId"
        label={words.organization}
        placeholder={words.organizationNone}
        options={options}
        width="l"
        optional
      />
      <TextInput
        name="performerWords"
        label={words.performerWords}
        hint={words.performerHint}
        width="l"
        optional
      />
      <Select
        name="ownerId"
        label={words.owner}
        hint={words.ownerHint}
        placeholder={words.organizationNone}
        options={options}
        width="l"
        optional
      />
    </>
  );
};

const fieldLabels: Record<(typeof translatedFields)[number], string> = {
  name: words.name,
  description: words.description,
  recipients: words.recipients,
  conditions: words.conditions,
  fee: words.fee,
  hours: words.hours,
  place: words.place,
  applyWords: words.applyWords,
  note: words.note,
};

/** Only what the Polish card says can be translated. */
const Languages = ({ data }: Given) => (
  <>
    <p class="hint">{words.translationsLead}</p>
    {(['uk', 'en'] as const).map((lang) => (
      <Fieldset key={lang} legend={words.lang[lang]}>
        {translatedFields
          .filter((name) => data.service?.[name])
          .map((name) => (
            <TextArea
              key={name}
              name={`translations.${lang}.${name}`}
              label={fieldLabels[name]}
              hint={data.service?.[name] ?? undefined}
              rows={name === 'description' ? 4 : 2}
              optional
            />
          ))}
      </Fieldset>
    ))}
  </>
);

const Origin = () => (
  <>
    <TextInput name="source" label={words.source} type="url" width="full" optional />
    <TextArea name="note" label={words.note} rows={2} optional />
  </>
);

/** The fields of each section. */
export const sectionFields: Record<Section, (given: Given) => VNode> = {
  basics: Basics,
  people: People,
  conditions: Conditions,
  place: Where,
  contact: Contact,
  money: Money,
  performer: Performer,
  languages: Languages,
  origin: Origin,
};
