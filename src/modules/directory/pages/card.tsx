import { form, formOf, page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Columns,
  DateInput,
  DescriptionList,
  Disclosure,
  Form,
  Notice,
  Panel,
  Prose,
  Radios,
  shortDate,
  Stack,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { cite } from '../../../law/index.ts';
import { confirmService } from '../commands/confirm-service.ts';
import { reportCapacity } from '../commands/report-capacity.ts';
import { withdrawService } from '../commands/withdraw-service.ts';
import { conditionWords } from '../domain/conditions.ts';
import { awaitsConfirmation, mayTake, nextConfirmation, trackOf } from '../domain/service.ts';
import { pl } from '../pl.ts';
import { type ServiceView, viewService } from '../queries/view-service.ts';
import {
  areaWords,
  CapacityTag,
  gminaOf,
  known,
  partialDay,
  performerOf,
  Phones,
  ServiceStateTag,
  SourceLink,
} from './parts.tsx';

const words = pl.card;
const address = (id: string): string => `/praca/uslugi/${id}`;

const Facts = ({ service }: { service: ServiceView }) => {
  const track = trackOf(service.track);
  return (
    <Panel id="fakty" title={words.facts}>
      <DescriptionList
        items={[
          { term: words.description, value: known(service.description) },
          { term: words.recipients, value: known(service.recipients) },
          { term: words.conditions, value: known(service.conditions) },
          { term: words.fee, value: known(service.fee) },
          { term: words.area, value: areaWords(service.area) },
          {
            term: words.track,
            value: `${track.name} (${cite(track.basis)})`,
            ...(service.trackAssumed ? { note: words.trackAssumed } : {}),
          },
          ...(service.track === 'separate_statute'
            ? [{ term: words.handledBy, value: known(service.handledBy) }]
            : []),
          { term: words.maxMonths, value: known(service.maxMonths && words.months(service.maxMonths)) },
          { term: words.performer, value: known(performerOf(service)) },
          { term: words.gmina, value: gminaOf(service) },
          { term: words.place, value: known(service.place) },
          { term: words.hours, value: known(service.hours) },
          { term: words.contact, value: known(service.contactName) },
          { term: words.phone, value: known(service.phone && <Phones text={service.phone} />) },
          {
            term: words.email,
            value: known(service.email && <a href={`mailto:${service.email}`}>{service.email}</a>),
          },
          ...(service.note ? [{ term: words.note, value: service.note }] : []),
          {
            term: words.source,
            value: service.source ? <SourceLink address={service.source} /> : words.sourceOwn,
            ...(service.sourceAsOf ? { note: words.sourceAsOf(partialDay(service.sourceAsOf)) } : {}),
          },
        ]}
      />
    </Panel>
  );
};

const Matching = ({ service }: { service: ServiceView }) => (
  <Panel id="warunki" title={words.match} tone="plain">
    {service.match.length === 0 ? (
      <p>{words.matchNone}</p>
    ) : (
      <Prose>
        <ul>
          {service.match.map((condition, index) => (
            <li key={index}>{conditionWords(condition)}</li>
          ))}
        </ul>
      </Prose>
    )}
    <p class="hint">{words.matchNote}</p>
  </Panel>
);

const Places = ({ service, context }: { service: ServiceView; context: PageContext }) => {
  const { until } = service.capacity;
  const outdated = until !== null && until < context.today;
  return (
    <Panel id="miejsca" title={pl.capacity.title}>
      <p>
        <CapacityTag capacity={service.capacity} today={context.today} />
      </p>
      {until && (
        <p>{outdated ? pl.capacity.outdated(shortDate(until)) : pl.capacity.until(shortDate(until))}</p>
      )}
      {service.mayWrite && mayTake('report-capacity', service.state) && (
        <Disclosure summary={pl.capacity.form} open={context.form.command === reportCapacity.name}>
          <Form
            action={`${address(service.id)}/miejsca`}
            id="meldunek"
            version={service.version}
            {...formOf(context, reportCapacity)}
          >
            <Radios
              name="status"
              label={pl.capacity.statusLabel}
              choices={(['free', 'none', 'waiting', 'ask'] as const).map((key) => ({
                value: key,
                label: pl.capacity.status[key],
              }))}
            />
            <TextInput
              name="free"
              label={pl.capacity.freeLabel}
              hint={pl.capacity.freeHint}
              inputMode="numeric"
              width="xs"
              optional
            />
            <DateInput name="until" label={pl.capacity.untilLabel} optional />
            <Actions>
              <Button>{pl.capacity.submit}</Button>
            </Actions>
          </Form>
        </Disclosure>
      )}
    </Panel>
  );
};

const confirmationText = (service: ServiceView, today: string): string => {
  const next = nextConfirmation(service.confirmedOn);
  if (service.confirmedOn === null || next === undefined) return words.neverConfirmed;
  const said = words.confirmedOn(shortDate(service.confirmedOn));
  return `${said} ${(next < today ? words.lateConfirmation : words.nextConfirmation)(shortDate(next))}`;
};

const Confirmation = ({ service, context }: { service: ServiceView; context: PageContext }) => (
  <Panel id="potwierdzenie" title={words.confirmation}>
    {service.state === 'withdrawn' ? (
      <Notice kind="warning" title={pl.states.withdrawn}>
        {service.stateReason && words.stateReason(service.stateReason)}
      </Notice>
    ) : (
      <>
        <p>{confirmationText(service, context.today)}</p>
        {service.mayWrite && (
          <ActionForm
            action={`${address(service.id)}/potwierdzenie`}
            label={service.state === 'published' ? words.confirm : words.publish}
            variant={awaitsConfirmation(service.confirmedOn, context.today) ? 'primary' : 'secondary'}
            once={context.form.once}
            version={service.version}
          />
        )}
      </>
    )}
  </Panel>
);

const Withdrawal = ({ service, context }: { service: ServiceView; context: PageContext }) => (
  <Disclosure summary={words.withdraw} open={context.form.command === withdrawService.name}>
    <p>{words.withdrawLead}</p>
    <Form
      action={`${address(service.id)}/wycofanie`}
      id="wycofanie"
      version={service.version}
      {...formOf(context, withdrawService)}
    >
      <TextArea name="reason" label={words.withdrawReason} rows={2} />
      <Actions>
        <Button variant="danger">{words.withdrawSubmit}</Button>
      </Actions>
    </Form>
  </Disclosure>
);

function view(service: ServiceView, context: PageContext): View {
  const writes = service.mayWrite && mayTake('correct-service', service.state);
  return {
    title: service.name,
    aside: (
      <>
        <ServiceStateTag state={service.state} />
        {writes && <ButtonLink href={`${address(service.id)}/popraw`}>{words.correct}</ButtonLink>}
      </>
    ),
    trail: [{ href: '/praca/uslugi', label: words.back }],
    width: 'wide',
    current: 'services',
    body: (
      <Columns
        main={
          <Stack>
            <Facts service={service} />
            <Matching service={service} />
          </Stack>
        }
        side={
          <Stack>
            <Confirmation service={service} context={context} />
            <Places service={service} context={context} />
            {writes && <Withdrawal service={service} context={context} />}
          </Stack>
        }
      />
    ),
  };
}

export const servicePage = page({
  door: 'staff',
  path: '/praca/uslugi/:serviceId',
  load: async (ask, request) => await ask(viewService, { serviceId: request.params['serviceId'] }),
  view,
});

const back = (result: { serviceId: string }): string => address(result.serviceId);

export const cardForms = [
  form({
    door: 'staff',
    path: '/praca/uslugi/:serviceId/potwierdzenie',
    command: confirmService,
    page: servicePage,
    next: back,
  }),
  form({
    door: 'staff',
    path: '/praca/uslugi/:serviceId/miejsca',
    command: reportCapacity,
    page: servicePage,
    next: back,
  }),
  form({
    door: 'staff',
    path: '/praca/uslugi/:serviceId/wycofanie',
    command: withdrawService,
    page: servicePage,
    next: back,
  }),
];
