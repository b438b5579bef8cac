import {
  recipientGroups,
  type RecipientGroup,
  serviceKinds,
  type ServiceKindKey,
} from '../../../law/index.ts';
import { type Block, heading, paragraph } from '../../../platform/documents/letter.ts';
import { figureText, fullDate, money } from '../../../ui/index.ts';
import { figureRows, type FigureRow, gapRows } from '../domain/figure-rows.ts';
import { costOfYear } from '../domain/places.ts';
import { pl } from '../pl.ts';
import { plDocument as words } from '../pl-document.ts';
import { plParts } from '../pl-parts.ts';
import type { PlanView } from '../queries/view.ts';
import { noted, table } from './blocks.ts';
import { type Sources, sourcesOf } from './sources.ts';

const screen = plParts.diagnostic;

const nameOf = (id: string): string => serviceKinds[id as ServiceKindKey]?.name ?? id;
const formOf = (institutional: boolean): string => (institutional ? screen.institutional : screen.community);

type Plan = PlanView['plan'];
type Ages = keyof typeof pl.figures.ages;

/** T1: people by age and sex, now and in the last year of the plan. */
function peopleOf({ figures, toYear }: Plan, sources: Sources): Block[] {
  const ages = Object.keys(pl.figures.ages) as Ages[];
  const drawn = ages.filter((age) => age !== 'all');
  const valueOf = (key: string): number | null => figures[key]?.figure.value ?? null;
  const all = figures['T1.all.now'];
  const others = figureRows(figures, 'T1').filter(({ id }) => id === 'disabled' || id === 'ratio');
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
      labels: drawn.map((age) => pl.figures.ages[age]),
      series: [
        { name: words.now, values: drawn.map((age) => valueOf(`T1.${age}.now`)) },
        { name: words.later(toYear), values: drawn.map((age) => valueOf(`T1.${age}.${toYear}`)) },
      ],
      source: [all?.figure.passport.source, words.population].filter(Boolean).join('; '),
    },
    ...table(
      words.tables.T1,
      [screen.age, screen.all, screen.women, screen.men, screen.later(toYear)],
      ages.map((age) => [
        pl.figures.ages[age],
        ...['now', 'women', 'men', String(toYear)].map((part) =>
          sources.cell(figures[`T1.${age}.${part}`]?.figure),
        ),
      ]),
      [1, 2, 3, 4],
    ),
    ...table(
      screen.other,
      [words.figure, words.value],
      others
        .flatMap(({ parts }) => Object.values(parts))
        .map(({ name, figure }) => [name, sources.cell(figure)]),
      [1],
    ),
  ];
}

/** T2: people who need support, by group. */
function needsOf({ figures }: Plan, sources: Sources): Block[] {
  const groups = Object.keys(recipientGroups) as RecipientGroup[];
  return [
    paragraph(screen.t2Lead),
    ...table(
      words.tables.T2,
      [screen.group, screen.people],
      groups.map((group) => [recipientGroups[group], sources.cell(figures[`T2.${group}`]?.figure)]),
      [1],
    ),
  ];
}

const parts = ['places', 'occupied', 'waiting', 'staff', 'costYear'] as const;

const known = (value: number | null): string => (value === null ? words.noData : String(value));

/** T3: what there is, by kind of service and place by place; a row tells its source once. */
function resourcesOf({ figures, places }: Plan, sources: Sources): Block[] {
  return [
    ...table(
      words.tables.T3,
      [screen.kind, screen.form, ...parts.map((part) => screen[part]), words.source],
      figureRows(figures, 'T3').map(({ id, parts: own }) => [
        nameOf(id),
        formOf(serviceKinds[id as ServiceKindKey]?.institutional ?? false),
        ...parts.map((part) => sources.bare(own[part]?.figure)),
        sources.ofRow(parts.map((part) => own[part]?.figure)),
      ]),
      [2, 3, 4, 5, 6],
    ),
    paragraph(words.sums),
    ...(places.length === 0
      ? []
      : table(
          words.tables.T3rows,
          [
            screen.place,
            screen.operator,
            screen.places,
            screen.occupied,
            screen.waiting,
            screen.staff,
            screen.costYear,
            words.source,
          ],
          places.map((place) => {
            const cost = costOfYear(place);
            return [
              `${place.name} (${serviceKinds[place.kind].name}, ${formOf(place.institutional)})${place.doubtful ? ` ${words.doubt}` : ''}`,
              place.operator ?? words.noData,
              known(place.places),
              known(place.occupied),
              known(place.waiting),
              known(place.staff),
              cost === null ? words.noData : money(cost),
              sources.named(place.source, place.asOf),
            ];
          }),
          [2, 3, 4, 5, 6],
        )),
  ];
}

