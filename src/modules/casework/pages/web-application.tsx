import type { VNode } from 'preact';
import {
  form,
  formOf,
  page,
  type PageContext,
  type PageRequest,
  type View,
} from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  ButtonLink,
  Checkbox,
  Checkboxes,
  DateInput,
  DescriptionList,
  EmptyState,
  Fieldset,
  Form,
  Notice,
  Panel,
  Radios,
  Stack,
  Steps,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { keepWebStep } from '../commands/keep-web-step.ts';
import { sendApplication } from '../commands/send-application.ts';
import { startWebApplication } from '../commands/start-web-application.ts';
import { dueDeclarations } from '../domain/application.ts';
import { applicantRoles } from '../domain/case-view.ts';
import { linkToken } from '../domain/follow-up.ts';
import { askedOf, neededToReach, unanswered } from '../domain/questions.ts';
import { stepsOf, type WebDraft, type WebStep, webSteps } from '../domain/web-draft.ts';
import { webWords } from '../pl-web.ts';
import { applicationChoices, webDraft } from '../queries/web-draft.ts';
import { answerWords } from './application-section.tsx';
import { Declaration } from './application-form.tsx';
import { freshSeed } from './case-parts.tsx';
import { answerValues, QuestionFields } from './question-fields.tsx';
import { GminaField, homeTrail, InformationNote, onlyGmina } from './web-parts.tsx';
import { sentPath } from './web-report.tsx';

const words = webWords.steps;

const choosePage = page({
  door: 'public',
  path: '/:centre/wniosek',
  draft: () => 'wniosek',
  load: (ask) => ask(applicationChoices, {}),
  view(programmes, context): View {
    const { centre } = context;
    const say = webWords.choose;
    const report = <ButtonLink href={`/${centre.slug}/zglos`}>{say.unsureLink}</ButtonLink>;
    const asked = programmes
      .flatMap((one) => one.offers)
      .find((offer) => offer.serviceId === context.query['usluga']);
    return {
      title: say.title,
      lead: say.lead,
      width: 'narrow',
      trail: homeTrail(centre),
      body:
        programmes.length === 0 ? (
          <EmptyState title={say.emptyTitle} action={report}>
            <p>{say.empty}</p>
          </EmptyState>
        ) : (
          <Stack>
            <Form
              action={`/${centre.slug}/wniosek?klucz=${freshSeed()}`}
              {...formOf(context, startWebApplication, asked ? { offerId: asked.offerId } : {})}
              hidden={onlyGmina(centre)}
              label={say.title}
            >
              <GminaField context={context} label={say.gmina} />
              <Radios
                name="offerId"
                label={say.service}
                choices={programmes.flatMap((programme) =>
                  programme.offers.map((offer) => ({
                    value: offer.offerId,
                    label: offer.name,
                    ...(programmes.length > 1 ? { hint: programme.name } : {}),
                  })),
                )}
              />
              <TextArea name="need" label={say.need} rows={4} optional />
              <Actions>
                <Button variant="primary">{say.submit}</Button>
              </Actions>
            </Form>
            <Panel id="pomoc" title={say.unsureTitle}>
              <p>{say.unsure}</p>
              <Actions>{report}</Actions>
            </Panel>
          </Stack>
        ),
    };
  },
});

const stepOf = (request: PageRequest): WebStep =>
  webSteps.find((step) => step === request.params['krok']) ?? 'kto';

const draftPath = (slug: string, link: string, step: WebStep): string => `/${slug}/wniosek/${link}/${step}`;

const serviceOf = ({ programme, content }: WebDraft): string =>
  programme.offers
    .filter((offer) => content.serviceIds.includes(offer.serviceId))
    .map((offer) => offer.name)
    .join(', ');

