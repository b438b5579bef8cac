import type { VNode } from 'preact';
import { money, Measure, type Shape, StateTag, Tag } from '../../../ui/index.ts';
import { conditionWords } from '../../directory/index.ts';
import type { VersionState } from '../domain/states.ts';
import type { Offer } from '../domain/offer.ts';
import { pl } from '../pl.ts';

const words = pl.pages.view;

/** Addresses of the pages of programmes. */
export const paths = {
  list: '/praca/programy',
  programme: (id: string): string => `/praca/programy/${id}`,
  version: (id: string, number: number): string => `/praca/programy/${id}/${number}`,
};

/** The two parts of the page of a version, as its address names them. */
export const parts = { services: 'uslugi', items: 'elementy' } as const;

const shapeOf: Record<VersionState, Shape> = {
  draft: 'draft',
  draft_resolution: 'waiting',
  adopted: 'open',
  in_force: 'running',
  ended: 'stopped',
  reported: 'done',
  superseded: 'stopped',
  repealed: 'refused',
};

/** The state of a version: a window in a position and its word. */
export const VersionStateTag = ({ state }: { state: VersionState }): VNode => (
  <StateTag state={shapeOf[state]} label={pl.states[state]} />
);

/** How many of the twelve items are there. */
export const CompletenessTag = ({ lacking }: { lacking: number }): VNode =>
  lacking === 0 ? (
    <Tag tone="success" shape="done">
      {pl.pages.list.complete}
    </Tag>
  ) : (
    <Tag tone="warning" shape="unknown">
      {pl.pages.list.lacking(lacking)}
    </Tag>
  );

/** The two limits of an offered service as filled measures. */
export const OfferMeasures = ({ offer }: { offer: Offer }): VNode => (
  <>
    <Measure
      label={words.limitPeople}
      unit="people"
      used={offer.usedPeople}
      limit={offer.limitPeople ?? undefined}
    />
    {(offer.limitGrosze !== null || offer.usedGrosze > 0) && (
      <Measure
        label={words.limitMoney}
        unit="money"
        used={offer.usedGrosze}
        limit={offer.limitGrosze ?? undefined}
      />
    )}
  </>
);

type Sum = { used: number; limit: number; without: number };

/** Sum of a limit over the offers that have one, and how many have none. */
export const sumOf = (
  offers: readonly Offer[],
  used: 'usedPeople' | 'usedGrosze',
  limit: 'limitPeople' | 'limitGrosze',
): Sum =>
  offers.reduce<Sum>(
    (sum, offer) => {
      const top = offer[limit];
      return top === null
        ? { ...sum, without: sum.without + 1 }
        : { ...sum, used: sum.used + offer[used], limit: sum.limit + top };
    },
    { used: 0, limit: 0, without: 0 },
  );

/** Conditions as a list of sentences. */
export const ConditionList = ({ conditions }: { conditions: Offer['conditions'] }): VNode => (
  <ul>
    {conditions.map((condition, index) => (
      <li key={index}>{conditionWords(condition)}</li>
    ))}
  </ul>
);

/** "90,00 zł za wizytę" */
export const unitPriceWords = (offer: Pick<Offer, 'unitPriceGrosze' | 'unit'>): string | null =>
  offer.unitPriceGrosze === null
    ? null
    : words.unitPrice(money(offer.unitPriceGrosze), pl.units[offer.unit].per);
