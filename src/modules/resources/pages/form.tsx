import { form, formOf, page, type PageContext, type View } from '../../../platform/http/route.ts';
import type { FormValues } from '../../../platform/http/form-data.ts';
import { powiatName, powiatOf } from '../../population/index.ts';
import {
  ActionForm,
  Actions,
  Button,
  Checkbox,
  Fieldset,
  Form,
  Notice,
  Select,
  Stack,
  TextInput,
} from '../../../ui/index.ts';
import { addResource, closeResourceCommand, correctResource } from '../commands/write-resource.ts';
import { resourcesPath } from '../domain/figures.ts';
import { kindKeys, type Resource } from '../domain/resource.ts';
import { pl } from '../pl.ts';
import { resourceForm, type ResourceForm } from '../queries/list-resources.ts';
import { addPath, resourcePath } from './list.tsx';

const words = pl.form;

const text = (value: number | string | null): string => (value === null ? '' : String(value));

const valuesOf = (one: Resource): FormValues => ({
  name: one.name,
  operator: text(one.operator),
  kind: one.kind,
  profile: text(one.profile),
  place: one.gmina ?? one.powiat,
  locality: text(one.locality),
  institutional: one.institutionalSaid === null ? '' : one.institutionalSaid ? 'yes' : 'no',
  places: text(one.places),
  occupied: text(one.occupied),
  waiting: text(one.waiting),
  free: text(one.free),
  staff: text(one.staff),
  costMonth: one.costMonthGrosze === null ? '' : (one.costMonthGrosze / 100).toFixed(2).replace('.', ','),
  costAsOf: text(one.costAsOf),
  ...(one.costAbout ? { costAbout: 'on' } : {}),
  serviceId: one.link?.serviceId ?? '',
  source: one.source,
  asOf: one.asOf,
});

const placeOptions = (data: ResourceForm) => {
  const { resource, gminas } = data;
  const powiats = [
    ...new Set([...gminas.map(({ teryt }) => powiatOf(teryt)), ...(resource ? [resource.powiat] : [])]),
  ];
  const other =
    resource?.gmina && !gminas.some(({ teryt }) => teryt === resource.gmina) ? [resource.gmina] : [];
  return [
    ...gminas.map(({ teryt, name }) => ({ value: teryt, label: name })),
    ...other.map((teryt) => ({ value: teryt, label: teryt })),
    ...powiats.map((powiat) => ({ value: powiat, label: words.powiat(powiatName(powiat) ?? powiat) })),
  ];
};

const Numbers = () => (
  <Fieldset legend={words.numbers}>
    {(['places', 'occupied', 'waiting', 'free', 'staff'] as const).map((name) => (
      <TextInput key={name} name={name} label={words[name]} width="s" inputMode="numeric" optional />
    ))}
  </Fieldset>
);

const What = ({ data }: { data: ResourceForm }) => (
  <Fieldset legend={words.what}>
    <TextInput name="name" label={words.name} maxLength={300} />
    <Select
      name="kind"
      label={words.kind}
      options={kindKeys.map((kind) => ({ value: kind, label: pl.kindName(kind) }))}
    />
    <Select name="place" label={words.place} options={placeOptions(data)} />
    <TextInput name="locality" label={words.locality} hint={words.localityHint} maxLength={80} optional />
    <TextInput name="operator" label={words.operator} maxLength={300} optional />
    <TextInput name="profile" label={words.profile} maxLength={200} optional />
    <Select
      name="institutional"
      label={words.institutional}
      placeholder={words.asKind}
      options={[
        { value: 'yes', label: words.yes },
        { value: 'no', label: words.no },
      ]}
      optional
    />
    <Select
      name="serviceId"
      label={words.link}
      hint={words.linkHint}
      placeholder={words.noLink}
      options={data.cards.map(({ id, name }) => ({ value: id, label: name }))}
      optional
    />
  </Fieldset>
);

