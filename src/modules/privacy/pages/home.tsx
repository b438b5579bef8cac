import type { VNode } from 'preact';
import { page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  About,
  ButtonLink,
  Columns,
  DateText,
  DeadlineTag,
  deadlineTone,
  EmptyState,
  Notice,
  Panel,
  shortDate,
  Stack,
  StateTag,
  Table,
} from '../../../ui/index.ts';
import { pl } from '../pl.ts';
import { privacyHome } from '../queries/home.ts';
import {
  clausesPath,
  homePath,
  registerPath,
  requestPath,
  retentionPath,
  reviewPath,
  statisticsPath,
} from './paths.ts';

const words = pl.home;

type Home = NonNullable<Awaited<ReturnType<typeof privacyHome.read>>>;
type Request = Home['requests'][number];

const Who = ({ request }: { request: Request }): VNode => (
  <a href={requestPath(request.id)}>
    {request.name}
    <About about={pl.kinds[request.kind]} />
  </a>
);

/** The register of people is open to the director; the data protection officer works on requests. */
const opensPeople = (context: PageContext): boolean => context.actor.roles.includes('director');

const Open = ({ requests, context }: { requests: readonly Request[]; context: PageContext }) => (
  <Panel id="zadania" title={words.requests}>
    {requests.length === 0 ? (
      <EmptyState
        title={words.requestsEmpty}
        level={3}
        action={opensPeople(context) && <ButtonLink href="/praca/osoby">{words.findPerson}</ButtonLink>}
      >
        {words.requestsEmptyWhat}
      </EmptyState>
    ) : (
      <Table
        caption={words.requests}
        captionHidden
        rows={requests}
        rowKey={(one) => one.id}
        tone={(one) => deadlineTone({ start: one.receivedOn, due: one.dueOn, today: context.today })}
        columns={[
          { key: 'who', label: words.columns.who, rowHeader: true, cell: (one) => <Who request={one} /> },
          { key: 'what', label: words.columns.what, cell: (one) => pl.kinds[one.kind] },
          {
            key: 'received',
            label: words.columns.received,
            nowrap: true,
            cell: (one) => <DateText date={one.receivedOn} />,
          },
          {
            key: 'clock',
            label: words.columns.clock,
            cell: (one) => (
              <>
                <DateText date={one.dueOn} />{' '}
                <DeadlineTag start={one.receivedOn} due={one.dueOn} today={context.today} />
              </>
            ),
          },
        ]}
      />
    )}
  </Panel>
);

const Answered = ({ requests }: { requests: readonly Request[] }) =>
  requests.length === 0 ? null : (
    <Panel id="zalatwione" title={words.answered} tone="plain">
      <Table
        caption={words.answered}
        captionHidden
        rows={requests}
        rowKey={(one) => one.id}
        columns={[
          { key: 'who', label: words.columns.who, rowHeader: true, cell: (one) => <Who request={one} /> },
          { key: 'what', label: words.columns.what, cell: (one) => pl.kinds[one.kind] },
          {
            key: 'state',
            label: words.columns.state,
            cell: (one) => (
              <StateTag
                state={one.state === 'done' ? 'done' : one.state === 'refused' ? 'refused' : 'stopped'}
                label={pl.states[one.state]}
              />
            ),
          },
          {
            key: 'on',
            label: words.columns.on,
            nowrap: true,
            cell: (one) => one.answeredOn && <DateText date={one.answeredOn} />,
          },
        ]}
      />
    </Panel>
  );

const Restrictions = ({
  restrictions,
  context,
}: {
  restrictions: Home['restrictions'];
  context: PageContext;
}) => (
  <Panel id="ograniczenia" title={words.restrictions} tone="plain">
    {restrictions.length === 0 ? (
      <p>{words.restrictionsEmpty}</p>
    ) : (
      <Table
        caption={words.restrictions}
        captionHidden
        rows={restrictions}
        rowKey={(one) => one.id}
        columns={[
          {
            key: 'who',
            label: words.restrictionColumns.who,
            rowHeader: true,
            cell: (one) =>
              opensPeople(context) ? <a href={`/praca/osoby/${one.personId}`}>{one.name}</a> : one.name,
          },
          { key: 'ground', label: words.restrictionColumns.ground, cell: (one) => pl.grounds[one.ground] },
          {
            key: 'since',
            label: words.restrictionColumns.since,
            nowrap: true,
            cell: (one) => <DateText date={one.since} />,
          },
          {
            key: 'spite',
            label: words.restrictionColumns.spite,
            cell: (one) =>
              one.exceptions.length === 0
                ? pl.review.nothing
                : one.exceptions
                    .map(({ ground, until }) => `${pl.exceptionGrounds[ground]} (${shortDate(until)})`)
                    .join('; '),
          },
        ]}
      />
    )}
  </Panel>
);

const Side = ({ home }: { home: Home }) => (
  <Stack>
    <Panel id="akta" title={words.retention} level={2} tone="plain">
      {home.unknownClasses.length > 0 && (
        <Notice kind="warning">{words.unknownClasses(home.unknownClasses.join(', '))}</Notice>
      )}
      <p>
        {home.review === null
          ? words.reviewNone
          : home.review.state === 'draft'
            ? words.reviewDraft
            : words.reviewApproved}
      </p>
      <ButtonLink href={home.review === null ? retentionPath : reviewPath(home.review.id)}>
        {words.openRetention}
      </ButtonLink>
    </Panel>
    <Panel id="rejestr" title={words.register} tone="plain">
      <p>{home.activities === 0 ? words.registerEmpty : words.activities(home.activities)}</p>
      <ButtonLink href={registerPath}>{words.openRegister}</ButtonLink>
    </Panel>
    <Panel id="klauzule" title={words.clauses} tone="plain">
      {home.clauses.length === 0 ? (
        <p>{words.noClauses}</p>
      ) : (
        <ul>
          {(['application', 'family'] as const).flatMap((kind) => {
            const newest = home.clauses.find((one) => one.kind === kind);
            return newest
              ? [
                  <li key={kind}>
                    {words.clause(pl.clauses.kinds[kind], newest.number, shortDate(newest.validFrom))}
                  </li>,
                ]
              : [];
          })}
        </ul>
      )}
      <ButtonLink href={clausesPath}>{words.openClauses}</ButtonLink>
    </Panel>
    <Panel id="statystyka" title={words.statistics} tone="plain">
      <p>{words.statisticsWhat}</p>
      <ButtonLink href={statisticsPath}>{words.openStatistics}</ButtonLink>
    </Panel>
  </Stack>
);

/** The page of who watches over personal data: requests with clocks first, then what waits. */
export const privacyPage = page({
  door: 'staff',
  path: homePath,
  load: (ask) => ask(privacyHome, {}),
  view: (home, context): View => ({
    title: words.title,
    lead: words.lead,
    width: 'wide',
    current: pl.current,
    body: (
      <Columns
        main={
          <Stack>
            <Open requests={home.requests.filter((one) => one.state === 'open')} context={context} />
            <Restrictions restrictions={home.restrictions} context={context} />
            <Answered requests={home.requests.filter((one) => one.state !== 'open')} />
          </Stack>
        }
        side={<Side home={home} />}
      />
    ),
  }),
});
