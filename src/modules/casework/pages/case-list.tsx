import { dayInPoland } from '../../../platform/clock.ts';
import { page, type PageContext, type PageRequest, type View } from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  ButtonLink,
  DateText,
  DeadlineTag,
  EmptyState,
  Form,
  Pagination,
  Row,
  Select,
  Stack,
  Table,
  Tabs,
  TextInput,
} from '../../../ui/index.ts';
import { type CaseList, casesPerPage, type ListedCase, whoseCases } from '../domain/case-list.ts';
import { caseStates, stateWords } from '../domain/lifecycle.ts';
import { caseWords } from '../pl-case.ts';
import { intakeWords } from '../pl-intake.ts';
import { listCasesQuery } from '../queries/list-cases.ts';
import { casePath, CaseStateTag } from './case-parts.tsx';

const words = caseWords.list;
const address = '/praca/sprawy';

/** Polish names of the address to the names of the query. */
const names = { czyje: 'whose', stan: 'state', gmina: 'gmina', szukaj: 'text', strona: 'page' } as const;

const inputOf = (request: PageRequest): Record<string, string> =>
  Object.fromEntries(
    Object.entries(names).flatMap(([polish, name]) => {
      const value = request.query[polish];
      return value ? [[name, value]] : [];
    }),
  );

/** The address of the list with some of its filters changed; a changed filter begins at the first page. */
function addressOf(query: Record<string, string>, change: Record<string, string>): string {
  const kept = Object.keys(names).flatMap((name): [string, string][] => {
    const value = change[name] ?? (name === 'strona' ? '' : (query[name] ?? ''));
    return value === '' ? [] : [[name, value]];
  });
  return kept.length === 0 ? address : `${address}?${new URLSearchParams(kept).toString()}`;
}

const Filters = ({ context, states }: { context: PageContext; states: CaseList['states'] }) => (
  <Form
    action={address}
    method="get"
    values={context.query}
    label={words.filters}
    layout="inline"
    hidden={{ czyje: context.query['czyje'] }}
  >
    <TextInput name="szukaj" label={words.text} type="search" optional />
    <Select
      name="stan"
      label={words.state}
      placeholder={words.open}
      options={[
        { value: 'any', label: words.any },
        ...caseStates.map((state) => ({
          value: state,
          label: `${stateWords(state)} (${states[state] ?? 0})`,
        })),
      ]}
      optional
    />
    {context.centre.gminas.length > 1 && (
      <Select
        name="gmina"
        label={words.gmina}
        placeholder={words.anyGmina}
        options={context.centre.gminas.map((one) => ({ value: one.teryt, label: one.name }))}
        optional
      />
    )}
    <Actions>
      <Button>{words.submit}</Button>
      {['szukaj', 'stan', 'gmina'].some((name) => context.query[name]) && (
        <ButtonLink href={addressOf({ czyje: context.query['czyje'] ?? '' }, {})} variant="quiet">
          {words.clear}
        </ButtonLink>
      )}
    </Actions>
  </Form>
);

const Matter = ({ row }: { row: ListedCase }) => (
  <>
    <a href={casePath(row.id)}>{row.personName ?? caseWords.unknownPerson}</a>
    <span class="description-note">{row.title}</span>
  </>
);

const CaseTable = ({
  list,
  context,
  empty,
}: {
  list: CaseList;
  context: PageContext;
  empty: View['body'];
}) => (
  <Table
    caption={words.caption(list.total)}
    rows={list.rows}
    rowKey={(row) => row.id}
    empty={empty}
    columns={[
      { key: 'person', label: words.columns.person, cell: (row) => <Matter row={row} /> },
      { key: 'sign', label: words.columns.sign, nowrap: true, cell: (row) => row.sign ?? '–' },
      { key: 'state', label: words.columns.state, cell: (row) => <CaseStateTag state={row.state} /> },
      {
        key: 'received',
        label: words.columns.received,
        cell: (row) => (
          <>
            <DateText date={dayInPoland(row.receivedAt)} />
            <span class="description-note">{intakeWords.channels[row.channel]}</span>
          </>
        ),
      },
      {
        key: 'deadline',
        label: words.columns.deadline,
        cell: (row) =>
          row.deadline ? (
            <DeadlineTag
              start={row.deadline.startsOn}
              due={row.deadline.dueOn}
              amber={row.deadline.amberOn}
              red={row.deadline.redOn}
              today={context.today}
            />
          ) : (
            '–'
          ),
      },
      {
        key: 'coordinator',
        label: words.columns.coordinator,
        cell: (row) => row.coordinator ?? <span class="unknown">{words.nobody}</span>,
      },
      ...(context.centre.gminas.length > 1
        ? [{ key: 'gmina', label: words.gmina, cell: (row: ListedCase) => row.gmina }]
        : []),
    ]}
  />
);

const takesReports = ['clerk', 'service_organiser', 'plan_coordinator', 'assistance_organiser'] as const;
const registers = ['clerk', 'plan_coordinator'] as const;

const NewCase = ({ context, primary }: { context: PageContext; primary: boolean }) => {
  const has = (roles: readonly (typeof takesReports)[number][]): boolean =>
    roles.some((role) => context.actor.roles.includes(role));
  return (
    <Row>
      {has(takesReports) && (
        <ButtonLink href="/praca/zgloszenie" {...(primary ? { variant: 'primary' as const } : {})}>
          {words.newReport}
        </ButtonLink>
      )}
      {has(registers) && <ButtonLink href="/praca/wniosek">{words.newApplication}</ButtonLink>}
    </Row>
  );
};

function view(list: CaseList, context: PageContext): View {
  const { query } = context;
  const whose = whoseCases.find((one) => one === query['czyje']) ?? 'all';
  const filtered = Object.keys(names).some((name) => query[name]);
  const first = (list.page - 1) * casesPerPage;
  const empty = filtered ? (
    <EmptyState title={words.noneTitle} action={<ButtonLink href={address}>{words.clear}</ButtonLink>}>
      <p>{words.none}</p>
    </EmptyState>
  ) : (
    <EmptyState title={words.emptyTitle} action={<NewCase context={context} primary />}>
      <p>{words.empty}</p>
    </EmptyState>
  );
  return {
    title: words.title,
    lead: words.lead,
    width: 'wide',
    current: 'cases',
    ...(list.total > 0 || filtered ? { aside: <NewCase context={context} primary /> } : {}),
    body: (
      <Stack>
        <Tabs
          label={words.whoseLabel}
          items={whoseCases.map((one) => ({
            href: addressOf(query, { czyje: one === 'all' ? '' : one }),
            label: words.whose[one],
            count: list.counts[one],
            current: one === whose,
          }))}
        />
        <Filters context={context} states={list.states} />
        <CaseTable list={list} context={context} empty={empty} />
        {list.pages > 1 && (
          <Pagination
            {...(list.page > 1 ? { previous: addressOf(query, { strona: String(list.page - 1) }) } : {})}
            {...(list.page < list.pages ? { next: addressOf(query, { strona: String(list.page + 1) }) } : {})}
            summary={words.summary(first + 1, first + list.rows.length, list.total)}
          />
        )}
      </Stack>
    ),
  };
}

export const caseListPage = page({
  door: 'staff',
  path: address,
  load: async (ask, request) => await ask(listCasesQuery, inputOf(request)),
  view,
});
