import { dateWords, zloty } from '../../../law/index.ts';
import {
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
  DateInput,
  DateText,
  DescriptionList,
  Disclosure,
  Form,
  fullDate,
  money,
  Notice,
  Panel,
  Stack,
  Table,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { orderToPay } from '../commands/order-to-pay.ts';
import { postPayment } from '../commands/post-payment.ts';
import { waiveFee } from '../commands/waive-fee.ts';
import { outcomeWords } from '../pl-outcome.ts';
import { type FeeView, viewFees } from '../queries/view-fees.ts';
import { FeeTag, type FeesView } from './fees.tsx';
import { inCase, outcomePaths } from './outcome-paths.ts';
import { NotNow } from './outcome-parts.tsx';

const words = outcomeWords.fees;
const decision = outcomeWords.decision;

interface Data {
  view: FeesView;
  fee: FeeView;
}

const missing: Outcome<Data> = {
  ok: false,
  problem: { kind: 'not_found', code: 'casework.no-such-fee', words: outcomeWords.refusals.noSuchFee },
};

const load = async (
  ask: Parameters<Parameters<typeof page<Data>>[0]['load']>[0],
  request: PageRequest,
): Promise<Outcome<Data>> => {
  const loaded = await ask(viewFees, { caseId: request.params['caseId'] });
  if (!loaded.ok) return loaded;
  const fee = loaded.value.fees.find((each) => each.id === request.params['feeId']);
  return fee ? { ok: true, value: { view: loaded.value, fee } } : missing;
};

const typed = (grosze: number): string => (grosze / 100).toFixed(2).replace('.', ',');

const Facts = ({ fee }: { fee: FeeView }) => (
  <Stack>
    <DescriptionList
      columns={2}
      items={[
        { term: words.state, value: <FeeTag fee={fee} /> },
        { term: words.due, value: fullDate(fee.dueOn) },
        { term: words.amount, value: money(fee.amountGrosze) },
        { term: words.paid, value: money(fee.paidGrosze) },
        ...(fee.waivedGrosze > 0
          ? [{ term: words.waived, value: money(fee.waivedGrosze), note: fee.waiverReason }]
          : []),
        { term: words.left, value: <strong>{money(fee.outstandingGrosze)}</strong> },
      ]}
    />
    {fee.resignedOn && <p>{words.resigned(fee.resignedOn)}</p>}
    <Disclosure summary={words.steps}>
      <ol class="why-steps">
        {fee.steps.map((step, index) => (
          <li key={index}>{step}</li>
        ))}
      </ol>
      <p class="why-basis">
        <strong>{outcomeWords.outcomes.basis}:</strong> {fee.basis.join('; ')}
      </p>
    </Disclosure>
  </Stack>
);

const Payments = ({ fee }: { fee: FeeView }) => (
  <Table<FeeView['payments'][number]>
    caption={words.payments}
    rows={fee.payments}
    rowKey={(payment) => payment.id}
    empty={<p>{words.noPayments}</p>}
    columns={[
      { key: 'on', label: words.paidOn, nowrap: true, cell: (payment) => <DateText date={payment.paidOn} /> },
      { key: 'amount', label: words.amount, numeric: true, cell: (payment) => money(payment.amountGrosze) },
      { key: 'reference', label: words.reference, cell: (payment) => payment.reference ?? '–' },
      { key: 'by', label: words.postedBy, cell: (payment) => payment.postedBy },
    ]}
  />
);

const PaymentForm = ({ view, fee, context }: Data & { context: PageContext }) => (
  <Panel id="wplata" title={words.post}>
    <Form
      id="wplata-form"
      action={`${outcomePaths.fee(view.caseId, fee.id)}/wplata`}
      version={fee.version}
      {...formOf(context, postPayment, { amount: typed(fee.outstandingGrosze), paidOn: context.today })}
    >
      <TextInput name="amount" label={words.postAmount} inputMode="decimal" width="s" suffix="zł" />
      <DateInput name="paidOn" label={words.paidOn} />
      <TextInput name="reference" label={words.reference} width="l" optional />
      <Actions>
        <Button variant="primary">{words.postSubmit}</Button>
      </Actions>
    </Form>
  </Panel>
);

const WaiverForm = ({ view, fee, context }: Data & { context: PageContext }) => (
  <Panel id="odstapienie" title={words.waive}>
    <p>{words.waiveLead}</p>
    <Form
      id="odstapienie-form"
      action={`${outcomePaths.fee(view.caseId, fee.id)}/odstapienie`}
      version={fee.version}
      {...formOf(context, waiveFee, { amount: typed(fee.outstandingGrosze) })}
    >
      <TextInput name="amount" label={words.waiveAmount} inputMode="decimal" width="s" suffix="zł" />
      <TextArea name="reason" label={words.waiveReason} rows={3} />
      <Actions>
        <Button variant={fee.may.order ? 'secondary' : 'primary'}>{words.waiveSubmit}</Button>
      </Actions>
    </Form>
  </Panel>
);

function feeView(data: Data, context: PageContext): View {
  const { view, fee } = data;
  return {
    title: words.open(fee.title),
    ...inCase(view),
    body: (
      <Stack>
        <Panel id="oplata" title={words.facts}>
          <Facts fee={fee} />
          <Payments fee={fee} />
        </Panel>
        {fee.may.order && (
          <Notice
            kind="warning"
            title={words.late}
            action={
              <ButtonLink href={outcomePaths.order(view.caseId, fee.id)} variant="primary">
                {words.order}
              </ButtonLink>
            }
          >
            {words.orderWhy}
          </Notice>
        )}
        {fee.may.post && <PaymentForm {...data} context={context} />}
        {fee.may.waive && <WaiverForm {...data} context={context} />}
      </Stack>
    ),
  };
}

const feePage = page<Data>({
  door: 'staff',
  path: '/praca/sprawy/:caseId/oplaty/:feeId',
  load,
  view: feeView,
});

function orderView({ view, fee }: Data, context: PageContext): View {
  const initial = {
    factualReasoning: decision.orderFacts(
      fee.title,
      zloty(fee.amountGrosze),
      dateWords(fee.dueOn),
      zloty(fee.paidGrosze),
    ),
    legalReasoning: decision.orderLegal,
    board: view.board ?? '',
  };
  return {
    title: decision.orderTitle,
    lead: decision.orderLead,
    ...inCase(view),
    body: (
      <Stack>
        <Facts fee={fee} />
        {fee.may.order && view.maySign ? (
          <Form
            action={outcomePaths.order(view.caseId, fee.id)}
            version={fee.version}
            {...formOf(context, orderToPay, initial)}
          >
            <DateInput name="payBy" label={decision.payBy} />
            <TextArea
              name="factualReasoning"
              label={decision.factual}
              hint={decision.orderFactsHint}
              rows={6}
            />
            <TextArea name="legalReasoning" label={decision.legal} rows={5} />
            <TextInput
              name="board"
              label={decision.board}
              hint={view.board ? decision.boardHint : decision.boardMissing}
              width="full"
            />
            <Actions>
              <Button variant="primary">{decision.orderSubmit}</Button>
            </Actions>
          </Form>
        ) : (
          <NotNow caseId={view.caseId} title={decision.cannotSign}>
            {fee.may.order ? decision.noAuthorisation : decision.orderLead}
          </NotNow>
        )}
      </Stack>
    ),
  };
}

const orderPage = page<Data>({
  door: 'staff',
  path: '/praca/sprawy/:caseId/oplaty/:feeId/decyzja',
  draft: (request) => `obowiazek:${request.params['feeId'] ?? ''}`,
  load,
  view: orderView,
});

const toFee = (_result: unknown, request: PageRequest): string =>
  outcomePaths.fee(request.params['caseId'] ?? '', request.params['feeId'] ?? '');

/** One fee: its payments, a waiver, the order to pay. */
export const feeRoutes = [
  feePage,
  form({
    door: 'staff',
    path: '/praca/sprawy/:caseId/oplaty/:feeId/wplata',
    command: postPayment,
    page: feePage,
    next: toFee,
  }),
  form({
    door: 'staff',
    path: '/praca/sprawy/:caseId/oplaty/:feeId/odstapienie',
    command: waiveFee,
    page: feePage,
    next: toFee,
  }),
  orderPage,
  form({ door: 'staff', path: orderPage.path, command: orderToPay, page: orderPage, next: toFee }),
];
