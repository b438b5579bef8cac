import type { PageContext } from '../../../platform/http/route.ts';
import { FigureValue, figureText, money, Tag, Unknown } from '../../../ui/index.ts';
import type { Figure } from '../../../statistics/figure.ts';
import type { PlanView } from '../queries/view.ts';
import { isEditable } from '../domain/lifecycle.ts';
import { communityVerdict, type Action } from '../domain/plan.ts';
import { plPages } from '../pl-pages.ts';

/** Choices of a select from words by keys. */
export const optionsOf = <K extends string>(
  names: Readonly<Record<K, string>>,
): { value: string; label: string }[] =>
  Object.entries<string>(names).map(([value, label]) => ({ value, label }));

/** Whether this reader may write in the plan as it stands. */
export const mayWrite = ({ plan }: PlanView, { actor }: PageContext): boolean =>
  isEditable(plan.state) && (actor.roles.includes('service_organiser') || actor.roles.includes('director'));

/** Whether this reader may write what was measured. */
export const mayMeasure = ({ actor }: PageContext): boolean =>
  actor.roles.some(
    (role) => role === 'service_organiser' || role === 'director' || role === 'community_organiser',
  );

/** An amount in a cell, that opens into the cards it was added up from. */
export const Amount = ({ of, label, home = '' }: { of: Figure; label: string; home?: string }) => (
  <FigureValue figure={of} label={label} home={home} bare />
);

/** The money of a plan in words: its sum, or "at least so much" and how many amounts nobody knows. */
export const budgetWords = ({ total, known }: PlanView['budget']): string =>
  total.value === null ? plPages.plan.atLeast(money(known.amount), known.missing) : figureText(total);

/** What the test of a community service says of an action. */
export const Verdict = ({ of }: { of: Action }) => {
  const verdict = communityVerdict(of.test);
  const tone = { community: 'success', not_community: 'danger', unanswered: 'warning' } as const;
  return <Tag tone={tone[verdict]}>{plPages.action.verdicts[verdict]}</Tag>;
};

/** How far an indicator is, in words and, where there is a way to go, as a bar. */
export const ProgressWords = ({ of }: { of: PlanView['measured'][number] }) => {
  const { progress } = of;
  if (progress.kind !== 'share') return <Unknown>{plPages.plan.progressWords[progress.kind]}</Unknown>;
  const percent = Math.round(progress.share * 100);
  return (
    <>
      <svg class="bars-bar" width="120" height="12" aria-hidden="true" focusable="false">
        <rect class="measure-back" x="0" y="0" width="120" height="12" />
        <rect class="bars-value" x="0" y="0" width={Math.max(0, Math.min(120, percent * 1.2))} height="12" />
      </svg>
      <span class="description-note">
        {percent < 0 ? plPages.plan.back(-percent) : plPages.plan.share(percent)}
      </span>
    </>
  );
};