const givenParts = ['demand', 'capacity', 'planned'] as const;
const madeParts = ['gap', 'gapThen'] as const;

const gapValue = ({ parts: own }: FigureRow): number | null => own['gap']?.figure.value ?? null;

/** T4: demand against places now and planned. */
function gapOf({ figures, toYear }: Plan, sources: Sources): Block[] {
  const rows = gapRows(figures);
  const drawn = rows.filter((row) => (gapValue(row) ?? 0) > 0).slice(0, 12);
  const unknown = Object.keys(serviceKinds).length - rows.length;
  return [
    ...(drawn.length === 0
      ? []
      : [
          {
            type: 'chart',
            drawing: 'bars',
            caption: screen.t4Chart,
            labelHead: screen.kind,
            labels: drawn.map(({ id }) => nameOf(id)),
            series: [{ name: screen.gap, values: drawn.map(gapValue) }],
            source: words.gapSource,
          } satisfies Block,
        ]),
    ...table(
      words.tables.T4,
      [screen.kind, screen.demand, screen.capacity, screen.planned, screen.gap, screen.gapThen(toYear)],
      rows.map(({ id, parts: own }) => [
        nameOf(id),
        ...givenParts.map((part) => sources.cell(own[part]?.figure)),
        ...madeParts.map((part) => sources.bare(own[part]?.figure)),
      ]),
      [1, 2, 3, 4, 5],
    ),
    paragraph(words.gapFormulas(toYear)),
    paragraph(screen.unknownKinds(unknown)),
  ];
}

/** T5: what residents said they need. */
function surveyOf({ figures }: Plan, sources: Sources): Block[] {
  const rows = figureRows(figures, 'T5').flatMap(({ id, parts: own }) => {
    const found = own[''];
    return found ? [{ id, figure: found.figure }] : [];
  });
  const drawn = rows.filter(({ figure }) => figure.value !== null).slice(0, 16);
  if (rows.length === 0) return [paragraph(screen.noSurvey)];
  return [
    ...(drawn.length === 0
      ? []
      : [
          {
            type: 'chart',
            drawing: 'bars',
            caption: screen.t5Caption,
            labelHead: screen.kind,
            labels: drawn.map(({ id }) => nameOf(id)),
            series: [
              {
                name: screen.people,
                values: drawn.map(({ figure }) => figure.value),
                ...(drawn.every(({ figure }) => figure.between)
                  ? {
                      low: drawn.map(({ figure }) => figure.between?.low ?? null),
                      high: drawn.map(({ figure }) => figure.between?.high ?? null),
                    }
                  : {}),
              },
            ],
            source: drawn[0]?.figure.passport.source ?? '',
          } satisfies Block,
        ]),
    ...table(
      words.tables.T5,
      [screen.kind, screen.people],
      rows.map(({ id, figure }) => [nameOf(id), sources.cell(figure)]),
      [1],
    ),
  ];
}

/** T6: documents that the plan follows. */
const referencesOf = ({ content }: Plan): Block[] =>
  table(
    words.tables.T6,
    [words.reference, words.level, words.says],
    content.references.map(({ name, level, says, where }) => [
      where ? `${name} (${where})` : name,
      level,
      says,
    ]),
  );

/** What the last refresh of the draft changed; nothing for a plan that was adopted. */
const changedOf = ({ changed, figuresOn, adoptedOn }: Plan): Block[] =>
  changed.length === 0 || adoptedOn !== null
    ? []
    : [
        heading(words.refreshed(figuresOn === null ? '' : fullDate(figuresOn)), 3),
        ...table(
          words.tables.changed,
          [words.figure, words.before, words.after],
          changed.map(({ name, before, after }) => [
            name,
            before ? figureText(before) : '–',
            after ? figureText(after) : '–',
          ]),
        ),
      ];

/** Part I: tables T1 to T6, and the passports of their numbers. */
export function diagnosticBlocks({ plan }: PlanView): Block[] {
  const sources = sourcesOf();
  const nothing = [paragraph(words.noFigures)];
  const taken = Object.keys(plan.figures).length > 0;
  const blocks = taken
    ? [
        heading(words.people, 3),
        ...peopleOf(plan, sources),
        heading(screen.t2, 3),
        ...needsOf(plan, sources),
        heading(screen.t3, 3),
        ...resourcesOf(plan, sources),
        heading(screen.t4, 3),
        ...gapOf(plan, sources),
        heading(screen.t5, 3),
        ...surveyOf(plan, sources),
      ]
    : nothing;
  return [
    heading(words.diagnostic),
    ...blocks,
    heading(words.references, 3),
    ...referencesOf(plan),
    ...changedOf(plan),
    ...(taken ? [heading(words.sources, 3), paragraph(words.sourcesLead), ...sources.list()] : []),
  ];
}
