import { type Items, itemsSchema } from '../../modules/programmes/index.ts';
import { anyOf, conditionsOf, placesOf } from './reference-conditions.ts';
import { pl } from './reference-pl.ts';
import type { ReferenceProgramme } from './reference.ts';

type Source = ReferenceProgramme['items'];

/** Where a condition of a programme belongs: to one service, or (null) to all of them. */
export function conditionsFor(programme: ReferenceProgramme, service: string | null, gmina: string) {
  const { qualification } = programme.items;
  const own = (qualification?.conditions ?? []).filter((one) => one.service === service);
  const readings = own.map((one) => conditionsOf(one.match, placesOf([gmina])));
  return qualification?.anyOf ? anyOf(readings) : readings.flat();
}

function monitoringOf({ monitoring }: Source): Items['monitoring'] {
  if (monitoring === null) return undefined;
  return {
    text: null,
    indicators: monitoring.indicators.map((one) => ({
      name: one.name,
      unit: one.unit,
      base: one.base === null ? null : String(one.base),
      target: one.target === null ? null : String(one.target),
      source: null,
      frequency: null,
      result: one.text ?? (one.actual === null ? null : pl.indicatorResult(one.actual)),
    })),
  };
}

/** The items of a programme as the product keeps them; what the source does not give is null or absent. */
export function itemsOf(
  programme: ReferenceProgramme,
  gmina: string,
  serviceNames: ReadonlyMap<string, string>,
): Items {
  const { items } = programme;
  const charged =
    items.fees === null ? null : items.fees.lines.length > 0 || (items.fees.reliefs?.length ?? 0) > 0;
  return itemsSchema.parse(
    Object.fromEntries(
      Object.entries({
        nameAndGoal: items.nameAndGoal && { name: programme.title, goal: items.nameAndGoal.goal },
        period: items.period && { from: items.period.from, to: items.period.to },
        needs: items.needs && { text: items.needs.text },
        recipients: items.people && {
          text: items.people.groups.join(', ') || null,
          groups: items.people.limits.map(({ group, people }) => ({ group, people })),
        },
        services: items.services && { others: items.services.names },
        qualification: items.qualification && {
          procedure: items.qualification.procedure,
          conditions: conditionsFor(programme, null, gmina),
        },
        fees: items.fees && {
          charged,
          text: items.fees.text,
          reliefs: (items.fees.reliefs ?? []).map((one) => ({ words: one.text, percent: one.percent })),
        },
        evidence: items.evidence && {
          rows: items.evidence.documents.map(({ criterion, documents }) => ({
            criterion: pl.evidence[criterion] ?? criterion,
            documents: documents.join(', '),
          })),
        },
        personalData: items.personalData && { fields: items.personalData.fields.map((one) => one.field) },
        organisation: items.organisation && { stages: items.organisation.stages },
        monitoring: monitoringOf(items),
        budget: items.budget && {
          funding: items.budget.funding,
          totalGrosze: items.budget.totalGrosze,
          approximate: items.budget.approximate,
          lines: items.budget.lines.map((line) => ({
            words: line.text ?? serviceNames.get(line.service ?? '') ?? '',
            grosze: line.grosze,
          })),
        },
      }).filter(([, value]) => value !== null && value !== undefined),
    ),
  );
}
