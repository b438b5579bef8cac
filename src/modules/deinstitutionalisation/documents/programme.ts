import { serviceKinds } from '../../../law/index.ts';
import { type Block, heading, paragraph } from '../../../platform/documents/letter.ts';
import { figureText, fullDate, money, number } from '../../../ui/index.ts';
import { budgetOf } from '../domain/budget.ts';
import { byYear } from '../domain/history.ts';
import { type Action, type Branch, byNumber, communityVerdict, treeOf } from '../domain/plan.ts';
import { isBehind } from '../domain/schedule.ts';
import { assumptionKeys, sensitivityOf, whatIf } from '../domain/what-if.ts';
import { pl } from '../pl.ts';
import { plDocument as words } from '../pl-document.ts';
import { plPages } from '../pl-pages.ts';
import { plParts } from '../pl-parts.ts';
import type { PlanView } from '../queries/view.ts';
import { table } from './blocks.ts';
import { scheduleDrawing } from './schedule.ts';

const empty = (text: string): string => (text === '' ? words.unknown : text);

const passport = { source: '', asOf: '', filter: '', formula: '' };

const numberOf = (value: number | null): string => (value === null ? words.noBase : number(value));

const costLine = ({ year, source, amount, about }: Action['costs'][number]): string =>
  `${year}, ${pl.money[source]}: ${figureText({
    value: amount,
    unit: 'grosze',
    passport,
    ...(about ? { about } : {}),
  })}`;

/** T8: one card. */
function cardOf(action: Action, view: PlanView): Block[] {
  const { actionWords } = words;
  const { total } = budgetOf([{ ...action, state: 'planned' }], passport);
  const own = view.plan.content.indicators.filter(({ of }) => 'actionId' in of && of.actionId === action.id);
  const facts = [
    [actionWords.description, empty(action.description)],
    [actionWords.group, pl.groups[action.group]],
    [actionWords.topic, pl.topics[action.topic]],
    ...(action.pillar ? [[actionWords.pillar, pl.pillars[action.pillar]]] : []),
    ...(action.serviceKind ? [[actionWords.kind, serviceKinds[action.serviceKind].name]] : []),
    [actionWords.responsible, action.responsible],
    [actionWords.partners, empty(action.partners)],
    [actionWords.years, `${action.fromYear}–${action.toYear}`],
    [actionWords.target, action.target === null ? words.unknown : String(action.target)],
    [
      actionWords.places,
      action.places.length === 0
        ? words.unknown
        : action.places.map(({ year, amount }) => `${year}: +${amount}`).join('; '),
    ],
    [actionWords.cost, action.costs.length === 0 ? words.unknown : figureText(total)],
    ...(action.costs.length > 0 ? [[actionWords.costs, action.costs.map(costLine).join('; ')]] : []),
    ...own.map(({ name, base, target, targetYear }) => [
      actionWords.indicator,
      actionWords.indicatorOf(name, numberOf(base), numberOf(target), targetYear),
    ]),
    [actionWords.test, plPages.action.verdicts[communityVerdict(action.test)]],
    ...(action.testNote ? [[actionWords.note, action.testNote]] : []),
    [actionWords.state, pl.actionStates[action.state]],
  ];
  return [
    heading(words.action(action.number, action.title), 4),
    { type: 'facts', items: facts.map(([term = '', value = '']) => ({ term, value })) },
  ];
}

const branchOf = ({ goal, actions, below }: Branch, view: PlanView): Block[] => [
  heading(words.goal(goal.number, goal.title), 4),
  ...(goal.groups.length > 0
    ? [paragraph(words.groups(goal.groups.map((group) => pl.groups[group]).join(', ')))]
    : []),
  ...actions.flatMap((action) => cardOf(action, view)),
  ...below.flatMap((branch) => branchOf(branch, view)),
];

/** T7: the whole tree on one page, before its cards. */
const treeRows = (branches: readonly Branch[]): string[][] =>
  branches.flatMap(({ goal, actions, below }) => [
    [`${goal.number}. ${goal.title}`, goal.groups.map((group) => pl.groups[group]).join(', ') || '–'],
    ...actions.map(({ number: own, title, group }) => [`${own}. ${title}`, pl.groups[group]]),
    ...treeRows(below),
  ]);

