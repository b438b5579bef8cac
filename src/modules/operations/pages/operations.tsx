import { form, page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  ActionForm,
  DescriptionList,
  Halves,
  moment,
  number,
  Panel,
  Stack,
  StateTag,
  Table,
} from '../../../ui/index.ts';
import { backUp } from '../commands/back-up.ts';
import { retryMail } from '../commands/retry-mail.ts';
import { livingServers } from '../domain/alarms.ts';
import type { State } from '../domain/state.ts';
import { pl } from '../pl.ts';
import { operationsQuery } from '../queries/view.ts';
import { Base, Runs, Servers, Standing } from './parts.tsx';

interface Failed {
  id: string;
  kind: string;
  createdAt: string;
  tries: number;
  nextTryAt: string;
}

const Mail = ({ mail, failed, once }: { mail: State['mail']; failed: readonly Failed[]; once: string }) => {
  const words = pl.mail;
  return (
    <Panel
      id="poczta"
      title={words.title}
      {...(failed.length > 0
        ? { actions: <ActionForm action="/praca/stan/poczta" label={words.retry} once={once} small /> }
        : {})}
    >
      <Stack>
        <DescriptionList
          items={[
            { term: words.waiting, value: mail.waiting === 0 ? words.empty : number(mail.waiting) },
            ...(mail.oldestAt === null ? [] : [{ term: words.oldest, value: moment(mail.oldestAt) }]),
            ...(mail.failing === 0 ? [] : [{ term: words.failing, value: number(mail.failing) }]),
            ...(mail.givenUp === 0 ? [] : [{ term: words.givenUp, value: number(mail.givenUp) }]),
          ]}
        />
        {failed.length > 0 && (
          <Table
            caption={words.caption}
            rows={failed}
            rowKey={(one) => one.id}
            columns={[
              { key: 'kind', label: words.kind, cell: (one) => words.kinds[one.kind] ?? words.other },
              { key: 'since', label: words.since, cell: (one) => moment(one.createdAt) },
              { key: 'tries', label: words.tries, numeric: true, cell: (one) => number(one.tries) },
              { key: 'next', label: words.next, cell: (one) => moment(one.nextTryAt) },
            ]}
          />
        )}
      </Stack>
    </Panel>
  );
};

const Daily = ({ daily, titleOf }: { daily: State['daily'] } & Pick<PageContext, 'titleOf'>) => {
  const words = pl.daily;
  return (
    <Panel id="praca-dzienna" title={words.title}>
      <DescriptionList
        items={[
          { term: words.done, value: number(daily.done) },
          {
            term: words.failing,
            value:
              daily.failing.length === 0 ? (
                words.none
              ) : (
                <StateTag state="warning" label={daily.failing.map(({ name }) => titleOf(name)).join(', ')} />
              ),
          },
          { term: words.last, value: daily.lastDoneAt === null ? words.none : moment(daily.lastDoneAt) },
        ]}
      />
    </Panel>
  );
};

const Backups = ({ state }: { state: State }) => {
  const words = pl.backups;
  const { backupHour } = livingServers(state)[0] ?? { backupHour: null };
  const { lastGoodAt, runs } = state.backups;
  return (
    <Panel id="kopie" title={words.title}>
      <Stack>
        <DescriptionList
          columns={2}
          items={[
            { term: words.lastGood, value: lastGoodAt === null ? words.none : moment(lastGoodAt) },
            {
              term: words.plan,
              value: backupHour === null ? words.noSchedule : words.schedule(backupHour),
            },
          ]}
        />
        {runs.length > 0 ? <Runs runs={runs} /> : <p>{words.empty}</p>}
      </Stack>
    </Panel>
  );
};

export const operationsPage = page({
  door: 'staff',
  path: '/praca/stan',
  load: (ask) => ask(operationsQuery, {}),
  view: (state, { form: { once }, titleOf }): View => ({
    title: pl.title,
    lead: pl.lead,
    current: pl.current,
    width: 'wide',
    aside: <ActionForm action="/praca/stan/kopia" label={pl.backups.now} variant="primary" once={once} />,
    body: (
      <Stack>
        <Standing state={state} alarms={state.alarms} />
        <Backups state={state} />
        <Halves>
          <Mail mail={state.mail} failed={state.failed} once={once} />
          <Daily daily={state.daily} titleOf={titleOf} />
        </Halves>
        <Panel id="serwery" title={pl.servers.title}>
          {state.processes.length > 0 ? <Servers state={state} /> : <p>{pl.servers.none}</p>}
        </Panel>
        <Panel id="baza" title={pl.base.title}>
          <Base state={state} />
        </Panel>
        <p class="hint">{pl.fresh(moment(state.now))}</p>
      </Stack>
    ),
  }),
});

const shared = { door: 'staff', page: operationsPage, next: () => '/praca/stan' } as const;

export const operationsForms = [
  form({ ...shared, path: '/praca/stan/poczta', command: retryMail }),
  form({ ...shared, path: '/praca/stan/kopia', command: backUp }),
];
