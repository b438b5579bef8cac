import { page, type PageContext, type PageRequest, type View } from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  ButtonLink,
  Columns,
  EmptyState,
  Form,
  Notice,
  Panel,
  Row,
  Select,
  Stack,
  Unknown,
} from '../../../ui/index.ts';
import { lastMonth, monthAfter, monthOf, monthsBetween } from '../domain/months.ts';
import { monthWords, pl } from '../pl.ts';
import { type UnmetNeeds, unmetNeeds } from '../queries/unmet-needs.ts';
import { ByArea, ByGroup, ByMonth, ByPlace } from './figures.tsx';
import { areaOptions, groupOptions, ledgerPath, Passport, periodWords, reviewPath } from './parts.tsx';

const words = pl.ledger;

/** Polish names of the address to the names of the query. */
const names = { od: 'from', do: 'to', zakres: 'area', grupa: 'group', gmina: 'gmina' } as const;

/** The query's input from the address of the page or of an export. */
export const askedOf = ({ query }: PageRequest): Record<string, string> =>
  Object.fromEntries(
    Object.entries(names).flatMap(([polish, name]) => {
      const value = query[polish];
      return value ? [[name, value]] : [];
    }),
  );

const exportHref = (kind: 'csv' | 'json', { query }: PageContext): string => {
  const kept = Object.keys(names).flatMap((name) => (query[name] ? [[name, query[name] ?? '']] : []));
  return `${ledgerPath}/${kind}${kept.length > 0 ? `?${new URLSearchParams(kept).toString()}` : ''}`;
};

const monthsBack = 36;

const monthOptions = (today: string): { value: string; label: string }[] =>
  monthsBetween(monthAfter(monthOf(today), -monthsBack), monthOf(today))
    .toReversed()
    .map((month) => ({ value: month, label: monthWords(month) }));

const Filters = ({ needs, context }: { needs: UnmetNeeds; context: PageContext }) => (
  <Form
    action={ledgerPath}
    method="get"
    values={{ ...context.query, od: needs.passport.from, do: needs.passport.to }}
    label={words.filters}
    layout="inline"
  >
    <Select name="od" label={words.from} placeholder={false} options={monthOptions(context.today)} />
    <Select name="do" label={words.to} placeholder={false} options={monthOptions(context.today)} />
    <Select name="zakres" label={words.area} placeholder={words.anyArea} options={areaOptions} optional />
    <Select name="grupa" label={words.group} placeholder={words.anyGroup} options={groupOptions} optional />
    {needs.gminas.length > 1 && (
      <Select
        name="gmina"
        label={words.gmina}
        placeholder={words.anyGmina}
        options={needs.gminas.map(({ teryt, name }) => ({ value: teryt, label: name }))}
        optional
      />
    )}
    <Actions>
      <Button>{words.show}</Button>
      {Object.keys(names).some((name) => context.query[name]) && (
        <ButtonLink href={ledgerPath} variant="quiet">
          {words.clear}: {monthWords(lastMonth(context.today))}
        </ButtonLink>
      )}
    </Actions>
  </Form>
);

const Total = ({ needs }: { needs: UnmetNeeds }) => (
  <Panel id="razem" title={`${words.total}: ${periodWords(needs.passport)}`} tone="plain">
    <p class="lead">
      {needs.total === null ? <Unknown>{words.totalHidden}</Unknown> : words.totalWords(needs.total)}
    </p>
    <Passport of={needs.passport} />
  </Panel>
);

function view(needs: UnmetNeeds, context: PageContext): View {
  const reviews = context.actor.roles.includes('service_organiser');
  const awaiting = needs.awaiting ?? 0;
  const empty = needs.total === 0;
  const review = (
    <ButtonLink href={reviewPath} variant="primary">
      {words.review(awaiting)}
    </ButtonLink>
  );
  return {
    title: words.title,
    lead: words.lead,
    width: 'wide',
    current: 'needs',
    ...(reviews && !empty ? { aside: review } : {}),
    body: (
      <Stack>
        {needs.demonstration && (
          <Notice kind="info" title={words.invented}>
            {words.inventedText}
          </Notice>
        )}
        <Filters needs={needs} context={context} />
        {empty ? (
          <EmptyState title={words.emptyTitle} {...(reviews && awaiting > 0 ? { action: review } : {})}>
            <p>{awaiting > 0 ? words.emptyReview(awaiting) : words.empty}</p>
          </EmptyState>
        ) : (
          <>
            <Total needs={needs} />
            <ByArea needs={needs} />
            <ByPlace needs={needs} />
            <Columns main={<ByMonth needs={needs} />} side={<ByGroup needs={needs} />} />
            <Row>
              <ButtonLink href={exportHref('csv', context)} download>
                {words.exportCsv}
              </ButtonLink>
              <ButtonLink href={exportHref('json', context)} download>
                {words.exportJson}
              </ButtonLink>
            </Row>
          </>
        )}
      </Stack>
    ),
  };
}

/** The ledger of unmet needs: figures, a chart, a map, each with its table. */
export const ledgerPage = page({
  door: 'staff',
  path: ledgerPath,
  load: async (ask, request) => await ask(unmetNeeds, askedOf(request)),
  view,
});
