import type { VNode } from 'preact';
import type { Ask, PageContext, Route } from '../../../platform/http/route.ts';
import type { Query } from '../../../platform/runner/query.ts';
import {
  AssessmentSection,
  AssessmentStep,
  type CaseExtra,
  type CasePart,
  caseRoutes,
  type CaseState,
  type CaseView,
  DecisionSection,
  FeesSection,
  listRequestsQuery,
  OutcomeSection,
  OutcomeStep,
  RequestsSection,
  TransferSection,
  viewDecisions,
  viewFees,
  viewOutcome,
  viewProtocols,
  viewTransfer,
} from '../../casework/index.ts';
import { personStanding, RestrictionBanner } from '../../privacy/index.ts';
import { whoSeesCase, WhoSeesPanel } from '../../visibility/index.ts';
import { drawUpForm, planOfCase, PlanSection, PlanStep } from '../../plans/index.ts';

/** States in which the outcome is being decided: its section then stands first. */
const deciding: readonly CaseState[] = ['in_recognition'];

/** Before the application is in, there is nothing to recognise, decide or pay. */
const early: readonly CaseState[] = ['reported', 'answered', 'draft'];

/** A section that one query fills; left out where the reader's role does not open it. */
const section = <Output,>(
  place: CaseExtra['place'],
  query: Query<{ caseId: string }, Output>,
  show: (output: Output, context: PageContext) => VNode | null,
  when: (view: CaseView) => boolean,
  step?: (output: Output, context: PageContext) => VNode | null,
): CaseExtra => ({
  place,
  async load(ask: Ask, view, { actor }) {
    // A role that the query does not name was not refused anything: nobody asked for more than the page.
    if (!when(view) || !actor.roles.some((role) => role in query.allow)) return undefined;
    const found = await ask(query, { caseId: view.id });
    if (!found.ok) return undefined;
    return {
      show: (context) => show(found.value, context) ?? <></>,
      ...(step ? { step: (context) => step(found.value, context) } : {}),
    };
  },
});

const later = ({ state }: CaseView): boolean => !early.includes(state);

/** The front desk reads the plan of others: its own next step is another one. */
const leads = ({ actor }: PageContext): boolean => !actor.roles.includes('clerk');

/** A part that the case does not have is not asked for. */
const has =
  (part: CasePart) =>
  ({ parts }: CaseView): boolean =>
    parts.includes(part);

/** The way to who can see the case: for those who may ask. */
const whoSees: CaseExtra = {
  place: 'side',
  load: (_ask, view, { actor }) =>
    Promise.resolve(
      actor.roles.some((role) => role in whoSeesCase.allow)
        ? { show: () => <WhoSeesPanel record="case" id={view.id} /> }
        : undefined,
    ),
};

/** That the person's data may only be kept (art. 18 GDPR) is said before anything is done in the case. */
const restricted: CaseExtra = {
  place: 'now',
  async load(ask, { personId }, { actor }) {
    if (personId === null || !actor.roles.some((role) => role in personStanding.allow)) return undefined;
    const standing = await ask(personStanding, { personId });
    if (!standing.ok || standing.value.restriction === null) return undefined;
    return { show: () => <RestrictionBanner {...standing.value} /> };
  },
};

const extras: readonly CaseExtra[] = [
  restricted,
  section(
    'now',
    viewOutcome,
    (view) => <OutcomeSection view={view} />,
    ({ state }) => deciding.includes(state),
    (view) => OutcomeStep({ view }),
  ),
  section(
    'now',
    planOfCase,
    (of, context) => (
      <PlanSection of={of}>{!leads(context) && <PlanStep of={of} once={context.form.once} />}</PlanSection>
    ),
    ({ state }) => state === 'plan_in_preparation' || state === 'plan_running' || state === 'closed',
    (of, context) => (leads(context) ? PlanStep({ of, once: context.form.once, primary: true }) : null),
  ),
  section(
    'now',
    listRequestsQuery,
    (view, context) => <RequestsSection view={view} context={context} />,
    ({ personId }) => personId !== null,
  ),
  section(
    'main',
    viewProtocols,
    (view) => <AssessmentSection view={view} />,
    later,
    (view) => AssessmentStep({ view }),
  ),
  section(
    'main',
    viewOutcome,
    (view) => <OutcomeSection view={view} />,
    (view) => later(view) && !deciding.includes(view.state),
  ),
  section('main', viewTransfer, (view) => <TransferSection view={view} />, has('transfers')),
  section('main', viewDecisions, (view) => <DecisionSection view={view} />, has('decisions')),
  section('main', viewFees, (view) => <FeesSection view={view} />, has('fees')),
  whoSees,
];

/** One case from the need to its end, with the sections of every module. */
const routes = caseRoutes(extras);
const casePage = routes.find((route) => route.kind === 'page');
if (!casePage) throw new Error('the routes of a case begin with its page');

export const casePageRoutes: readonly Route[] = [...routes, drawUpForm(casePage)];