/** What a unit does not change travels along unseen. */
const Kept = ({ resource }: { resource: Resource }) => (
  <>
    {Object.entries(valuesOf(resource))
      .filter(([name]) =>
        [
          'name',
          'operator',
          'kind',
          'profile',
          'place',
          'locality',
          'institutional',
          'serviceId',
          'costMonth',
          'costAsOf',
          'costAbout',
        ].includes(name),
      )
      .map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={String(value)} />
      ))}
  </>
);

const Fields = ({ data, whole }: { data: ResourceForm; whole: boolean }) => (
  <>
    {whole ? <What data={data} /> : data.resource && <Kept resource={data.resource} />}
    <Numbers />
    {whole && (
      <Fieldset legend={words.money}>
        <TextInput name="costMonth" label={words.cost} width="m" inputMode="decimal" optional />
        <TextInput name="costAsOf" label={words.costAsOf} width="m" optional />
        <Checkbox name="costAbout" label={words.costAbout} />
      </Fieldset>
    )}
    <Fieldset legend={words.origin}>
      <TextInput name="source" label={words.source} maxLength={600} />
      <TextInput name="asOf" label={words.asOf} hint={words.asOfHint} width="m" />
    </Fieldset>
  </>
);

const base = {
  trail: [{ href: resourcesPath, label: words.back }],
  width: 'narrow' as const,
  current: 'resources',
};

function addView(data: ResourceForm, context: PageContext): View {
  return {
    ...base,
    title: words.add,
    lead: words.lead,
    body: (
      <Form
        action={addPath}
        {...formOf(context, addResource, { place: data.gminas[0]?.teryt ?? '', asOf: context.today })}
      >
        <Fields data={data} whole />
        <Actions>
          <Button variant="primary">{words.submitAdd}</Button>
        </Actions>
      </Form>
    ),
  };
}

function correctView(data: ResourceForm, context: PageContext): View {
  const { resource } = data;
  const whole = context.actor.roles.includes('service_organiser');
  if (!resource) return { ...base, title: words.correct, body: null };
  return {
    ...base,
    title: resource.name,
    lead: words.lead,
    body: (
      <Stack>
        {resource.doubts.map((doubt) => (
          <Notice key={doubt} kind="warning" title={pl.doubts[doubt].name}>
            {pl.doubts[doubt].why}
          </Notice>
        ))}
        {!whole && <p class="hint">{words.ownOnly}</p>}
        <Form
          action={resourcePath(resource.id)}
          version={resource.version}
          {...formOf(context, correctResource, valuesOf(resource))}
        >
          <Fields data={data} whole={whole} />
          <Actions>
            <Button variant="primary">{words.submitCorrect}</Button>
          </Actions>
        </Form>
        {whole && resource.closedOn === null && (
          <ActionForm
            action={`${resourcePath(resource.id)}/zamknij`}
            label={words.close}
            once={context.form.once}
            version={resource.version}
          />
        )}
      </Stack>
    ),
  };
}

export const addPage = page({
  door: 'staff',
  path: addPath,
  load: async (ask) => await ask(resourceForm, {}),
  view: addView,
});

export const correctPage = page({
  door: 'staff',
  path: `${resourcesPath}/placowka/:resourceId`,
  load: async (ask, { params }) => await ask(resourceForm, { resourceId: params['resourceId'] }),
  view: correctView,
});

export const resourceForms = [
  form({ door: 'staff', path: addPath, command: addResource, page: addPage, next: () => resourcesPath }),
  form({
    door: 'staff',
    path: `${resourcesPath}/placowka/:resourceId`,
    command: correctResource,
    page: correctPage,
    next: () => resourcesPath,
  }),
  form({
    door: 'staff',
    path: `${resourcesPath}/placowka/:resourceId/zamknij`,
    command: closeResourceCommand,
    page: correctPage,
    next: () => resourcesPath,
  }),
];
