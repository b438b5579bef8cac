import type { VNode } from 'preact';
import { permits } from '../../../platform/actor.ts';
import { form, formOf, page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  ButtonLink,
  DateText,
  DescriptionList,
  Form,
  Notice,
  Panel,
  Stack,
  StateTag,
  TextArea,
} from '../../../ui/index.ts';
import { answerRequest } from '../commands/answer-request.ts';
import { answersRequest, type ResidentRequest } from '../domain/request.ts';
import { caseWords } from '../pl-case.ts';
import { requestWords as words } from '../pl-requests.ts';
import { listRequestsQuery } from '../queries/list-requests.ts';
import { casePath, Lines } from './case-parts.tsx';

export interface RequestsView {
  caseId: string;
  coordinatorId: string | null;
  requests: readonly ResidentRequest[];
}

const Facts = ({ request }: { request: ResidentRequest }) => (
  <DescriptionList
    items={[
      { term: words.madeOn, value: <DateText date={request.madeOn} /> },
      ...(request.until ? [{ term: words.until, value: <DateText date={request.until} /> }] : []),
      { term: words.words, value: <Lines text={request.words} /> },
      request.answer === null
        ? { term: words.dueOn, value: <DateText date={request.dueOn} /> }
        : { term: words.answer, value: <Lines text={request.answer} /> },
    ]}
  />
);

/** What the resident asked for; undefined rows are not there at all, so the page of a quiet case says nothing. */
export const RequestsSection = ({
  view,
  context,
}: {
  view: RequestsView;
  context: PageContext;
}): VNode | null =>
  view.requests.length === 0 ? null : (
    <Panel id="prosby" title={words.title}>
      {view.requests.map((request) => (
        <section key={request.id}>
          <h3>{words.kinds[request.kind]}</h3>
          <StateTag
            state={request.answer === null ? 'waiting' : 'done'}
            label={request.answer === null ? words.waiting : words.answered}
          />
          <Facts request={request} />
          {request.answer === null &&
            permits(answersRequest, context.actor, { coordinatorId: view.coordinatorId, request }) && (
              <Actions>
                <ButtonLink href={casePath(view.caseId, `prosba/${request.id}`)}>{words.answer}</ButtonLink>
              </Actions>
            )}
        </section>
      ))}
    </Panel>
  );

const answerPage = page({
  door: 'staff',
  path: '/praca/sprawy/:caseId/prosba/:requestId',
  draft: (request) => `prosba:${request.params['requestId'] ?? ''}`,
  async load(ask, request) {
    const found = await ask(listRequestsQuery, { caseId: request.params['caseId'] });
    if (!found.ok) return found;
    const one = found.value.requests.find(({ id }) => id === request.params['requestId']);
    return one
      ? { ok: true as const, value: one }
      : {
          ok: false as const,
          problem: { kind: 'not_found', code: 'casework.no-request', words: words.errors.gone },
        };
  },
  view: (request, context): View => ({
    title: words.kinds[request.kind],
    width: 'narrow',
    current: 'cases',
    trail: [{ href: casePath(request.caseId), label: caseWords.list.title }],
    body: (
      <Stack>
        <Facts request={request} />
        {request.kind === 'resignation' && <Notice kind="info">{words.resignationHint}</Notice>}
        <Form
          action={casePath(request.caseId, `prosba/${request.id}`)}
          {...formOf(context, answerRequest)}
          label={words.answer}
        >
          <TextArea name="answer" label={words.answer} hint={words.answerHint} rows={6} />
          <Actions>
            <Button variant="primary">{words.submit}</Button>
          </Actions>
        </Form>
      </Stack>
    ),
  }),
});

/** The answer to what a resident asked for. */
export const requestRoutes = [
  answerPage,
  form({
    door: 'staff',
    path: '/praca/sprawy/:caseId/prosba/:requestId',
    command: answerRequest,
    page: answerPage,
    next: (result) => `${casePath(result.caseId)}#prosby`,
  }),
];
