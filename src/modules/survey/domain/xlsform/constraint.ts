import { type Expression, parseExpression } from './expression.ts';

/** What a `constraint` can limit here; choices by the names they have in the list. */
export interface Limits {
  most?: number;
  longest?: number;
  min?: number;
  max?: number;
  alone: string[];
}

const isSelf = (expression: Expression | undefined): boolean => expression?.kind === 'self';

const numberOf = (expression: Expression): number | undefined => {
  if (expression.kind !== 'number' && expression.kind !== 'text') return undefined;
  const value = Number(expression.value);
  return expression.value === '' || !Number.isInteger(value) ? undefined : value;
};

const callOf = (expression: Expression, name: string): readonly Expression[] | undefined =>
  expression.kind === 'call' && expression.name === name && isSelf(expression.args[0])
    ? expression.args
    : undefined;

/** `not(selected(., 'x')) or count-selected(.) = 1`: the choice stands alone. */
function aloneOf(expression: Expression): string | undefined {
  if (expression.kind !== 'or' || expression.parts.length !== 2) return undefined;
  const [refused, single] = expression.parts;
  if (refused?.kind !== 'call' || refused.name !== 'not' || !refused.args[0]) return undefined;
  const choice = callOf(refused.args[0], 'selected')?.[1];
  const counted =
    single?.kind === 'compare' &&
    single.op === '=' &&
    callOf(single.left, 'count-selected') &&
    numberOf(single.right) === 1;
  return counted && (choice?.kind === 'text' || choice?.kind === 'number') ? String(choice.value) : undefined;
}

function partOf(expression: Expression): Partial<Limits> | undefined {
  const alone = aloneOf(expression);
  if (alone !== undefined) return { alone: [alone] };
  if (expression.kind !== 'compare') return undefined;
  const { op, left, right } = expression;
  const bound = numberOf(right);
  if (bound === undefined) return undefined;
  const upper = op === '<=' ? bound : op === '<' ? bound - 1 : undefined;
  const lower = op === '>=' ? bound : op === '>' ? bound + 1 : undefined;
  if (isSelf(left))
    return upper !== undefined ? { max: upper } : lower !== undefined ? { min: lower } : undefined;
  if (upper === undefined) return undefined;
  if (callOf(left, 'count-selected')) return { most: upper };
  return callOf(left, 'string-length') ? { longest: upper } : undefined;
}

/** Limits that a `constraint` sets; a kind of fault when it cannot be read, or says what we have no limit for. */
export function limitsOf(
  text: string,
): { ok: true; value: Limits } | { ok: false; kind: 'constraintSyntax' | 'constraintShape'; about: string } {
  const limits: Limits = { alone: [] };
  if (text === '') return { ok: true, value: limits };
  const parsed = parseExpression(text);
  if (!parsed.ok) return { ok: false, kind: 'constraintSyntax', about: parsed.near || text };
  const parts = parsed.value.kind === 'and' ? parsed.value.parts : [parsed.value];
  for (const expression of parts) {
    const part = partOf(expression);
    if (!part) return { ok: false, kind: 'constraintShape', about: text };
    const { alone, ...rest } = part;
    for (const key of ['most', 'longest', 'min', 'max'] as const)
      if (rest[key] !== undefined && limits[key] !== undefined)
        return { ok: false, kind: 'constraintShape', about: text };
    Object.assign(limits, rest);
    limits.alone.push(...(alone ?? []));
  }
  return { ok: true, value: limits };
}

/** The `constraint` of limits, in one order always; empty without one. */
export const constraintOf = ({ most, longest, min, max, alone }: Limits): string => {
  const parts = [
    ...(min === undefined ? [] : [`. >= ${min}`]),
    ...(max === undefined ? [] : [`. <= ${max}`]),
    ...(longest === undefined ? [] : [`string-length(.) <= ${longest}`]),
    ...(most === undefined ? [] : [`count-selected(.) <= ${most}`]),
    ...alone.map((name) => `(not(selected(., '${name}')) or count-selected(.) = 1)`),
  ];
  return parts.join(' and ');
};
