import type { Question } from '../../survey/index.ts';
import type { MarginSetting } from './weighting.ts';

/** Ages of an answer, both included; without `to` upwards. */
export interface AgeBand {
  from: number;
  to?: number;
}

const between = /^(\d{1,3})\s*(?:[-–—]|do)\s*(\d{1,3})\b/;
const upwards = /^(\d{1,3})\s*(?:\+|(?:lat\s*)?(?:lub|i)\s+(?:więcej|starsz)|lat\s+wzwyż|i\s+powyżej)/;
const above = /^(?:powyżej|ponad)\s+(\d{1,3})/;
const upTo = /^do\s+(\d{1,3})/;
const below = /^poniżej\s+(\d{1,3})/;

/** The ages that the words of an answer mean: "18–24", "75 lub więcej", "do 25"; undefined: they say none. */
export function bandOf(text: string): AgeBand | undefined {
  const words = text
    .trim()
    .toLowerCase()
    .replace(/^wiek:?\s*/, '');
  const both = between.exec(words);
  if (both) return { from: Number(both[1]), to: Number(both[2]) };
  const up = upwards.exec(words);
  if (up) return { from: Number(up[1]) };
  const over = above.exec(words);
  if (over) return { from: Number(over[1]) + 1 };
  const last = upTo.exec(words);
  if (last) return { from: 0, to: Number(last[1]) };
  const under = below.exec(words);
  return under ? { from: 0, to: Number(under[1]) - 1 } : undefined;
}

const groupYears = 5;

/**
 * People of a band out of the eighteen five-year groups, the last one 85 and more; a group that the band cuts is taken by
 * whole years, as if its people were spread evenly. null: one of the groups is not known, or the band cuts the open group.
 */
export function peopleOfBand(groups: readonly (number | null)[], { from, to }: AgeBand): number | null {
  const open = (groups.length - 1) * groupYears;
  if (from > open || (to !== undefined && to >= open)) return null;
  let people = 0;
  for (const [at, count] of groups.entries()) {
    const first = at * groupYears;
    const isOpen = at === groups.length - 1;
    if (isOpen && to !== undefined) continue;
    const years = isOpen
      ? groupYears
      : Math.min(first + groupYears, (to ?? Number.POSITIVE_INFINITY) + 1) - Math.max(first, from);
    if (years <= 0) continue;
    if (count === null) return null;
    people += (count * years) / groupYears;
  }
  return people;
}

/** Whether a band cuts a five-year group, so that its people are only about right. */
export const cutsGroup = ({ from, to }: AgeBand): boolean =>
  from % groupYears !== 0 || (to !== undefined && (to + 1) % groupYears !== 0);

/** People of a centre by sex and the eighteen groups of age, with where they come from. */
export interface Inhabitants {
  people: readonly (number | null)[];
  women: readonly number[] | null;
  men: readonly number[] | null;
  source: string;
}

/** A table that the questionnaire has a question for; `people` null: no source of ours gives it. */
export interface Proposal {
  questions: string[];
  title: string;
  cells: { codes: number[]; text: string; people: number | null }[];
  source: string;
  /** A group of age was cut evenly. */
  about: boolean;
}

type Closed = Extract<Question, { options: unknown }>;

const womanWords = /^(kobiet|żeńsk|k$)/i;
const manWords = /^(mężczy|męsk|m$)/i;

const sexOf = (text: string): 'women' | 'men' | undefined =>
  womanWords.test(text.trim()) ? 'women' : manWords.test(text.trim()) ? 'men' : undefined;

const whole = (value: number | null): number | null => (value === null ? null : Math.round(value));

/** Ages that the answers of a question cover together; undefined: it is no question of age. */
export function agesAsked(question: Closed | undefined): AgeBand | undefined {
  const bands = (question?.options ?? []).flatMap(({ text }) => bandOf(text.pl) ?? []);
  if (bands.length === 0) return undefined;
  const from = Math.min(...bands.map((band) => band.from));
  const tos = bands.map((band) => band.to ?? Number.POSITIVE_INFINITY);
  const to = Math.max(...tos);
  return Number.isFinite(to) ? { from, to } : { from };
}

/**
 * Tables of the population for the metric questions with one answer: sex and age from the population of the gminas, both
 * crossed when both are asked; of every other question the people are left to be typed.
 */
export function proposals(metrics: readonly Closed[], inhabitants: Inhabitants | undefined): Proposal[] {
  const age = metrics.find((one) => one.type === 'metric' && one.metric === 'age');
  const sex = metrics.find((one) => one.type === 'metric' && one.metric === 'sex');
  const source = inhabitants?.source ?? '';
  const ages = agesAsked(age) ?? { from: 0 };
  const of = (text: string, groups: readonly (number | null)[] | null | undefined): number | null => {
    const band = bandOf(text);
    return groups && band ? whole(peopleOfBand(groups, band)) : null;
  };
  const single = (question: Closed): Proposal => ({
    questions: [question.name],
    title: question.text.pl,
    source: question === age || question === sex ? source : '',
    about: question === age && age.options.some(({ text }) => cutsGroup(bandOf(text.pl) ?? { from: 0 })),
    cells: question.options.map(({ code, text }) => {
      const side = sexOf(text.pl);
      const groups = side && inhabitants?.[side];
      return {
        codes: [code],
        text: text.pl,
        people:
          question === age
            ? of(text.pl, inhabitants?.people)
            : question === sex && groups
              ? whole(peopleOfBand(groups, ages))
              : null,
      };
    }),
  });
  const both: Proposal[] =
    age && sex
      ? [
          {
            questions: [sex.name, age.name],
            title: `${sex.text.pl} × ${age.text.pl}`,
            source,
            about: single(age).about,
            cells: sex.options.flatMap((her) =>
              age.options.map((band) => {
                const side = sexOf(her.text.pl);
                return {
                  codes: [her.code, band.code],
                  text: `${her.text.pl}, ${band.text.pl}`,
                  people: side ? of(band.text.pl, inhabitants?.[side]) : null,
                };
              }),
            ),
          },
        ]
      : [];
  return [...both, ...metrics.map(single)];
}

/** A table as it was kept, in the shape of a proposal, so that it can be corrected. */
export const withKept = (
  proposal: Proposal,
  kept: readonly MarginSetting[],
): Proposal & { used: boolean } => {
  const found = kept.find(({ questions }) => questions.join() === proposal.questions.join());
  return {
    ...proposal,
    used: found !== undefined,
    ...(found ? { source: found.source } : {}),
    cells: proposal.cells.map((cell) => ({
      ...cell,
      people: found
        ? (found.cells.find(({ codes }) => codes.join() === cell.codes.join())?.people ?? null)
        : cell.people,
    })),
  };
};