const Who = () => (
  <>
    <Radios
      name="applicantRole"
      label={words.who}
      choices={applicantRoles.map((role) => ({
        value: role,
        label: words.roles[role],
      }))}
    />
    <Fieldset legend={words.forOther} hint={words.forOtherHint}>
      <TextInput name="applicant.name" label={words.applicantName} autoComplete="name" width="l" optional />
      <TextInput name="applicant.phone" label={words.applicantPhone} type="tel" autoComplete="tel" optional />
      <TextInput
        name="applicant.document"
        label={words.applicantDocument}
        hint={words.applicantDocumentHint}
        width="l"
        optional
      />
    </Fieldset>
  </>
);

const Person = ({ draft }: { draft: WebDraft }) => {
  const asked = askedOf(draft.programme.whitelist).person;
  return (
    <>
      <QuestionFields plain fields={asked} needed={neededToReach.filter((id) => id !== 'phone')} />
      {!asked.some((field) => field.id === 'birth_date') && (
        <DateInput name="followBirthDate" label={words.birthDate} hint={words.birthDateHint} optional />
      )}
    </>
  );
};

const Reliefs = ({ draft }: { draft: WebDraft }) => (
  <Checkboxes
    name="reliefs"
    label={words.reliefTitle}
    labelHidden
    choices={draft.programme.reliefs.map((one) => ({ value: one, label: one }))}
    optional
  />
);

const stepTitle: Record<WebStep, string> = {
  kto: words.who,
  osoba: words.personTitle,
  pytania: words.questionsTitle,
  ulgi: words.reliefTitle,
  wyslij: words.checkTitle,
};

const stepLead: Partial<Record<WebStep, string>> = { pytania: words.questionsHint, ulgi: words.reliefHint };

function fieldsOf(step: WebStep, draft: WebDraft): VNode {
  if (step === 'kto') return <Who />;
  if (step === 'osoba') return <Person draft={draft} />;
  if (step === 'ulgi') return <Reliefs draft={draft} />;
  return <QuestionFields plain fields={askedOf(draft.programme.whitelist).programme} />;
}

/** What the draft says, as the fields of a step show it. */
function valuesOf({ content }: WebDraft): Record<string, string | string[]> {
  const applicant = Object.entries(content.applicant).flatMap(([name, value]): [string, string][] =>
    value ? [[`applicant.${name}`, value]] : [],
  );
  return {
    applicantRole: content.applicantRole,
    reliefs: content.reliefs,
    ...(content.followBirthDate ? { followBirthDate: content.followBirthDate } : {}),
    ...Object.fromEntries(applicant),
    ...answerValues(content.answers),
  };
}

const StepForm = ({ step, draft, context }: { step: WebStep; draft: WebDraft; context: PageContext }) => {
  const slug = context.centre.slug;
  const link = context.params['draft'] ?? '';
  const steps = stepsOf(draft.programme);
  const before = steps[steps.indexOf(step) - 1];
  return (
    <Form
      action={draftPath(slug, link, step)}
      {...formOf(context, keepWebStep, valuesOf(draft))}
      version={draft.version}
      hidden={step === 'ulgi' ? { 'parts.0': 'reliefs' } : {}}
      label={stepTitle[step]}
    >
      {fieldsOf(step, draft)}
      <Actions>
        <Button variant="primary">{words.next}</Button>
        {before && (
          <ButtonLink href={draftPath(slug, link, before)} variant="quiet">
            {words.back}
          </ButtonLink>
        )}
      </Actions>
    </Form>
  );
};