/** T9: money drawn and in a table. */
function moneyOf({ budget }: PlanView): Block[] {
  const { years, sources } = budget;
  const cell = (source: string, year: number) =>
    budget.cells.find((one) => one.source === source && one.year === year)?.amount;
  if (years.length === 0) return [paragraph(words.unknown)];
  return [
    {
      type: 'chart',
      drawing: sources.length > 6 ? 'columns' : 'stacked',
      caption: `${words.budgetCaption} (${words.thousands})`,
      labelHead: words.year,
      labels: years.map(String),
      series: sources.slice(0, 6).map((source) => ({
        name: pl.money[source],
        values: years.map((year) => {
          const value = cell(source, year)?.value;
          return value === undefined || value === null ? null : value / 100_000;
        }),
      })),
      decimals: 1,
      source: pl.figures.cards,
    },
    ...table(
      words.tables.T9,
      [plPages.action.costSource, ...years.map(String), words.sum],
      [
        ...sources.map((source) => [
          pl.money[source],
          ...years.map((year) => {
            const amount = cell(source, year);
            return amount ? figureText(amount) : '–';
          }),
          figureText(budget.bySource.find((one) => one.source === source)?.amount ?? budget.total),
        ]),
        [words.sum, ...budget.byYear.map(({ amount }) => figureText(amount)), figureText(budget.total)],
      ],
      years.map((_, index) => index + 1).concat(years.length + 1),
    ),
    paragraph(words.budgetNote),
  ];
}

const about = (grosze: number): string => money(Math.round(grosze / 10_000) * 10_000);

/** The cost analysis: every what-if that was kept, with its assumptions, where they come from, and what turns the result. */
const costsOf = ({ plan }: PlanView): Block[] =>
  plan.content.whatIfs.flatMap((kept): Block[] => {
    const result = whatIf(kept.assumptions);
    const turned = sensitivityOf(kept.assumptions).slice(0, 8);
    const unitOf = (key: (typeof assumptionKeys)[number]): string =>
      pl.assumptions[key].unit === 'money'
        ? money(kept.assumptions[key])
        : `${number(kept.assumptions[key])} ${plPages.whatIf.units[pl.assumptions[key].unit]}`;
    return [
      heading(kept.name, 4),
      paragraph(
        result.total <= 0
          ? plPages.whatIf.cheaper(result.years.length, about(-result.total))
          : plPages.whatIf.dearer(result.years.length, about(result.total)),
      ),
      ...table(
        words.tables.assumptions,
        [plPages.whatIf.assumption, plParts.money.value, plParts.money.from],
        assumptionKeys.map((key) => [
          pl.assumptions[key].label,
          unitOf(key),
          kept.sources[key] ?? plParts.money.example,
        ]),
      ),
      ...(turned.length === 0
        ? []
        : [
            {
              type: 'chart',
              drawing: 'bars',
              caption: words.tables.sensitivity,
              labelHead: plPages.whatIf.assumption,
              labels: turned.map(({ assumption }) => pl.assumptions[assumption].label),
              series: [{ name: words.swing, values: turned.map(({ swing }) => Math.round(swing / 100_000)) }],
              source: words.whatIfSource(fullDate(kept.keptOn)),
            } satisfies Block,
          ]),
    ];
  });

/** The line of an indicator: only where there is more than its base. */
const linesOf = ({ plan, measured }: PlanView): Block[] =>
  plan.content.indicators.flatMap((indicator): Block[] => {
    const points = byYear(measured.find(({ indicatorId }) => indicatorId === indicator.id)?.history ?? []);
    if (points.filter(({ value }) => value !== null).length < 2) return [];
    return [
      {
        type: 'chart',
        drawing: 'lines',
        caption: plParts.monitoring.line(indicator.name),
        labelHead: words.year,
        labels: points.map(({ at }) => String(at)),
        series: [{ name: indicator.name, values: points.map(({ value }) => value) }],
        decimals: 1,
        source: indicator.source,
      },
    ];
  });

/** T10: base, today, target. */
const indicatorsOf = (view: PlanView): Block[] => [
  ...table(
    words.tables.T10,
    [words.indicator, words.base, plPages.plan.now, words.target, words.dataSource],
    view.plan.content.indicators.map((one) => {
      const now = view.measured.find(({ indicatorId }) => indicatorId === one.id)?.now;
      const how = one.formula === null ? one.method : pl.formulas[one.formula].formula;
      return [
        words.indicatorHow(one.name, how),
        one.baseOn === null ? words.noBase : `${numberOf(one.base)} (${one.baseOn})`,
        now && now.value !== null ? `${figureText(now)} (${now.passport.asOf})` : words.noData,
        `${numberOf(one.target)} (${one.targetYear})`,
        `${one.source}; ${plPages.indicator.frequencies[one.frequency]}`,
      ];
    }),
  ),
  ...linesOf(view),
];

