import { serviceKinds, type ServiceKindKey } from '../../law/index.ts';
import type { Db } from '../../platform/database/tenant.ts';
import type { Figure } from '../../statistics/index.ts';
import { type Definition, listSurveys, questionsOf } from '../survey/index.ts';
import { isDemonstration } from '../access/index.ts';
import { askedOf, needOf, shareOfNeed } from './domain/need.ts';
import { type AgeBand, agesAsked, cutsGroup, peopleOfBand } from './domain/proposal.ts';
import { localitiesOf, needsByLocality } from './domain/places.ts';
import { inhabitantsOf } from './inhabitants.ts';
import { loadResults, type Results } from './load.ts';
import { resultsPath } from './pages/path.ts';
import { pl } from './pl.ts';

const words = pl.passport;

/** Ages that a questionnaire speaks of: those of its question of age, otherwise adults. */
function agesOf(definition: Definition): AgeBand {
  const age = questionsOf(definition).flatMap((one) =>
    one.type === 'metric' && one.metric === 'age' ? [one] : [],
  )[0];
  return agesAsked(age) ?? { from: 18 };
}

const bandText = ({ from, to }: AgeBand): string => (to === undefined ? `${from}+` : `${from}–${to}`);

/** The newest survey with answers that asks who needs this kind of service now; it is read once for all kinds. */
async function surveysFor(db: Db, centreId: string): Promise<{ surveys: Results[]; synthetic: boolean }> {
  const [listed, synthetic] = await Promise.all([listSurveys(db, centreId), isDemonstration(db, centreId)]);
  const found: Results[] = [];
  for (const { id, sheets, state } of listed) {
    if (state === 'draft' || sheets === 0) continue;
    const results = (await loadResults(db, centreId, id))?.results;
    if (results) found.push(results);
  }
  return { surveys: found, synthetic };
}

async function figureOf(
  db: Db,
  centreId: string,
  { surveys, synthetic }: Awaited<ReturnType<typeof surveysFor>>,
  gmina: string,
  kind: ServiceKindKey,
): Promise<Figure> {
  const name = serviceKinds[kind].name;
  const base = { value: null, unit: 'persons' as const };
  const results = surveys.find(({ answers }) => askedOf(answers.definition, kind).length > 0);
  const asked = results ? askedOf(results.answers.definition, kind) : [];
  const [first] = asked;
  if (!results || !first)
    return { ...base, passport: { source: words.noSurvey, asOf: '–', filter: name, formula: '' } };
  const ages = agesOf(results.answers.definition);
  const inhabitants = await inhabitantsOf(db, centreId, [gmina]);
  const people = inhabitants ? peopleOfBand(inhabitants.people, ages) : null;
  const { representative, title } = results;
  const passport = {
    source: `${representative ? words.source(title) : words.openSource(title)}; ${inhabitants?.source ?? words.noPeople}`,
    asOf: results.lastDay ?? '–',
    filter: words.demandFilter(name, first.question.text.pl),
    formula: '',
    ...(synthetic ? { synthetic: true } : {}),
    rows: `${resultsPath(results.surveyId)}?sekcja=${sectionOf(results.answers.definition, first.question.name)}#${first.question.name}`,
  };
  const share = shareOfNeed(
    needOf(
      results.answers,
      asked.map(({ key }) => key),
    ),
    results.weighted,
  );
  if (!share) return { ...base, passport: { ...passport, formula: words.tooFew } };
  if (people === null) return { ...base, passport: { ...passport, formula: words.noPeople } };
  const persons = (part: number): number => Math.round(part * people);
  return {
    value: persons(share.estimate.value),
    unit: 'persons',
    passport: {
      ...passport,
      formula: [
        words.demandFormula(pl.decimal(share.estimate.value * 100, 1), pl.decimal(people, 0), bandText(ages)),
        results.weighted.calibrated
          ? words.weighted(pl.methods[results.weighting?.method ?? 'none'])
          : words.plain,
        words.sameShare,
        ...(cutsGroup(ages) ? [pl.weights.about] : []),
      ].join('; '),
    },
    about: true,
    ...(representative
      ? { between: { low: persons(share.low), high: persons(share.high), meaning: words.between(title) } }
      : { doubt: pl.open.label }),
  };
}

const sectionOf = (definition: Definition, question: string): string =>
  definition.sections.find(({ questions }) => questions.some(({ name }) => name === question))?.name ?? '';

