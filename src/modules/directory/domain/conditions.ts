import { z } from 'zod';
import {
  type Condition,
  type DisabilityDegree,
  disabilityDegrees,
  percentWords,
  plural,
  type RecipientGroup,
  recipientGroups,
  type StatusFlag,
  statusFlags,
} from '../../../law/index.ts';
import { list, optionalInteger, optionalText, tick } from '../../../platform/fields.ts';
import type { FormValues } from '../../../platform/http/form-data.ts';
import { pl } from '../pl.ts';
import { fold } from '../search/fold.ts';

const keysOf = <K extends string>(record: Readonly<Record<K, unknown>>): [K, ...K[]] =>
  Object.keys(record) as [K, ...K[]];

/** Keys of the law's lists, for schemas and forms. */
export const degrees = keysOf<DisabilityDegree>(disabilityDegrees);
export const groups = keysOf<RecipientGroup>(recipientGroups);
export const flags = keysOf<StatusFlag>(statusFlags);

const place = z.object({ teryt: z.string(), name: z.string() });

/** A condition as it is stored and as the API gives it: the law's own shape. */
export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('age'), from: z.number().nullable(), to: z.number().nullable() }),
    z.object({ kind: z.literal('residence'), gminas: z.array(place) }),
    z.object({ kind: z.literal('disability'), anyOf: z.array(z.enum(degrees)) }),
    z.object({ kind: z.literal('group'), anyOf: z.array(z.enum(groups)) }),
    z.object({ kind: z.literal('livesAlone') }),
    z.object({ kind: z.literal('income'), atMost: z.number() }),
    z.object({ kind: z.literal('status'), flag: z.enum(flags), value: z.boolean() }),
    z.object({ kind: z.literal('workerConfirms'), id: z.string(), words: z.string() }),
    z.object({ kind: z.enum(['anyOf', 'allOf']), conditions: z.array(conditionSchema) }),
  ]),
);

type StatusAnswer = `${StatusFlag}:${'yes' | 'no'}`;

/** Each situation said both ways, as the form offers it: "working:no". */
export const statusAnswers = flags.flatMap((flag): StatusAnswer[] => [`${flag}:yes`, `${flag}:no`]);

const isStatusAnswer = (value: unknown): value is StatusAnswer => statusAnswers.some((one) => one === value);

/** Conditions that hold together, as a form asks for them. Income in whole percent of the criterion. */
const groupInput = z
  .object({
    ageFrom: optionalInteger(0, 120),
    ageTo: optionalInteger(0, 120),
    resident: tick(),
    disability: list(z.enum(degrees)),
    groups: list(z.enum(groups)),
    livesAlone: tick(),
    incomePercent: optionalInteger(1, 1000),
    statuses: list(z.custom<StatusAnswer>(isStatusAnswer)),
    confirm: optionalText(2000),
  })
  .partial()
  .refine(
    (group) => group.ageFrom === undefined || group.ageTo === undefined || group.ageFrom <= group.ageTo,
    {
      path: ['ageTo'],
      message: pl.conditions.ageOrder,
    },
  )
  .refine(
    (group) =>
      !flags.some((flag) => group.statuses?.includes(`${flag}:yes`) && group.statuses.includes(`${flag}:no`)),
    {
      path: ['statuses'],
      message: pl.conditions.contradiction,
    },
  );

/** What a form sends: conditions needed by everybody, and up to three alternatives of which one is enough. */
export const conditionsInput = z.preprocess(
  (value) => value ?? {},
  z.object({ all: groupInput.default({}), oneOf: z.array(groupInput).max(3).default([]) }),
);

export type ConditionsInput = z.infer<typeof conditionsInput>;
type GroupInput = z.infer<typeof groupInput>;
type Gmina = z.infer<typeof place>;

const slug = (words: string): string => fold(words).replaceAll(' ', '-').slice(0, 60);

