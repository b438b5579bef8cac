import { all, type Ask, form, formOf, page, type PageRequest } from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  Checkbox,
  Checkboxes,
  DateInput,
  Form,
  Notice,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { deadlineRuleOn } from '../../../law/index.ts';
import { callToComplete } from '../commands/call-to-complete.ts';
import { completeApplication } from '../commands/complete-application.ts';
import { recordCallDelivered } from '../commands/record-call-delivered.ts';
import { unanswered } from '../domain/questions.ts';
import { caseWords } from '../pl-case.ts';
import { applicationForm } from '../queries/application-form.ts';
import { Lines } from './case-parts.tsx';
import { QuestionFields } from './question-fields.tsx';
import { back, caseOf, stepView, toCase } from './step-view.tsx';

/** A gap in an application: the call to complete it, its delivery, and its completion. */

const words = caseWords.steps;
const actionWords = caseWords.actions;

/** What the programme needs and the application lacks: proposed gaps of a call, most of them already right. */
function gapsOf(form: typeof applicationForm.output._output): string[] {
  const { content, programme, person } = form;
  return [
    ...unanswered(content.answers, programme?.whitelist ?? [], person !== null).map((field) =>
      words.call.answer(field.label),
    ),
    ...(programme?.documents ?? []).filter((one) => !content.documents.includes(one)),
  ];
}

const withForm = (ask: Ask, request: PageRequest) =>
  all({
    view: caseOf(ask, request),
    application: ask(applicationForm, { caseId: request.params['caseId'] }),
  });

const leastDays = (today: string): number => deadlineRuleOn('completeApplication', today).length;

const callPage = page({
  door: 'staff',
  path: '/praca/sprawy/:caseId/wezwanie',
  draft: (request) => `wezwanie:${request.params['caseId'] ?? ''}`,
  load: withForm,
  view({ view, application }, context) {
    const gaps = gapsOf(application);
    return stepView(
      view,
      actionWords['call-to-complete'].title,
      words.call.lead,
      <Form
        {...formOf(context, callToComplete, { days: String(leastDays(context.today)) })}
        version={view.version}
      >
        {gaps.length > 0 && (
          <Checkboxes
            name="missing"
            label={words.call.missing}
            hint={words.call.missingHint}
            choices={gaps.map((gap) => ({ value: gap, label: gap }))}
            optional
          />
        )}
        <TextArea
          name="other"
          label={words.call.other}
          hint={words.call.otherHint}
          rows={3}
          optional={gaps.length > 0}
        />
        <TextInput
          name="days"
          label={words.call.days}
          hint={words.call.daysHint(leastDays(context.today))}
          width="s"
          inputMode="numeric"
        />
        <Checkbox name="handedOver" label={words.call.handedOver} hint={words.call.handedOverHint} optional />
        <Actions>
          <Button variant="primary">{words.call.submit}</Button>
          {back(view.id)}
        </Actions>
      </Form>,
    );
  },
});

const deliveredPage = page({
  door: 'staff',
  path: '/praca/sprawy/:caseId/doreczenie',
  load: caseOf,
  view: (view, context) =>
    stepView(
      view,
      actionWords['record-call-delivered'].title,
      words.delivered.lead,
      <Form {...formOf(context, recordCallDelivered)} version={view.version}>
        <DateInput name="deliveredOn" label={words.delivered.field} />
        <Actions>
          <Button variant="primary">{words.delivered.submit}</Button>
          {back(view.id)}
        </Actions>
      </Form>,
    ),
});

const completePage = page({
  door: 'staff',
  path: '/praca/sprawy/:caseId/uzupelnienie',
  draft: (request) => `uzupelnienie:${request.params['caseId'] ?? ''}`,
  load: withForm,
  view({ view, application }, context) {
    const { content, programme, person } = application;
    const asked = unanswered(content.answers, programme?.whitelist ?? [], person !== null);
    const state = formOf(context, completeApplication, { documents: content.documents });
    return stepView(
      view,
      actionWords['complete-application'].title,
      words.complete.lead,
      <Form {...state} version={view.version} hidden={{ parts: 'documents' }}>
        {view.application?.callReason && (
          <Notice kind="info" title={caseWords.page.callMissing}>
            <Lines text={view.application.callReason} />
          </Notice>
        )}
        <TextArea name="words" label={words.complete.field} rows={3} />
        <QuestionFields fields={asked} />
        {(programme?.documents.length ?? 0) > 0 && (
          <Checkboxes
            name="documents"
            label={caseWords.application.documents}
            hint={caseWords.application.documentsHint}
            choices={(programme?.documents ?? []).map((one) => ({ value: one, label: one }))}
            optional
          />
        )}
        <Actions>
          <Button variant="primary">{words.complete.submit}</Button>
          {back(view.id)}
        </Actions>
      </Form>,
    );
  },
});

/** The steps of a gap with their forms. */
export const completionRoutes = [
  callPage,
  form({
    door: 'staff',
    path: '/praca/sprawy/:caseId/wezwanie',
    command: callToComplete,
    page: callPage,
    next: toCase,
  }),
  deliveredPage,
  form({
    door: 'staff',
    path: '/praca/sprawy/:caseId/doreczenie',
    command: recordCallDelivered,
    page: deliveredPage,
    next: toCase,
  }),
  completePage,
  form({
    door: 'staff',
    path: '/praca/sprawy/:caseId/uzupelnienie',
    command: completeApplication,
    page: completePage,
    next: toCase,
  }),
];
