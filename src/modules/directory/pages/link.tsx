import {
  form,
  formOf,
  page,
  type PageContext,
  type PageRequest,
  type PageRoute,
  type View,
} from '../../../platform/http/route.ts';
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  Disclosure,
  EmptyState,
  Fieldset,
  Form,
  Notice,
  Prose,
  shortDate,
  Stack,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { publicStates } from '../domain/lifecycle.ts';
import { awaitsConfirmation, type Service } from '../domain/service.ts';
import { CapacityForm } from './capacity-form.tsx';
import { CapacityTag, ServiceStateTag } from './parts.tsx';
import { form as fields } from '../pl-form.ts';
import { pl } from '../pl.ts';
import { correctByLink } from '../commands/correct-by-link.ts';
import { closeByLink, confirmAllByLink, confirmByLink, reportByLink } from '../commands/link-steps.ts';
import { links as words } from '../pl-link.ts';
import { type LinkView, viewLink } from '../queries/view-link.ts';

const addressOf = (request: PageRequest): string =>
  `/${request.centre.slug}/karta/${request.params['secret'] ?? ''}`;

/** A link that opens nothing says why and what to do, and nothing else. */
function closedView(state: LinkView['state'], { centre }: PageContext): View {
  const { phone, email } = centre.letterhead;
  return {
    title: words.closed[state],
    width: 'narrow',
    body: (
      <Stack>
        <p>{pl.links.state[state]}</p>
        <Prose>
          <p>
            {centre.name}
            {phone && (
              <>
                , <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>
              </>
            )}
            {email && (
              <>
                , <a href={`mailto:${email}`}>{email}</a>
              </>
            )}
          </p>
        </Prose>
      </Stack>
    ),
  };
}

const confirmedWords = (card: Service, today: string): string => {
  if (card.confirmedOn === null) return words.never;
  const said = words.confirmed(shortDate(card.confirmedOn));
  return awaitsConfirmation(card, today) ? `${said} ${words.late}` : said;
};

/** When the card was confirmed, and until when what was reported about its places holds. */
const standingWords = (card: Service, today: string): string => {
  const { until } = card.capacity;
  const held = until !== null && until >= today ? [words.placesHold(shortDate(until))] : [];
  return [confirmedWords(card, today), ...held].join(' ');
};

/** A form that failed belongs to the card from which it was sent: the others stay untouched. */
const contextOf = (card: Service, context: PageContext): PageContext =>
  context.form.command === undefined || context.params['serviceId'] === card.id
    ? context
    : { ...context, form: { values: {}, errors: {}, once: context.form.once } };

const CardOfLink = ({
  card,
  context,
  address,
  only,
}: {
  card: Service;
  context: PageContext;
  address: string;
  /** The only card: its confirmation is what the page is for. */
  only: boolean;
}) => {
  const own = contextOf(card, context);
  const shown = publicStates.includes(card.state);
  return (
    <Card
      title={card.name}
      level={2}
      aside={
        shown ? (
          <CapacityTag capacity={card.capacity} today={context.today} />
        ) : (
          <ServiceStateTag state={card.state} />
        )
      }
      meta={shown ? standingWords(card, context.today) : words.notShown}
    >
      <Stack>
        {shown && (
          <ActionForm
            action={`${address}/${card.id}/potwierdzam`}
            label={words.confirm}
            variant={only ? 'primary' : 'secondary'}
            about={card.name}
            once={context.form.once}
          />
        )}
        {shown && (
          <Disclosure summary={words.report} open={own.form.command === reportByLink.name}>
            <CapacityForm
              action={`${address}/${card.id}/miejsca`}
              id={`miejsca-${card.id}`}
              about={card.name}
              state={formOf(own, reportByLink)}
            />
          </Disclosure>
        )}
        <p>
          <a href={`${address}/${card.id}/popraw`}>
            {words.correct}
            <span class="sr-only"> {card.name}</span>
          </a>
        </p>
        <Disclosure summary={words.close} open={own.form.command === closeByLink.name}>
          <p>{words.closeLead}</p>
          <Form
            action={`${address}/${card.id}/zamykam`}
            id={`zamykam-${card.id}`}
            {...formOf(own, closeByLink)}
          >
            <TextArea name="reason" label={words.closeReason} rows={2} optional />
            <Actions>
              <Button variant="danger" about={card.name}>
                {words.closeSubmit}
              </Button>
            </Actions>
          </Form>
        </Disclosure>
      </Stack>
    </Card>
  );
};

/** Why a form came back that stands nowhere on the page: its card was closed meanwhile, or is not this organization's. */
function homelessWords(
  { form: { command, problem }, params }: PageContext,
  cards: readonly Service[],
): string | undefined {
  const card = cards.find((one) => one.id === params['serviceId']);
  const asked = card && publicStates.includes(card.state) ? [reportByLink, closeByLink] : [closeByLink];
  const stands = card !== undefined && asked.some((one) => one.name === command);
  return stands ? undefined : problem?.words;
}

