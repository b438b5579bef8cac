import type { VNode } from 'preact';
import type { z } from 'zod';
import { form, formOf, page, type PageContext, type View } from '../../../platform/http/route.ts';
import type { Outcome } from '../../../platform/runner/outcome.ts';
import {
  Actions,
  Button,
  ButtonLink,
  DateInput,
  DescriptionList,
  Form,
  fullDate,
  Notice,
  Panel,
  Stack,
  StateTag,
} from '../../../ui/index.ts';
import { recordDelivery } from '../commands/record-delivery.ts';
import { outcomeWords } from '../pl-outcome.ts';
import { viewDecisions } from '../queries/view-decisions.ts';
import { inCase, outcomePaths } from './outcome-paths.ts';

export type DecisionsView = z.infer<typeof viewDecisions.output>;
type Decision = DecisionsView['decisions'][number];

const words = outcomeWords.decision;

const Facts = ({ decision }: { decision: Decision }): VNode => (
  <DescriptionList
    items={[
      { term: words.title(decision.number), value: words.kinds[decision.kind], note: decision.ruling },
      { term: words.issuedOn, value: fullDate(decision.issuedOn), note: decision.signatoryName },
      {
        term: words.deliveredOn,
        value:
          decision.deliveredOn === null ? (
            <StateTag state="waiting" label={words.notDelivered} />
          ) : (
            fullDate(decision.deliveredOn)
          ),
        ...(decision.appealUntil === null
          ? {}
          : { note: `${words.appealUntil} ${fullDate(decision.appealUntil)}` }),
      },
    ]}
  />
);

/** Decisions of a case with their delivery, and a draft that waits for a signature. Nothing when there is neither. */
export const DecisionSection = ({ view }: { view: DecisionsView }): VNode | null =>
  view.decisions.length === 0 && view.draft === null ? null : (
    <Panel id="decyzje" title={words.section}>
      <Stack>
        {view.draft && view.decisions.every((decision) => decision.kind !== 'refusal') && (
          <Notice
            kind="info"
            title={words.draftWaits}
            action={<ButtonLink href={outcomePaths.refuse(view.caseId)}>{words.openDraft}</ButtonLink>}
          >
            {words.draftBy(view.draft.preparedBy, view.draft.preparedOn)}
          </Notice>
        )}
        {view.decisions.map((decision) => (
          <div key={decision.id}>
            <Facts decision={decision} />
            {view.mayRecordDelivery && decision.deliveredOn === null && (
              <Actions>
                <ButtonLink
                  href={outcomePaths.delivery(view.caseId, decision.id)}
                  about={words.title(decision.number)}
                >
                  {words.recordDelivery}
                </ButtonLink>
              </Actions>
            )}
          </div>
        ))}
      </Stack>
    </Panel>
  );

interface Data {
  view: DecisionsView;
  decision: Decision;
}

function deliveryView({ view, decision }: Data, context: PageContext): View {
  return {
    title: words.deliveryTitle,
    lead: words.deliveryLead,
    width: 'narrow',
    ...inCase(view),
    body: (
      <Stack>
        <Facts decision={decision} />
        {view.mayRecordDelivery && decision.deliveredOn === null && (
          <Form
            action={outcomePaths.delivery(view.caseId, decision.id)}
            {...formOf(context, recordDelivery, { deliveredOn: context.today })}
          >
            <DateInput name="deliveredOn" label={words.delivered} />
            <Actions>
              <Button variant="primary">{words.deliverySubmit}</Button>
            </Actions>
          </Form>
        )}
      </Stack>
    ),
  };
}

const missing: Outcome<Data> = {
  ok: false,
  problem: {
    kind: 'not_found',
    code: 'casework.no-such-decision',
    words: outcomeWords.refusals.noSuchDecision,
  },
};

const deliveryPage = page({
  door: 'staff',
  path: '/praca/sprawy/:caseId/decyzje/:decisionId',
  async load(ask, request): Promise<Outcome<Data>> {
    const loaded = await ask(viewDecisions, { caseId: request.params['caseId'] });
    if (!loaded.ok) return loaded;
    const decision = loaded.value.decisions.find((each) => each.id === request.params['decisionId']);
    return decision ? { ok: true, value: { view: loaded.value, decision } } : missing;
  },
  view: deliveryView,
});

/** The delivery of a decision. */
export const decisionRoutes = [
  deliveryPage,
  form({
    door: 'staff',
    path: deliveryPage.path,
    command: recordDelivery,
    page: deliveryPage,
    next: (_result, request) => outcomePaths.case(request.params['caseId'] ?? ''),
  }),
];
