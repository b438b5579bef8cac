import { type Block, heading, type Letter, paragraph } from '../../../platform/documents/letter.ts';
import { letterheadOf } from '../../../platform/documents/paper.ts';
import type { CentreInfo } from '../../../platform/http/route.ts';
import { groupedCode } from '../domain/code-text.ts';
import { copyCode } from '../domain/codes.ts';
import { conditionWords } from '../domain/condition-words.ts';
import { type Definition, noOpinionCode, type Question } from '../domain/definition.ts';
import { forms } from '../pl-forms.ts';
import { staff } from '../pl-staff.ts';

const words = forms.paper;

const optionList = (options: readonly { code: number; text: { pl: string } }[]): Block => ({
  type: 'list',
  ordered: false,
  items: options.map(({ code, text }) => [{ text: `[   ]  ${code}. ${text.pl}` }]),
});

function answerBlocks(question: Question): Block[] {
  switch (question.type) {
    case 'single':
    case 'metric':
      return [paragraph(words.one), optionList(question.options)];
    case 'multi':
      return [
        paragraph(question.max === undefined ? words.several : words.upTo(question.max)),
        optionList(question.options),
      ];
    case 'ranking':
      return [paragraph(words.rank(question.choose)), optionList(question.options)];
    case 'matrix': {
      const steps = [
        ...question.options.map(({ code, text }) => `${code}. ${text.pl}`),
        ...(question.noOpinion ? [`${noOpinionCode}. ${words.noOpinion}`] : []),
      ].slice(0, 11);
      return [
        paragraph(words.lines),
        {
          type: 'table',
          header: [words.what, ...steps],
          rows: question.items.map(({ text }) => [text.pl, ...steps.map(() => '[   ]')]),
        },
      ];
    }
    case 'scale': {
      const steps = Array.from({ length: question.to - question.from + 1 }, (_, at) =>
        String(question.from + at),
      );
      return [
        paragraph(words.scale),
        paragraph(
          [
            question.low?.pl ?? '',
            ...steps,
            question.high?.pl ?? '',
            question.noOpinion ? `(${noOpinionCode}: ${words.noOpinion})` : '',
          ]
            .filter(Boolean)
            .join('     '),
        ),
      ];
    }
    case 'number':
      return [paragraph(`${words.number} ……………… ${question.unit?.pl ?? ''}`)];
    case 'text':
      return [paragraph(words.text), paragraph(words.line), paragraph(words.line)];
  }
}

function questionBlocks(question: Question, number: number, definition: Definition): Block[] {
  return [
    heading(`${number}. ${question.text.pl}`, 3),
    ...(question.shownIf ? [paragraph(words.only(conditionWords(question.shownIf, definition)))] : []),
    ...(question.hint ? [paragraph(question.hint.pl)] : []),
    ...answerBlocks(question),
  ];
}

/** One paper copy of a questionnaire, with the code that keeps it from being typed twice. */
export function paperCopy(
  centre: CentreInfo,
  definition: Definition,
  { no, date, sampling }: { no: number; date: string; sampling: 'sample' | 'open' },
): Letter {
  let number = 0;
  return {
    kind: 'survey.paper',
    lang: 'pl',
    large: false,
    letterhead: letterheadOf(centre),
    place: centre.place,
    date,
    addressee: [],
    title: definition.title.pl,
    blocks: [
      ...(definition.intro ? [paragraph(definition.intro.pl)] : []),
      paragraph(words.lead),
      ...(sampling === 'open' ? [paragraph(staff.samplings.open)] : []),
      ...definition.sections.flatMap((section) => [
        heading(section.title.pl || section.name),
        ...(section.shownIf ? [paragraph(words.only(conditionWords(section.shownIf, definition)))] : []),
        ...(section.intro ? [paragraph(section.intro.pl)] : []),
        ...section.questions.flatMap((question) => questionBlocks(question, (number += 1), definition)),
      ]),
      paragraph(words.thanks),
    ],
    footerNotes: [words.copy(copyCode(no))],
    banner: [words.copy(copyCode(no)), centre.demonstration ? words.demonstration : '']
      .filter(Boolean)
      .join(' · '),
  };
}

/** The letter that invites one person, with the code that works once. */
export function invitationLetter(
  centre: CentreInfo,
  {
    lines,
    code,
    title,
    address,
    closesOn,
    date,
  }: {
    lines: readonly string[];
    code: string;
    title: string;
    address: string;
    closesOn: string;
    date: string;
  },
): Letter {
  const say = forms.letter;
  return {
    kind: 'survey.invitation',
    lang: 'pl',
    large: false,
    letterhead: letterheadOf(centre),
    place: centre.place,
    date,
    addressee: lines.filter((line) => line !== '').slice(0, 6),
    title: say.title,
    subtitle: title,
    blocks: [
      paragraph(say.hello),
      paragraph(say.why),
      heading(say.how),
      {
        type: 'facts',
        items: [
          { term: say.address, value: address },
          { term: say.code, value: groupedCode(code) },
          { term: say.until, value: closesOn },
          ...(centre.letterhead.phone ? [{ term: say.phone, value: centre.letterhead.phone }] : []),
        ],
      },
      { type: 'notice', paragraphs: [[{ text: say.anonymous }]] },
    ],
    ...(centre.demonstration ? { banner: words.demonstration } : {}),
  };
}
