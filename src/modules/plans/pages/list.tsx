import { addDays } from '../../../law/index.ts';
import {
  type Ask,
  page,
  type PageContext,
  type PageRequest,
  type View,
} from '../../../platform/http/route.ts';
import type { Outcome } from '../../../platform/runner/outcome.ts';
import {
  ButtonLink,
  DateText,
  DeadlineTag,
  deadlineTone,
  EmptyState,
  Pagination,
  Stack,
  StateTag,
  Table,
  Tabs,
} from '../../../ui/index.ts';
import { stateWords } from '../domain/lifecycle.ts';
import { planFilters } from '../domain/plan.ts';
import { planPages } from '../pl-pages.ts';
import { listPlansQuery, plansPerPage } from '../queries/list-plans.ts';
import { myLines } from '../queries/my-lines.ts';
import type { ListedPlan } from '../queries/schemas.ts';
import { PlanStateTag } from './parts.tsx';
import { planPath } from './paths.ts';
import { type ProvidedLines, providedView } from './provided.tsx';

const words = planPages.list;

export type PlanList = NonNullable<Awaited<ReturnType<typeof listPlansQuery.read>>>;

const clockOf = (plan: ListedPlan, today: string) =>
  plan.clock && {
    start: plan.clock.startsOn,
    due: plan.clock.dueOn,
    amber: plan.clock.amberOn,
    red: plan.clock.redOn,
    today,
  };

/** The clock of drawing up always, the one of the closing only when the plan has come to its end. */
function shownClock(plan: ListedPlan, today: string) {
  const clock = clockOf(plan, today);
  return plan.clock?.kind === 'planClosing' && (plan.clock.startsOn > addDays(today, 30) || !clock)
    ? null
    : clock;
}

const isOver = (plan: ListedPlan, today: string): boolean =>
  plan.state === 'running' && plan.endsOn !== null && plan.endsOn < today;

/** Plans as a table; also the section of a person's page. */
export const PlanTable = ({
  plans,
  today,
  coordinators,
}: {
  plans: readonly ListedPlan[];
  today: string;
  coordinators: boolean;
}) => (
  <Table<ListedPlan>
    caption={words.caption}
    captionHidden
    rows={plans}
    rowKey={(plan) => plan.id}
    tone={(plan) => {
      const clock = shownClock(plan, today);
      return clock ? deadlineTone(clock) : isOver(plan, today) ? 'warning' : undefined;
    }}
    columns={[
      {
        key: 'person',
        label: words.columns.person,
        rowHeader: true,
        cell: (plan) => (
          <>
            <a href={planPath(plan.id)}>
              {plan.personName}
              {/* One person may have several plans: a list of links tells them apart. */}
              <span class="sr-only">, {plan.number}</span>
            </a>
            <br />
            <small>{plan.number}</small>
          </>
        ),
      },
      {
        key: 'state',
        label: words.columns.state,
        cell: (plan) => (
          <>
            <PlanStateTag state={plan.state} />
            {plan.preparing && (
              <>
                <br />
                <small>{words.preparing(stateWords(plan.preparing))}</small>
              </>
            )}
          </>
        ),
      },
      {
        key: 'services',
        label: words.columns.services,
        cell: (plan) => plan.services.join(', ') || words.noClock,
      },
      {
        key: 'until',
        label: words.columns.until,
        numeric: true,
        nowrap: true,
        cell: (plan) => (plan.endsOn ? <DateText date={plan.endsOn} /> : words.noClock),
      },
      {
        key: 'clock',
        label: words.columns.clock,
        nowrap: true,
        cell: (plan) => {
          const clock = shownClock(plan, today);
          if (isOver(plan, today)) return <StateTag state="warning" label={words.overdueEnd} />;
          return clock ? <DeadlineTag {...clock} /> : words.noClock;
        },
      },
      ...(coordinators
        ? [
            {
              key: 'coordinator',
              label: words.columns.coordinator,
              cell: (plan: ListedPlan) => plan.coordinatorName,
            },
          ]
        : []),
    ]}
  />
);

const Empty = ({ list }: { list: PlanList }) => {
  const which = list.counts.all > 0 ? 'filter' : list.all ? 'all' : 'own';
  return (
    <EmptyState
      title={words.empty[which]}
      action={
        which === 'filter' ? (
          <ButtonLink href="?lista=all">{words.filters.all}</ButtonLink>
        ) : (
          <ButtonLink href="/praca/sprawy" variant="primary">
            {words.toCases}
          </ButtonLink>
        )
      }
    >
      {words.emptyText[which]}
    </EmptyState>
  );
};

function Pages({ list }: { list: PlanList }) {
  const count = list.counts[list.filter];
  const from = (list.page - 1) * plansPerPage;
  const href = (number: number): string => `?lista=${list.filter}&strona=${number}`;
  if (count <= plansPerPage) return null;
  return (
    <Pagination
      summary={words.summary(from + 1, from + list.plans.length, count)}
      {...(list.page > 1 ? { previous: href(list.page - 1) } : {})}
      {...(from + list.plans.length < count ? { next: href(list.page + 1) } : {})}
    />
  );
}

function listView(list: PlanList, context: PageContext): View {
  return {
    title: words.title,
    lead: words.lead[list.all ? 'all' : 'own'],
    current: 'plans',
    ...(list.all && list.counts.open > 0
      ? { aside: <ButtonLink href="/praca/przekazanie">{words.handOver}</ButtonLink> }
      : {}),
    body: (
      <Stack>
        {list.counts.all > 0 && (
          <Tabs
            label={words.tabs}
            items={planFilters.map((filter) => ({
              href: `?lista=${filter}`,
              label: words.filters[filter],
              count: list.counts[filter],
              current: filter === list.filter,
            }))}
          />
        )}
        {list.plans.length === 0 ? (
          <Empty list={list} />
        ) : (
          <PlanTable plans={list.plans} today={context.today} coordinators={list.all} />
        )}
        <Pages list={list} />
      </Stack>
    ),
  };
}

type Loaded = { kind: 'list'; list: PlanList } | { kind: 'provided'; provided: ProvidedLines };

/** A provider's address is the same, what it opens is not: the own services and nothing else (art. 49). */
async function load(ask: Ask, request: PageRequest): Promise<Outcome<Loaded>> {
  if (request.actor.roles.includes('provider')) {
    const provided = await ask(myLines, {});
    return provided.ok ? { ok: true, value: { kind: 'provided', provided: provided.value } } : provided;
  }
  const list = await ask(listPlansQuery, { filter: request.query['lista'], page: request.query['strona'] });
  return list.ok ? { ok: true, value: { kind: 'list', list: list.value } } : list;
}

export const planListPage = page<Loaded>({
  door: 'staff',
  path: '/praca/plany',
  load,
  view: (loaded, context) =>
    loaded.kind === 'list' ? listView(loaded.list, context) : providedView(loaded.provided),
});
