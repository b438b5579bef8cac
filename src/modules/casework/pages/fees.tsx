import type { VNode } from 'preact';
import type { z } from 'zod';
import { form, page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  ActionForm,
  Actions,
  ButtonLink,
  DateText,
  DescriptionList,
  EmptyState,
  money,
  Panel,
  type Shape,
  Stack,
  StateTag,
  Table,
} from '../../../ui/index.ts';
import { markOverdueFees } from '../commands/mark-overdue.ts';
import { outcomeWords } from '../pl-outcome.ts';
import { type FeeView, viewFees } from '../queries/view-fees.ts';
import { inCase, outcomePaths } from './outcome-paths.ts';

export type FeesView = z.infer<typeof viewFees.output>;

const words = outcomeWords.fees;

const stateShape: Record<FeeView['state'], Shape> = {
  set: 'open',
  partly_paid: 'waiting',
  paid: 'done',
  overdue: 'warning',
  ordered: 'warning',
  waived: 'stopped',
};

/** The state of a fee; one that is late says so before anybody has marked it. */
export const FeeTag = ({ fee }: { fee: FeeView }): VNode => (
  <StateTag
    state={fee.late ? 'warning' : stateShape[fee.state]}
    tone={fee.late ? 'danger' : undefined}
    label={fee.late && fee.state !== 'ordered' ? words.states.overdue : words.states[fee.state]}
  />
);

const sum = (fees: readonly FeeView[], of: (fee: FeeView) => number): string =>
  money(fees.reduce((total, fee) => total + of(fee), 0));

const FeeTable = ({ view, openable }: { view: FeesView; openable: boolean }) => (
  <Table<FeeView>
    caption={words.title}
    captionHidden
    rows={view.fees}
    rowKey={(fee) => fee.id}
    tone={(fee) => (fee.late ? 'danger' : undefined)}
    columns={[
      {
        key: 'what',
        label: words.what,
        cell: (fee) =>
          openable ? <a href={outcomePaths.fee(view.caseId, fee.id)}>{fee.title}</a> : fee.title,
      },
      { key: 'state', label: words.state, cell: (fee) => <FeeTag fee={fee} /> },
      { key: 'due', label: words.due, nowrap: true, cell: (fee) => <DateText date={fee.dueOn} /> },
      { key: 'amount', label: words.amount, numeric: true, cell: (fee) => money(fee.amountGrosze) },
      { key: 'paid', label: words.paid, numeric: true, cell: (fee) => money(fee.paidGrosze) },
      { key: 'waived', label: words.waived, numeric: true, cell: (fee) => money(fee.waivedGrosze) },
      { key: 'left', label: words.left, numeric: true, cell: (fee) => money(fee.outstandingGrosze) },
    ]}
    total={{
      what: words.total,
      amount: sum(view.fees, (fee) => fee.amountGrosze),
      paid: sum(view.fees, (fee) => fee.paidGrosze),
      waived: sum(view.fees, (fee) => fee.waivedGrosze),
      left: sum(view.fees, (fee) => fee.outstandingGrosze),
    }}
  />
);

/** Fees of a case: what is due, what was paid. Nothing when there is none. */
export const FeesSection = ({ view }: { view: FeesView }): VNode | null =>
  view.fees.length === 0 ? null : (
    <Panel
      id="oplaty"
      title={words.section}
      actions={<a href={outcomePaths.fees(view.caseId)}>{words.openAll}</a>}
    >
      <FeeTable view={view} openable />
    </Panel>
  );

function feesView(view: FeesView, context: PageContext): View {
  const unmarked = view.fees.some((fee) => fee.late && (fee.state === 'set' || fee.state === 'partly_paid'));
  const marks = context.actor.roles.some((role) => role === 'clerk' || role === 'director');
  return {
    title: words.title,
    lead: words.lead,
    width: 'wide',
    ...inCase(view),
    body:
      view.fees.length === 0 ? (
        <EmptyState
          title={words.empty}
          action={<ButtonLink href={outcomePaths.case(view.caseId)}>{outcomeWords.pages.back}</ButtonLink>}
        >
          <p>{words.emptyHint}</p>
        </EmptyState>
      ) : (
        <Stack>
          <FeeTable view={view} openable />
          <DescriptionList
            items={[
              { term: outcomeWords.pages.person, value: view.personName },
              { term: words.account, value: view.bankAccount },
            ]}
          />
          {unmarked && marks && (
            <Actions>
              <ActionForm
                action={`${outcomePaths.fees(view.caseId)}/zalegle`}
                label={words.markOverdue}
                once={context.form.once}
              />
            </Actions>
          )}
        </Stack>
      ),
  };
}

const feesPage = page({
  door: 'staff',
  path: '/praca/sprawy/:caseId/oplaty',
  load: (ask, request) => ask(viewFees, { caseId: request.params['caseId'] }),
  view: feesView,
});

/** Fees of a case. */
export const feesRoutes = [
  feesPage,
  form({
    door: 'staff',
    path: '/praca/sprawy/:caseId/oplaty/zalegle',
    command: markOverdueFees,
    page: feesPage,
    next: (_result, request) => outcomePaths.fees(request.params['caseId'] ?? ''),
  }),
];
