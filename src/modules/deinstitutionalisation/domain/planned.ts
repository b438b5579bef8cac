import type { PlannedPlaces } from '../../resources/index.ts';
import type { PlanState } from './lifecycle.ts';
import type { Action } from './plan.ts';

/** Where a plan with its cards is: what a sum over several of them opens. */
export const cardsPath = (planId: string): string => `/praca/lpdi/${planId}`;

/** Where the card of an action is: what a planned number opens. */
export const cardPath = (planId: string, actionId: string): string =>
  `/praca/lpdi/${planId}/dzialanie/${actionId}`;

interface Planning {
  id: string;
  title: string;
  gmina: string;
  state: PlanState;
  adoptedOn: string | null;
  content: { actions: readonly Action[] };
}

/**
 * What a plan adds to the capacity of services. What is done is there already and counted among the resources; what is dropped, or
 * stands in a plan that has ended, will not come.
 */
export const plannedPlaces = ({ id, title, gmina, state, adoptedOn, content }: Planning): PlannedPlaces[] => {
  if (state === 'ended') return [];
  return content.actions.flatMap((action) => {
    const { serviceKind: kind } = action;
    if (kind === null || action.state === 'done' || action.state === 'dropped') return [];
    return action.places.map(({ year, amount }) => ({
      planId: id,
      actionId: action.id,
      year,
      amount,
      kind,
      gmina,
      plan: title,
      action: `${action.number}. ${action.title}`,
      card: cardPath(id, action.id),
      adoptedOn,
    }));
  });
};