const Check = ({ draft, context }: { draft: WebDraft; context: PageContext }) => {
  const { programme, content } = draft;
  const slug = context.centre.slug;
  const link = context.params['draft'] ?? '';
  const asked = askedOf(programme.whitelist);
  const missing = unanswered(content.answers, programme.whitelist, false);
  const due = dueDeclarations(programme, content);
  const change = (step: WebStep) => <a href={draftPath(slug, link, step)}>{words.change}</a>;
  return (
    <Stack>
      <Panel id="odpowiedzi" title={words.answers} actions={change('osoba')}>
        <DescriptionList
          items={[
            { term: webWords.choose.service, value: serviceOf(draft) },
            { term: words.who, value: content.applicant.name ?? words.roles[content.applicantRole] },
            ...[...asked.person, ...asked.programme]
              .filter((field) => content.answers[field.id] !== undefined)
              .map((field) => ({ term: field.label, value: answerWords(field, content.answers[field.id]) })),
            ...(content.reliefs.length > 0
              ? [{ term: words.names.ulgi, value: content.reliefs.join(', ') }]
              : []),
          ]}
        />
      </Panel>
      {missing.length > 0 && (
        <Notice kind="info" title={words.unanswered}>
          <ul>
            {missing.map((field) => (
              <li key={field.id}>{field.label}</li>
            ))}
          </ul>
          <p>{words.unansweredText}</p>
        </Notice>
      )}
      {programme.documents.length > 0 && (
        <Panel id="dokumenty" title={words.documents}>
          <ul>
            {programme.documents.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
          <p>{words.documentsText}</p>
        </Panel>
      )}
      <Form
        action={draftPath(slug, link, 'wyslij')}
        {...formOf(context, sendApplication)}
        version={draft.version}
        label={words.send}
      >
        <Fieldset legend={words.declarations} hint={words.declarationsHint}>
          {due.map((one) => (
            <Declaration key={one.id} {...one} />
          ))}
        </Fieldset>
        <InformationNote centre={context.centre} />
        <Checkbox name="informationGiven" label={words.information} />
        <Actions>
          <Button variant="primary">{words.send}</Button>
        </Actions>
      </Form>
    </Stack>
  );
};

const stepView = (draft: WebDraft, context: PageContext, step: WebStep, body: VNode): View => {
  const steps = stepsOf(draft.programme);
  const at = steps.indexOf(step);
  return {
    title: stepTitle[step],
    lead: stepLead[step] ?? words.title(serviceOf(draft)),
    width: 'narrow',
    trail: homeTrail(context.centre),
    body: (
      <Stack>
        <Steps
          label={words.label}
          steps={steps.map((one, index) => ({
            label: words.names[one],
            state: index < at ? 'done' : index === at ? 'current' : 'next',
          }))}
        />
        {body}
        <p>{words.kept}</p>
      </Stack>
    ),
  };
};

const stepPage = page({
  door: 'public',
  path: '/:centre/wniosek/:draft/:krok',
  draft: (request) => `wniosek:${request.params['draft']?.slice(0, 12) ?? ''}:${stepOf(request)}`,
  load: (ask, request) => ask(webDraft, { link: request.params['draft'] }),
  view(draft, context) {
    const step = stepOf(context);
    return stepView(draft, context, step, <StepForm step={step} draft={draft} context={context} />);
  },
});

/** The last step saves nothing by itself: its declarations must be ticked anew. */
const sendPage = page({
  door: 'public',
  path: '/:centre/wniosek/:draft/wyslij',
  load: (ask, request) => ask(webDraft, { link: request.params['draft'] }),
  view: (draft, context) => stepView(draft, context, 'wyslij', <Check draft={draft} context={context} />),
});

/** An application by a resident without an account: a service, step after step, declarations, sent. */
export const webApplicationRoutes = [
  choosePage,
  form({
    door: 'public',
    path: '/:centre/wniosek',
    command: startWebApplication,
    input: (values, request) => ({ ...values, seed: request.query['klucz'] }),
    page: choosePage,
    next: (result, request) =>
      draftPath(request.centre.slug, linkToken(request.query['klucz'] ?? '', result.key), 'kto'),
  }),
  stepPage,
  form({
    door: 'public',
    path: '/:centre/wniosek/:draft/:krok',
    command: keepWebStep,
    input: (values, request) => ({ ...values, link: request.params['draft'], step: request.params['krok'] }),
    page: stepPage,
    next: (result, request) => draftPath(request.centre.slug, request.params['draft'] ?? '', result.next),
  }),
  sendPage,
  form({
    door: 'public',
    path: '/:centre/wniosek/:draft/wyslij',
    command: sendApplication,
    input: (values, request) => ({ ...values, link: request.params['draft'] }),
    page: sendPage,
    next: (result, request) => sentPath(request.centre.slug, 'wniosek', result, request.params['draft']),
  }),
];
