import type { VNode } from 'preact';
import {
  type Ask,
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
  Checkbox,
  Checkboxes,
  DateInput,
  Disclosure,
  EmptyState,
  Fieldset,
  Form,
  Notice,
  Panel,
  Radios,
  Stack,
  TextInput,
  type Values,
} from '../../../ui/index.ts';
import { saveApplicationDraft } from '../commands/save-application-draft.ts';
import { startApplication } from '../commands/start-application.ts';
import { submitApplication } from '../commands/submit-application.ts';
import { declarationWays, dueDeclarations } from '../domain/application.ts';
import { applicantRoles, type CaseView } from '../domain/case-view.ts';
import { askedOf, neededToReach } from '../domain/questions.ts';
import { caseWords } from '../pl-case.ts';
import { informationClause } from '../pl-information.ts';
import { intakeWords } from '../pl-intake.ts';
import { applicationForm } from '../queries/application-form.ts';
import { viewCase } from '../queries/view-case.ts';
import { casePath, freshSeed, personNameOf } from './case-parts.tsx';
import {
  ApplicantChoice,
  chosenServices,
  type Choices,
  loadChoices,
  NothingInForce,
  preselected,
  ServiceChoice,
} from './new-application.tsx';
import { answerValues, QuestionFields } from './question-fields.tsx';

const words = caseWords.application;

type Application = typeof applicationForm.output._output;
type Data = { view: CaseView } & ({ choices: Choices } | { application: Application } | { closed: true });

/** The page has three looks: a report chooses its services, a draft is written, anything later is only read. */
async function load(ask: Ask, request: PageRequest): Promise<Outcome<Data>> {
  const { caseId } = request.params;
  const found = await ask(viewCase, { caseId });
  if (!found.ok) return found;
  const view = found.value;
  if (view.state === 'reported') {
    const choices = await loadChoices(ask, view.personId ?? undefined);
    return choices.ok ? { ok: true, value: { view, choices: choices.value } } : choices;
  }
  if (view.state !== 'draft') return { ok: true, value: { view, closed: true } };
  const application = await ask(applicationForm, { caseId });
  return application.ok ? { ok: true, value: { view, application: application.value } } : application;
}

const StartFromReport = ({
  view,
  choices,
  context,
}: {
  view: CaseView;
  choices: Choices;
  context: PageContext;
}) =>
  choices.programmes.length + choices.others.length === 0 ? (
    <NothingInForce />
  ) : (
    <Form
      action={casePath(view.id, 'wniosek')}
      {...formOf(context, startApplication, {
        applicantRole: 'person',
        serviceIds: preselected(choices, context.query['usluga'], view.gmina.teryt),
      })}
      version={view.version}
    >
      <Notice kind="info">{words.fromReport}</Notice>
      <ServiceChoice choices={choices} gmina={view.gmina.teryt} />
      <ApplicantChoice person={choices.person} />
      <Actions>
        <Button variant="primary">{words.start}</Button>
      </Actions>
    </Form>
  );

const Applicant = ({ application, role }: { application: Application; role: string }) => (
  <Fieldset legend={words.applicant}>
    <Radios
      name="applicantRole"
      label={words.applicantRole}
      choices={applicantRoles.map((one) => ({ value: one, label: intakeWords.applicantRoles[one] }))}
      inline
    />
    {application.applicantId === null && (
      <Disclosure summary={words.applicantName} open={role !== 'person'}>
        <TextInput name="applicant.name" label={words.applicantName} optional={role === 'person'} />
        <div class="row">
          <TextInput name="applicant.phone" label={words.applicantPhone} type="tel" width="s" optional />
          <TextInput name="applicant.email" label={words.applicantEmail} type="email" optional />
        </div>
        <TextInput
          name="applicant.document"
          label={words.applicantDocument}
          hint={words.applicantDocumentHint}
          width="l"
          optional
        />
      </Disclosure>
    )}
  </Fieldset>
);

/** A declaration to tick, with its exact words sent beside the tick: what was read is what is kept. */
export const Declaration = ({
  row,
  id,
  text,
  hint,
}: {
  row: number;
  id: string;
  text: string;
  /** The same in the language of the page; what is declared is Polish. */
  hint?: string;
}): VNode => (
  <>
    <input type="hidden" name={`declarations.${row}.id`} value={id} />
    <input type="hidden" name={`declarations.${row}.text`} value={text} />
    <Checkbox name={`declarations.${row}.made`} label={text} checked={false} {...(hint ? { hint } : {})} />
  </>
);

const Declarations = ({ application, values }: { application: Application; values: Values }) => {
  const { programme } = application;
  if (!programme) return null;
  const role =
    applicantRoles.find((one) => one === values['applicantRole']) ?? application.content.applicantRole;
  const all = dueDeclarations(programme, { applicantRole: role, reliefs: programme.reliefs });
  const [conditions, ...reliefs] = all;
  return (
    <Fieldset legend={words.declarations} hint={words.declarationsHint}>
      {conditions && <Declaration {...conditions} />}
      {reliefs.length > 0 && (
        <Checkboxes
          name="reliefs"
          label={words.reliefs}
          choices={reliefs.map((one) => ({
            value: programme.reliefs[one.row - 1] ?? '',
            label: programme.reliefs[one.row - 1] ?? '',
            reveal: <Declaration {...one} />,
          }))}
          optional
        />
      )}
      <Radios
        name="how"
        label={words.how}
        choices={declarationWays
          .filter((way) => way !== 'web')
          .map((way) => ({ value: way, label: intakeWords.declarationWays[way] }))}
        inline
      />
    </Fieldset>
  );
};

