import type { VNode } from 'preact';
import {
  all,
  type Ask,
  form,
  formOf,
  page,
  type PageRequest,
  type PageRoute,
  type View,
} from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  ButtonLink,
  Checkbox,
  Checkboxes,
  DateInput,
  EmptyState,
  Form,
  Notice,
  Panel,
  Radios,
  Stack,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { deadlineRuleOn } from '../../../law/index.ts';
import { searchPeople } from '../../people/index.ts';
import { answerReport } from '../commands/answer-report.ts';
import { assign } from '../commands/assign.ts';
import { callToComplete } from '../commands/call-to-complete.ts';
import { completeApplication } from '../commands/complete-application.ts';
import { identifyPerson } from '../commands/identify-person.ts';
import { leaveUnconsidered } from '../commands/leave-unconsidered.ts';
import { recordCallDelivered } from '../commands/record-call-delivered.ts';
import { withdraw } from '../commands/withdraw.ts';
import type { CaseView } from '../domain/case-view.ts';
import { unanswered } from '../domain/questions.ts';
import { caseWords } from '../pl-case.ts';
import { applicationForm } from '../queries/application-form.ts';
import { listCoordinatorsQuery } from '../queries/list-coordinators.ts';
import { personForCase } from '../queries/person-for-case.ts';
import { viewCase } from '../queries/view-case.ts';
import { casePath, Lines, maybe, personNameOf } from './case-parts.tsx';
import { PersonSearch } from './person-search.tsx';
import { QuestionFields } from './question-fields.tsx';

/** Steps of a case that need words: one page for each, with the case above it and one button at its end. */

const words = caseWords.steps;
const actionWords = caseWords.actions;

const back = (caseId: string): VNode => (
  <ButtonLink href={casePath(caseId)} variant="quiet">
    {words.back}
  </ButtonLink>
);

/** The frame of a step: whose case it is, the trail back, a narrow page. */
const stepView = (view: CaseView, title: string, lead: string, body: VNode): View => ({
  title,
  lead: `${personNameOf(view)}, ${view.sign ?? view.title}. ${lead}`,
  width: 'narrow',
  current: 'cases',
  trail: [
    { href: '/praca/sprawy', label: caseWords.list.title },
    { href: casePath(view.id), label: personNameOf(view) },
  ],
  body,
});

const caseOf = (ask: Ask, request: PageRequest) => ask(viewCase, { caseId: request.params['caseId'] });

const answerPage = page({
  door: 'staff',
  path: '/praca/sprawy/:caseId/odpowiedz',
  draft: (request) => `odpowiedz:${request.params['caseId'] ?? ''}`,
  load: caseOf,
  view: (view, context) =>
    stepView(
      view,
      actionWords['answer-report'].title,
      words.answer.lead,
      <Form {...formOf(context, answerReport)} version={view.version}>
        <TextArea name="answer" label={words.answer.field} hint={words.answer.hint} rows={5} />
        <Actions>
          <Button variant="primary">{words.answer.submit}</Button>
          {back(view.id)}
        </Actions>
      </Form>,
    ),
});

const identifyPage = page({
  door: 'staff',
  path: '/praca/sprawy/:caseId/osoba',
  load: (ask, request) =>
    all({
      view: caseOf(ask, request),
      person: maybe(
        request.query['osoba'] ? ask(personForCase, { personId: request.query['osoba'] }) : undefined,
      ),
      results: maybe(request.query['szukaj'] ? ask(searchPeople, { q: request.query['szukaj'] }) : undefined),
    }),
  view({ view, person, results }, context) {
    const address = casePath(view.id, 'osoba');
    const typed = personNameOf(view);
    return stepView(
      view,
      words.identify.title,
      words.identify.lead,
      <Stack>
        {person && (
          <Panel id="wybrana" title={person.name}>
            <Form
              {...formOf(context, identifyPerson)}
              hidden={{ personId: person.id }}
              version={view.version}
            >
              <Actions>
                <Button variant="primary">{words.identify.submit}</Button>
                <ButtonLink href={address} variant="quiet">
                  {caseWords.report.change}
                </ButtonLink>
              </Actions>
            </Form>
          </Panel>
        )}
        {!person && (
          <PersonSearch
            action={address}
            query={context.query['szukaj'] ?? (typed === caseWords.unknownPerson ? '' : typed)}
            results={results}
            hrefOf={(personId) => `${address}?osoba=${personId}`}
            registerHref={`/praca/osoby/nowa?powrot=${encodeURIComponent(address)}`}
          />
        )}
        {back(view.id)}
      </Stack>,
    );
  },
});

