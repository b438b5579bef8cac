import { type Block, heading, paragraph } from '../../../platform/documents/letter.ts';
import { fullDate } from '../../../ui/index.ts';
import { pl } from '../pl.ts';
import { plReport as words } from '../pl-report.ts';
import type { Whole } from '../whole.ts';

const { facts } = words;

const known = (value: number | null): string => (value === null ? words.less : pl.decimal(value, 0));

/** How the survey was made, as terms and values. */
export function factsOf({ method }: Pick<Whole, 'method'>): { term: string; value: string }[] {
  const days =
    method.firstDay === null || method.lastDay === null
      ? '–'
      : `${fullDate(method.firstDay)} – ${fullDate(method.lastDay)}`;
  const channels = method.channels
    .filter(({ sheets }) => sheets !== 0)
    .map(({ mode, sheets }) => `${words.modes[mode]}: ${known(sheets)}`)
    .join('; ');
  return [
    { term: facts.sampling, value: method.sampling === 'sample' ? facts.sample : facts.open },
    { term: facts.days, value: days },
    { term: facts.channels, value: channels || '–' },
    { term: facts.languages, value: method.languages.map((lang) => words.langs[lang] ?? lang).join(', ') },
    { term: facts.sheets, value: pl.decimal(method.sheets, 0) },
    ...(method.drawn === null
      ? []
      : [
          { term: facts.population, value: known(method.population) },
          { term: facts.drawn, value: known(method.drawn) },
          { term: facts.answered, value: known(method.answered) },
          {
            term: facts.response,
            value: method.responsePercent === null ? '–' : `${pl.decimal(method.responsePercent, 1)}%`,
          },
        ]),
    { term: facts.weights, value: pl.methods[method.weights] },
    ...(method.cap === null ? [] : [{ term: facts.cap, value: pl.decimal(method.cap, 2) }]),
    ...(method.effectiveAnswers === null
      ? []
      : [{ term: facts.effective, value: pl.decimal(method.effectiveAnswers, 0) }]),
    ...(method.weightingEffect === null
      ? []
      : [{ term: facts.effect, value: pl.decimal(method.weightingEffect, 2) }]),
  ];
}

/** Who of the sample answered, group by group: what is left of those who did not. */
function silenceOf({ quality }: Pick<Whole, 'quality'>): Block[] {
  if (quality.quota.length === 0) return [];
  return [
    heading(words.silence, 3),
    paragraph(words.silenceText),
    {
      type: 'table',
      caption: words.strata,
      header: [words.group, words.people, words.drawn, words.answered],
      rows: quality.quota
        .slice(0, 2000)
        .map((one) => [
          `${pl.quality.sexes[one.sex]}, ${one.ageFrom}${one.ageTo === null ? '+' : `–${one.ageTo}`}, ${one.locality}`,
          pl.decimal(one.population, 0),
          pl.decimal(one.drawn, 0),
          one.answered === null ? words.hiddenCell : pl.decimal(one.answered, 0),
        ]),
      numeric: [1, 2, 3],
    },
  ];
}

function qualityOf({ quality }: Pick<Whole, 'quality'>): Block[] {
  const rows = [
    ...quality.straight.map(({ text, sheets, of }) => [words.straight(text), words.outOf(sheets, of)]),
    ...(quality.fast
      ? [[words.fast(quality.fast.underMinutes), words.outOf(quality.fast.sheets, quality.fast.of)]]
      : []),
    [words.doubles, words.outOf(quality.doubles.sheets, quality.doubles.of)],
    [words.hiddenAnswers, quality.hidden === null ? words.less : String(quality.hidden)],
  ];
  return [
    heading(words.quality, 3),
    { type: 'table', header: [words.sign, words.howMany], rows },
    paragraph(words.kept),
  ];
}

/** How the survey was made: sample, silence, weights, errors, quality, what is hidden. */
export const methodBlocks = (of: Whole): Block[] => [
  heading(words.method),
  { type: 'facts', items: factsOf(of) },
  paragraph(words.weightsText(of.method.weights)),
  ...(of.method.weightTables.length > 0
    ? ([
        {
          type: 'table',
          caption: words.weightTables,
          header: [words.questions, words.source],
          rows: of.method.weightTables.map(({ questions, source }) => [questions, source]),
        },
      ] satisfies Block[])
    : []),
  paragraph(of.method.sampling === 'sample' ? words.intervals : words.intervalsNone),
  paragraph(words.suppression(of.method.hiddenBelow)),
  ...silenceOf(of),
  ...qualityOf(of),
];
