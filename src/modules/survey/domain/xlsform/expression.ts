/** Operators that compare (XPath 1.0, 3.4, as XForms uses them in `relevant` and `constraint`). */
export type CompareOp = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** An expression of `relevant` or `constraint`, as far as Okienko reads them: no arithmetic, no paths. */
export type Expression =
  | { kind: 'and' | 'or'; parts: readonly Expression[] }
  | { kind: 'compare'; op: CompareOp; left: Expression; right: Expression }
  | { kind: 'call'; name: string; args: readonly Expression[] }
  | { kind: 'ref'; name: string }
  | { kind: 'self' }
  | { kind: 'text'; value: string }
  | { kind: 'number'; value: number };

/** The expression, or the text at which reading stopped. */
export type Parsed = { ok: true; value: Expression } | { ok: false; near: string };

type Token = { is: 'op' | 'name' | 'ref' | 'text' | 'number' | 'self'; text: string; at: number };

// Spreadsheets turn quotation marks into curly ones as one types; XLSForm tools take these too.
const token =
  /\s*(?:(<=|>=|!=|[=<>(),])|\$\{\s*([^{}\s]+)\s*\}|'([^']*)'|"([^"]*)"|[‘’]([^‘’]*)[‘’]|[“”„]([^“”]*)[“”]|(-?\d+(?:\.\d+)?)|([a-z][a-z-]*)|(\.))\s*/iy;

function tokensOf(text: string): Token[] | { near: string } {
  const tokens: Token[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const at = token.lastIndex;
    const found = token.exec(text);
    if (!found) return { near: text.slice(at, at + 30) };
    const [, op, ref, single, double, curlySingle, curlyDouble, number, name, self] = found;
    const quoted = single ?? double ?? curlySingle ?? curlyDouble;
    if (op !== undefined) tokens.push({ is: 'op', text: op, at });
    else if (ref !== undefined) tokens.push({ is: 'ref', text: ref, at });
    else if (quoted !== undefined) tokens.push({ is: 'text', text: quoted, at });
    else if (number !== undefined) tokens.push({ is: 'number', text: number, at });
    else if (name !== undefined) tokens.push({ is: 'name', text: name, at });
    else if (self !== undefined) tokens.push({ is: 'self', text: self, at });
  }
  return tokens;
}

const equality: readonly string[] = ['=', '!='];
const order: readonly string[] = ['<', '<=', '>', '>='];
const isCompare = (text: string): text is CompareOp => equality.includes(text) || order.includes(text);

/** Deeper brackets than this are no question that a person wrote. */
const deepest = 40;

class Stopped extends Error {
  readonly at: number;
  constructor(at: number) {
    super('stopped');
    this.at = at;
  }
}

function readerOf(tokens: readonly Token[], end: number) {
  let next = 0;
  let depth = 0;
  const peek = (): Token | undefined => tokens[next];
  const stop = (): never => {
    throw new Stopped(peek()?.at ?? end);
  };
  const take = (is: Token['is'], text?: string): Token => {
    const one = peek();
    if (!one || one.is !== is || (text !== undefined && one.text !== text)) return stop();
    next += 1;
    return one;
  };
  const sees = (is: Token['is'], texts: readonly string[]): boolean => {
    const one = peek();
    return one?.is === is && texts.includes(one.text.toLowerCase());
  };

  const deeper = (): void => {
    depth += 1;
    if (depth > deepest) stop();
  };

  const argumentsOf = (): Expression[] => {
    take('op', '(');
    deeper();
    const args: Expression[] = [];
    if (!sees('op', [')'])) {
      args.push(either());
      while (sees('op', [','])) {
        next += 1;
        args.push(either());
      }
    }
    take('op', ')');
    depth -= 1;
    return args;
  };

  const single = (): Expression => {
    const one = peek();
    if (!one) return stop();
    switch (one.is) {
      case 'ref':
        next += 1;
        return { kind: 'ref', name: one.text };
      case 'text':
        next += 1;
        return { kind: 'text', value: one.text };
      case 'number':
        next += 1;
        return { kind: 'number', value: Number(one.text) };
      case 'self':
        next += 1;
        return { kind: 'self' };
      case 'name':
        next += 1;
        return { kind: 'call', name: one.text.toLowerCase(), args: argumentsOf() };
      case 'op': {
        take('op', '(');
        deeper();
        const inner = either();
        depth -= 1;
        take('op', ')');
        return inner;
      }
    }
  };

  // Equality binds looser than order (XPath 1.0, 3.4 and 3.5); both from left to right.
  const compared = (ops: readonly string[], part: () => Expression): Expression => {
    let left = part();
    while (sees('op', ops)) {
      const { text } = take('op');
      if (!isCompare(text)) return stop();
      left = { kind: 'compare', op: text, left, right: part() };
    }
    return left;
  };
  const ordered = (): Expression => compared(order, single);
  const equal = (): Expression => compared(equality, ordered);

  const joined = (kind: 'and' | 'or', part: () => Expression): Expression => {
    const first = part();
    const parts = [first];
    while (sees('name', [kind])) {
      next += 1;
      parts.push(part());
    }
    // "a and (b and c)" is one row of three.
    return parts.length === 1
      ? first
      : { kind, parts: parts.flatMap((one) => (one.kind === kind ? one.parts : [one])) };
  };
  const both = (): Expression => joined('and', equal);
  const either = (): Expression => joined('or', both);

  return (): Expression => {
    const whole = either();
    return peek() ? stop() : whole;
  };
}

/** Reads an expression: brackets, not, comparisons, `and` before `or`; anything else is told with the place where it stands. */
export function parseExpression(text: string): Parsed {
  const tokens = tokensOf(text);
  if ('near' in tokens) return { ok: false, near: tokens.near };
  try {
    return { ok: true, value: readerOf(tokens, text.length)() };
  } catch (error) {
    if (error instanceof Stopped) return { ok: false, near: text.slice(error.at, error.at + 30).trim() };
    throw error;
  }
}

/** Names that an expression speaks of, each once. */
export function namesIn(expression: Expression): string[] {
  const within = (one: Expression): string[] => {
    switch (one.kind) {
      case 'ref':
        return [one.name];
      case 'and':
      case 'or':
        return one.parts.flatMap(within);
      case 'call':
        return one.args.flatMap(within);
      case 'compare':
        return [...within(one.left), ...within(one.right)];
      default:
        return [];
    }
  };
  return [...new Set(within(expression))];
}
