import { form, formOf, page, type PageContext, type View } from '../../../platform/http/route.ts';
import { Actions, Button, ButtonLink, Fieldset, Form, Select } from '../../../ui/index.ts';
import { isProposal } from '../commands/card-facts.ts';
import { addService } from '../commands/add-service.ts';
import { correctService } from '../commands/correct-service.ts';
import { type Section, sections } from '../commands/service-input.ts';
import { publicStates } from '../domain/lifecycle.ts';
import { form as words } from '../pl-form.ts';
import { pl } from '../pl.ts';
import { serviceForm, type ServiceFormData } from '../queries/service-form.ts';
import { BasicFields, sectionFields } from './section-fields.tsx';
import { sectionValues } from './section-values.ts';

const list = '/praca/uslugi';

function addView(data: ServiceFormData, context: PageContext): View {
  return {
    title: words.add,
    lead: words.addLead,
    trail: [{ href: list, label: pl.card.back }],
    width: 'narrow',
    current: 'services',
    body: (
      <Form action={`${list}/nowa`} {...formOf(context, addService, { organizationId: data.ownerId ?? '' })}>
        <BasicFields />
        {data.organizations.length > 0 && (
          <Select
            name="organizationId"
            label={words.organization}
            placeholder={words.organizationNone}
            options={data.organizations.map((one) => ({ value: one.id, label: one.name }))}
            width="l"
            optional
          />
        )}
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

const sectionOf = (value: string | undefined): Section => sections.find((one) => one === value) ?? 'basics';

const leadOf = (data: ServiceFormData, section: Section, context: PageContext): string | undefined => {
  const shown = data.service !== null && publicStates.includes(data.service.state);
  if (isProposal(section, shown, context.actor.roles)) return words.proposalLead;
  return shown ? words.confirmsLead : undefined;
};

function correctView(data: ServiceFormData, context: PageContext): View {
  const { service } = data;
  const section = sectionOf(context.params['section']);
  const id = service?.id ?? '';
  const Fields = sectionFields[section];
  const lead = leadOf(data, section, context);
  return {
    title: words.sections[section],
    ...(lead ? { lead } : {}),
    trail: [
      { href: list, label: pl.card.back },
      { href: `${list}/${id}`, label: service?.name ?? '' },
    ],
    width: 'narrow',
    current: 'services',
    body: (
      <Form
        action={`${list}/${id}/popraw/${section}`}
        version={service?.version}
        {...formOf(context, correctService, service ? sectionValues[section](service) : {})}
      >
        <Fieldset legend={service?.name ?? ''}>
          <Fields data={data} />
        </Fieldset>
        <Actions>
          <Button variant="primary">{words.save}</Button>
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
  path: '/praca/uslugi/:serviceId/popraw/:section',
  load: async (ask, request) => await ask(serviceForm, { serviceId: request.params['serviceId'] }),
  view: correctView,
});

const back = (result: { serviceId: string }): string => `${list}/${result.serviceId}`;

export const editForms = [
  form({ door: 'staff', path: '/praca/uslugi/nowa', command: addService, page: addPage, next: back }),
  form({
    door: 'staff',
    path: '/praca/uslugi/:serviceId/popraw/:section',
    command: correctService,
    page: correctPage,
    next: back,
  }),
];
