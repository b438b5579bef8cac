import { serviceKinds } from '../../../law/index.ts';
import { type Block, heading, type Letter, paragraph } from '../../../platform/documents/letter.ts';
import type { Paper } from '../../../platform/documents/paper.ts';
import type { Figure } from '../../../statistics/figure.ts';
import { figureText, fullDate } from '../../../ui/index.ts';
import { budgetOf } from '../domain/budget.ts';
import { type Action, type Branch, byNumber, communityVerdict, treeOf } from '../domain/plan.ts';
import { pl } from '../pl.ts';
import { plDocument as words } from '../pl-document.ts';
import { plPages } from '../pl-pages.ts';
import type { PlanView } from '../queries/view.ts';

const empty = (text: string): string => (text === '' ? words.unknown : text);

/** A number with its passport in a note under the page. */
const noted = (figure: Figure) => ({
  text: figureText(figure),
  bold: true,
  note: words.note(figure.passport),
});

/** A table, or that nothing is written: an empty heading would look like a mistake. */
const table = (caption: string, header: string[], rows: string[][], numeric: number[] = []): Block[] =>
  rows.length === 0 ? [paragraph(words.nothing)] : [{ type: 'table', caption, header, rows, numeric }];

const ages = ['children', 'working', 'older', 'oldest'] as const;

/** T1: people now and at the end of the plan, and every figure with where it comes from. */
function peopleOf({ plan }: PlanView): Block[] {
  const { figures, toYear } = plan;
  const entries = Object.entries(figures);
  if (entries.length === 0) return [paragraph(words.noFigures)];
  const all = figures['T1.all.now'];
  const sources = [...new Set(entries.map(([, { figure }]) => figure.passport.source))];
  const valueOf = (key: string): number | null => figures[key]?.figure.value ?? null;
  return [
    paragraph(words.peopleLead),
    ...(all
      ? [{ type: 'paragraph', runs: [{ text: `${all.name}: ` }, noted(all.figure)] } satisfies Block]
      : []),
    {
      type: 'chart',
      drawing: 'columns',
      caption: words.ages,
      labelHead: words.age,
      labels: ages.map((age) => pl.figures.ages[age]),
      series: [
        { name: words.now, values: ages.map((age) => valueOf(`T1.${age}.now`)) },
        { name: words.later(toYear), values: ages.map((age) => valueOf(`T1.${age}.${toYear}`)) },
      ],
      source: [all?.figure.passport.source, words.population].filter(Boolean).join('; '),
    },
    ...table(
      words.people,
      [words.figure, words.value, words.between, words.asOf, words.source],
      entries.map(([, { name, figure }]) => [
        name,
        figureText(figure),
        figure.between ? `${Math.round(figure.between.low)}–${Math.round(figure.between.high)}` : '–',
        figure.passport.asOf,
        `[${sources.indexOf(figure.passport.source) + 1}]`,
      ]),
    ),
    { type: 'list', ordered: true, items: sources.map((source) => [{ text: source }]) },
  ];
}

const passport = { source: '', asOf: '', filter: '', formula: '' };

/** T8: one card. */
function cardOf(action: Action): Block[] {
  const { actionWords } = words;
  const { total } = budgetOf([{ ...action, state: 'planned' }], passport);
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
    [actionWords.cost, action.costs.length === 0 ? words.unknown : figureText(total)],
    [actionWords.test, plPages.action.verdicts[communityVerdict(action.test)]],
    ...(action.testNote ? [[actionWords.note, action.testNote]] : []),
  ];
  return [
    heading(words.action(action.number, action.title), 4),
    { type: 'facts', items: facts.map(([term = '', value = '']) => ({ term, value })) },
  ];
}

const branchOf = ({ goal, actions, below }: Branch): Block[] => [
  heading(words.goal(goal.number, goal.title), 4),
  ...(goal.groups.length > 0
    ? [paragraph(words.groups(goal.groups.map((group) => pl.groups[group]).join(', ')))]
    : []),
  ...actions.flatMap(cardOf),
  ...below.flatMap(branchOf),
];

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
      words.budgetCaption,
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

const numberOf = (value: number | null): string =>
  value === null ? words.noBase : String(value).replace('.', ',');

/** T10 to T12, and the years of every action. */
function restOf(view: PlanView): Block[] {
  const { content, fromYear, toYear } = view.plan;
  const changes = view.changes ?? [];
  const years = Array.from({ length: toYear - fromYear + 1 }, (_, index) => fromYear + index);
  return [
    heading(words.indicators, 3),
    ...table(
      words.indicators,
      [words.indicator, words.formula, words.base, words.target, words.frequency, words.dataSource],
      content.indicators.map((one) => [
        one.name,
        one.formula === null ? one.method : pl.formulas[one.formula].formula,
        one.baseOn === null ? words.noBase : `${numberOf(one.base)} (${one.baseOn})`,
        `${numberOf(one.target)} (${one.targetYear})`,
        plPages.indicator.frequencies[one.frequency],
        one.source,
      ]),
    ),
    heading(words.schedule, 3),
    ...table(
      words.schedule,
      [plPages.action.name, ...years.slice(0, 10).map(String)],
      content.actions
        .toSorted(byNumber)
        .map((action) => [
          `${action.number}. ${action.title}`,
          ...years.slice(0, 10).map((year) => (year >= action.fromYear && year <= action.toYear ? '×' : '')),
        ]),
    ),
    heading(words.risks, 3),
    ...table(
      words.risks,
      [words.risk, words.weight, words.response, words.owner],
      content.risks.map((risk) => [
        risk.name,
        String(risk.likelihood * risk.gravity),
        risk.response,
        risk.owner,
      ]),
      [1],
    ),
    heading(words.roles, 3),
    ...table(
      words.roles,
      [words.who, words.task],
      content.roles.map(({ who, task }) => [who, task]),
    ),
    heading(words.monitoring, 3),
    paragraph(words.monitoringText),
    ...(changes.length === 0 ? [] : [heading(words.changes, 4)]),
    ...(changes.length === 0
      ? []
      : table(
          words.changes,
          [words.figure, words.inPlan, words.inSystem],
          changes.map(({ name, before, after }) => [
            name,
            before ? figureText(before) : '–',
            after ? figureText(after) : '–',
          ]),
        )),
  ];
}

/** The plan as a document: diagnostic and programme part, tables T1 to T12, every figure with its passport. */
export function lpdiLetter(view: PlanView, paper: Paper): Letter {
  const { plan } = view;
  const { references } = plan.content;
  return {
    kind: 'lpdi.document',
    lang: 'pl',
    large: false,
    letterhead: paper.letterhead,
    place: paper.place,
    date: plan.adoptedOn ?? paper.today,
    addressee: [],
    title: plan.title,
    subtitle: words.subtitle(plan.gminaName, plan.fromYear, plan.toYear),
    report: { state: words.state(plan.state, plan.resolution, fullDate(paper.today)) },
    blocks: [
      heading(words.diagnostic),
      heading(words.people, 3),
      ...peopleOf(view),
      heading(words.references, 3),
      ...table(
        words.references,
        [words.reference, words.level, words.says],
        references.map(({ name, level, says }) => [name, level, says]),
      ),
      heading(words.programme),
      heading(words.goals, 3),
      paragraph(words.goalsLead),
      ...treeOf(plan.content.goals, plan.content.actions).flatMap(branchOf),
      heading(words.budget, 3),
      ...moneyOf(view),
      ...restOf(view),
    ],
    ...(paper.demonstration ? { banner: words.demonstration } : {}),
  };
}
