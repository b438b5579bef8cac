import { ButtonLink, figureText, Panel, Row, Tag } from '../../../ui/index.ts';
import { budgetOf } from '../domain/budget.ts';
import { type Action, type Branch, communityVerdict, treeOf } from '../domain/plan.ts';
import { pl } from '../pl.ts';
import { plPages } from '../pl-pages.ts';
import type { PlanView } from '../queries/view.ts';
import { Verdict } from './parts.tsx';
import { partPath } from './paths.ts';

const words = plPages.plan;

const moneyOf = (action: Action): string => {
  if (action.costs.length === 0) return '';
  const passport = { source: '', asOf: '', filter: '', formula: '' };
  return figureText(budgetOf([{ ...action, state: 'planned' }], passport).total);
};

type CardAt = (actionId: string) => string;

const ActionLine = ({ action, cardAt }: { action: Action; cardAt: CardAt }) => (
  <li>
    <a href={cardAt(action.id)}>
      {action.number}. {action.title}
    </a>{' '}
    {/* Only what asks for a look: twelve times the same good word would hide the one that is not. */}
    {communityVerdict(action.test) !== 'community' && <Verdict of={action} />}{' '}
    {action.state !== 'planned' && <Tag tone="neutral">{pl.actionStates[action.state]}</Tag>}
    <span class="description-note">
      {words.actionWords(
        `${action.fromYear}–${action.toYear}`,
        action.target === null ? '' : words.target(action.target),
        moneyOf(action),
      )}
    </span>
  </li>
);

const Goal = ({
  branch,
  planId,
  cardAt,
  writes,
  level,
}: {
  branch: Branch;
  planId: string;
  cardAt: CardAt;
  writes: boolean;
  level: 3 | 4;
}) => {
  const { goal, actions, below } = branch;
  const title = `${goal.number}. ${goal.title}`;
  return (
    <section aria-label={title}>
      {level === 3 ? <h3>{title}</h3> : <h4>{title}</h4>}
      {goal.groups.length > 0 && (
        <p class="description-note">{goal.groups.map((group) => pl.groups[group]).join(', ')}</p>
      )}
      {actions.length > 0 && (
        <ul>
          {actions.map((action) => (
            <ActionLine key={action.id} action={action} cardAt={cardAt} />
          ))}
        </ul>
      )}
      {writes && (
        <Row>
          <ButtonLink href={partPath(planId, 'cel', goal.id)} variant="quiet" small about={title}>
            {words.edit}
          </ButtonLink>
          {level === 3 && actions.length === 0 && (
            <ButtonLink
              href={`${partPath(planId, 'cel')}?cel=${goal.id}`}
              variant="quiet"
              small
              about={title}
            >
              {words.addBelow}
            </ButtonLink>
          )}
          {below.length === 0 && (
            <ButtonLink
              href={`${partPath(planId, 'dzialanie')}?cel=${goal.id}`}
              variant="quiet"
              small
              about={title}
            >
              {words.addAction}
            </ButtonLink>
          )}
        </Row>
      )}
      {below.map((one) => (
        <Goal key={one.goal.id} branch={one} planId={planId} cardAt={cardAt} writes={writes} level={4} />
      ))}
    </section>
  );
};

/** Goals and actions as a tree (T7). */
export const TreePanel = ({
  view: { plan },
  writes,
  cardAt = (actionId) => partPath(plan.id, 'dzialanie', actionId),
}: {
  view: Pick<PlanView, 'plan'>;
  writes: boolean;
  /** Where the card of an action is; default: where staff write it. */
  cardAt?: CardAt;
}) => {
  const tree = treeOf(plan.content.goals, plan.content.actions);
  const add = writes && tree.length > 0 && (
    <ButtonLink href={partPath(plan.id, 'cel')} small>
      {words.addGoal}
    </ButtonLink>
  );
  return (
    <Panel id="cele" title={words.tree} {...(add ? { actions: add } : {})}>
      {tree.length === 0 ? (
        <p>{words.noGoals}</p>
      ) : (
        tree.map((branch) => (
          <Goal
            key={branch.goal.id}
            branch={branch}
            planId={plan.id}
            cardAt={cardAt}
            writes={writes}
            level={3}
          />
        ))
      )}
    </Panel>
  );
};