/**
 * People of a gmina who live where somebody needs a kind of service now: the share in the newest survey that asks of it, by
 * the people of the ages it asks. `between` is the 95 % interval of a drawn sample; of an open poll there is none and the
 * figure is in doubt. `null`: no survey asked, too few answered, or the people are not known.
 */
export const demandOf = async (
  db: Db,
  centreId: string,
  gmina: string,
  kind: ServiceKindKey,
): Promise<Figure> => await figureOf(db, centreId, await surveysFor(db, centreId), gmina, kind);

/** The same for many kinds: the surveys are read once. In the order of the kinds. */
export async function demandsOf(
  db: Db,
  centreId: string,
  gmina: string,
  kinds: readonly ServiceKindKey[],
): Promise<Figure[]> {
  const surveys = await surveysFor(db, centreId);
  return await Promise.all(kinds.map(async (kind) => await figureOf(db, centreId, surveys, gmina, kind)));
}

/** What a survey tells of one locality: people there, and how many live where a kind of service is needed, in the order of the kinds. */
export interface LocalDemand {
  locality: string;
  people: Figure;
  figures: (Figure | null)[];
}

/**
 * People of each locality who live where somebody needs a kind of service now, by the newest survey that knows localities
 * and asks of needs. A locality with few answers has `null` with its reason; a kind that was not asked about is null.
 */
export async function demandsByLocality(
  db: Db,
  centreId: string,
  kinds: readonly ServiceKindKey[],
): Promise<LocalDemand[]> {
  const { surveys, synthetic } = await surveysFor(db, centreId);
  for (const results of surveys) {
    const { answers, weighted, weighting, representative, title, surveyId } = results;
    const known = localitiesOf(answers, weighting?.margins ?? []);
    const asked = kinds.map((kind) => askedOf(answers.definition, kind));
    if (!known || asked.every((one) => one.length === 0)) continue;
    const needs = asked.map((one) =>
      one.length === 0
        ? null
        : needsByLocality(
            needOf(
              answers,
              one.map(({ key }) => key),
            ),
            known,
          ),
    );
    const ages = bandText(agesOf(answers.definition));
    const passportAt = (locality: string, at: number) => {
      const [first] = asked[at] ?? [];
      const kind = kinds[at];
      return {
        source: `${representative ? words.source(title) : words.openSource(title)}; ${words.peopleSources[known.source]}`,
        asOf: results.lastDay ?? '–',
        filter: `${locality}; ${words.demandFilter(kind ? serviceKinds[kind].name : '', first?.question.text.pl ?? '')}`,
        formula: '',
        rows:
          known.question === undefined || first === undefined
            ? `${resultsPath(surveyId)}?sekcja=${sectionOf(answers.definition, first?.question.name ?? '')}#${first?.question.name ?? ''}`
            : `${resultsPath(surveyId, '/tabela-krzyzowa')}?wiersze=${known.question}&kolumny=${first.key}`,
        ...(synthetic ? { synthetic: true } : {}),
      };
    };
    return known.names.map((locality, place) => {
      const people = known.people[place] ?? null;
      return {
        locality,
        people: {
          value: people,
          unit: 'persons',
          passport: {
            source: words.peopleSources[known.source],
            asOf: results.lastDay ?? '–',
            filter: locality,
            formula: people === null ? words.noPeople : words.peopleOf(ages),
            ...(synthetic ? { synthetic: true } : {}),
          },
        },
        figures: needs.map((one, at): Figure | null => {
          if (one === null) return null;
          const passport = passportAt(locality, at);
          const base = { value: null, unit: 'persons' as const };
          const here = one[place];
          const share = here ? shareOfNeed(here, weighted) : undefined;
          if (!share) return { ...base, passport: { ...passport, formula: words.tooFew } };
          const percent = pl.decimal(share.estimate.value * 100, 1);
          if (people === null)
            return { ...base, passport: { ...passport, formula: words.shareOnly(percent) } };
          const persons = (part: number): number => Math.round(part * people);
          return {
            value: persons(share.estimate.value),
            unit: 'persons',
            passport: {
              ...passport,
              formula: [
                words.demandFormula(percent, pl.decimal(people, 0), ages),
                weighted.calibrated ? words.weighted(pl.methods[weighting?.method ?? 'none']) : words.plain,
              ].join('; '),
            },
            about: true,
            ...(representative
              ? {
                  between: {
                    low: persons(share.low),
                    high: persons(share.high),
                    meaning: words.between(title),
                  },
                }
              : { doubt: pl.open.label }),
          };
        }),
      };
    });
  }
  return [];
}
