import { addDays, addMonths, daysBetween, type IsoDate } from '../../law/index.ts';
import type { Random } from './random.ts';
import { programmes, services } from './reference.ts';
import type { ScriptedPlan } from './scripts/index.ts';
import { outcomes } from './scripts/outcomes.ts';
import type { PlannedLine, WeeklyVisit } from './story.ts';

const WEEK = 7;
/** A service that comes by the month never takes longer here than the programme allows one person. */
const MONTHS_OF_HELP = 12;

/**
 * The line of a plan for one service, within the programme's units for one person and the service's longest time.
 * A second version asks for half as much. Empty for a service outside the gmina's programme.
 */
export function plannedLines(
  { random, gmina }: { readonly random: Random; readonly gmina: string },
  plan: Pick<ScriptedPlan, 'when' | 'place' | 'result'>,
  line: {
    readonly version: number;
    readonly service: string;
    readonly startsOn: IsoDate;
    readonly endsOn: IsoDate;
  },
): PlannedLine[] {
  const { version, service, startsOn } = line;
  const limit = programmes
    .filter(({ relation, gminas }) => relation === 'demonstration' && gminas.includes(gmina))
    .flatMap(({ items }) => items.people?.limits ?? [])
    .find((one) => one.service === service);
  if (!limit) return [];
  const endsOn = lastDay(service, startsOn, line.endsOn);
  const weeks = Math.max(1, daysBetween(startsOn, endsOn) / WEEK);
  const units = unitsOf(limit, weeks, version);
  const perWeek = units / weeks;
  return [
    {
      service,
      units,
      unit: limit.unit,
      schedule: limit.unit === 'visit' ? frequencyWords(perWeek, plan.when) : outcomes.schedule[limit.unit],
      week: limit.unit === 'visit' ? weekOf(random, perWeek, plan.when) : [],
      place: plan.place,
      startsOn,
      endsOn,
      expectedResult: plan.result,
    },
  ];
}

function lastDay(service: string, startsOn: IsoDate, planned: IsoDate): IsoDate {
  const months = services.find(({ id }) => id === service)?.maxMonths ?? MONTHS_OF_HELP;
  const longest = addDays(addMonths(startsOn, months), -1);
  return longest < planned ? longest : planned;
}

/** Two visits a week are as many as anybody asks for. */
function unitsOf(
  limit: { readonly unit: string; readonly units: number },
  weeks: number,
  version: number,
): number {
  const wanted =
    limit.unit === 'month'
      ? Math.round(weeks / 4.35)
      : limit.unit === 'visit'
        ? Math.floor(weeks * 2)
        : limit.units;
  const most = Math.max(1, Math.min(limit.units, wanted));
  return version === 1 ? most : Math.max(1, Math.ceil(most / 2));
}

function frequencyWords(perWeek: number, when: ScriptedPlan['when']): string {
  const { frequency, time } = outcomes.schedule;
  const words =
    perWeek >= 1.5
      ? frequency.twice
      : perWeek >= 0.75
        ? frequency.weekly
        : perWeek >= 0.4
          ? frequency.fortnightly
          : frequency.monthly;
  return `${words}, ${time[when]}`;
}

function weekOf(random: Random, perWeek: number, when: ScriptedPlan['when']): WeeklyVisit[] {
  if (perWeek < 0.75) return [];
  const day = random.int(1, 3);
  const from =
    when === 'morning' ? `${random.pick(['09', '10', '11'])}:00` : `${random.pick(['15', '16', '17'])}:30`;
  const days = perWeek >= 1.5 ? [day, day + 2] : [day];
  return days.map((one) => ({ day: one, from, minutes: 60 }));
}
