import { form, formOf, page, type PageContext, type View } from '../../../platform/http/route.ts';
import { permits } from '../../../platform/actor.ts';
import {
  ActionForm,
  Actions,
  Button,
  Columns,
  Disclosure,
  Form,
  Notice,
  Panel,
  shortDate,
  Stack,
  TextArea,
} from '../../../ui/index.ts';
import { askOwner } from '../commands/ask-owner.ts';
import { reportCapacity } from '../commands/report-capacity.ts';
import { stepCommands, type StepName } from '../commands/steps.ts';
import {
  mayTake,
  publicStates,
  type ServiceAction,
  serviceSteps,
  type ServiceState,
} from '../domain/lifecycle.ts';
import { awaitsConfirmation } from '../domain/service.ts';
import { pl } from '../pl.ts';
import { type ServiceView, viewService } from '../queries/view-service.ts';
import { CapacityForm } from './capacity-form.tsx';
import { CardSections } from './card-facts.tsx';
import { CapacityTag, ServiceStateTag } from './parts.tsx';
import { Proposals, proposalForm } from './proposals.tsx';

const words = pl.card;
const address = (id: string): string => `/praca/uslugi/${id}`;

/** Whether this actor may take this step with this card now: the same table that guards the command. */
const takes = (action: ServiceAction, service: ServiceView, { actor }: PageContext): boolean =>
  mayTake(action, service.state) && permits(serviceSteps[action].by, actor, service);

/** What helps most in each state: the first step that the actor may take is the page's one primary action. */
const mainSteps: Record<ServiceState, readonly StepName[]> = {
  draft: ['publish-service', 'submit-service'],
  submitted: ['publish-service', 'verify-service'],
  verified: ['publish-service'],
  published: ['confirm-service'],
  to_confirm: ['confirm-service'],
  suspended: ['resume-service'],
  withdrawn: ['restore-service'],
};

/** Steps that need no words, beside the main one. */
const sideSteps: readonly StepName[] = ['submit-service', 'verify-service'];

const reasonSteps = ['return-service', 'suspend-service', 'withdraw-service'] as const;

const confirmationText = (service: ServiceView, today: string): string => {
  if (service.confirmedOn === null || service.confirmBy === null) return words.neverConfirmed;
  const said = words.confirmedOn(shortDate(service.confirmedOn));
  const next = service.confirmBy < today ? words.lateConfirmation : words.nextConfirmation;
  return `${said} ${next(shortDate(service.confirmBy))}`;
};

const Confirmation = ({ service, today }: { service: ServiceView; today: string }) => (
  <>
    <p>{confirmationText(service, today)}</p>
    {service.askedOn && <p>{words.asked(shortDate(service.askedOn))}</p>}
  </>
);

const Now = ({ service, context }: { service: ServiceView; context: PageContext }) => {
  const main = mainSteps[service.state].find((one) => takes(one, service, context));
  const rest = sideSteps.filter((one) => one !== main && takes(one, service, context));
  const due = service.state !== 'published' || awaitsConfirmation(service, context.today);
  const step = (name: StepName, primary: boolean) => (
    <ActionForm
      key={name}
      action={`${address(service.id)}/krok/${name}`}
      label={pl.steps[name]}
      variant={primary ? 'primary' : 'secondary'}
      once={context.form.once}
      version={service.version}
    />
  );
  return (
    <Panel id="teraz" title={words.now}>
      <p>{words.next[service.state]}</p>
      {service.stateReason && <Notice kind="warning" title={words.stateReason(service.stateReason)} />}
      {publicStates.includes(service.state) && <Confirmation service={service} today={context.today} />}
      <Actions>
        {main && step(main, due)}
        {rest.map((name) => step(name, false))}
        {service.ownerId &&
          awaitsConfirmation(service, context.today) &&
          takes('ask-owner', service, context) && (
            <ActionForm
              action={`${address(service.id)}/prosba`}
              label={pl.steps['ask-owner']}
              once={context.form.once}
              version={service.version}
            />
          )}
      </Actions>
      {service.ownerId && permits(serviceSteps['ask-owner'].by, context.actor, service) && (
        <p>
          <a href={`/praca/wykonawcy/${service.ownerId}`}>{words.ownerPage}</a>
        </p>
      )}
      {publicStates.includes(service.state) && (
        <p>
          <a href={`/${context.centre.slug}/uslugi/${service.id}`}>{words.asResident}</a>
        </p>
      )}
    </Panel>
  );
};

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
      {takes('report-capacity', service, context) && (
        <Disclosure summary={pl.capacity.form} open={context.form.command === reportCapacity.name}>
          <CapacityForm
            action={`${address(service.id)}/miejsca`}
            version={service.version}
            state={formOf(context, reportCapacity)}
          />
        </Disclosure>
      )}
    </Panel>
  );
};

const Others = ({ service, context }: { service: ServiceView; context: PageContext }) => {
  const open = reasonSteps.filter((one) => takes(one, service, context));
  if (open.length === 0) return null;
  return (
    <Panel id="kroki" title={words.more} tone="plain">
      {open.map((name) => (
        <Disclosure
          key={name}
          summary={pl.steps[name]}
          open={context.form.command === stepCommands[name].name}
        >
          <Form
            action={`${address(service.id)}/krok/${name}`}
            id={name}
            version={service.version}
            {...formOf(context, stepCommands[name])}
          >
            <TextArea name="reason" label={words.reason} hint={words.reasonHints[name]} rows={2} />
            <Actions>
              <Button variant={name === 'withdraw-service' ? 'danger' : 'secondary'}>{pl.steps[name]}</Button>
            </Actions>
          </Form>
        </Disclosure>
      ))}
    </Panel>
  );
};

function view(service: ServiceView, context: PageContext): View {
  const writes = service.mayWrite && mayTake('correct-service', service.state);
  return {
    title: service.name,
    aside: <ServiceStateTag state={service.state} />,
    trail: [{ href: '/praca/uslugi', label: words.back }],
    width: 'wide',
    current: 'services',
    body: (
      <Columns
        main={<CardSections service={service} edit={writes} />}
        side={
          <Stack>
            <Now service={service} context={context} />
            <Proposals service={service} context={context} />
            <Places service={service} context={context} />
            <Others service={service} context={context} />
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
  ...Object.entries(stepCommands).map(([name, command]) =>
    form({
      door: 'staff',
      path: `/praca/uslugi/:serviceId/krok/${name}`,
      command,
      page: servicePage,
      next: back,
    }),
  ),
  form({
    door: 'staff',
    path: '/praca/uslugi/:serviceId/miejsca',
    command: reportCapacity,
    page: servicePage,
    next: back,
  }),
  form({
    door: 'staff',
    path: '/praca/uslugi/:serviceId/prosba',
    command: askOwner,
    page: servicePage,
    next: back,
  }),
  proposalForm(servicePage),
];