const assignPage = page({
  door: 'staff',
  path: '/praca/sprawy/:caseId/koordynator',
  load: (ask, request) => all({ view: caseOf(ask, request), coordinators: ask(listCoordinatorsQuery, {}) }),
  view: ({ view, coordinators }, context) =>
    stepView(
      view,
      words.assign.title,
      words.assign.lead,
      coordinators.length === 0 ? (
        <EmptyState title={words.assign.nobody} action={back(view.id)} />
      ) : (
        <Form
          {...formOf(context, assign, view.coordinatorId ? { coordinatorId: view.coordinatorId } : {})}
          version={view.version}
        >
          <Radios
            name="coordinatorId"
            label={words.assign.field}
            choices={coordinators.map((one) => ({
              value: one.id,
              label: one.name,
              hint: words.assign.load(one.cases),
            }))}
          />
          <Actions>
            <Button variant="primary">{words.assign.submit}</Button>
            {back(view.id)}
          </Actions>
        </Form>
      ),
    ),
});

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

type Ending = { path: 'bez-rozpoznania' | 'wycofanie'; command: typeof leaveUnconsidered | typeof withdraw };

const endPage = ({ path, command }: Ending): PageRoute => {
  const say = path === 'wycofanie' ? words.withdraw : words.leave;
  const { title } = path === 'wycofanie' ? actionWords.withdraw : actionWords['leave-unconsidered'];
  return page({
    door: 'staff',
    path: `/praca/sprawy/:caseId/${path}`,
    load: caseOf,
    view: (view, context) =>
      stepView(
        view,
        title,
        say.lead,
        <Form {...formOf(context, command)} version={view.version}>
          <TextArea name="reason" label={say.field} rows={3} optional />
          {path === 'wycofanie' && <Checkbox name="waited" label={words.withdraw.waited} optional />}
          <Actions>
            <Button variant="danger">{say.submit}</Button>
            {back(view.id)}
          </Actions>
        </Form>,
      ),
  });
};

const leavePage = endPage({ path: 'bez-rozpoznania', command: leaveUnconsidered });
const withdrawPage = endPage({ path: 'wycofanie', command: withdraw });

const toCase = (result: { caseId: string }, _request: PageRequest): string => casePath(result.caseId);

/** Every step of the intake half with its form. */
export const stepRoutes = [
  answerPage,
  form({
    door: 'staff',
    path: '/praca/sprawy/:caseId/odpowiedz',
    command: answerReport,
    page: answerPage,
    next: toCase,
  }),
  identifyPage,
  form({
    door: 'staff',
    path: '/praca/sprawy/:caseId/osoba',
    command: identifyPerson,
    page: identifyPage,
    next: toCase,
  }),
  assignPage,
  form({
    door: 'staff',
    path: '/praca/sprawy/:caseId/koordynator',
    command: assign,
    page: assignPage,
    next: toCase,
  }),
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
  leavePage,
  form({
    door: 'staff',
    path: '/praca/sprawy/:caseId/bez-rozpoznania',
    command: leaveUnconsidered,
    page: leavePage,
    next: toCase,
  }),
  withdrawPage,
  form({
    door: 'staff',
    path: '/praca/sprawy/:caseId/wycofanie',
    command: withdraw,
    page: withdrawPage,
    next: toCase,
  }),
];
