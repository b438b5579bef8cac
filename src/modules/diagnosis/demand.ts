import type { RecipientGroup, ServiceKindKey } from '../../law/index.ts';
import type { Figure } from '../../statistics/figure.ts';

/** What is asked of a survey: how many persons need a kind of service in a place. */
export interface DemandAsked {
  kind: ServiceKindKey;
  group: RecipientGroup | null;
  gmina: string;
  locality: string | null;
}

/** Persons in need by the newest survey that asked of it, with the interval; `null`: none did. */
export type SurveyDemand = (asked: DemandAsked) => Figure | null;

/** When there is no survey: nothing is known, and every gap says so. */
export const noSurvey: SurveyDemand = () => null;
