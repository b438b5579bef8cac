import { type Condition, noOpinionCode, type Question, type Test } from '../definition.ts';
import { conditionSchema } from '../definition-schema.ts';
import type { CompareOp, Expression } from './expression.ts';
import type { RefusalKind } from './problem.ts';

/** Name of the choice "no opinion" in an exported list: no number, so that comparisons pass it over as ours do. */
export const noOpinionName = 'no_opinion';

/** Name of a line of a matrix: unlike ours it may hold a hyphen, so that it never meets another name. */
export const itemName = (matrix: string, item: string): string => `${matrix}-${item}`;

/** What a name of the workbook stands for here: a question or a line of a matrix, and its answers by their names. */
export interface Known {
  question: string;
  item?: string;
  type: Question['type'];
  /** Codes by the names of choices; none: numbers mean themselves. */
  codes?: ReadonlyMap<string, number>;
  /** Names were numbers already, so that "more than" means the same. */
  ordered: boolean;
}

export type Naming = ReadonlyMap<string, Known>;

type Read<T> = { ok: true; value: T } | { ok: false; kind: RefusalKind; about: string };

const shape = (about: string): Read<never> => ({ ok: false, kind: 'relevantShape', about });

const turned: Record<CompareOp, CompareOp> = {
  '=': '=',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

const valueOf = (expression: Expression): string | undefined =>
  expression.kind === 'text' || expression.kind === 'number' ? String(expression.value) : undefined;

const lineOf = ({ question, item }: Known): Pick<Test, 'question' | 'item'> => ({
  question,
  ...(item === undefined ? {} : { item }),
});

const severalOf = ({ type }: Known): boolean => type === 'multi' || type === 'ranking';

function codeOf(known: Known, value: string): Read<number> {
  const code = known.codes
    ? known.codes.get(value)
    : /^-?\d+(\.\d+)?$/.test(value)
      ? Number(value)
      : undefined;
  return code === undefined ? { ok: false, kind: 'unknownAnswer', about: value } : { ok: true, value: code };
}

function chosen(known: Known, value: string, is: 'chosen' | 'notChosen'): Read<Test> {
  if (known.type === 'text') return shape(known.question);
  const code = codeOf(known, value);
  return code.ok ? { ok: true, value: { ...lineOf(known), is, value: code.value } } : code;
}

function ordered(known: Known, op: CompareOp, value: string): Read<Test> {
  const bound = Number(value);
  if (!known.ordered || known.type === 'text' || severalOf(known) || value === '' || !Number.isFinite(bound))
    return shape(`${op} ${value}`);
  // Answers are whole numbers: "more than 5" is "at least 6".
  const tests: Partial<Record<CompareOp, Pick<Test, 'is' | 'value'>>> = {
    '>=': { is: 'atLeast', value: bound },
    '>': { is: 'atLeast', value: Math.floor(bound) + 1 },
    '<=': { is: 'atMost', value: bound },
    '<': { is: 'atMost', value: Math.ceil(bound) - 1 },
  };
  const test = tests[op];
  return test ? { ok: true, value: { ...lineOf(known), ...test } } : shape(op);
}

function compared(op: CompareOp, left: Expression, right: Expression, naming: Naming): Read<Test> {
  if (left.kind !== 'ref') {
    if (right.kind === 'ref') return compared(turned[op], right, left, naming);
    return anyLine(op, left, right, naming);
  }
  const value = valueOf(right);
  const known = naming.get(left.name);
  if (value === undefined || !known) return shape(left.name);
  if (value === '')
    return op === '!=' ? { ok: true, value: { ...lineOf(known), is: 'answered' } } : shape(`${op} ''`);
  if (op !== '=' && op !== '!=') return ordered(known, op, value);
  // "= '1'" of a question with several answers means "1 alone", which we have no test for.
  return severalOf(known)
    ? shape(`${left.name} ${op} ${value}`)
    : chosen(known, value, op === '=' ? 'chosen' : 'notChosen');
}

/** `string-length(${a}) > 0`, and `concat(...) != ''` over the lines of one matrix: something was answered. */
function anyLine(op: CompareOp, left: Expression, right: Expression, naming: Naming): Read<Test> {
  if (left.kind !== 'call') return shape(op);
  const value = valueOf(right);
  const names = left.args.flatMap((one) => (one.kind === 'ref' ? [naming.get(one.name)] : [undefined]));
  const [first] = names;
  const asked =
    (left.name === 'string-length' && names.length === 1 && op === '>' && value === '0') ||
    (left.name === 'concat' && op === '!=' && value === '');
  if (!asked || !first || !names.every((one) => one?.question === first.question)) return shape(left.name);
  return {
    ok: true,
    value:
      left.name === 'concat' && first.item !== undefined
        ? { question: first.question, is: 'answered' }
        : { ...lineOf(first), is: 'answered' },
  };
}

function testOf(expression: Expression, naming: Naming): Read<Test> {
  if (expression.kind === 'compare')
    return compared(expression.op, expression.left, expression.right, naming);
  if (expression.kind !== 'call') return shape(expression.kind);
  const { name, args } = expression;
  if (name === 'not' && args[0] && args.length === 1) {
    const inner = testOf(args[0], naming);
    if (!inner.ok) return inner;
    if (inner.value.is === 'chosen') return { ok: true, value: { ...inner.value, is: 'notChosen' } };
    if (inner.value.is === 'notChosen') return { ok: true, value: { ...inner.value, is: 'chosen' } };
    return shape('not()');
  }
  const [of, what] = args;
  if (name !== 'selected' || of?.kind !== 'ref' || !what || args.length !== 2) return shape(`${name}()`);
  const known = naming.get(of.name);
  const value = valueOf(what);
  return known && value !== undefined ? chosen(known, value, 'chosen') : shape('selected()');
}

/** The condition that a `relevant` says; every name in it must be known. What we have no condition for is told. */
export function conditionOf(expression: Expression, naming: Naming): Read<Condition> {
  const joins = expression.kind === 'and' || expression.kind === 'or';
  const tests: Test[] = [];
  for (const part of joins ? expression.parts : [expression]) {
    if (part.kind === 'and' || part.kind === 'or') return shape('and + or');
    const test = testOf(part, naming);
    if (!test.ok) return test;
    tests.push(test.value);
  }
  const read = conditionSchema.safeParse({ join: expression.kind === 'or' ? 'any' : 'all', tests });
  return read.success
    ? { ok: true, value: read.data }
    : { ok: false, kind: 'tooManyTests', about: String(tests.length) };
}

const answerName = (code: number | undefined): string =>
  code === undefined ? "''" : code === noOpinionCode ? `'${noOpinionName}'` : `'${code}'`;

function testText(test: Test, questions: ReadonlyMap<string, Question>): string {
  const question = questions.get(test.question);
  const name = `\${${test.item === undefined ? test.question : itemName(test.question, test.item)}}`;
  switch (test.is) {
    case 'answered':
      return question?.type === 'matrix' && test.item === undefined
        ? `concat(${question.items.map((item) => `\${${itemName(question.name, item.name)}}`).join(', ')}) != ''`
        : `${name} != ''`;
    case 'atLeast':
      return `${name} >= ${test.value ?? "''"}`;
    case 'atMost':
      return `${name} <= ${test.value ?? "''"}`;
    default: {
      const yes = test.is === 'chosen';
      if (question?.type === 'multi' || question?.type === 'ranking') {
        const selected = `selected(${name}, ${answerName(test.value)})`;
        return yes ? selected : `not(${selected})`;
      }
      const value = question?.type === 'number' ? String(test.value ?? "''") : answerName(test.value);
      return `${name} ${yes ? '=' : '!='} ${value}`;
    }
  }
}

/** The `relevant` of a condition; empty without one. */
export const relevantOf = (
  condition: Condition | undefined,
  questions: ReadonlyMap<string, Question>,
): string =>
  (condition?.tests ?? [])
    .map((test) => testText(test, questions))
    .join(condition?.join === 'any' ? ' or ' : ' and ');
