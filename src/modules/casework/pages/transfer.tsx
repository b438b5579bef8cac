import type { VNode } from 'preact';
import type { z } from 'zod';
import { all, form, formOf, page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  ButtonLink,
  Checkbox,
  DateInput,
  DescriptionList,
  Form,
  fullDate,
  Panel,
  Radios,
  Select,
  Stack,
  StateTag,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { recordTransferAnswer } from '../commands/record-transfer-answer.ts';
import { transferCase } from '../commands/transfer.ts';
import { outcomeWords } from '../pl-outcome.ts';
import { viewOutcome } from '../queries/view-outcome.ts';
import { viewTransfer } from '../queries/view-transfer.ts';
import { inCase, outcomePaths, receivedPath } from './outcome-paths.ts';
import { NotNow } from './outcome-parts.tsx';
import type { OutcomeView } from './outcome-section.tsx';

export type TransferView = z.infer<typeof viewTransfer.output>;

const words = outcomeWords.transfer;

const Facts = ({ transfer }: { transfer: TransferView['transfers'][number] }): VNode => (
  <DescriptionList
    items={[
      { term: words.target, value: transfer.targetName, note: words.targets[transfer.targetKind] },
      { term: words.sentOn, value: fullDate(transfer.sentOn) },
      { term: words.reason, value: transfer.reason },
      { term: words.agreedFact, value: words.agreedValue(transfer.agreedOn, transfer.agreedHow) },
      {
        term: words.answer,
        value:
          transfer.answer === null ? (
            <StateTag state="waiting" label={words.waiting} />
          ) : (
            <StateTag
              state={transfer.answer === 'accepted' ? 'done' : 'refused'}
              label={words.answers[transfer.answer]}
            />
          ),
        note: [transfer.answeredOn === null ? '' : fullDate(transfer.answeredOn), transfer.answerWords ?? '']
          .filter(Boolean)
          .join(': '),
      },
    ]}
  />
);

/** Transfers of a case: to whom, why, with what agreement, and the answer. Nothing when there is none. */
export const TransferSection = ({ view }: { view: TransferView }): VNode | null =>
  view.transfers.length === 0 ? null : (
    <Panel id="przekazanie" title={words.section}>
      <Stack>
        {view.transfers.map((transfer) => (
          <Facts key={transfer.id} transfer={transfer} />
        ))}
        {view.mayAnswer && (
          <Actions>
            <ButtonLink href={outcomePaths.transferAnswer(view.caseId)}>{words.recordAnswer}</ButtonLink>
          </Actions>
        )}
      </Stack>
    </Panel>
  );

const guess = (view: OutcomeView) => {
  const elsewhere = view.services.filter((service) => service.track !== 'programme');
  const [first] = elsewhere;
  return {
    ground: elsewhere.length > 0 && elsewhere.length === view.services.length ? 'separate_statute' : '',
    targetName: first?.handledBy ?? first?.performer ?? '',
    targetOrganizationId: first?.organizationId ?? '',
  };
};

const TransferForm = ({
  outcome,
  transfer,
  context,
}: {
  outcome: OutcomeView;
  transfer: TransferView;
  context: PageContext;
}) => (
  <Form
    action={outcomePaths.transfer(outcome.caseId)}
    version={outcome.version}
    {...formOf(context, transferCase, { ...guess(outcome), agreedOn: context.today })}
  >
    <DescriptionList items={[{ term: words.services, value: transfer.services.join(', ') }]} />
    <Radios
      name="ground"
      label={words.ground}
      choices={[
        { value: 'separate_statute', label: words.grounds.separate_statute },
        { value: 'belongs_elsewhere', label: words.grounds.belongs_elsewhere },
      ]}
    />
    <Radios
      name="targetKind"
      label={words.target}
      inline
      choices={[
        { value: 'team', label: words.targets.team },
        { value: 'office', label: words.targets.office },
        { value: 'unit', label: words.targets.unit },
      ]}
    />
    <TextInput name="targetName" label={words.targetName} width="l" />
    <Select
      name="targetOrganizationId"
      label={words.targetOrganization}
      hint={words.targetOrganizationHint}
      optional
      width="l"
      options={transfer.organizations.map((organization) => ({
        value: organization.id,
        label: organization.name,
      }))}
    />
    <TextArea name="reason" label={words.reason} hint={words.reasonHint} rows={3} />
    <Checkbox name="agreed" label={words.agreed} />
    <DateInput name="agreedOn" label={words.agreedOn} />
    <TextInput name="agreedHow" label={words.agreedHow} hint={words.agreedHowHint} width="l" />
    <Actions>
      <Button variant="primary">{words.submit}</Button>
    </Actions>
  </Form>
);

function transferView(
  { outcome, transfer }: { outcome: OutcomeView; transfer: TransferView },
  context: PageContext,
): View {
  const choice = outcome.choices.find((each) => each.outcome === 'transfer');
  const closed = choice?.open
    ? outcome.may.transfer
      ? undefined
      : outcomeWords.outcomes.transferNotYours
    : choice?.why;
  return {
    title: words.title,
    lead: words.lead,
    width: 'narrow',
    ...inCase(outcome),
    body: closed ? (
      <NotNow caseId={outcome.caseId} title={words.cannot}>
        {closed}
      </NotNow>
    ) : (
      <TransferForm outcome={outcome} transfer={transfer} context={context} />
    ),
  };
}

const transferPage = page({
  door: 'staff',
  path: '/praca/sprawy/:caseId/przekaz',
  draft: (request) => `przekazanie:${request.params['caseId'] ?? ''}`,
  load: (ask, request) => {
    const { caseId } = request.params;
    return all({ outcome: ask(viewOutcome, { caseId }), transfer: ask(viewTransfer, { caseId }) });
  },
  view: transferView,
});

const isReceiver = ({ actor }: PageContext): boolean => actor.roles.includes('feeder');

function answerView(view: TransferView, context: PageContext): View {
  const [latest] = view.transfers;
  return {
    title: words.answerTitle,
    ...(view.mayAnswer ? { lead: isReceiver(context) ? words.answerLeadOwn : words.answerLead } : {}),
    width: 'narrow',
    // The receiving unit does not see the case: its way back is its own list.
    ...(isReceiver(context)
      ? { trail: [{ href: receivedPath, label: words.receivedTitle }], current: 'received' }
      : inCase(view)),
    body: (
      <Stack>
        <DescriptionList
          items={[
            { term: outcomeWords.pages.person, value: view.personName },
            { term: outcomeWords.pages.sign, value: view.sign },
            { term: words.services, value: view.services.join(', ') },
          ]}
        />
        {latest && <Facts transfer={latest} />}
        {view.mayAnswer && (
          <Form
            action={outcomePaths.transferAnswer(view.caseId)}
            version={view.version}
            {...formOf(context, recordTransferAnswer, { answeredOn: context.today })}
          >
            <Radios
              name="answer"
              label={words.answer}
              choices={[
                { value: 'accepted', label: words.accepted },
                { value: 'returned', label: words.returned },
              ]}
            />
            <TextArea
              name="answerWords"
              label={words.answerWords}
              hint={words.answerWordsHint}
              rows={3}
              optional
            />
            <DateInput name="answeredOn" label={words.answeredOn} />
            <Actions>
              <Button variant="primary">{words.answerSubmit}</Button>
            </Actions>
          </Form>
        )}
      </Stack>
    ),
  };
}

const answerPage = page({
  door: 'staff',
  path: '/praca/sprawy/:caseId/przekazanie',
  load: (ask, request) => ask(viewTransfer, { caseId: request.params['caseId'] }),
  view: answerView,
});

/** Handing an application over, and the answer. */
export const transferRoutes = [
  transferPage,
  form({
    door: 'staff',
    path: transferPage.path,
    command: transferCase,
    page: transferPage,
    next: (_result, request) => outcomePaths.case(request.params['caseId'] ?? ''),
  }),
  answerPage,
  form({
    door: 'staff',
    path: answerPage.path,
    command: recordTransferAnswer,
    page: answerPage,
    // The receiving unit does not see the case itself, and what it gave back not even the transfer.
    next: (_result, request) =>
      request.actor.roles.includes('feeder')
        ? receivedPath
        : outcomePaths.transferAnswer(request.params['caseId'] ?? ''),
  }),
];
