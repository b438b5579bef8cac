import { all, form, formOf, page, type PageRoute } from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  ButtonLink,
  Checkbox,
  EmptyState,
  Form,
  Panel,
  Radios,
  Stack,
  TextArea,
} from '../../../ui/index.ts';
import { searchPeople } from '../../people/index.ts';
import { answerReport } from '../commands/answer-report.ts';
import { assign } from '../commands/assign.ts';
import { identifyPerson } from '../commands/identify-person.ts';
import { leaveUnconsidered } from '../commands/leave-unconsidered.ts';
import { withdraw } from '../commands/withdraw.ts';
import { caseWords } from '../pl-case.ts';
import { listCoordinatorsQuery } from '../queries/list-coordinators.ts';
import { personForCase } from '../queries/person-for-case.ts';
import { casePath, maybe, personNameOf } from './case-parts.tsx';
import { PersonSearch } from './person-search.tsx';
import { completionRoutes } from './completion-steps.tsx';
import { back, caseOf, stepView, toCase } from './step-view.tsx';

/** Steps of a case that need words: one page for each, with the case above it and one button at its end. */

const words = caseWords.steps;
const actionWords = caseWords.actions;

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
  ...completionRoutes,
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
