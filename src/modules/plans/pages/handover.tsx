import type { VNode } from 'preact';
import {
  type Ask,
  form,
  formOf,
  page,
  type PageContext,
  type PageRequest,
  type View,
} from '../../../platform/http/route.ts';
import type { Outcome } from '../../../platform/runner/outcome.ts';
import {
  Actions,
  Button,
  ButtonLink,
  DateText,
  DescriptionList,
  Form,
  Panel,
  Select,
  Stack,
  Table,
  Tag,
  TextArea,
} from '../../../ui/index.ts';
import { handOver } from '../commands/hand-over.ts';
import type { Handover } from '../domain/plan.ts';
import { planPages } from '../pl-pages.ts';
import { caseload } from '../queries/caseload.ts';
import type { PlanView } from '../queries/schemas.ts';
import { viewPlan } from '../queries/view-plan.ts';
import { inPlan } from './parts.tsx';
import { planPath } from './paths.ts';

const words = planPages.handover;

type Caseload = NonNullable<Awaited<ReturnType<typeof caseload.read>>>;
type Worker = Caseload['workers'][number];

interface Data {
  load: Caseload;
  /** The one plan that is handed over; none: everything a worker leads. */
  plan: PlanView | undefined;
}

async function loadData(ask: Ask, request: PageRequest): Promise<Outcome<Data>> {
  const planId = request.query['plan'];
  const load = await ask(caseload, {});
  if (!load.ok) return load;
  if (!planId) return { ok: true, value: { load: load.value, plan: undefined } };
  const plan = await ask(viewPlan, { planId });
  return plan.ok ? { ok: true, value: { load: load.value, plan: plan.value } } : plan;
}

const Loads = ({ workers }: { workers: readonly Worker[] }): VNode => (
  <Table<Worker>
    caption={words.loadsCaption}
    captionHidden
    rows={workers}
    rowKey={(worker) => worker.id}
    tone={(worker) => (worker.active ? undefined : 'warning')}
    empty={<p>{words.nobody}</p>}
    columns={[
      {
        key: 'name',
        label: words.columns.name,
        rowHeader: true,
        cell: (worker) => (
          <>
            {worker.name} {!worker.active && <Tag tone="warning">{words.gone}</Tag>}
          </>
        ),
      },
      { key: 'cases', label: words.columns.cases, numeric: true, cell: (worker) => worker.cases },
      { key: 'plans', label: words.columns.plans, numeric: true, cell: (worker) => worker.plans },
    ]}
  />
);

const HandoverForm = ({ data, context }: { data: Data; context: PageContext }): VNode => {
  const { load, plan } = data;
  return (
    <Form
      action={`/praca/przekazanie${plan ? `?plan=${plan.id}` : ''}`}
      {...formOf(context, handOver)}
      hidden={plan ? { planId: plan.id, fromAccountId: plan.coordinatorId } : {}}
    >
      {plan ? (
        <DescriptionList items={[{ term: words.from, value: plan.coordinatorName }]} />
      ) : (
        <Select
          name="fromAccountId"
          label={words.from}
          width="l"
          options={load.workers.map((worker) => ({
            value: worker.id,
            label: words.fromLoad(worker.name, worker.cases, worker.plans),
          }))}
        />
      )}
      <Select
        name="toAccountId"
        label={words.to}
        width="l"
        options={load.coordinators
          .filter((one) => one.id !== plan?.coordinatorId)
          .map((one) => ({ value: one.id, label: words.toLoad(one.name, one.cases) }))}
      />
      <TextArea name="reason" label={words.reason} rows={3} />
      <Actions>
        <Button variant="primary">{plan ? words.submitOne : words.submitAll}</Button>
        {plan && (
          <ButtonLink href={planPath(plan.id)} variant="quiet">
            {planPages.drawing.back}
          </ButtonLink>
        )}
      </Actions>
    </Form>
  );
};

const History = ({ latest }: { latest: readonly Handover[] }): VNode => (
  <Table<Handover>
    caption={words.history}
    captionHidden
    rows={latest}
    rowKey={(one) => one.id}
    empty={<p>{words.noHistory}</p>}
    columns={[
      {
        key: 'when',
        label: words.historyColumns.when,
        nowrap: true,
        cell: (one) => <DateText date={one.orderedOn} />,
      },
      {
        key: 'who',
        label: words.historyColumns.who,
        cell: (one) => planPages.plan.handover(one.fromName, one.toName),
      },
      { key: 'what', label: words.historyColumns.what, cell: (one) => words.amount(one.plans, one.cases) },
      { key: 'why', label: words.historyColumns.why, cell: (one) => one.reason },
      { key: 'by', label: words.historyColumns.by, cell: (one) => one.orderedByName },
    ]}
  />
);

function view(data: Data, context: PageContext): View {
  const { load, plan } = data;
  return {
    title: words.title,
    ...(plan ? { heading: words.titleOne(plan.personName) } : {}),
    lead: words.lead,
    ...(plan
      ? inPlan(plan)
      : { trail: [{ href: '/praca/plany', label: planPages.list.title }], current: 'plans' }),
    body: (
      <Stack>
        {!plan && (
          <Panel id="obciazenie" title={words.loads}>
            <Loads workers={load.workers} />
          </Panel>
        )}
        {load.workers.length > 0 && (
          <Panel id="przekaz" title={plan ? words.submitOne : words.title}>
            <HandoverForm data={data} context={context} />
          </Panel>
        )}
        <Panel id="historia" title={words.history}>
          <History latest={load.latest} />
        </Panel>
      </Stack>
    ),
  };
}

const handoverPage = page<Data>({ door: 'staff', path: '/praca/przekazanie', load: loadData, view });

/** Handover of one plan or of everything a worker leads. */
export const handoverRoutes = [
  handoverPage,
  form({
    door: 'staff',
    path: '/praca/przekazanie',
    command: handOver,
    page: handoverPage,
    next: (_result, request) =>
      request.query['plan'] ? planPath(request.query['plan']) : '/praca/przekazanie',
  }),
];
