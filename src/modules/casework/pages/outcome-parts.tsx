import type { ComponentChildren, VNode } from 'preact';
import {
  ButtonLink,
  type MatchCondition,
  MatchList,
  Measure,
  Notice,
  type Shape,
  Stack,
  StateTag,
} from '../../../ui/index.ts';
import { outcomeWords } from '../pl-outcome.ts';
import type { WantedView } from '../queries/view-outcome.ts';
import { outcomePaths } from './outcome-paths.ts';

type Offer = NonNullable<WantedView['offer']>;

const answerShape: Record<Offer['judgement']['answer'], Shape> = {
  passed: 'done',
  unknown: 'unknown',
  failed: 'refused',
};

/** How the conditions of an offer stand, as a window and a word. */
export const AnswerTag = ({ offer }: { offer: Offer }): VNode => (
  <StateTag
    state={answerShape[offer.judgement.answer]}
    label={outcomeWords.chosen.answers[offer.judgement.answer]}
  />
);

const conditionsOf = (offer: Offer): MatchCondition[] =>
  (['failed', 'unknown', 'passed'] as const).flatMap((result) =>
    offer.judgement[result].map((each, index) => ({
      key: `${result}-${index}`,
      result,
      condition: each.condition,
      fact: each.reason,
      ...(each.change === null ? {} : { change: each.change }),
    })),
  );

/** The conditions of an offer: why, why not, what is unknown and what would change it. */
export const Conditions = ({ offer, name }: { offer: Offer; name: string }): VNode => {
  const items = conditionsOf(offer);
  return items.length === 0 ? (
    <p>{outcomeWords.chosen.noConditions}</p>
  ) : (
    <MatchList items={items} label={outcomeWords.chosen.conditions(name)} />
  );
};

/** What of an offer is taken and what is free: people, and money where the programme limits it. */
export const OfferLimits = ({ offer }: { offer: Offer }): VNode => (
  <Stack>
    <Measure
      label={outcomeWords.chosen.people}
      unit="people"
      used={offer.usedPeople}
      limit={offer.limitPeople ?? undefined}
    />
    {offer.limitGrosze !== null && (
      <Measure
        label={outcomeWords.chosen.money}
        unit="money"
        used={offer.usedGrosze}
        limit={offer.limitGrosze}
      />
    )}
  </Stack>
);

/** A page whose work is somebody else's, or not open now: why, and the way back. */
export const NotNow = ({
  caseId,
  title,
  children,
}: {
  caseId: string;
  title: string;
  children: ComponentChildren;
}): VNode => (
  <Notice
    kind="info"
    title={title}
    action={<ButtonLink href={outcomePaths.case(caseId)}>{outcomeWords.pages.back}</ButtonLink>}
  >
    <p>{children}</p>
    <p>{outcomeWords.outcomes.closedKept}</p>
  </Notice>
);