const Information = ({ context, clause }: { context: PageContext; clause: string | null }) => (
  <Fieldset legend={informationClause.title}>
    <Disclosure summary={informationClause.summary}>
      {(clause?.split(/\n\s*\n/) ?? informationClause.paragraphs(context.centre.name)).map((text) => (
        <p key={text}>{text}</p>
      ))}
    </Disclosure>
    <Checkbox name="informationGiven" label={informationClause.given} />
  </Fieldset>
);

/** What came back, or the draft, or what is kept: of the two commands of this form the one that failed gives its errors. */
function stateOf(application: Application, context: PageContext) {
  const { content } = application;
  const kept = {
    applicantRole: content.applicantRole,
    how: 'paper',
    reliefs: content.reliefs,
    documents: content.documents,
    ...Object.fromEntries(
      Object.entries(content.applicant).flatMap(([name, value]) =>
        value ? [[`applicant.${name}`, value]] : [],
      ),
    ),
    ...answerValues(content.answers),
  };
  return context.form.command === saveApplicationDraft.name
    ? formOf(context, saveApplicationDraft, kept)
    : formOf(context, submitApplication, kept);
}

function ApplicationForm({ application, context }: { application: Application; context: PageContext }) {
  const { programme, person } = application;
  const state = stateOf(application, context);
  const asked = askedOf(programme?.whitelist ?? []);
  const path = casePath(application.caseId, 'wniosek');
  const role = String(state.values['applicantRole'] ?? 'person');
  return (
    <Form
      action={`${path}/zloz?klucz=${freshSeed()}`}
      {...state}
      version={application.version}
      hidden={{ 'parts.0': 'reliefs', 'parts.1': 'documents' }}
    >
      <Applicant application={application} role={role} />
      <Fieldset legend={words.person}>
        {person ? (
          <Notice kind="info" title={person.name}>
            {words.known}
          </Notice>
        ) : (
          <QuestionFields fields={asked.person} needed={neededToReach.filter((id) => id !== 'phone')} />
        )}
      </Fieldset>
      <Fieldset legend={words.questions}>
        {asked.programme.length === 0 ? (
          <p>{words.noQuestions}</p>
        ) : (
          <QuestionFields fields={asked.programme} />
        )}
      </Fieldset>
      {programme && programme.documents.length > 0 && (
        <Checkboxes
          name="documents"
          label={words.documents}
          hint={words.documentsHint}
          choices={programme.documents.map((one) => ({ value: one, label: one }))}
          optional
        />
      )}
      <Declarations application={application} values={state.values} />
      <Information context={context} clause={application.clause} />
      <DateInput name="receivedOn" label={words.receivedOn} hint={words.receivedOnHint} optional />
      <Actions>
        <Button variant="primary">{words.submit}</Button>
        <Button formAction={path + '/szkic'} noValidate>
          {words.save}
        </Button>
        <ButtonLink href={casePath(application.caseId)} variant="quiet">
          {caseWords.steps.back}
        </ButtonLink>
      </Actions>
    </Form>
  );
}

function bodyOf(data: Data, context: PageContext): VNode {
  if ('choices' in data) return <StartFromReport view={data.view} choices={data.choices} context={context} />;
  if ('application' in data)
    return (
      <Panel id="wniosek" title={data.application.services.join(', ')} tone="plain">
        <ApplicationForm application={data.application} context={context} />
      </Panel>
    );
  return (
    <EmptyState
      title={intakeWords.application.errors.sent}
      action={<ButtonLink href={casePath(data.view.id)}>{caseWords.steps.back}</ButtonLink>}
    />
  );
}

function leadOf(data: Data): string {
  if ('choices' in data) return words.startLead;
  if (!('application' in data)) return '';
  return data.application.programme ? words.lead(data.application.programme.name) : words.leadOther;
}

const applicationPage = page({
  door: 'staff',
  path: '/praca/sprawy/:caseId/wniosek',
  draft: (request) => `wniosek:${request.params['caseId'] ?? ''}`,
  load,
  view: (data, context): View => ({
    title: words.title,
    lead: `${personNameOf(data.view)}. ${leadOf(data)}`,
    current: 'cases',
    trail: [
      { href: '/praca/sprawy', label: caseWords.list.title },
      { href: casePath(data.view.id), label: personNameOf(data.view) },
    ],
    body: <Stack>{bodyOf(data, context)}</Stack>,
  }),
});

/** The application of a case: begun from its report, written, kept and sent. */
export const applicationRoutes = [
  applicationPage,
  form({
    door: 'staff',
    path: '/praca/sprawy/:caseId/wniosek',
    command: startApplication,
    input: (values, request) => ({ ...values, ...request.params, ...chosenServices(values) }),
    page: applicationPage,
    next: (result) => casePath(result.caseId, 'wniosek'),
  }),
  form({
    door: 'staff',
    path: '/praca/sprawy/:caseId/wniosek/szkic',
    command: saveApplicationDraft,
    page: applicationPage,
    next: (result) => casePath(result.caseId, 'wniosek'),
  }),
  form({
    door: 'staff',
    path: '/praca/sprawy/:caseId/wniosek/zloz',
    command: submitApplication,
    input: (values, request) => ({ ...values, ...request.params, seed: request.query['klucz'] }),
    page: applicationPage,
    next: (result, request) =>
      `${casePath(result.caseId)}${result.hasCode ? `?klucz=${request.query['klucz'] ?? ''}` : ''}`,
  }),
];
