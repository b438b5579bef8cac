import type { VNode } from 'preact';
import type { Lang } from '../../../lang.ts';
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
} from '../../../ui/index.ts';
import { HelpWays } from '../../directory/index.ts';
import { fieldIn } from '../../programmes/index.ts';
import { keepWebStep } from '../commands/keep-web-step.ts';
import { sendApplication } from '../commands/send-application.ts';
import { startWebApplication } from '../commands/start-web-application.ts';
import { dueDeclarations } from '../domain/application.ts';
import { linkToken } from '../domain/follow-up.ts';
import { askedOf, unanswered } from '../domain/questions.ts';
import { nameIn } from '../domain/programme.ts';
import { lackingToReach } from '../domain/submission.ts';
import { stepsOf, type WebDraft, type WebStep, webSteps } from '../domain/web-draft.ts';
import type { WebWords } from '../pl-web.ts';
import { webWordsOf } from '../web-words.ts';
import { applicationChoices, webDraft } from '../queries/web-draft.ts';
import { answerWords } from './application-section.tsx';
import { Declaration } from './application-form.tsx';
import { freshSeed } from './case-parts.tsx';
import { errorsHere, GminaField, homeTrail, InformationNote, onlyGmina } from './web-parts.tsx';
import { sentPath } from './web-report.tsx';
import { fieldsOf, valuesOf } from './web-steps.tsx';

type StepWords = WebWords['steps'];

const choosePage = page({
  door: 'public',
  path: '/:centre/wniosek',
  draft: () => 'wniosek',
  load: (ask) => ask(applicationChoices, {}),
  view(programmes, context): View {
    const { centre } = context;
    const say = webWordsOf(context.lang).choose;
    const report = <ButtonLink href={`${centre.home}/zglos`}>{say.unsureLink}</ButtonLink>;
    const asked = programmes
      .flatMap((one) => one.offers)
      .find((offer) => offer.serviceId === context.query['usluga']);
    return {
      title: say.title,
      lead: say.lead,
      width: 'narrow',
      trail: homeTrail(context),
      body:
        programmes.length === 0 ? (
          <EmptyState title={say.emptyTitle} action={report}>
            <p>{say.empty}</p>
          </EmptyState>
        ) : (
          <Stack>
            <Form
              action={`${centre.home}/wniosek?klucz=${freshSeed()}`}
              {...formOf(context, startWebApplication, asked ? { offerId: asked.offerId } : {})}
              hidden={onlyGmina(centre)}
              label={say.title}
              trap
            >
              <GminaField context={context} label={say.gmina} />
              <Radios
                name="offerId"
                label={say.service}
                choices={programmes.flatMap((programme) =>
                  programme.offers.map((offer) => ({
                    value: offer.offerId,
                    label: nameIn(context.lang, offer),
                    ...(programmes.length > 1 ? { hint: programme.name } : {}),
                  })),
                )}
              />
              <TextArea name="need" label={say.need} rows={4} optional />
              <Actions>
                <Button variant="primary">{say.submit}</Button>
              </Actions>
            </Form>
            <h2>{say.unsureTitle}</h2>
            <HelpWays context={context} />
          </Stack>
        ),
    };
  },
});

const stepOf = (request: PageRequest): WebStep =>
  webSteps.find((step) => step === request.params['krok']) ?? 'kto';

const draftPath = (home: string, link: string, step: WebStep): string => `${home}/wniosek/${link}/${step}`;

const serviceOf = ({ programme, content }: WebDraft, lang: Lang): string =>
  programme.offers
    .filter((offer) => content.serviceIds.includes(offer.serviceId))
    .map((offer) => nameIn(lang, offer))
    .join(', ');

const stepTitle = (words: StepWords): Record<WebStep, string> => ({
  kto: words.who,
  osoba: words.personTitle,
  pytania: words.questionsTitle,
  ulgi: words.reliefTitle,
  wyslij: words.checkTitle,
});

const stepLead = (words: StepWords): Partial<Record<WebStep, string>> => ({
  pytania: words.questionsHint,
  ulgi: words.reliefHint,
});

const StepForm = ({ step, draft, context }: { step: WebStep; draft: WebDraft; context: PageContext }) => {
  const words = webWordsOf(context.lang).steps;
  const { home } = context.centre;
  const link = context.params['draft'] ?? '';
  const steps = stepsOf(draft.programme);
  const before = steps[steps.indexOf(step) - 1];
  return (
    <Form
      action={draftPath(home, link, step)}
      {...formOf(context, keepWebStep, valuesOf(draft, context.lang))}
      version={draft.version}
      hidden={step === 'ulgi' ? { 'parts.0': 'reliefs' } : {}}
      label={stepTitle(words)[step]}
    >
      {fieldsOf(step, draft, context.lang)}
      <Actions>
        <Button variant="primary">{words.next}</Button>
        {before && (
          <ButtonLink href={draftPath(home, link, before)} variant="quiet">
            {words.back}
          </ButtonLink>
        )}
      </Actions>
    </Form>
  );
};

const inWords = (answer: string, words: Readonly<Record<string, string>>): string => words[answer] ?? answer;

