/** What a form sent: every name with its text, or texts where it was sent more than once. */
export type FormValues = Record<string, string | string[]>;

const reserved = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Turns dotted names into nested values: `lines.0.place=dom` becomes `{ lines: [{ place: 'dom' }] }`.
 * Names that start with an underscore travel beside the input and are left out.
 */
export function nested(values: FormValues): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) {
    if (name.startsWith('_')) continue;
    const path = name.split('.');
    if (path.some((part) => reserved.has(part)) || path.length > 5) continue;
    let node = root;
    for (const part of path.slice(0, -1)) {
      const next = node[part];
      node = (
        typeof next === 'object' && next !== null && !Array.isArray(next) ? next : (node[part] = {})
      ) as Record<string, unknown>;
    }
    node[path.at(-1) ?? ''] = value;
  }
  return toArrays(root) as Record<string, unknown>;
}

/** Objects whose keys are all row numbers are lists, in the order of the numbers. */
function toArrays(node: unknown): unknown {
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return node;
  const entries = Object.entries(node).map(([key, value]) => [key, toArrays(value)] as const);
  if (entries.length > 0 && entries.every(([key]) => /^\d{1,3}$/.test(key)))
    return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, value]) => value);
  return Object.fromEntries(entries);
}
