import type { RecipientGroup, ServiceKindKey } from '../../../law/index.ts';

/** Money in words of the form: '180000' is złote; '' is not known. `after`: years after the first. */
interface CostLine {
  after: number;
  source: 'own' | 'voivodeship' | 'efs' | 'pfron' | 'solidarity_fund' | 'user_fees';
  amount: string;
  about?: true;
}

interface IndicatorLine {
  name: string;
  unit: 'persons' | 'families' | 'places' | 'hours';
  /** '' is not known: such an indicator has no progress. */
  base: string;
  /** The day of the base when it is a real one of a source; otherwise the day of writing. */
  baseOn?: string;
  target: string;
  source: string;
}

interface ActionLine {
  title: string;
  description: string;
  group: RecipientGroup;
  topic:
    | 'coordination'
    | 'housing'
    | 'care_and_living'
    | 'day_support'
    | 'community_services'
    | 'respite'
    | 'prevention'
    | 'foster_care';
  pillar?: 'prevention' | 'local_support' | 'limiting_institutions' | 'family_forms';
  serviceKind: ServiceKindKey;
  partners: string;
  target: number;
  /** Years after the first in which it begins and ends. */
  years: readonly [number, number];
  costs: readonly CostLine[];
  /** Capacity that the action adds, by years after the first. */
  adds: readonly { after: number; amount: number }[];
  note: string;
  indicator: IndicatorLine;
}

/** A goal with its actions. */
export interface GoalLine {
  title: string;
  groups: readonly RecipientGroup[];
  actions: readonly ActionLine[];
}