function cardsView(data: LinkView, context: PageContext): View {
  if (data.state !== 'open') return closedView(data.state, context);
  const address = addressOf(context);
  const due = data.cards.some((card) => awaitsConfirmation(card, context.today));
  const shown = data.cards.filter((card) => publicStates.includes(card.state));
  const homeless = homelessWords(context, data.cards);
  const several = shown.length > 1 && shown.some((card) => card.confirmedOn !== context.today);
  return {
    title: data.organization ?? '',
    lead: words.lead(context.centre.name),
    width: 'narrow',
    body: (
      <Stack>
        {homeless !== undefined && (
          <Notice kind="danger" title={words.failed} live>
            <p>{homeless}</p>
          </Notice>
        )}
        {data.cards.length === 0 ? (
          <EmptyState title={words.noneTitle}>
            <p>{words.none}</p>
          </EmptyState>
        ) : (
          <>
            {due && <Notice kind="info" title={words.due} />}
            {several && (
              <ActionForm
                action={`${address}/wszystko`}
                label={words.confirmAll}
                variant="primary"
                once={context.form.once}
              />
            )}
            {data.cards.map((card) => (
              <CardOfLink
                key={card.id}
                card={card}
                context={context}
                address={address}
                only={data.cards.length === 1}
              />
            ))}
          </>
        )}
        <p class="hint">{words.until(shortDate(data.expiresOn ?? context.today))}</p>
      </Stack>
    ),
  };
}

export const linkPage = page({
  door: 'public',
  path: '/:centre/karta/:secret',
  load: async (ask, { params }) => await ask(viewLink, { secret: params['secret'] }),
  view: cardsView,
});

function correctView(data: LinkView, context: PageContext): View {
  if (data.state !== 'open') return closedView(data.state, context);
  const address = addressOf(context);
  const card = data.cards.find((one) => one.id === context.params['serviceId']);
  if (!card)
    return {
      title: words.noCardTitle,
      width: 'narrow',
      body: (
        <Stack>
          <p>{pl.links.noCard}</p>
          <Actions>
            <ButtonLink href={address}>{words.back}</ButtonLink>
          </Actions>
        </Stack>
      ),
    };
  const names = [
    'name',
    'description',
    'recipients',
    'conditions',
    'fee',
    'hours',
    'place',
    'contactName',
    'phone',
    'email',
    'web',
  ] as const;
  const initial = Object.fromEntries(names.map((name) => [name, card[name] ?? '']));
  return {
    title: words.correctTitle(card.name),
    trail: [{ href: address, label: data.organization ?? words.back }],
    width: 'narrow',
    body: (
      <Form action={`${address}/${card.id}/popraw`} {...formOf(context, correctByLink, initial)}>
        <Fieldset legend={words.atOnce} hint={words.atOnceHint}>
          <TextInput name="contactName" label={fields.contactName} width="l" optional />
          <TextInput name="phone" label={fields.phone} hint={fields.phoneHint} optional />
          <TextInput name="email" label={fields.email} type="email" optional />
          <TextInput name="web" label={fields.web} type="url" width="l" optional />
          <TextInput name="place" label={words.place} width="full" optional />
          <TextInput name="hours" label={words.hours} width="full" optional />
        </Fieldset>
        <Fieldset legend={words.proposed} hint={words.proposedHint}>
          <TextInput name="name" label={fields.name} width="full" optional />
          <TextArea name="description" label={fields.description} optional />
          <TextArea name="recipients" label={words.recipients} rows={2} optional />
          <TextArea name="conditions" label={words.conditions} rows={2} optional />
          <TextInput name="fee" label={words.fee} width="full" optional />
          <TextArea name="words" label={words.words} rows={2} optional />
        </Fieldset>
        <Actions>
          <Button variant="primary">{words.submit}</Button>
          <ButtonLink href={address} variant="quiet">
            {pl.cancel}
          </ButtonLink>
        </Actions>
      </Form>
    ),
  };
}

export const linkCorrectionPage = page({
  door: 'public',
  path: '/:centre/karta/:secret/:serviceId/popraw',
  load: async (ask, { params }) => await ask(viewLink, { secret: params['secret'] }),
  view: correctView,
});

const back = (_result: unknown, request: PageRequest): string => addressOf(request);

const actions = [
  { path: 'potwierdzam', command: confirmByLink },
  { path: 'miejsca', command: reportByLink },
  { path: 'zamykam', command: closeByLink },
] as const;

const shownAgain = (shown: PageRoute) => ({ door: 'public' as const, page: shown, next: back });

export const linkForms = [
  form({ ...shownAgain(linkPage), path: '/:centre/karta/:secret/wszystko', command: confirmAllByLink }),
  ...actions.map(({ path, command }) =>
    form({ ...shownAgain(linkPage), path: `/:centre/karta/:secret/:serviceId/${path}`, command }),
  ),
  form({
    ...shownAgain(linkCorrectionPage),
    path: '/:centre/karta/:secret/:serviceId/popraw',
    command: correctByLink,
  }),
];
