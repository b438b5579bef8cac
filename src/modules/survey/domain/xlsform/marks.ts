/**
 * What XLSForm has no column for stands in one column of our own, `okienko`, as `key=value` pairs, the way XLSForm writes
 * its own `parameters`. Other tools pass over a column that they do not know (pyxform, issue 669).
 */
export type Marks = Readonly<Record<string, string>>;

/** A text that can be stored: no control characters but line ends and tabs, no half characters. */
export const storable = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '');

const pair = /\s*([a-z][a-z.-]*)(?:=("(?:[^"\\]|\\.)*"|[^\s",;]+))?[\s,;]*/y;

const unquoted = (value: string): string | undefined => {
  if (!value.startsWith('"')) return value;
  try {
    const read: unknown = JSON.parse(value);
    return typeof read === 'string' ? storable(read) : undefined;
  } catch {
    return undefined;
  }
};

/** Pairs of a cell; undefined when it is not written as pairs. A key without a value is `yes`. */
export function readMarks(cell: string | undefined): Marks | undefined {
  const text = (cell ?? '').trim();
  const marks: Record<string, string> = {};
  pair.lastIndex = 0;
  while (pair.lastIndex < text.length) {
    const found = pair.exec(text);
    const value = found?.[2] === undefined ? 'yes' : unquoted(found[2]);
    if (!found?.[1] || value === undefined) return undefined;
    marks[found[1]] = value;
  }
  return marks;
}

/** The cell of these pairs; one without a value is left out. */
export const marksCell = (marks: Readonly<Record<string, string | number | undefined>>): string =>
  Object.entries(marks)
    .flatMap(([key, value]) => {
      if (value === undefined) return [];
      if (value === 'yes') return [key];
      const text = String(value);
      return [`${key}=${/^[\w.-]+$/.test(text) && text !== 'yes' ? text : JSON.stringify(text)}`];
    })
    .join(' ');
