/** A cell of a table for a spreadsheet; `null`: not known, left empty. */
export type Cell = string | number | null;

const formula = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** A text as a cell that no spreadsheet runs: what begins like a formula is one to it (OWASP, CSV Injection). */
export const inert = (text: string): string => (formula.test(text) ? `'${text}` : text);

const special = /[",;\r\n]/;

const cellText = (cell: Cell): string => {
  if (cell === null) return '';
  // A Polish spreadsheet reads a number with a comma.
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  const safe = inert(cell);
  return special.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** A CSV file that a Polish spreadsheet opens by itself: UTF-8 with its mark, semicolons, commas in numbers. */
export const csvText = (rows: readonly (readonly Cell[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(cellText).join(';')).join('\r\n')}\r\n`;