function conditionsOfGroup(group: GroupInput, gminas: readonly Gmina[]): Condition[] {
  const some = <T>(present: boolean, value: () => T): T[] => (present ? [value()] : []);
  const ages = group.ageFrom !== undefined || group.ageTo !== undefined;
  return [
    ...some(group.resident === true && gminas.length > 0, (): Condition => ({ kind: 'residence', gminas })),
    ...some(ages, (): Condition => ({ kind: 'age', from: group.ageFrom ?? null, to: group.ageTo ?? null })),
    ...some(
      (group.disability?.length ?? 0) > 0,
      (): Condition => ({ kind: 'disability', anyOf: group.disability ?? [] }),
    ),
    ...some((group.groups?.length ?? 0) > 0, (): Condition => ({ kind: 'group', anyOf: group.groups ?? [] })),
    ...some(group.livesAlone === true, (): Condition => ({ kind: 'livesAlone' })),
    ...some(
      group.incomePercent !== undefined,
      (): Condition => ({ kind: 'income', atMost: (group.incomePercent ?? 0) * 100 }),
    ),
    ...flags.flatMap((flag): Condition[] => {
      if (group.statuses?.includes(`${flag}:yes`)) return [{ kind: 'status', flag, value: true }];
      return group.statuses?.includes(`${flag}:no`) ? [{ kind: 'status', flag, value: false }] : [];
    }),
    ...(group.confirm ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
      .map((words): Condition => ({ kind: 'workerConfirms', id: slug(words), words })),
  ];
}

const together = (conditions: readonly Condition[]): Condition => {
  const [only] = conditions;
  return conditions.length === 1 && only ? only : { kind: 'allOf', conditions };
};

/** The law's conditions for what the form sent; `gminas` are those in which a resident must live. */
export function conditionsOf(input: ConditionsInput, gminas: readonly Gmina[]): Condition[] {
  const alternatives = input.oneOf
    .map((group) => conditionsOfGroup(group, gminas))
    .filter((conditions) => conditions.length > 0);
  const [only] = alternatives;
  const needed = conditionsOfGroup(input.all, gminas);
  if (alternatives.length === 1 && only) return [...needed, ...only];
  return alternatives.length === 0
    ? needed
    : [...needed, { kind: 'anyOf', conditions: alternatives.map(together) }];
}

function valuesOfGroup(prefix: string, conditions: readonly Condition[]): FormValues {
  const confirm = conditions.flatMap((one) => (one.kind === 'workerConfirms' ? [one.words] : [])).join('\n');
  const statuses = conditions.flatMap((one) =>
    one.kind === 'status' ? [`${one.flag}:${one.value ? 'yes' : 'no'}`] : [],
  );
  return Object.assign(
    confirm ? { [`${prefix}.confirm`]: confirm } : {},
    statuses.length > 0 ? { [`${prefix}.statuses`]: statuses } : {},
    ...conditions.map((one): FormValues => {
      switch (one.kind) {
        case 'age':
          return {
            [`${prefix}.ageFrom`]: one.from?.toString() ?? '',
            [`${prefix}.ageTo`]: one.to?.toString() ?? '',
          };
        case 'residence':
          return { [`${prefix}.resident`]: 'tak' };
        case 'disability':
          return { [`${prefix}.disability`]: [...one.anyOf] };
        case 'group':
          return { [`${prefix}.groups`]: [...one.anyOf] };
        case 'livesAlone':
          return { [`${prefix}.livesAlone`]: 'tak' };
        case 'income':
          return { [`${prefix}.incomePercent`]: String(one.atMost / 100) };
        default:
          return {};
      }
    }),
  );
}

/** The form's values for stored conditions: what `conditionsOf` would turn into the same conditions. */
export function conditionValues(conditions: readonly Condition[], prefix = 'conditions'): FormValues {
  const alternatives = conditions.flatMap((one) => (one.kind === 'anyOf' ? one.conditions : []));
  const needed = conditions.flatMap((one) =>
    one.kind === 'anyOf' ? [] : one.kind === 'allOf' ? one.conditions : [one],
  );
  return Object.assign(
    valuesOfGroup(`${prefix}.all`, needed),
    ...alternatives.map((one, index) =>
      valuesOfGroup(`${prefix}.oneOf.${index}`, one.kind === 'allOf' ? one.conditions : [one]),
    ),
  );
}

const years = (n: number): string => `${n} ${plural(n, ['rok', 'lata', 'lat'])}`;

/** A condition in Polish, without anybody's facts: "wiek: ukończone 60 lat". */
export function conditionWords(condition: Condition): string {
  const words = pl.conditions.words;
  switch (condition.kind) {
    case 'age':
      return condition.from !== null && condition.to !== null
        ? words.ageBetween(condition.from, condition.to)
        : condition.from !== null
          ? words.ageFrom(years(condition.from))
          : words.ageTo(condition.to ?? 0);
    case 'residence':
      return words.residence(condition.gminas.map((gmina) => gmina.name).join(', '));
    case 'disability':
      return words.disability(condition.anyOf.map((one) => disabilityDegrees[one]).join(' lub '));
    case 'group':
      return condition.anyOf.map((one) => recipientGroups[one]).join(' lub ');
    case 'livesAlone':
      return words.livesAlone;
    case 'income':
      return words.income(percentWords(condition.atMost));
    case 'status':
      return statusFlags[condition.flag][condition.value ? 'is' : 'isNot'];
    case 'workerConfirms':
      return condition.words;
    case 'anyOf':
      return condition.conditions.map(conditionWords).join(words.or);
    case 'allOf':
      return condition.conditions.map(conditionWords).join(words.and);
  }
}
