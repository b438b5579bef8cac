import {
  type Definition,
  modes,
  noAnswer,
  notAsked,
  questionsOf,
  type SurveyAnswers,
} from '../../survey/index.ts';

/** Sheets out of those that could show it. */
export interface Sign {
  sheets: number;
  of: number;
}

export interface Quality {
  /** By matrix: the same answer in every line, of sheets that answered all of its lines. */
  straight: (Sign & { question: string; text: string })[];
  /** Faster than a third of the middle time; null: no times were kept. */
  fast: (Sign & { underMinutes: number; middle: number }) | null;
  /** Sheets that repeat another one answer by answer. */
  doubles: Sign;
  /** Sheets with an answer to a question that was hidden. */
  hidden: number;
  missing: { question: string; text: string; asked: number; missing: number }[];
  channels: { mode: (typeof modes)[number]; sheets: number; percent: number }[];
}

// With fewer lines the same answer everywhere is an opinion; with fewer answers two people agree by chance.
const fewestLines = 4;
const fewestAnswers = 8;

const isAnswer = (code: number): boolean => code !== noAnswer && code !== notAsked;

function straightLines({ definition, columns, rows }: SurveyAnswers): Quality['straight'] {
  return questionsOf(definition).flatMap((question) => {
    const lines = columns.filter(({ column }) => column.question === question.name);
    if (question.type !== 'matrix' || lines.length < fewestLines) return [];
    const sign = { sheets: 0, of: 0 };
    for (let row = 0; row < rows; row++) {
      const first = lines[0]?.codes[row] ?? notAsked;
      if (!lines.every(({ codes }) => isAnswer(codes[row] ?? notAsked))) continue;
      sign.of += 1;
      if (lines.every(({ codes }) => codes[row] === first)) sign.sheets += 1;
    }
    return [{ ...sign, question: question.name, text: question.text.pl }];
  });
}

/** Of whole minutes; those typed in by clerks are unknown. */
function fastOnes({ minutes }: SurveyAnswers): Quality['fast'] {
  const known = minutes.filter((one) => one >= 0).toSorted();
  const middle = known[Math.floor(known.length / 2)];
  if (middle === undefined) return null;
  const underMinutes = Math.floor(middle / 3);
  return {
    of: known.length,
    middle,
    underMinutes,
    sheets: known.reduce((count, one) => count + (one < underMinutes ? 1 : 0), 0),
  };
}

/** Two independent sums of the codes of a sheet: together 64 bits, so that different sheets are not taken for one. */
function doublesOf({ columns, rows, texts }: SurveyAnswers): Sign {
  const spoken = new Map<number, string>();
  for (const { question, rows: given, texts: own } of texts)
    given.forEach((row, at) =>
      spoken.set(row, `${spoken.get(row) ?? ''}|${question}:${own[at]?.trim().toLowerCase() ?? ''}`),
    );
  const seen = new Set<string>();
  const sign = { sheets: 0, of: 0 };
  for (let row = 0; row < rows; row++) {
    let one = 2166136261;
    let other = 5381;
    let answers = 0;
    for (const { codes } of columns) {
      const code = codes[row] ?? notAsked;
      if (isAnswer(code)) answers += 1;
      one = Math.imul(one ^ (code + 11), 16777619);
      other = (Math.imul(other, 33) + code + 11) | 0;
    }
    if (answers < fewestAnswers) continue;
    sign.of += 1;
    const key = `${one} ${other} ${spoken.get(row) ?? ''}`;
    if (seen.has(key)) sign.sheets += 1;
    seen.add(key);
  }
  return sign;
}

/** Who was asked a question and left all of it out. */
function missingOf(definition: Definition, { columns, rows, texts }: SurveyAnswers): Quality['missing'] {
  return questionsOf(definition).map((question) => {
    const own = columns.filter(({ column }) => column.question === question.name);
    const base = { question: question.name, text: question.text.pl, asked: 0, missing: 0 };
    if (question.type === 'text') {
      const given = texts.find((one) => one.question === question.name)?.texts.length ?? 0;
      return { ...base, asked: rows, missing: rows - given };
    }
    for (let row = 0; row < rows; row++) {
      if (own.every(({ codes }) => codes[row] === notAsked)) continue;
      base.asked += 1;
      if (!own.some(({ codes }) => isAnswer(codes[row] ?? notAsked))) base.missing += 1;
    }
    return base;
  });
}

/** What the answers say of their own quality. Nothing is thrown away by it: an organiser decides. */
export function qualityOf(answers: SurveyAnswers): Quality {
  const counts = modes.map((_, at) => answers.modes.reduce((all, one) => all + (one === at ? 1 : 0), 0));
  return {
    straight: straightLines(answers),
    fast: fastOnes(answers),
    doubles: doublesOf(answers),
    hidden: answers.flags.filter(({ flags }) => flags.some((flag) => flag.startsWith('hidden:'))).length,
    missing: missingOf(answers.definition, answers),
    channels: modes.map((mode, at) => ({
      mode,
      sheets: counts[at] ?? 0,
      percent: answers.rows > 0 ? ((counts[at] ?? 0) / answers.rows) * 100 : 0,
    })),
  };
}
