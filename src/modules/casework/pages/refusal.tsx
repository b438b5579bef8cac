import { dateWords } from '../../../law/index.ts';
import { all, form, formOf, page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  Disclosure,
  Form,
  Notice,
  Panel,
  Radios,
  Stack,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { draftRefusal } from '../commands/draft-refusal.ts';
import { refuseCase } from '../commands/refuse.ts';
import { outcomeWords } from '../pl-outcome.ts';
import { viewAssessment } from '../queries/view-assessment.ts';
import { viewDecisions } from '../queries/view-decisions.ts';
import { viewOutcome } from '../queries/view-outcome.ts';
import type { AssessmentView } from './assessment.tsx';
import type { DecisionsView } from './decisions.tsx';
import { inCase, outcomePaths } from './outcome-paths.ts';
import { Conditions, NotNow, OfferLimits } from './outcome-parts.tsx';
import type { OutcomeView } from './outcome-section.tsx';

const words = outcomeWords.decision;

interface Data {
  outcome: OutcomeView;
  assessment: AssessmentView;
  decisions: DecisionsView;
}

const day = (date: string): string => `${dateWords(date)} r.`;

/** The first text of the reasoning, from what is known: a worker corrects it, nothing is issued by itself. */
function factsOf({ outcome, assessment }: Data): string {
  const offers = outcome.services.flatMap((service) =>
    service.offer ? [{ name: service.name, offer: service.offer }] : [],
  );
  return [
    outcome.submittedOn === null ? '' : words.factsApplied(day(outcome.submittedOn)),
    outcome.services.length > 0 ? words.factsServices(outcome.services.map((service) => service.name)) : '',
    ...assessment.protocols
      .filter((protocol) => !protocol.corrected)
      .map((protocol) => words.factsAssessed(day(protocol.heldOn))),
    ...offers.flatMap(({ name, offer }) => [
      ...offer.judgement.failed.map((each) => `„${name}”: ${each.reason}`),
      offer.peopleLeft === 0 && offer.limitPeople !== null ? words.factsFull(name, offer.limitPeople) : '',
      offer.exhausted && offer.peopleLeft !== 0 ? words.factsMoney(name) : '',
    ]),
  ]
    .filter(Boolean)
    .join(' ');
}

const lawOf = ({ outcome }: Data): string => {
  const programmes = new Set(outcome.services.flatMap(({ offer }) => (offer ? [offer.programmeName] : [])));
  return [...[...programmes].map(words.legalProgramme), words.legalClosing].join(' ');
};

function groundOf({ outcome }: Data): string {
  const offers = outcome.services.flatMap(({ offer }) => (offer ? [offer] : []));
  if (offers.some((offer) => offer.judgement.answer === 'failed')) return 'conditions';
  return offers.some((offer) => offer.exhausted) ? 'limit' : '';
}

const initialOf = (data: Data): Record<string, string> => {
  const { draft } = data.decisions;
  return {
    ground: draft?.ground ?? groundOf(data),
    factualReasoning: draft?.factualReasoning || factsOf(data),
    legalReasoning: draft?.legalReasoning || lawOf(data),
    board: draft?.board || data.outcome.board || '',
  };
};

const Fields = ({ boardKnown }: { boardKnown: boolean }) => (
  <>
    <Radios
      name="ground"
      label={words.ground}
      choices={[
        { value: 'conditions', label: words.grounds.conditions },
        { value: 'limit', label: words.grounds.limit },
        { value: 'other', label: words.grounds.other },
      ]}
    />
    <TextArea name="factualReasoning" label={words.factual} hint={words.factualHint} rows={9} />
    <TextArea name="legalReasoning" label={words.legal} hint={words.legalHint} rows={7} />
    <TextInput
      name="board"
      label={words.board}
      hint={boardKnown ? words.boardHint : words.boardMissing}
      width="full"
    />
  </>
);

const WhatIsKnown = ({ outcome }: { outcome: OutcomeView }) => (
  <Stack>
    {outcome.services.map((service) =>
      service.offer ? (
        <Disclosure
          key={service.serviceId}
          summary={`${service.name}: ${outcomeWords.chosen.answers[service.offer.judgement.answer]}`}
        >
          <Conditions offer={service.offer} name={service.name} />
          <OfferLimits offer={service.offer} />
        </Disclosure>
      ) : null,
    )}
  </Stack>
);

const SigningForm = ({ data, context }: { data: Data; context: PageContext }) => {
  const { outcome, decisions } = data;
  if (!decisions.signing.allowed)
    return (
      <NotNow caseId={outcome.caseId} title={words.cannotSign}>
        {decisions.signing.words} ({decisions.signing.basis})
      </NotNow>
    );
  return (
    <Form
      action={outcomePaths.refuse(outcome.caseId)}
      version={outcome.version}
      {...formOf(context, refuseCase, initialOf(data))}
    >
      {decisions.draft && (
        <Notice kind="info">{words.draftBy(decisions.draft.preparedBy, decisions.draft.preparedOn)}</Notice>
      )}
      <Fields boardKnown={Boolean(outcome.board)} />
      <p>
        {words.signing}: {context.actor.name}. {decisions.signing.words}
      </p>
      <Actions>
        <Button variant="primary">{words.submit}</Button>
      </Actions>
    </Form>
  );
};

const DraftForm = ({ data, context }: { data: Data; context: PageContext }) => (
  <Form
    action={`${outcomePaths.refuse(data.outcome.caseId)}/projekt`}
    {...formOf(context, draftRefusal, initialOf(data))}
  >
    <Fields boardKnown={Boolean(data.outcome.board)} />
    <Actions>
      <Button variant="primary">{words.submitDraft}</Button>
    </Actions>
  </Form>
);

function view(data: Data, context: PageContext): View {
  const { outcome, decisions } = data;
  const choice = outcome.choices.find((each) => each.outcome === 'refuse');
  const { decide, sign } = outcome.may;
  const closed = choice?.open
    ? decide || sign
      ? undefined
      : outcomeWords.outcomes.refuseNotYours
    : choice?.why;
  return {
    title: words.refuseTitle,
    lead: sign ? words.refuseLead : words.draftLead,
    ...inCase(outcome),
    body: closed ? (
      <NotNow caseId={outcome.caseId} title={outcomeWords.outcomes.closedTitle}>
        {closed}
      </NotNow>
    ) : (
      <Stack>
        {outcome.services.some((service) => service.offer !== null) && (
          <Panel id="wiadomo" title={outcomeWords.outcomes.whyHere}>
            <WhatIsKnown outcome={outcome} />
          </Panel>
        )}
        {decisions.signs ? (
          <SigningForm data={data} context={context} />
        ) : (
          <DraftForm data={data} context={context} />
        )}
      </Stack>
    ),
  };
}

const refusalPage = page({
  door: 'staff',
  path: '/praca/sprawy/:caseId/odmow',
  draft: (request) => `odmowa:${request.params['caseId'] ?? ''}`,
  load: (ask, request) => {
    const { caseId } = request.params;
    return all({
      outcome: ask(viewOutcome, { caseId }),
      assessment: ask(viewAssessment, { caseId }),
      decisions: ask(viewDecisions, { caseId }),
    });
  },
  view,
});

const toCase = (_result: unknown, request: { params: Record<string, string> }): string =>
  outcomePaths.case(request.params['caseId'] ?? '');

/** Refusing: the decision of who may sign, and the draft of a coordinator. */
export const refusalRoutes = [
  refusalPage,
  form({ door: 'staff', path: refusalPage.path, command: refuseCase, page: refusalPage, next: toCase }),
  form({
    door: 'staff',
    path: '/praca/sprawy/:caseId/odmow/projekt',
    command: draftRefusal,
    page: refusalPage,
    next: toCase,
  }),
];
