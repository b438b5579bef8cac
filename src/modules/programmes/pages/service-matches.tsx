import type { ComponentChildren, VNode } from 'preact';
import {
  Card,
  CardList,
  DescriptionList,
  Disclosure,
  EmptyState,
  type MatchCondition,
  MatchList,
  type MatchResult,
  Measure,
  type Shape,
  Stack,
  StateTag,
  Unknown,
} from '../../../ui/index.ts';
import { areaWords, CapacityTag, TrackTag } from '../../directory/index.ts';
import type { ServiceMatch } from '../domain/match.ts';
import { pl } from '../pl.ts';

const words = pl.match;

const shapeOf: Record<MatchResult, Shape> = { passed: 'done', unknown: 'unknown', failed: 'refused' };

const conditionsOf = (match: ServiceMatch): MatchCondition[] =>
  (['failed', 'unknown', 'passed'] as const).flatMap((result) =>
    match[result].map((one, index) => ({
      key: `${result}-${index}`,
      result,
      condition: one.condition,
      fact: one.reason,
      ...(one.change === null ? {} : { change: one.change }),
    })),
  );

const Places = ({ match, today }: { match: ServiceMatch; today: string }) => {
  const { offer } = match;
  if (!offer) return <CapacityTag capacity={match.capacity} today={today} />;
  return (
    <>
      {offer.full && (
        <StateTag
          state="stopped"
          tone="danger"
          label={offer.peopleLeft === 0 ? words.full : words.moneyGone}
        />
      )}
      <Measure
        label={words.places}
        unit="people"
        used={offer.usedPeople}
        limit={offer.limitPeople ?? undefined}
      />
      {match.capacity.status !== 'unknown' && (
        <p>
          {words.capacity}: <CapacityTag capacity={match.capacity} today={today} />
        </p>
      )}
    </>
  );
};

const Way = ({ match }: { match: ServiceMatch }) => {
  if (match.track === 'general_offer') return <p>{words.general}</p>;
  if (match.track === 'programme') return null;
  return (
    <p>
      {words.separate}
      {match.handledBy ? words.to(match.handledBy) : words.toUnknown}
    </p>
  );
};

type Extra = (match: ServiceMatch) => ComponentChildren;

const MatchCard = ({
  match,
  today,
  action,
}: {
  match: ServiceMatch;
  today: string;
  action: Extra | undefined;
}) => (
  <Card
    title={match.name}
    href={`/praca/uslugi/${match.serviceId}`}
    meta={[areaWords(match.area), match.performer].filter(Boolean).join(' · ')}
    aside={
      <>
        <StateTag state={shapeOf[match.outcome]} label={words.outcome[match.outcome]} />
        <TrackTag track={match.track} />
      </>
    }
    footer={action?.(match)}
  >
    <Way match={match} />
    <DescriptionList
      items={[
        { term: words.price, value: match.price ?? <Unknown>{words.priceUnknown}</Unknown> },
        ...(match.offer ? [{ term: words.programme, value: match.offer.programmeName }] : []),
      ]}
    />
    <Places match={match} today={today} />
    <Disclosure summary={words.why[match.outcome]} open={match.outcome !== 'passed'}>
      <MatchList items={conditionsOf(match)} label={words.label(match.name)} />
    </Disclosure>
  </Card>
);

export interface ServiceMatchesProps {
  matches: readonly ServiceMatch[];
  today: string;
  /** What can be done with a service here: a button, a link; sits at the end of its card. */
  action?: Extra;
}

/** Services for somebody's needs: why each fits, why not, what is unknown, places and price. What does not fit is folded. */
export const ServiceMatches = ({ matches, today, action }: ServiceMatchesProps): VNode => {
  const count = (outcome: MatchResult): number => matches.filter((match) => match.outcome === outcome).length;
  if (matches.length === 0)
    return (
      <EmptyState title={words.emptyTitle} level={3}>
        <p>{words.empty}</p>
      </EmptyState>
    );
  const useful = matches.filter((match) => match.outcome !== 'failed');
  const rest = matches.filter((match) => match.outcome === 'failed');
  const cards = (list: readonly ServiceMatch[]) => (
    <CardList>
      {list.map((match) => (
        <MatchCard
          key={`${match.serviceId}-${match.offer?.programmeServiceId ?? ''}`}
          match={match}
          today={today}
          action={action}
        />
      ))}
    </CardList>
  );
  return (
    <Stack>
      <p>
        {words.found(count('passed'), count('unknown'), count('failed'))} {words.human}
      </p>
      {useful.length > 0 && cards(useful)}
      {rest.length > 0 && (
        <Disclosure summary={`${words.notPassed} (${rest.length})`} open={useful.length === 0}>
          {cards(rest)}
        </Disclosure>
      )}
    </Stack>
  );
};
