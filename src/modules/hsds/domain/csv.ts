/**
 * A text that a spreadsheet would run as a formula is given an apostrophe in front, and one that only looks so already
 * gets one more: taken off again when the file comes back. Source: OWASP, CSV Injection.
 */
const formula = /^'*[=+\-@\t\r＝＋－＠]/;
const guarded = /^'+[=+\-@\t\r＝＋－＠]/;
const number = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;

/** A cell that no spreadsheet runs. */
export const guard = (text: string): string => (formula.test(text) && !number.test(text) ? `'${text}` : text);

/** The cell as it was before it was guarded. */
export const unguard = (cell: string): string =>
  guarded.test(cell) && !number.test(cell) ? cell.slice(1) : cell;

const special = /[",\r\n]/;

const cellOf = (text: string): string => {
  const safe = guard(text);
  return special.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** A CSV file (RFC 4180) in UTF-8, with its columns in the first line. */
export function csvOf(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [columns.join(',')];
  for (const row of rows) lines.push(row.map((cell) => (cell === '' ? '' : cellOf(cell))).join(','));
  return `${lines.join('\r\n')}\r\n`;
}
