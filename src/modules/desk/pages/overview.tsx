import { all, page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  BarChart,
  Columns,
  EmptyState,
  Measure,
  Panel,
  Stack,
  Table,
  type ChartPoint,
} from '../../../ui/index.ts';
import { agendaWords, deadlineOverview, DeadlineTable } from '../../agenda/index.ts';
import { caseStates, listCasesQuery, stateWords } from '../../casework/index.ts';
import { listProgrammes } from '../../programmes/index.ts';
import { pl } from '../pl.ts';
import { ClockCounts } from './parts.tsx';

const words = pl.overview;

type Answer<Q extends { read(...args: never[]): Promise<unknown> }> = NonNullable<
  Awaited<ReturnType<Q['read']>>
>;

interface Overview {
  clocks: Answer<typeof deadlineOverview>;
  cases: Answer<typeof listCasesQuery>;
  programmes: Answer<typeof listProgrammes>;
}

const byState = (states: Overview['cases']['states']): ChartPoint[] =>
  caseStates.flatMap((state) => {
    const value = states[state] ?? 0;
    return value > 0 ? [{ label: stateWords(state), value }] : [];
  });

const Workers = ({ owners }: { owners: Overview['clocks']['owners'] }) => (
  <Table
    caption={words.workersCaption}
    captionHidden
    rows={owners}
    rowKey={(one) => one.ownerId ?? 'team'}
    columns={[
      { key: 'who', label: words.who, rowHeader: true, cell: (one) => one.ownerName ?? agendaWords.team },
      { key: 'running', label: words.running, numeric: true, cell: (one) => one.running },
      { key: 'late', label: words.late, numeric: true, cell: (one) => one.late },
    ]}
  />
);

const Limits = ({ programmes }: { programmes: Overview['programmes']['programmes'] }) => (
  <Stack>
    {programmes.flatMap((programme) =>
      programme.offers.map((offer) => (
        <Measure
          key={offer.id}
          label={<a href={`/praca/programy/${programme.programme.id}`}>{offer.serviceName}</a>}
          note={programme.programme.name}
          unit="people"
          used={offer.usedPeople}
          limit={offer.limitPeople ?? undefined}
        />
      )),
    )}
  </Stack>
);

function view({ clocks, cases, programmes }: Overview, context: PageContext): View {
  const points = byState(cases.states);
  const inForce = programmes.programmes.filter((programme) => programme.version.state === 'in_force');
  return {
    title: words.title,
    lead: words.lead,
    current: 'overview',
    body: (
      <Columns
        main={
          <Stack>
            <Panel id="terminy" title={words.clocks} actions={<ClockCounts counts={clocks.counts} />}>
              {clocks.deadlines.length === 0 ? (
                <EmptyState title={words.noClocks} level={3}>
                  <p>{words.noClocksText}</p>
                </EmptyState>
              ) : (
                <DeadlineTable
                  deadlines={clocks.deadlines}
                  today={context.today}
                  caption={words.clocks}
                  owners
                />
              )}
            </Panel>
            <Panel id="limity" title={words.limits}>
              {inForce.length === 0 ? (
                <p>
                  {words.noLimits} <a href="/praca/programy">{words.programmes}</a>
                </p>
              ) : (
                <Limits programmes={inForce} />
              )}
            </Panel>
          </Stack>
        }
        side={
          <Stack>
            <Panel id="sprawy" title={words.cases}>
              {points.length === 0 ? (
                <p>{words.noCases}</p>
              ) : (
                <BarChart
                  caption={words.casesCaption}
                  labelHead={words.state}
                  valueHead={words.count}
                  points={points}
                />
              )}
            </Panel>
            <Panel id="praca" title={words.workers}>
              {clocks.owners.length === 0 ? <p>{words.noWorkers}</p> : <Workers owners={clocks.owners} />}
            </Panel>
          </Stack>
        }
      />
    ),
  };
}

/** The director's overview: what is late, how cases stand, who carries how much, how full the programmes are. */
export const overviewPage = page({
  door: 'staff',
  path: '/praca/przeglad',
  load: (ask) =>
    all({
      clocks: ask(deadlineOverview, {}),
      cases: ask(listCasesQuery, { state: 'any' }),
      programmes: ask(listProgrammes, {}),
    }),
  view,
});
