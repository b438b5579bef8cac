import { page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  ActionForm,
  ButtonLink,
  DescriptionList,
  Disclosure,
  fullDate,
  money,
  number,
  Panel,
  Row,
  Stack,
  Table,
  Tag,
  YearBars,
  type YearLook,
} from '../../../ui/index.ts';
import type { KeptWhatIf } from '../domain/content.ts';
import { byNumber } from '../domain/plan.ts';
import { isBehind, type Standing } from '../domain/schedule.ts';
import { assumptionKeys, whatIf } from '../domain/what-if.ts';
import { bounds } from '../domain/what-if-input.ts';
import { pl } from '../pl.ts';
import { plPages } from '../pl-pages.ts';
import { plParts } from '../pl-parts.ts';
import { type PlanView, viewPlan } from '../queries/view.ts';
import { BudgetPanel } from './budget.tsx';
import { planPart } from './frame.tsx';
import { mayWrite } from './parts.tsx';
import { listPath, partPath, planPath, whatIfPath } from './paths.ts';

const words = plParts.money;

const looks: Record<Standing, YearLook> = {
  to_come: 'planned',
  due: 'planned',
  late: 'behind',
  running: 'running',
  overdue: 'behind',
  done: 'done',
  dropped: 'dropped',
};

/** Actions year by year (T12), drawn, with the same in a table. */
export const SchedulePanel = ({ view, today }: { view: PlanView; today: string }) => {
  const { plan, standings } = view;
  const actions = plan.content.actions.toSorted(byNumber);
  if (actions.length === 0) return null;
  const standingOf = (id: string): Standing =>
    standings.find(({ actionId }) => actionId === id)?.standing ?? 'to_come';
  const caption = words.scheduleCaption(plan.fromYear, plan.toYear);
  return (
    <Panel id="harmonogram" title={words.schedule}>
      <YearBars
        caption={caption}
        from={plan.fromYear}
        to={plan.toYear}
        now={Number(today.slice(0, 4))}
        legend={words.legend}
        bars={actions.map((action) => ({
          key: action.id,
          label: (
            <a href={partPath(plan.id, 'dzialanie', action.id)}>
              {action.number}. {action.title}
            </a>
          ),
          from: action.fromYear,
          to: action.toYear,
          look: looks[standingOf(action.id)],
        }))}
      />
      <Disclosure summary={words.table}>
        <Table
          caption={caption}
          captionHidden
          rows={actions}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'action',
              label: plPages.action.name,
              rowHeader: true,
              cell: (action) => `${action.number}. ${action.title}`,
            },
            {
              key: 'years',
              label: words.years,
              nowrap: true,
              cell: (action) => `${action.fromYear}–${action.toYear}`,
            },
            {
              key: 'standing',
              label: words.standing,
              cell: ({ id }) => (
                <Tag tone={isBehind(standingOf(id)) ? 'danger' : 'neutral'}>
                  {pl.standings[standingOf(id)]}
                </Tag>
              ),
            },
            { key: 'who', label: plPages.action.responsible, cell: (action) => action.responsible },
          ]}
        />
      </Disclosure>
    </Panel>
  );
};

/** A value of an assumption as it is typed: złote, not grosze. */
const typedOf = (kept: KeptWhatIf, key: (typeof assumptionKeys)[number]): string =>
  String(kept.assumptions[key] / bounds[key].times).replace('.', ',');

const shownOf = (kept: KeptWhatIf, key: (typeof assumptionKeys)[number]): string =>
  pl.assumptions[key].unit === 'money'
    ? money(kept.assumptions[key])
    : `${number(kept.assumptions[key])} ${plPages.whatIf.units[pl.assumptions[key].unit]}`;

const recountHref = (kept: KeptWhatIf): string =>
  `${whatIfPath}?${new URLSearchParams(assumptionKeys.map((key) => [key, typedOf(kept, key)])).toString()}`;

/** "Through 6 years the gmina will spend less by …": the result of a kept what-if in a sentence. */
export const resultWords = (kept: KeptWhatIf): string => {
  const { total, years, paysBackIn } = whatIf(kept.assumptions);
  const about = money(Math.round(Math.abs(total) / 10_000) * 10_000);
  return [
    total <= 0 ? plPages.whatIf.cheaper(years.length, about) : plPages.whatIf.dearer(years.length, about),
    paysBackIn === null ? plPages.whatIf.neverPaysBack : plPages.whatIf.paysBack(paysBackIn),
  ].join(' ');
};

const Kept = ({ kept, view, context }: { kept: KeptWhatIf; view: PlanView; context: PageContext }) => (
  <section aria-label={kept.name}>
    <h3>{kept.name}</h3>
    <p>
      <strong>{resultWords(kept)}</strong>{' '}
      <span class="description-note">{words.keptOn(fullDate(kept.keptOn))}</span>
    </p>
    <Disclosure summary={`${plPages.whatIf.assumptions}: ${kept.name}`}>
      <DescriptionList
        items={assumptionKeys.map((key) => ({
          term: pl.assumptions[key].label,
          value: (
            <>
              {shownOf(kept, key)} <span class="description-note">{kept.sources[key] ?? words.example}</span>
            </>
          ),
        }))}
      />
    </Disclosure>
    <Row>
      <ButtonLink href={recountHref(kept)} variant="quiet" small about={kept.name}>
        {words.recount}
      </ButtonLink>
      {mayWrite(view, context) && (
        <ActionForm
          action={`${planPath(view.plan.id)}/usun-wyliczenie`}
          hidden={{ part: 'whatIfs', itemId: kept.id }}
          label={plPages.plan.remove}
          about={kept.name}
          variant="quiet"
          once={context.form.once}
          small
        />
      )}
    </Row>
  </section>
);

const WhatIfs = ({ view, context }: { view: PlanView; context: PageContext }) => {
  const { whatIfs } = view.plan.content;
  return (
    <Panel
      id="co-jesli"
      title={words.whatIfs}
      actions={
        <ButtonLink href={whatIfPath} small about={words.whatIfs}>
          {words.count}
        </ButtonLink>
      }
    >
      {whatIfs.length === 0 && <p>{words.noWhatIfs}</p>}
      {whatIfs.map((kept) => (
        <Kept key={kept.id} kept={kept} view={view} context={context} />
      ))}
    </Panel>
  );
};

/** Money by year and source, the schedule, and the what-ifs kept with the plan. */
export const moneyPage = page({
  door: 'staff',
  path: `${listPath}/:planId/pieniadze`,
  load: async (ask, { params }) => await ask(viewPlan, { planId: params['planId'], quick: true }),
  view: (view: PlanView, context: PageContext): View =>
    planPart(view, 'money', {
      body: (
        <Stack>
          <BudgetPanel view={view} />
          <SchedulePanel view={view} today={context.today} />
          <WhatIfs view={view} context={context} />
        </Stack>
      ),
    }),
});
