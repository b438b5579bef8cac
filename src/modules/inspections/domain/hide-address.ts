import type { Held } from '../../privacy/index.ts';

/** Names of facts that tell where somebody lives, in rows and inside their JSON. */
const tellsWhere = /address|^street$|^locality$|^house_number$|^flat_number$|^postcode$/;

/** Papers are withheld whole: their titles and file names may tell where. */
const papers: readonly string[] = ['document', 'attachment'];

const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsIn);
  return [];
};

/** Everything that stands under a name that tells where, wherever it lies. */
function whereIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    tellsWhere.test(name) ? textsIn(inner) : whereIn(inner),
  );
}

const wordOrCode = /\d{2}-\d{3}|\p{L}{3,}/gu;

/** How much of a word stays in every case of it: "Tajemna" and "na Tajemnej", "Rynek" and "na Rynku". */
const kept = (length: number): number => (length <= 5 ? 3 : length === 6 ? 4 : length - 3);

/** Words of an address by their beginnings, because Polish declines them. More is masked than must be, never less. */
function stemsOf(addresses: readonly string[]): string[] {
  const found = addresses.flatMap((address) => address.match(wordOrCode) ?? []);
  return [
    ...new Set(found.map((one) => (/\d/.test(one) ? one : one.slice(0, kept(one.length)).toLowerCase()))),
  ];
}

const masked = (value: unknown, where: RegExp, mark: string): unknown => {
  if (typeof value === 'string') return value.replace(where, mark);
  if (Array.isArray(value)) return value.map((one) => masked(one, where, mark));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !tellsWhere.test(name))
      .map(([name, inner]) => [name, masked(inner, where, mark)]),
  );
};

/**
 * What is held of a case without the address of a person who hides it: facts that tell where are left out, and in every
 * text the words of those addresses, in whatever case they stand, are replaced by the mark. A text can tell where somebody
 * lives in other words too; issued papers and attachments are therefore not given at all while the address is hidden.
 */
export function withoutAddress(held: readonly Held[], mark: string): Held[] {
  const stems = stemsOf(held.flatMap(({ rows }) => rows.flatMap(whereIn)));
  // Without an address there is nothing to mask; an empty pattern would mask everything.
  const pattern = `(?<!\\p{L})(?:${stems.join('|')})\\p{L}*(?:\\s+\\d+\\p{L}?(?:\\s*/\\s*\\d+)?)?`;
  const where = new RegExp(stems.length > 0 ? pattern : '(?!)', 'giu');
  const told = held.filter(({ table }) => !papers.includes(table));
  return told.map(({ table, rows }) => ({
    table,
    rows: rows.map((row) => masked(row, where, mark) as Record<string, unknown>),
  }));
}
