import { form, formOf, page, type PageContext, type View } from '../../../platform/http/route.ts';
import { Actions, Button, Form, TextArea } from '../../../ui/index.ts';
import { closeCase } from '../commands/close.ts';
import { outcomeWords } from '../pl-outcome.ts';
import { viewOutcome } from '../queries/view-outcome.ts';
import { inCase, outcomePaths } from './outcome-paths.ts';
import { NotNow } from './outcome-parts.tsx';
import type { OutcomeView } from './outcome-section.tsx';

const words = outcomeWords.close;

function view(data: OutcomeView, context: PageContext): View {
  const reason = data.state === 'transfer_accepted' ? words.reasons.transferred : words.reasons.ended;
  return {
    title: words.title,
    lead: words.lead,
    width: 'narrow',
    ...inCase(data),
    body: data.may.close ? (
      <Form
        action={outcomePaths.close(data.caseId)}
        version={data.version}
        {...formOf(context, closeCase, { reason })}
      >
        <TextArea name="reason" label={words.reason} rows={2} optional />
        <Actions>
          <Button variant="primary">{words.submit}</Button>
        </Actions>
      </Form>
    ) : (
      <NotNow caseId={data.caseId} title={words.cannot}>
        {outcomeWords.outcomes.notYours}
      </NotNow>
    ),
  };
}

const closePage = page({
  door: 'staff',
  path: '/praca/sprawy/:caseId/zamknij',
  load: (ask, request) => ask(viewOutcome, { caseId: request.params['caseId'] }),
  view,
});

/** Closing a case. */
export const closeRoutes = [
  closePage,
  form({
    door: 'staff',
    path: closePage.path,
    command: closeCase,
    page: closePage,
    next: (_result, request) => outcomePaths.case(request.params['caseId'] ?? ''),
  }),
];
