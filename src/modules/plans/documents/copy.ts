import type { Lang } from '../../../lang.ts';
import { zloty } from '../../../law/index.ts';
import { type Block, heading, paragraph, type Run } from '../../../platform/documents/letter.ts';
import { frameWords } from '../../../platform/documents/words.ts';
import { listed, translated } from '../../casework/index.ts';
import type { LetterContent } from '../../records/index.ts';
import { feeText, unitsText } from '../domain/compare.ts';
import type { Line } from '../domain/plan.ts';
import { endOf, scheduleText } from '../domain/schedule.ts';
import { planDocuments } from '../pl-documents.ts';
import { dayOf, type PlanPaper, spanOf, totalFee, weekOf } from './paper.ts';

const words = planDocuments.copy;

const serviceBlocks =
  (plan: { startsOn: string; endsOn: string }) =>
  (line: Line): Block[] => [
    heading(line.serviceName, 3),
    {
      type: 'facts',
      items: [
        { term: words.who, value: line.organizationName ?? words.unknown },
        { term: words.when, value: scheduleText(line.week, line.scheduleWords) ?? words.unknown },
        { term: words.where, value: line.place ?? words.unknown },
        // The time of the whole plan stands at the top: only another one is worth a line.
        ...(line.startsOn === plan.startsOn && line.endsOn === plan.endsOn
          ? []
          : [{ term: words.howLong, value: spanOf(line) }]),
        ...(line.expectedResult ? [{ term: words.why, value: line.expectedResult }] : []),
        { term: words.cost, value: words.costOf(unitsText(line), feeText(line)) },
      ],
    },
  ];

const feeBlocks = ({ content, settings }: PlanPaper): Block[] => {
  const charged = content.lines.filter((line) => line.feeGrosze > 0);
  if (charged.length === 0) return [paragraph(words.noFees)];
  return [
    {
      type: 'facts',
      items: [
        ...charged.map((line) => ({
          term: line.serviceName,
          value: words.fee(zloty(line.feeGrosze), dayOf(line.feeDueOn ?? line.endsOn)),
        })),
        ...(charged.length > 1 ? [{ term: words.total, value: zloty(totalFee(charged)) }] : []),
      ],
    },
    ...(settings.bankAccount ? [paragraph(words.account(settings.bankAccount))] : []),
  ];
};

const rights: readonly (readonly [string, string])[] = [
  [words.change, words.changeHow],
  [words.resign, words.resignHow],
  [words.complain, words.complainHow],
  [words.look, words.lookHow],
  [words.help, words.helpHow],
];

const callNotice = ({ plan, settings }: PlanPaper): Block => {
  const contact: Run[] = [
    ...(settings.phone ? [{ text: words.phone(settings.phone), bold: true }] : []),
    ...(settings.email ? [{ text: `${settings.phone ? ' ' : ''}${words.mail(settings.email)}` }] : []),
  ];
  return {
    type: 'notice',
    title: settings.phone ? words.call : words.ask,
    paragraphs: [
      [{ text: words.callWho(plan.coordinatorName) }],
      ...(contact.length > 0 ? [contact] : []),
      [{ text: settings.hasAddress ? words.deskAddress : words.desk }],
    ],
  };
};

/** The days and hours of a service in a language; what the plan says of them in words is Polish. */
const whenIn = (line: Line, lang: Lang): string | undefined =>
  line.week.length > 0
    ? line.week
        .map((slot) => `${frameWords(lang).days[slot.day - 1] ?? ''} ${slot.from}–${endOf(slot)}`)
        .join(', ')
    : (line.scheduleWords ?? undefined);

/** The same for a person who reads another language; the plan itself is agreed in Polish. */
const translationOf = ({ party, version, content, approval }: PlanPaper): Block[] =>
  translated(party.addressee.lang, ({ copy: say }, day) => [
    paragraph(say.intro(day(version.agreedOn ?? approval.on))),
    paragraph(say.period(day(version.startsOn), day(version.endsOn))),
    heading(say.services),
    listed(
      content.lines.map((line) =>
        say.service(
          line.serviceName,
          line.organizationName ?? say.unknown,
          whenIn(line, party.addressee.lang) ?? say.unknown,
          line.place ?? say.unknown,
          line.feeGrosze === 0 ? say.free : zloty(line.feeGrosze),
        ),
      ),
    ),
    heading(say.rights),
    listed(say.rightsList),
  ]);

/**
 * The resident's own copy: large print and plain words. Who does what and when, how much it costs, whom to call, and how
 * to change the plan, resign, complain, or see who looked at the data.
 */
export function planCopy(paper: PlanPaper): LetterContent {
  const { plan, version, content } = paper;
  return {
    large: true,
    caseSign: plan.number,
    // Handed over by hand: a name and an address on top would only take the first page away.
    addressee: [],
    title: words.heading,
    subtitle: words.subtitle(plan.personName),
    blocks: [
      paragraph(words.intro(dayOf(version.agreedOn ?? paper.approval.on))),
      ...(version.updateKind === null ? [] : [paragraph(words.changed)]),
      paragraph(words.period(dayOf(version.startsOn), dayOf(version.endsOn))),
      ...(content.lines.some((line) => line.week.length > 0)
        ? [heading(words.week), ...weekOf(content.lines)]
        : []),
      heading(words.services),
      ...content.lines.flatMap(serviceBlocks(version)),
      ...(content.actions.length === 0
        ? []
        : [
            heading(words.actions),
            {
              type: 'list' as const,
              ordered: false,
              items: content.actions.map((action) => [
                { text: words.action(action.words.replace(/\.$/, ''), action.who, action.scheduleWords) },
              ]),
            },
          ]),
      heading(words.fees),
      ...feeBlocks(paper),
      callNotice(paper),
      heading(words.rights),
      {
        type: 'list',
        ordered: false,
        items: rights.map(([what, how]) => [{ text: what, bold: true }, { text: how }]),
      },
      ...translationOf(paper),
    ],
  };
}
