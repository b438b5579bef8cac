import { areas } from '../../../law/index.ts';
import { form, formOf, page, type PageContext, type View } from '../../../platform/http/route.ts';
import type { FormValues } from '../../../platform/http/form-data.ts';
import {
  Actions,
  Button,
  ButtonLink,
  Fieldset,
  Form,
  Radios,
  Select,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { addService } from '../commands/add-service.ts';
import { correctService } from '../commands/correct-service.ts';
import { conditionValues } from '../domain/conditions.ts';
import { type Service, trackKeys, trackOf } from '../domain/service.ts';
import { pl } from '../pl.ts';
import { serviceForm, type ServiceFormData } from '../queries/service-form.ts';
import { ConditionsFields } from './conditions-fields.tsx';

const words = pl.form;
const list = '/praca/uslugi';

const textNames = [
  'name',
  'description',
  'track',
  'handledBy',
  'gmina',
  'organizationId',
  'performerWords',
  'recipients',
  'conditions',
  'fee',
  'hours',
  'place',
  'contactName',
  'phone',
  'email',
  'source',
  'note',
] as const satisfies readonly (keyof Service)[];

const valuesOf = (service: Service): FormValues => ({
  ...Object.fromEntries(textNames.map((name) => [name, service[name] ?? ''])),
  area: service.area?.toString() ?? '',
  maxMonths: service.maxMonths?.toString() ?? '',
  ...conditionValues(service.match, 'match'),
});

const Basics = ({ gminas }: { gminas: ServiceFormData['gminas'] }) => (
  <Fieldset legend={words.basics}>
    <TextInput name="name" label={words.name} width="full" maxLength={200} />
    <TextArea name="description" label={words.description} optional />
    <Radios
      name="track"
      label={words.track}
      choices={trackKeys.map((key) => ({
        value: key,
        label: trackOf(key).name,
        hint: words.trackHints[key],
      }))}
    />
    <TextInput name="handledBy" label={words.handledBy} hint={words.handledByHint} width="l" optional />
    <Select
      name="area"
      label={words.area}
      options={areas.map((one) => ({ value: String(one.code), label: `${one.code}. ${one.name}` }))}
      optional
    />
    {gminas.length > 1 && (
      <Select
        name="gmina"
        label={words.gmina}
        placeholder={pl.wholeCentre}
        options={gminas.map((one) => ({ value: one.teryt, label: one.name }))}
        optional
      />
    )}
  </Fieldset>
);

const Who = ({ gminas }: { gminas: ServiceFormData['gminas'] }) => (
  <>
    <Fieldset legend={words.who}>
      <TextArea name="recipients" label={words.recipients} rows={2} optional />
      <TextArea name="conditions" label={words.conditions} rows={2} optional />
      <TextInput name="fee" label={words.fee} width="l" optional />
      <TextInput name="maxMonths" label={words.maxMonths} inputMode="numeric" width="xs" optional />
    </Fieldset>
    <p class="hint">{words.matchLead}</p>
    <ConditionsFields name="match" gminas={gminas} />
  </>
);

const Where = ({ organizations }: { organizations: ServiceFormData['organizations'] }) => (
  <Fieldset legend={words.where}>
    <Select
      name="organizationId"
      label={words.organization}
      placeholder={words.organizationNone}
      options={organizations.map((one) => ({ value: one.id, label: one.name }))}
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
    <TextInput name="place" label={words.place} width="l" optional />
    <TextInput name="hours" label={words.hours} width="l" optional />
    <TextInput name="contactName" label={words.contactName} width="l" optional />
    <TextInput name="phone" label={words.phone} hint={words.phoneHint} optional />
    <TextInput name="email" label={words.email} type="email" optional />
  </Fieldset>
);

const Fields = ({ data }: { data: ServiceFormData }) => (
  <>
    <Basics gminas={data.gminas} />
    <Who gminas={data.gminas} />
    <Where organizations={data.organizations} />
    <Fieldset legend={words.origin}>
      <TextInput name="source" label={words.source} type="url" width="full" optional />
      <TextArea name="note" label={words.note} rows={2} optional />
    </Fieldset>
  </>
);

function addView(data: ServiceFormData, context: PageContext): View {
  return {
    title: words.add,
    lead: words.addLead,
    trail: [{ href: list, label: pl.card.back }],
    width: 'narrow',
    current: 'services',
    body: (
      <Form
        action={`${list}/nowa`}
        {...formOf(context, addService, { organizationId: data.organizationId ?? '' })}
      >
        <Fields data={data} />
        <Actions>
          <Button variant="primary">{words.submitAdd}</Button>
          <ButtonLink href={list} variant="quiet">
            {pl.cancel}
          </ButtonLink>
        </Actions>
      </Form>
    ),
  };
}

function correctView(data: ServiceFormData, context: PageContext): View {
  const { service } = data;
  const id = service?.id ?? '';
  return {
    title: words.correct,
    lead: words.correctLead,
    trail: [
      { href: list, label: pl.card.back },
      { href: `${list}/${id}`, label: service?.name ?? '' },
    ],
    width: 'narrow',
    current: 'services',
    body: (
      <Form
        action={`${list}/${id}/popraw`}
        version={service?.version}
        {...formOf(context, correctService, service ? valuesOf(service) : {})}
      >
        <Fields data={data} />
        <Actions>
          <Button variant="primary">{words.submitCorrect}</Button>
          <ButtonLink href={`${list}/${id}`} variant="quiet">
            {pl.cancel}
          </ButtonLink>
        </Actions>
      </Form>
    ),
  };
}

export const addPage = page({
  door: 'staff',
  path: '/praca/uslugi/nowa',
  draft: () => 'directory.add-service',
  load: async (ask) => await ask(serviceForm, {}),
  view: addView,
});

export const correctPage = page({
  door: 'staff',
  path: '/praca/uslugi/:serviceId/popraw',
  load: async (ask, request) => await ask(serviceForm, { serviceId: request.params['serviceId'] }),
  view: correctView,
});

const back = (result: { serviceId: string }): string => `${list}/${result.serviceId}`;

export const editForms = [
  form({ door: 'staff', path: '/praca/uslugi/nowa', command: addService, page: addPage, next: back }),
  form({
    door: 'staff',
    path: '/praca/uslugi/:serviceId/popraw',
    command: correctService,
    page: correctPage,
    next: back,
  }),
];