/** T11 and T12. */
function peopleAndTime({ plan, standings }: PlanView): Block[] {
  const { content, fromYear, toYear } = plan;
  const years = Array.from({ length: Math.min(toYear - fromYear + 1, 9) }, (_, index) => fromYear + index);
  return [
    heading(words.risks, 3),
    ...table(
      words.tables.T11,
      [words.risk, plPages.plan.likelihood, plPages.plan.gravity, words.weight, words.response, words.owner],
      content.risks
        .toSorted((one, other) => other.likelihood * other.gravity - one.likelihood * one.gravity)
        .map((risk) => [
          risk.name,
          String(risk.likelihood),
          String(risk.gravity),
          String(risk.likelihood * risk.gravity),
          risk.response,
          risk.owner,
        ]),
      [1, 2, 3],
    ),
    heading(words.roles, 3),
    ...table(
      words.tables.T12roles,
      [words.who, words.task],
      content.roles.map(({ who, task }) => [who, task]),
    ),
    heading(words.schedule, 3),
    ...scheduleDrawing(content.actions, years, (id) =>
      standings.some(({ actionId, standing }) => actionId === id && isBehind(standing)),
    ),
    ...table(
      words.tables.T12,
      [plPages.action.name, ...years.map(String), plPages.action.responsible, plParts.money.standing],
      content.actions
        .toSorted(byNumber)
        .map((action) => [
          `${action.number}. ${action.title}`,
          ...years.map((year) => (year >= action.fromYear && year <= action.toYear ? '×' : '')),
          action.responsible,
          pl.standings[standings.find(({ actionId }) => actionId === action.id)?.standing ?? 'to_come'],
        ]),
    ),
  ];
}

/** How the plan is watched: money spent, recorded years, and what the system says otherwise today. */
function monitoringOf({ spending, years, changes }: PlanView): Block[] {
  const differing = changes ?? [];
  return [
    heading(words.monitoring, 3),
    paragraph(words.monitoringText),
    ...(spending.spent.value === null
      ? []
      : table(
          words.tables.spending,
          [words.year, plParts.monitoring.planned, plParts.monitoring.spent],
          spending.byYear.map(({ year, planned, spent }) => [
            String(year),
            planned ? figureText(planned) : '–',
            figureText(spent),
          ]),
          [1, 2],
        )),
    ...years.flatMap(({ year, conclusions, recordedOn, state }) => [
      heading(words.recordedYear(year, fullDate(recordedOn)), 4),
      paragraph(conclusions),
      ...table(
        words.indicators,
        [words.indicator, words.base, words.value, words.target],
        state.indicators.map(({ name, base, value, target, targetYear }) => [
          name,
          numberOf(base),
          figureText(value),
          `${numberOf(target)} (${targetYear})`,
        ]),
        [1, 2],
      ),
    ]),
    ...(differing.length === 0
      ? []
      : [
          heading(words.changes, 4),
          ...table(
            words.changes,
            [words.figure, words.inPlan, words.inSystem],
            differing.map(({ name, before, after }) => [
              name,
              before ? figureText(before) : '–',
              after ? figureText(after) : '–',
            ]),
          ),
        ]),
  ];
}

/** Part II: tables T7 to T12, the cost analysis and the monitoring. */
export function programmeBlocks(view: PlanView): Block[] {
  const { content } = view.plan;
  const tree = treeOf(content.goals, content.actions);
  const costs = costsOf(view);
  return [
    heading(words.programme),
    heading(words.goals, 3),
    paragraph(words.goalsLead),
    ...table(words.tables.T7, [words.goalOrAction, words.forWhom], treeRows(tree)),
    ...tree.flatMap((branch) => branchOf(branch, view)),
    heading(words.budget, 3),
    ...moneyOf(view),
    ...(costs.length === 0 ? [] : [heading(words.costs, 3), ...costs]),
    heading(words.indicators, 3),
    ...indicatorsOf(view),
    ...peopleAndTime(view),
    ...monitoringOf(view),
  ];
}
