import type { VNode } from 'preact';
import type { PageContext } from '../../../platform/http/route.ts';
import { Card, Row, type Shape, shortDate, StateTag } from '../../../ui/index.ts';
import { type Capacity, capacityOn, type CapacityStatus } from '../domain/capacity.ts';
import { type FindWords } from '../pl-find.ts';
import { findWordsOf } from '../find-words.ts';
import type { ServiceHit } from '../queries/search-services.ts';

const shapeOf: Record<CapacityStatus, Shape> = {
  free: 'open',
  none: 'stopped',
  waiting: 'waiting',
  ask: 'info',
  unknown: 'unknown',
};

/** Free places as somebody reported them, with the day of the report; nothing when nobody did. */
const Places = ({ capacity, today, words }: { capacity: Capacity; today: string; words: FindWords }) => {
  const { status, free, on } = capacityOn(capacity, today);
  if (status === 'unknown') return null;
  const said = status === 'free' && free !== null ? words.places.freeCount(free) : words.places[status];
  return (
    <StateTag
      state={shapeOf[status]}
      label={on ? `${said}, ${words.results.placesOn(shortDate(on))}` : said}
    />
  );
};

function confirmedWords(hit: ServiceHit, today: string, { results }: FindWords): string {
  if (hit.confirmedOn === null) return results.unconfirmed;
  const day = shortDate(hit.confirmedOn);
  return hit.confirmBy !== null && hit.confirmBy < today ? results.late(day) : results.confirmed(day);
}

/** Why a service is in the list: what it was taken to answer, else the words that it holds. */
const Why = ({ hit, words }: { hit: ServiceHit; words: FindWords }) => {
  const unique = [...new Set(hit.words)];
  if (hit.meanings.length > 0) return <p class="card-meta">{words.results.fits(hit.meanings.join('; '))}</p>;
  return unique.length > 0 ? <p class="card-meta">{words.results.holds(unique.join(', '))}</p> : null;
};

// A performer of many words is a remark of the source: it stands on the card.
const longestName = 60;

/** A service among the results: what, for whom, where, at what price, whether there is room, and why it is here. */
export const FoundService = ({ hit, context }: { hit: ServiceHit; context: PageContext }): VNode => {
  const words = findWordsOf(context.lang);
  const facts = [
    ...hit.reach.map((one) => words.reach[one]),
    ...(hit.feeKind ? [words.fee[hit.feeKind]] : []),
    ...(hit.kilometres === null ? [] : [words.search.away(hit.kilometres.toFixed(1).replace('.', ','))]),
    ...(context.centre.gminas.length > 1 ? hit.gminaNames : []),
    ...(hit.performer && hit.performer.length <= longestName ? [hit.performer] : []),
  ];
  return (
    <Card
      title={hit.name}
      href={`${context.centre.home}/uslugi/${hit.id}`}
      level={3}
      meta={hit.recipients ?? undefined}
      aside={<Places capacity={hit.capacity} today={context.today} words={words} />}
      footer={<Row>{confirmedWords(hit, context.today, words)}</Row>}
      faded={hit.confirmBy === null || hit.confirmBy < context.today}
    >
      {hit.description && <p>{hit.description}</p>}
      {facts.length > 0 && <p>{facts.join(' · ')}</p>}
      <Why hit={hit} words={words} />
    </Card>
  );
};
