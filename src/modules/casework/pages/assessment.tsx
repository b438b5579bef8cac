import type { VNode } from 'preact';
import type { z } from 'zod';
import { form, formOf, page, type PageContext, type View } from '../../../platform/http/route.ts';
import { ServiceMatches } from '../../programmes/index.ts';
import {
  Actions,
  Button,
  ButtonLink,
  Checkbox,
  DateInput,
  DescriptionList,
  Disclosure,
  EmptyState,
  Form,
  fullDate,
  Notice,
  Panel,
  Stack,
  StateTag,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { recordAssessment } from '../commands/record-assessment.ts';
import { outcomeWords } from '../pl-outcome.ts';
import { viewAssessment } from '../queries/view-assessment.ts';
import type { viewProtocols } from '../queries/view-protocols.ts';
import { inCase, outcomePaths } from './outcome-paths.ts';

export type AssessmentView = z.infer<typeof viewAssessment.output>;
type ProtocolsView = z.infer<typeof viewProtocols.output>;
type Protocol = ProtocolsView['protocols'][number];

const words = outcomeWords.assessment;

/** A protocol as it was written: four points, the day, the place and who was there. */
const ProtocolText = ({ protocol }: { protocol: Protocol }): VNode => (
  <DescriptionList
    items={[
      { term: words.heldOn, value: fullDate(protocol.heldOn), note: words.by(protocol.coordinatorName) },
      { term: words.place, value: protocol.place },
      { term: words.present, value: protocol.present },
      { term: words.point.needsPresented, value: protocol.needsPresented },
      { term: words.point.servicesUsed, value: protocol.servicesUsed },
      { term: words.point.evaluation, value: protocol.evaluation },
      ...(protocol.supportingActions
        ? [{ term: words.point.supportingActions, value: protocol.supportingActions }]
        : []),
      { term: words.point.informationGiven, value: protocol.informationGiven },
      ...(protocol.correctionReason
        ? [{ term: words.correction, value: words.corrects(protocol.correctionReason) }]
        : []),
    ]}
  />
);

const Protocols = ({ view }: { view: ProtocolsView }) => {
  const [latest, ...earlier] = view.protocols;
  if (!latest)
    return (
      <EmptyState title={words.none} level={3}>
        <p>{words.noneHint}</p>
      </EmptyState>
    );
  return (
    <Stack>
      <ProtocolText protocol={latest} />
      {earlier.map((protocol) => (
        <Disclosure key={protocol.id} summary={words.earlier(fullDate(protocol.heldOn))}>
          {protocol.corrected && <StateTag state="stopped" label={words.corrected} />}
          <ProtocolText protocol={protocol} />
        </Disclosure>
      ))}
    </Stack>
  );
};

/** The recognition of needs on the page of a case: the last protocol, and the way to write one. */
export const AssessmentSection = ({ view }: { view: ProtocolsView }): VNode => (
  <Panel id="rozpoznanie" title={words.title}>
    <Stack>
      <Protocols view={view} />
      <Actions>
        <ButtonLink href={outcomePaths.assessment(view.caseId)}>
          {view.mayRecord && view.protocols.length === 0 ? words.write : words.open}
        </ButtonLink>
      </Actions>
    </Stack>
  </Panel>
);

/** The talk with the person, as a step that may come before the outcome: it is not obligatory (art. 37). */
export const AssessmentStep = ({ view }: { view: ProtocolsView }): VNode | null =>
  view.mayRecord && view.protocols.length === 0 ? (
    <ButtonLink href={outcomePaths.assessment(view.caseId)}>{words.write}</ButtonLink>
  ) : null;

/** Each need with the services that may answer it; folded to a line while a protocol is being written below. */
const Needs = ({ view, today, folded }: { view: AssessmentView; today: string; folded: boolean }) =>
  view.needs.length === 0 ? (
    <EmptyState title={words.needsEmpty} level={3}>
      <p>{words.needsEmptyHint}</p>
    </EmptyState>
  ) : (
    <Stack>
      {view.needs.map((need, index) => {
        const matches = view.matches.filter((match) => match.needs.includes(index));
        const useful = matches.filter((match) => match.outcome !== 'failed').length;
        return (
          <div key={need.id}>
            <h3>„{need.words}”</h3>
            <Disclosure summary={words.matches(useful)} open={!folded}>
              <ServiceMatches matches={matches} today={today} />
            </Disclosure>
          </div>
        );
      })}
    </Stack>
  );

const ProtocolForm = ({
  view,
  corrects,
  context,
}: {
  view: AssessmentView;
  corrects: Protocol | undefined;
  context: PageContext;
}) => {
  const initial = {
    heldOn: corrects?.heldOn ?? context.today,
    place: corrects?.place ?? '',
    present: corrects?.present ?? `${view.personName}, ${context.actor.name}`,
    needsPresented: corrects?.needsPresented ?? view.needs.map((need) => need.words).join('\n'),
    servicesUsed: corrects?.servicesUsed ?? '',
    evaluation: corrects?.evaluation ?? '',
    supportingActions: corrects?.supportingActions ?? '',
    informationGiven: corrects?.informationGiven ?? '',
  };
  return (
    <Form
      action={`${outcomePaths.assessment(view.caseId)}${corrects ? `?poprawia=${corrects.id}` : ''}`}
      hidden={{ correctsId: corrects?.id }}
      {...formOf(context, recordAssessment, initial)}
    >
      {corrects && <Notice kind="info">{words.correcting(fullDate(corrects.heldOn))}</Notice>}
      {corrects && <TextArea name="correctionReason" label={words.correctionReason} rows={2} />}
      <DateInput name="heldOn" label={words.heldOn} />
      <TextInput name="place" label={words.place} hint={words.placeHint} width="l" />
      <TextInput name="present" label={words.present} hint={words.presentHint} width="full" />
      <TextArea name="needsPresented" label={words.point.needsPresented} hint={words.hint.needsPresented} />
      <TextArea name="servicesUsed" label={words.point.servicesUsed} hint={words.hint.servicesUsed} />
      <TextArea name="evaluation" label={words.point.evaluation} hint={words.hint.evaluation} rows={6} />
      <TextArea
        name="supportingActions"
        label={words.point.supportingActions}
        hint={words.hint.supportingActions}
        rows={2}
        optional
      />
      <TextArea
        name="informationGiven"
        label={words.point.informationGiven}
        hint={words.hint.informationGiven}
        rows={3}
      />
      <Checkbox name="agreed" label={words.agreed} />
      <Actions>
        <Button variant="primary">{words.submit}</Button>
      </Actions>
    </Form>
  );
};

function view(data: AssessmentView, context: PageContext): View {
  const { caseId, protocols } = data;
  const corrects = protocols.find(
    (protocol) => protocol.id === context.query['poprawia'] && !protocol.corrected,
  );
  const latest = protocols[0];
  const writes =
    data.mayRecord && (protocols.length === 0 || corrects !== undefined || 'nowy' in context.query);
  return {
    title: words.title,
    lead: words.lead,
    width: 'wide',
    ...inCase(data),
    body: (
      <Stack>
        {!data.mayRecord && <Notice kind="info">{words.onlyCoordinator}</Notice>}
        <Panel id="oferta" title={words.needs}>
          <Needs view={data} today={context.today} folded={writes} />
        </Panel>
        {(protocols.length > 0 || !writes) && (
          <Panel id="protokoly" title={words.done}>
            <Protocols view={data} />
            {data.mayRecord && latest && !writes && (
              <Actions>
                <ButtonLink href={`${outcomePaths.assessment(caseId)}?poprawia=${latest.id}#protokol`}>
                  {words.correct}
                </ButtonLink>
                <ButtonLink href={`${outcomePaths.assessment(caseId)}?nowy=1#protokol`} variant="quiet">
                  {words.another}
                </ButtonLink>
              </Actions>
            )}
          </Panel>
        )}
        {writes && (
          <Panel id="protokol" title={protocols.length > 0 ? words.newProtocol : words.protocol}>
            <ProtocolForm view={data} corrects={corrects} context={context} />
          </Panel>
        )}
      </Stack>
    ),
  };
}

const assessmentPage = page({
  door: 'staff',
  path: '/praca/sprawy/:caseId/rozpoznanie',
  // A correction has a draft of its own: it must never fill the form of a new protocol.
  draft: (request) => `rozpoznanie:${request.params['caseId'] ?? ''}:${request.query['poprawia'] ?? ''}`,
  load: (ask, request) => ask(viewAssessment, { caseId: request.params['caseId'] }),
  view,
});

/** The recognition of individual needs. */
export const assessmentRoutes = [
  assessmentPage,
  form({
    door: 'staff',
    path: assessmentPage.path,
    command: recordAssessment,
    page: assessmentPage,
    // The ways forward stand on the case, under "Co teraz".
    next: (_result, request) => outcomePaths.case(request.params['caseId'] ?? ''),
  }),
];
