import { type ActingRole, isStaff, permits } from '../../../platform/actor.ts';
import {
  all,
  form,
  formOf,
  nothing,
  type PageContext,
  type PageRoute,
  type View,
} from '../../../platform/http/route.ts';
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  CardList,
  DateInput,
  Disclosure,
  duration,
  EmptyState,
  Form,
  fullDate,
  moment,
  Notice,
  Panel,
  Select,
  shortDate,
  Stack,
  Table,
  TextInput,
} from '../../../ui/index.ts';
import { waitingGrantsQuery } from '../../access/index.ts';
import {
  agendaWords,
  cancelAppointment,
  DeadlineTable,
  makeAppointment,
  mineToday,
  renewFeed,
} from '../../agenda/index.ts';
import { waitingCases } from '../../casework/index.ts';
import { WaitingCards, waitingCards, type WaitingCounts } from '../../directory/index.ts';
import { inspectorPath } from '../../inspections/index.ts';
import { reviewPath, waitingNeeds } from '../../needs/index.ts';
import { searchesPeople } from '../../people/index.ts';
import { waitingPlans } from '../../plans/index.ts';
import { privacyPath, waitingRequests } from '../../privacy/index.ts';
import { pl } from '../pl.ts';
import { ClockCounts } from './parts.tsx';

const words = pl.today;

type Today = Awaited<ReturnType<typeof mineToday.read>>;

const Appointments = ({ today, once }: { today: NonNullable<Today>; once: string }) => (
  <Table
    caption={words.appointmentsCaption}
    captionHidden
    rows={today.appointments}
    rowKey={(one) => one.id}
    empty={<p>{words.noAppointments}</p>}
    columns={[
      {
        key: 'when',
        label: words.columns.when,
        nowrap: true,
        rowHeader: true,
        cell: (one) => moment(one.startsAt),
      },
      {
        key: 'what',
        label: words.columns.what,
        cell: (one) =>
          agendaWords.appointmentKinds[one.kind as keyof typeof agendaWords.appointmentKinds] ?? one.kind,
      },
      {
        key: 'sign',
        label: words.columns.sign,
        nowrap: true,
        cell: (one) => (one.caseId ? <a href={`/praca/sprawy/${one.caseId}`}>{one.sign ?? '–'}</a> : '–'),
      },
      { key: 'where', label: words.columns.where, cell: (one) => one.place ?? words.noPlace },
      { key: 'long', label: words.columns.howLong, numeric: true, cell: (one) => duration(one.minutes) },
      {
        key: 'act',
        label: words.columns.act,
        cell: (one) => (
          <ActionForm
            action={`/praca/spotkania/${one.id}/odwolaj`}
            label={agendaWords.appointment.cancel}
            about={moment(one.startsAt)}
            once={once}
            small
            variant="quiet"
          />
        ),
      },
    ]}
  />
);

const AppointmentForm = ({ context }: { context: PageContext }) => {
  const ask = agendaWords.appointment;
  return (
    <Disclosure summary={ask.title} open={context.form.command === makeAppointment.name}>
      <Form
        id="spotkanie"
        action="/praca/spotkania"
        {...formOf(context, makeAppointment, { date: context.today, minutes: '60' })}
        hidden={{ caseId: context.query['sprawa'] }}
      >
        <Select
          name="kind"
          label={ask.kind}
          options={Object.entries(agendaWords.appointmentKinds).map(([value, label]) => ({ value, label }))}
        />
        <DateInput name="date" label={ask.date} />
        <TextInput name="time" label={ask.time} width="xs" />
        <TextInput name="minutes" label={ask.minutes} width="xs" inputMode="numeric" />
        <TextInput name="place" label={ask.place} optional width="l" />
        <Actions>
          <Button>{ask.add}</Button>
        </Actions>
      </Form>
    </Disclosure>
  );
};

