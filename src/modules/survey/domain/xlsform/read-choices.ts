import { type Option, noOpinionCode, type Texts } from '../definition.ts';
import { optionSchema } from '../definition-schema.ts';
import { readMarks } from './marks.ts';
import type { Tell } from './problem.ts';
import type { Table, TableRow } from './tables.ts';
import { noOpinionMark } from './write.ts';

/** A list of answers that a question may use. */
export interface ChoiceList {
  options: Option[];
  /** Label of the choice marked as "no opinion", which is no option of ours. */
  noOpinion: boolean;
  /** Codes by the names of the choices. */
  codes: ReadonlyMap<string, number>;
  /** Names were whole numbers that can be codes, so they are the codes. */
  direct: boolean;
  /** Names were whole numbers; a scale may begin with 0. */
  numeric: boolean;
  /** Row of its first choice, and how its names become codes where they cannot be. */
  row: number;
  recoded: string;
  /** A row of it was refused: whoever uses it is refused too. */
  faulty: boolean;
}

/** Texts of a row in our languages; Polish is empty where the sheet has none. */
export const textsOfRow = ({ texts }: TableRow, column: string): Texts | undefined => {
  const found = texts[column];
  return found && { ...found, pl: found.pl ?? '' };
};

interface Choice {
  row: TableRow;
  name: string;
  marks: Readonly<Record<string, string>>;
}

const codePattern = /^[1-9]\d{0,2}$/;

function listOf(list: string, choices: readonly Choice[], broken: boolean, tell: Tell): ChoiceList {
  const real = choices.filter(({ marks }) => !marks[noOpinionMark]);
  const numeric = real.every(({ name }) => codePattern.test(name) || name === '0');
  const direct = real.every(({ name }) => codePattern.test(name));
  const codes = new Map<string, number>();
  const options: Option[] = [];
  let faulty = broken;
  for (const [at, { row, name, marks }] of real.entries()) {
    const code = direct ? Number(name) : at + 1;
    codes.set(name, code);
    const { alone, kind, ...other } = marks;
    const read = optionSchema.safeParse({
      code,
      text: textsOfRow(row, 'label') ?? { pl: '' },
      ...(alone ? { alone: true } : {}),
      ...(kind ? { kind } : {}),
    });
    const [strange] = Object.keys(other);
    if (read.success && strange === undefined) options.push(read.data);
    else {
      faulty = true;
      const about = strange ?? (read.success ? '' : (read.error.issues[0]?.path.join('.') ?? ''));
      tell('choices', row.row, about === 'kind' || strange ? 'unknownMark' : 'outOfBounds', strange ?? about);
    }
  }
  const opinion = choices.find(({ marks }) => marks[noOpinionMark]);
  if (opinion) codes.set(opinion.name, noOpinionCode);
  const recoded = real
    .slice(0, 4)
    .map(({ name }) => `${name} → ${codes.get(name) ?? ''}`)
    .join(', ');
  return {
    options,
    noOpinion: opinion !== undefined,
    codes,
    direct,
    numeric,
    row: choices[0]?.row.row ?? 0,
    recoded: `${list}: ${recoded}${real.length > 4 ? ', …' : ''}`,
    faulty,
  };
}

/** Every list of the sheet `choices` by its name; a choice without a list or a name, or twice there, is told. */
export function readChoices(table: Table, tell: Tell): ReadonlyMap<string, ChoiceList> {
  const lists = new Map<string, Choice[]>();
  const broken = new Set<string>();
  for (const row of table.rows) {
    const list = row.cells['list_name'] ?? '';
    const name = row.cells['name'] ?? '';
    const marks = readMarks(row.cells['okienko']);
    if (list === '') {
      tell('choices', row.row, 'noListName', name);
      continue;
    }
    const choices = lists.get(list) ?? [];
    lists.set(list, choices);
    const kind =
      name === ''
        ? ('noChoiceName' as const)
        : choices.some((one) => one.name === name)
          ? ('sameChoice' as const)
          : marks
            ? undefined
            : ('unknownMark' as const);
    if (kind) {
      tell('choices', row.row, kind, name || list);
      broken.add(list);
    } else choices.push({ row, name, marks: marks ?? {} });
  }
  return new Map([...lists].map(([list, choices]) => [list, listOf(list, choices, broken.has(list), tell)]));
}
