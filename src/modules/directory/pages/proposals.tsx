import type { VNode } from 'preact';
import { permits } from '../../../platform/actor.ts';
import {
  form,
  formOf,
  type FormRoute,
  type PageContext,
  type PageRoute,
} from '../../../platform/http/route.ts';
import { Actions, Button, Disclosure, Form, Panel, shortDate, Stack, TextArea } from '../../../ui/index.ts';
import { decideProposal } from '../commands/decide-proposal.ts';
import { keepers } from '../domain/lifecycle.ts';
import { form as fields } from '../pl-form.ts';
import { pl } from '../pl.ts';
import type { ServiceView } from '../queries/view-service.ts';

const words = pl.card;

const labelOf = (field: string): string =>
  Object.entries(fields).find(
    (entry): entry is [string, string] => entry[0] === field && typeof entry[1] === 'string',
  )?.[1] ?? field;

const shown = (value: unknown): string => {
  if (value === null || value === undefined || value === '') return pl.unknown;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
};

type Shown = ServiceView['proposals'][number];

const Decision = ({
  proposal,
  context,
  action,
}: {
  proposal: Shown;
  context: PageContext;
  action: string;
}) => (
  <>
    <Form action={action} version={proposal.version} once={context.form.once} hidden={{ decision: 'accept' }}>
      <Actions>
        <Button>{words.accept}</Button>
      </Actions>
    </Form>
    <Disclosure summary={words.decline} open={context.form.command === decideProposal.name}>
      <Form
        action={action}
        id={`nie-${proposal.id}`}
        version={proposal.version}
        hidden={{ decision: 'decline' }}
        {...formOf(context, decideProposal)}
      >
        <TextArea name="why" label={words.declineWhy} rows={2} />
        <Actions>
          <Button>{words.decline}</Button>
        </Actions>
      </Form>
    </Disclosure>
  </>
);

/** What the owner of the card would change, before and after, for the organiser to decide. */
export const Proposals = ({
  service,
  context,
}: {
  service: ServiceView;
  context: PageContext;
}): VNode | null => {
  if (service.proposals.length === 0) return null;
  const decides = permits(keepers, context.actor, service);
  return (
    <Panel id="poprawki" title={words.proposals}>
      <Stack>
        {service.proposals.map((proposal) => (
          <div key={proposal.id}>
            <p class="hint">{words.proposalAt(shortDate(proposal.at.slice(0, 10)))}</p>
            {proposal.words && <p>{proposal.words}</p>}
            <dl class="descriptions">
              {Object.entries(proposal.changes).map(([field, { before, after }]) => (
                <div class="description" key={field}>
                  <dt>{labelOf(field)}</dt>
                  <dd>
                    <del>{shown(before)}</del> <ins>{shown(after)}</ins>
                  </dd>
                </div>
              ))}
            </dl>
            {decides ? (
              <Decision
                proposal={proposal}
                context={context}
                action={`/praca/uslugi/${service.id}/poprawka/${proposal.id}`}
              />
            ) : (
              <p>{words.proposalWaits}</p>
            )}
          </div>
        ))}
      </Stack>
    </Panel>
  );
};

/** The form of a decision, shown again by the page of the card. */
export const proposalForm = (page: PageRoute): FormRoute =>
  form({
    door: 'staff',
    path: '/praca/uslugi/:serviceId/poprawka/:proposalId',
    command: decideProposal,
    page,
    next: ({ serviceId }) => `/praca/uslugi/${serviceId}`,
  });