const CalendarFeed = ({ context }: { context: PageContext }) => {
  const secret = context.query['kalendarz'];
  return (
    <Disclosure summary={words.calendar} open={secret !== undefined}>
      <p>{agendaWords.feed.lead}</p>
      {secret && (
        <Notice kind="success" title={agendaWords.feed.made}>
          <code>{`/${context.centre.slug}/kalendarz/${secret}.ics`}</code>
        </Notice>
      )}
      <ActionForm action="/praca/kalendarz" label={agendaWords.feed.make} once={context.form.once} />
    </Disclosure>
  );
};

/** What waits without a clock of one's own: cases that nobody leads, plans that nobody approved, needs to review. */
interface Waiting {
  cases: number;
  plans: number;
  /** The ledger of unmet needs: entries and words to be reviewed. */
  needs: number;
  words: number;
  /** Openings by necessity that somebody else than who opened them judges. */
  openings: number;
  /** What people asked about their data, and the day by which the first is answered. */
  requests: number;
  requestsDueOn: string | null;
}

const WaitingWork = ({ waiting, approves }: { waiting: Waiting; approves: boolean }) => {
  if (Object.values(waiting).every((count) => count === 0 || count === null)) return null;
  return (
    <Panel id="czeka" title={words.waiting} tone="plain">
      <ul>
        {waiting.requests > 0 && (
          <li>
            <a href={privacyPath}>
              {words.requests(
                waiting.requests,
                waiting.requestsDueOn === null ? null : shortDate(waiting.requestsDueOn),
              )}
            </a>
          </li>
        )}
        {waiting.openings > 0 && (
          <li>
            <a href="/praca/dostepy">{words.openings(waiting.openings)}</a>
          </li>
        )}
        {waiting.plans > 0 && (
          <li>
            <a href="/praca/plany?lista=waiting">
              {(approves ? words.toApprove : words.notApproved)(waiting.plans)}
            </a>
          </li>
        )}
        {waiting.cases > 0 && (
          <li>
            <a href="/praca/sprawy?czyje=unassigned">{words.unassigned(waiting.cases)}</a>
          </li>
        )}
        {waiting.needs > 0 && (
          <li>
            <a href={reviewPath}>{words.needs(waiting.needs)}</a>
          </li>
        )}
        {waiting.words > 0 && (
          <li>
            <a href={reviewPath}>{words.words(waiting.words)}</a>
          </li>
        )}
      </ul>
    </Panel>
  );
};

const takesReports = (context: PageContext): boolean =>
  context.actor.roles.some(
    (role) => role === 'clerk' || role === 'plan_coordinator' || role === 'service_organiser',
  );

interface Loaded {
  today: NonNullable<Today>;
  cards: WaitingCounts | undefined;
  waiting: Waiting;
}

function view({ today, cards, waiting }: Loaded, context: PageContext): View {
  const actions = (
    <Actions>
      {takesReports(context) && (
        <ButtonLink href="/praca/zgloszenie" variant="primary">
          {words.takeReport}
        </ButtonLink>
      )}
      {permits(searchesPeople, context.actor, undefined) && (
        <ButtonLink href="/praca/osoby">{words.findPerson}</ButtonLink>
      )}
      {(['administrator', 'auditor'] as const)
        .filter((role) => context.actor.roles.includes(role))
        .flatMap((role) => Object.entries(words.doors[role]))
        .map(([href, label]) => (
          <ButtonLink key={href} href={href}>
            {label}
          </ButtonLink>
        ))}
    </Actions>
  );
  return {
    title: words.title,
    lead: words.lead(fullDate(context.today)),
    aside: actions,
    current: 'today',
    body: (
      <Stack>
        <WaitingWork
          waiting={waiting}
          approves={context.actor.roles.some((role) => approvers.includes(role))}
        />
        {today.deadlines.length === 0 ? (
          <EmptyState title={takesReports(context) ? words.empty : words.emptyElse}>
            {takesReports(context) && words.emptyText}
          </EmptyState>
        ) : (
          <Panel id="terminy" title={words.clocks} actions={<ClockCounts counts={today.counts} />}>
            <DeadlineTable deadlines={today.deadlines} today={context.today} caption={words.clocksCaption} />
            {today.deadlines.length === 50 && <p>{words.more}</p>}
          </Panel>
        )}
        {cards && <WaitingCards counts={cards} />}
        <Panel id="spotkania" title={words.appointments}>
          <Appointments today={today} once={context.form.once} />
          <AppointmentForm context={context} />
          <CalendarFeed context={context} />
        </Panel>
      </Stack>
    ),
  };
}

