import type { VNode } from 'preact';
import type { z } from 'zod';
import {
  Actions,
  ButtonLink,
  DateText,
  DescriptionList,
  EmptyState,
  money,
  Panel,
  Stack,
  StateTag,
  Tag,
  Unknown,
} from '../../../ui/index.ts';
import { TrackTag } from '../../directory/index.ts';
import type { Outcome } from '../domain/outcome.ts';
import { outcomeWords } from '../pl-outcome.ts';
import type { viewOutcome } from '../queries/view-outcome.ts';
import { outcomePaths } from './outcome-paths.ts';
import { AnswerTag } from './outcome-parts.tsx';

export type OutcomeView = z.infer<typeof viewOutcome.output>;

const words = outcomeWords.outcomes;

/** Why this reader cannot do what is open in the case; nothing when they can. */
function notTheirs(view: OutcomeView, outcome: Outcome): string | undefined {
  const { decide, transfer, sign } = view.may;
  if (outcome === 'transfer') return transfer ? undefined : words.transferNotYours;
  if (outcome === 'refuse') return decide || sign ? undefined : words.refuseNotYours;
  return decide ? undefined : words.notYours;
}

const Wanted = ({ view }: { view: OutcomeView }) =>
  view.services.length === 0 ? (
    <EmptyState title={words.none} level={3}>
      <p>{words.noneHint}</p>
    </EmptyState>
  ) : (
    <DescriptionList
      items={view.services.map((service) => ({
        term: (
          <>
            {service.name} <TrackTag track={service.track} />
          </>
        ),
        value: service.offer ? (
          <>
            <AnswerTag offer={service.offer} />{' '}
            <Tag tone={service.offer.exhausted ? 'danger' : 'neutral'}>
              {words.free(service.offer.peopleLeft, service.offer.exhausted)}
            </Tag>
          </>
        ) : service.track === 'programme' ? (
          <Unknown>{words.notOffered}</Unknown>
        ) : (
          (service.handledBy ?? words.handledUnknown)
        ),
        note: service.offer ? service.offer.price : service.trackBasis,
      }))}
    />
  );

const heldShape = { reserved: 'waiting', accepted: 'done', released: 'stopped' } as const;

const Held = ({ view }: { view: OutcomeView }) => (
  <DescriptionList
    items={view.places.map((place) => ({
      term: place.serviceName,
      value: <StateTag state={heldShape[place.state]} label={words.heldState[place.state]} />,
      note: (
        <>
          {place.startsOn && place.endsOn && (
            <>
              <DateText date={place.startsOn} /> – <DateText date={place.endsOn} />
              {', '}
            </>
          )}
          {words.cost(money(place.grosze))}
        </>
      ),
    }))}
  />
);

const openChoices = (view: OutcomeView): OutcomeView['choices'] =>
  view.choices.filter((choice) => choice.open && notTheirs(view, choice.outcome) === undefined);

/** The outcome that the facts point at, as the one step forward; nothing before recognition or when it is not this reader's. */
export const OutcomeStep = ({ view }: { view: OutcomeView }): VNode | null => {
  const first = openChoices(view).find((choice) => choice.outcome === view.first);
  return first && view.state === 'in_recognition' ? (
    <ButtonLink href={outcomePaths[first.outcome](view.caseId)} variant="primary">
      {words.names[first.outcome]}
    </ButtonLink>
  ) : null;
};

const Choices = ({ view }: { view: OutcomeView }) => {
  const { caseId } = view;
  const open = openChoices(view);
  const inStep = view.state === 'in_recognition' ? view.first : null;
  return (
    <>
      <DescriptionList
        items={view.choices.map((choice) => {
          const theirs = notTheirs(view, choice.outcome);
          return {
            term: words.names[choice.outcome],
            value: choice.open ? (theirs ?? choice.why) : <Unknown>{choice.why}</Unknown>,
            note: choice.basis,
          };
        })}
      />
      {open.some((choice) => choice.outcome !== inStep) && (
        <Actions>
          {open
            .filter((choice) => choice.outcome !== inStep)
            .toSorted(
              (one, other) => Number(other.outcome === view.first) - Number(one.outcome === view.first),
            )
            .map((choice) => (
              <ButtonLink key={choice.outcome} href={outcomePaths[choice.outcome](caseId)}>
                {words.names[choice.outcome]}
              </ButtonLink>
            ))}
        </Actions>
      )}
    </>
  );
};

/**
 * How an application may end now: what is wanted, the outcomes open and closed with why, and the places it holds. Nothing
 * once the matter is decided and no place is held: what today's conditions would say then only misleads.
 */
export const OutcomeSection = ({ view }: { view: OutcomeView }): VNode | null => {
  const open = view.choices.some((choice) => choice.open);
  if (!open && view.places.length === 0 && !view.may.close && !view.may.resign) return null;
  return (
    <Panel id="rozstrzygniecie" title={words.title}>
      <Stack>
        {view.places.length > 0 ? <Held view={view} /> : <Wanted view={view} />}
        {open && <Choices view={view} />}
        {(view.may.close || view.may.resign) && (
          <Actions>
            {view.may.close && (
              <ButtonLink href={outcomePaths.close(view.caseId)}>{outcomeWords.close.label}</ButtonLink>
            )}
            {view.may.resign && (
              <ButtonLink href={outcomePaths.resign(view.caseId)}>{outcomeWords.resign.label}</ButtonLink>
            )}
          </Actions>
        )}
      </Stack>
    </Panel>
  );
};
