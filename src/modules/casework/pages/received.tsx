import { page, type View } from '../../../platform/http/route.ts';
import { EmptyState, Panel, shortDate, StateTag, Stack, Table } from '../../../ui/index.ts';
import { outcomeWords } from '../pl-outcome.ts';
import { type ReceivedTransfer, receivedTransfers } from '../queries/received-transfers.ts';
import { outcomePaths, receivedPath } from './outcome-paths.ts';

const words = outcomeWords.transfer;

const Answer = ({ transfer }: { transfer: ReceivedTransfer }) =>
  transfer.answer === null ? (
    <StateTag state="waiting" label={words.waiting} />
  ) : (
    <>
      <StateTag
        state={transfer.answer === 'accepted' ? 'done' : 'refused'}
        label={words.answers[transfer.answer]}
      />{' '}
      {transfer.answeredOn && shortDate(transfer.answeredOn)}
    </>
  );

const List = ({ caption, transfers }: { caption: string; transfers: readonly ReceivedTransfer[] }) => (
  <Table<ReceivedTransfer>
    caption={caption}
    captionHidden
    rows={transfers}
    rowKey={(one) => one.caseId}
    columns={[
      {
        key: 'sign',
        label: outcomeWords.pages.sign,
        nowrap: true,
        rowHeader: true,
        cell: (one) =>
          one.answer === 'returned' ? (
            (one.sign ?? words.noSign)
          ) : (
            <a href={outcomePaths.transferAnswer(one.caseId)}>{one.sign ?? words.noSign}</a>
          ),
      },
      { key: 'person', label: outcomeWords.pages.person, cell: (one) => one.personName || '–' },
      { key: 'services', label: words.services, cell: (one) => one.services.join(', ') },
      { key: 'sent', label: words.sentOn, nowrap: true, cell: (one) => shortDate(one.sentOn) },
      { key: 'answer', label: words.answer, cell: (one) => <Answer transfer={one} /> },
    ]}
  />
);

/** What a unit was sent, for its own account: what waits for an answer, then the rest. */
export const receivedPage = page({
  door: 'staff',
  path: receivedPath,
  load: (ask) => ask(receivedTransfers, {}),
  view({ transfers }): View {
    const waiting = transfers.filter(({ answer }) => answer === null);
    const answered = transfers.filter(({ answer }) => answer !== null);
    return {
      title: words.receivedTitle,
      lead: words.receivedLead,
      current: 'received',
      body:
        transfers.length === 0 ? (
          <EmptyState title={words.receivedNone}>{words.receivedNoneText}</EmptyState>
        ) : (
          <Stack>
            <Panel id="czeka" title={words.receivedWaiting(waiting.length)}>
              {waiting.length === 0 ? (
                <p>{words.receivedAllAnswered}</p>
              ) : (
                <List caption={words.receivedWaiting(waiting.length)} transfers={waiting} />
              )}
            </Panel>
            {answered.length > 0 && (
              <Panel id="odpowiedziane" title={words.receivedAnswered}>
                <List caption={words.receivedAnswered} transfers={answered} />
              </Panel>
            )}
          </Stack>
        ),
    };
  },
});