// Whoever may not write cards is asked nothing about them.
const cardRoles = ['director', 'service_organiser', 'clerk', 'feeder'] as const;
// Who leads cases or gives them to a leader; who draws plans up or approves them (art. 41 and its deputy).
const caseRoles: readonly ActingRole[] = ['director', 'service_organiser', 'clerk', 'plan_coordinator'];
const approvers: readonly ActingRole[] = ['director', 'service_organiser'];
const planRoles: readonly ActingRole[] = [...approvers, 'plan_coordinator'];
const outsideRoles = ['feeder', 'provider', 'region'] as const;

/** The first page of an account from outside the centre: nothing of the day here is theirs, so it says what is. */
function outsideView(
  role: (typeof outsideRoles)[number],
  context: PageContext,
  cards: WaitingCounts | undefined,
): View {
  return {
    title: pl.outside.title,
    lead: pl.outside.lead(context.actor.name),
    body: (
      <Stack>
        {cards && <WaitingCards counts={cards} />}
        <CardList>
          {Object.entries(pl.outside[role]).map(([href, place]) => (
            <Card key={href} title={place.title} href={href} level={2}>
              <p>{place.words}</p>
            </Card>
          ))}
        </CardList>
      </Stack>
    ),
  };
}

export const todayPage: PageRoute = {
  kind: 'page',
  door: 'staff',
  path: '/praca',
  async show(ask, { actor }, context) {
    // Whoever inspects has a first page of their own, and nothing of the day here.
    if (actor.roles.includes('inspector'))
      return { ok: true, value: { title: pl.outside.title, body: null, forward: inspectorPath } };
    const outside = isStaff(actor) ? undefined : outsideRoles.find((role) => actor.roles.includes(role));
    const writesCards = cardRoles.some((role) => actor.roles.includes(role));
    const cards = writesCards ? ask(waitingCards, {}) : nothing();
    if (outside) {
      const loaded = await cards;
      return loaded.ok ? { ok: true, value: outsideView(outside, context, loaded.value) } : loaded;
    }
    const any = (roles: readonly ActingRole[]) => roles.some((role) => actor.roles.includes(role));
    const loaded = await all({
      today: ask(mineToday, {}),
      cards,
      cases: any(caseRoles) ? ask(waitingCases, {}) : nothing(),
      plans: any(planRoles) ? ask(waitingPlans, {}) : nothing(),
      needs: any(['service_organiser']) ? ask(waitingNeeds, {}) : nothing(),
      openings: any(['director', 'auditor']) ? ask(waitingGrantsQuery, {}) : nothing(),
      requests: any(['director', 'auditor']) ? ask(waitingRequests, {}) : nothing(),
    });
    if (!loaded.ok) return loaded;
    const { cases, plans, needs, openings, requests, ...rest } = loaded.value;
    const waiting = {
      cases: cases?.unassigned ?? 0,
      plans: plans?.waiting ?? 0,
      needs: needs?.needs ?? 0,
      words: needs?.words ?? 0,
      openings: openings?.toReview ?? 0,
      requests: requests?.open ?? 0,
      requestsDueOn: requests?.nextDueOn ?? null,
    };
    return { ok: true, value: view({ ...rest, waiting }, context) };
  },
};

export const makeAppointmentForm = form({
  door: 'staff',
  path: '/praca/spotkania',
  command: makeAppointment,
  page: todayPage,
  next: () => '/praca#spotkania',
});

export const cancelAppointmentForm = form({
  door: 'staff',
  path: '/praca/spotkania/:appointmentId/odwolaj',
  command: cancelAppointment,
  page: todayPage,
  next: () => '/praca#spotkania',
});

export const renewFeedForm = form({
  door: 'staff',
  path: '/praca/kalendarz',
  command: renewFeed,
  page: todayPage,
  next: (result) => `/praca?kalendarz=${result.secret}#spotkania`,
});