/** What a declaration says, beside the Polish words that are declared (art. 36(2): letter for letter). */
function declared({ programme, content }: WebDraft, lang: Lang, row: number): { hint?: string } {
  if (lang === 'pl') return {};
  const { declarations, binding } = webWordsOf(lang);
  const say = declarations[content.applicantRole === 'person' ? 'own' : 'for'];
  const relief = programme.reliefs[row - 1];
  const words = row === 0 ? say.conditions(programme.name) : say.relief(relief ?? '');
  return { hint: `${words} ${declarations.clause} ${binding}` };
}

const Check = ({ draft, context }: { draft: WebDraft; context: PageContext }) => {
  const { programme, content } = draft;
  const { lang } = context;
  const { steps: words, choose, yes, no } = webWordsOf(lang);
  const { home } = context.centre;
  const link = context.params['draft'] ?? '';
  const asked = askedOf(programme.whitelist);
  const open = unanswered(content.answers, programme.whitelist, false);
  const lacking: readonly string[] = lackingToReach(content, 'web');
  const needed = open.filter((field) => lacking.includes(field.id)).map((field) => fieldIn(field, lang));
  const missing = open.filter((field) => !lacking.includes(field.id));
  const due = dueDeclarations(programme, content);
  const translation = (row: number) => declared(draft, lang, row);
  const change = (step: WebStep) => <a href={draftPath(home, link, step)}>{words.change}</a>;
  const state = formOf(context, sendApplication);
  const errors = Object.entries(state.errors).map(([name, said]) => {
    const field = needed.find(({ id }) => name === `answers.${id}`);
    return [name, field ? `${field.label}: ${said}` : said];
  });
  return (
    <Stack>
      <Panel id="odpowiedzi" title={words.answers} actions={change('osoba')}>
        <DescriptionList
          items={[
            { term: choose.service, value: serviceOf(draft, lang) },
            { term: words.who, value: content.applicant.name ?? words.roles[content.applicantRole] },
            ...[...asked.person, ...asked.programme]
              .filter((field) => content.answers[field.id] !== undefined)
              .map((field) => fieldIn(field, lang))
              .map((field) => ({
                term: field.label,
                value: inWords(answerWords(field, content.answers[field.id]), { tak: yes, nie: no }),
              })),
            ...(content.reliefs.length > 0
              ? [{ term: words.names.ulgi, value: content.reliefs.join(', ') }]
              : []),
          ]}
        />
      </Panel>
      {needed.length > 0 && (
        <Notice kind="warning" title={words.needed}>
          <ul>
            {needed.map((field) => (
              <li key={field.id}>
                <a href={draftPath(home, link, 'osoba')}>{field.label}</a>
              </li>
            ))}
          </ul>
          <p>{words.neededText}</p>
        </Notice>
      )}
      {missing.length > 0 && (
        <Notice kind="info" title={words.unanswered}>
          <ul>
            {missing.map((field) => (
              <li key={field.id}>{fieldIn(field, lang).label}</li>
            ))}
          </ul>
          <p>{words.unansweredText}</p>
        </Notice>
      )}
      {programme.documents.length > 0 && (
        <Panel id="dokumenty" title={words.documents}>
          <ul lang="pl">
            {programme.documents.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
          <p>{words.documentsText}</p>
        </Panel>
      )}
      <Form
        action={draftPath(home, link, 'wyslij')}
        {...state}
        errors={errorsHere(Object.fromEntries(errors), /^(declarations|informationGiven|$)/)}
        version={draft.version}
        label={words.send}
      >
        <Fieldset legend={words.declarations} hint={words.declarationsHint}>
          {due.map((one) => (
            <Declaration key={one.id} {...one} {...translation(one.row)} />
          ))}
        </Fieldset>
        <InformationNote centre={context.centre} lang={lang} clause={draft.clause ?? null} />
        <Checkbox name="informationGiven" label={words.information} />
        <Actions>
          <Button variant="primary">{words.send}</Button>
        </Actions>
      </Form>
    </Stack>
  );
};

const stepView = (draft: WebDraft, context: PageContext, step: WebStep, body: VNode): View => {
  const words = webWordsOf(context.lang).steps;
  const steps = stepsOf(draft.programme);
  const at = steps.indexOf(step);
  return {
    title: stepTitle(words)[step],
    lead: stepLead(words)[step] ?? words.title(serviceOf(draft, context.lang)),
    width: 'narrow',
    trail: homeTrail(context),
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
      draftPath(request.centre.home, linkToken(request.query['klucz'] ?? '', result.key), 'kto'),
  }),
  stepPage,
  form({
    door: 'public',
    path: '/:centre/wniosek/:draft/:krok',
    command: keepWebStep,
    input: (values, request) => ({ ...values, link: request.params['draft'], step: request.params['krok'] }),
    page: stepPage,
    next: (result, request) => draftPath(request.centre.home, request.params['draft'] ?? '', result.next),
  }),
  sendPage,
  form({
    door: 'public',
    path: '/:centre/wniosek/:draft/wyslij',
    command: sendApplication,
    input: (values, request) => ({ ...values, link: request.params['draft'] }),
    page: sendPage,
    next: (result, request) => sentPath(request.centre.home, 'wniosek', result, request.params['draft']),
  }),
];
