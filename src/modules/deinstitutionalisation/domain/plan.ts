import type { RecipientGroup, ServiceKindKey } from '../../../law/index.ts';

/** Topics of a local plan, as regional centres name them in their guidelines. */
export const topics = [
  'coordination',
  'housing',
  'care_and_living',
  'day_support',
  'community_services',
  'respite',
  'prevention',
  'foster_care',
] as const;
export type Topic = (typeof topics)[number];

/** The four pillars of deinstitutionalising foster care (ROPS Świętokrzyskie): only an action in foster care has one. */
export const pillars = ['prevention', 'local_support', 'limiting_institutions', 'family_forms'] as const;
export type Pillar = (typeof pillars)[number];

/**
 * Features of a service in the local community that European funds ask for. `no`: the service is not one;
 * `unknown`: nobody has answered yet.
 */
export const communityFeatures = [
  'individualised',
  'users_control',
  'not_isolated',
  'needs_prevail',
] as const;
export type CommunityFeature = (typeof communityFeatures)[number];
export type Answer = 'yes' | 'no' | 'unknown';
export type CommunityTest = Readonly<Record<CommunityFeature, Answer>>;

/** Who pays; the list is open, so `other` is told in words. */
export const moneySources = [
  'own',
  'voivodeship',
  'efs',
  'pfron',
  'solidarity_fund',
  'user_fees',
  'other',
] as const;
export type MoneySource = (typeof moneySources)[number];

export const actionStates = ['planned', 'running', 'done', 'dropped'] as const;
export type ActionState = (typeof actionStates)[number];

/** A goal: strategic ones have no parent, operational ones have a strategic one. */
export interface Goal {
  id: string;
  parentId: string | null;
  number: string;
  title: string;
  groups: readonly RecipientGroup[];
}

/** Money of one year from one source, in grosze. `about`: the source gives it in words or rounded. */
export interface Cost {
  year: number;
  source: MoneySource;
  amount: number | null;
  about: boolean;
}

/** Capacity that an action adds from a year on, in the unit of its kind of service. */
export interface AddedPlaces {
  year: number;
  amount: number;
}

/** Money that was really spent, in grosze: told by people, year by year. */
export interface Spent {
  year: number;
  source: MoneySource;
  amount: number;
}

/** An action card (T8). */
export interface Action {
  id: string;
  goalId: string;
  number: string;
  title: string;
  description: string;
  group: RecipientGroup;
  topic: Topic;
  pillar: Pillar | null;
  serviceKind: ServiceKindKey | null;
  responsible: string;
  partners: string;
  fromYear: number;
  toYear: number;
  /** How many persons, families or places it is for; null: not said. */
  target: number | null;
  state: ActionState;
  test: CommunityTest;
  /** Why the answer is yes or no, in words. */
  testNote: string;
  costs: readonly Cost[];
  /** What it adds to the capacity of its kind of service; empty: nothing, or nobody has said it. */
  places: readonly AddedPlaces[];
  spent: readonly Spent[];
}

/** What the test of a community service says of an action: the first failure decides, then the first gap. */
export const communityVerdict = (test: CommunityTest): 'community' | 'not_community' | 'unanswered' => {
  const answers = communityFeatures.map((feature) => test[feature]);
  if (answers.includes('no')) return 'not_community';
  return answers.includes('unknown') ? 'unanswered' : 'community';
};

/** The tree of goals in the order of their numbers, each with its actions and the goals below it (T7). */
export interface Branch {
  goal: Goal;
  actions: readonly Action[];
  below: readonly Branch[];
}

/** Numbers in order, part by part: 2.10 comes after 2.9. */
export const byNumber = (one: { number: string }, other: { number: string }): number => {
  const parts = (of: string): number[] => of.split('.').map(Number);
  const [left, right] = [parts(one.number), parts(other.number)];
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
};

/** The tree of goals. An action or a goal whose parent is missing stands nowhere: `problemsOf` names it. */
export function treeOf(goals: readonly Goal[], actions: readonly Action[]): Branch[] {
  const below = (parentId: string | null): Branch[] =>
    goals
      .filter((goal) => goal.parentId === parentId)
      .toSorted(byNumber)
      .map((goal) => ({
        goal,
        actions: actions.filter(({ goalId }) => goalId === goal.id).toSorted(byNumber),
        below: below(goal.id),
      }));
  return below(null);
}
