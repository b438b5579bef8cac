import { areaOf, zloty } from '../../../law/index.ts';
import { type Block, heading, paragraph } from '../../../platform/documents/letter.ts';
import { addresseeLines } from '../../casework/index.ts';
import type { LetterContent } from '../../records/index.ts';
import { feeText, unitsText } from '../domain/compare.ts';
import { actionKindWords, type Line } from '../domain/plan.ts';
import { scheduleText } from '../domain/schedule.ts';
import { planWords } from '../pl.ts';
import { planDocuments } from '../pl-documents.ts';
import { dayOf, handlerOf, type PlanPaper, spanOf, totalFee, weekOf } from './paper.ts';

const words = planDocuments.plan;

const facts = (items: readonly (readonly [string, string | null])[]): Block => ({
  type: 'facts',
  items: items.flatMap(([term, value]) => (value === null || value === '' ? [] : [{ term, value }])),
});

const serviceBlocks = (line: Line): Block[] => [
  heading(line.serviceName, 3),
  facts([
    [words.programme, line.programmeName],
    [
      words.performer,
      [line.organizationName, line.contractNumber && words.contract(line.contractNumber)]
        .filter(Boolean)
        .join(', '),
    ],
    [words.place, line.place],
    [words.schedule, scheduleText(line.week, line.scheduleWords)],
    [words.units, unitsText(line)],
    [words.linePeriod, spanOf(line)],
    [words.result, line.expectedResult],
    [words.fee, feeText(line)],
    [words.relief, line.relief],
  ]),
];

const feeBlocks = ({ content, settings }: PlanPaper): Block[] => {
  const charged = content.lines.filter((line) => line.feeGrosze > 0);
  if (charged.length === 0) return [paragraph(words.noFees)];
  return [
    {
      type: 'table',
      header: words.feeHead,
      rows: [
        ...charged.map((line) => [
          line.serviceName,
          zloty(line.feeGrosze),
          line.feeDueOn ? dayOf(line.feeDueOn) : '',
        ]),
        [words.total, zloty(totalFee(charged)), ''],
      ],
      numeric: [1],
    },
    heading(words.feeSteps, 3),
    {
      type: 'list',
      ordered: false,
      items: charged.flatMap((line) =>
        line.feeSteps.map((step) => [{ text: `${line.serviceName}: ${step}` }]),
      ),
    },
    ...(settings.bankAccount ? [paragraph(words.account(settings.bankAccount))] : []),
    paragraph(words.resignation),
  ];
};

const actionBlocks = ({ content }: PlanPaper): Block[] =>
  content.actions.length === 0
    ? [paragraph(words.noActions)]
    : [
        {
          type: 'table',
          header: words.actionHead,
          rows: content.actions.map((action) => [
            actionKindWords[action.kind],
            action.words,
            action.who,
            action.scheduleWords ?? planDocuments.none,
          ]),
        },
      ];

/** The individual plan as an official paper (art. 39): needs, services with week and fees, agreement, approval, basis. */
export function planLetter(paper: PlanPaper): LetterContent {
  const { plan, version, content, party, settings, approval } = paper;
  return {
    caseSign: plan.number,
    handler: handlerOf(plan, settings),
    addressee: addresseeLines(party.addressee),
    title: words.title,
    subtitle: words.subtitle(plan.number, version.number),
    blocks: [
      { type: 'legalBasis', text: words.legalBasis },
      facts([
        [words.person, plan.personName],
        [words.applicant, party.party === plan.personName ? null : party.party],
        [words.caseSign, plan.caseSign],
        [words.coordinator, [plan.coordinatorName, plan.coordinatorPosition].filter(Boolean).join(', ')],
        [words.period, spanOf(version)],
        [
          words.updateReason,
          version.updateKind &&
            [planWords.updateKinds[version.updateKind], version.updateReason].filter(Boolean).join(': '),
        ],
      ]),
      heading(words.needs),
      {
        type: 'table',
        header: words.needHead,
        rows: content.needs.map((need, index) => [
          String(index + 1),
          need.words,
          (need.area === null ? undefined : areaOf(need.area)?.name) ?? words.noArea,
          words.priorities[need.priority] ?? '',
        ]),
        numeric: [0],
      },
      heading(words.services),
      ...content.lines.flatMap(serviceBlocks),
      ...(content.lines.some((line) => line.week.length > 0)
        ? [heading(words.week), ...weekOf(content.lines)]
        : []),
      heading(words.actions),
      ...actionBlocks(paper),
      heading(words.fees),
      ...feeBlocks(paper),
      heading(words.agreement),
      facts([
        [words.agreedOn, version.agreedOn && dayOf(version.agreedOn)],
        [words.agreedHow, version.agreedHow],
      ]),
      heading(words.approval),
      facts([
        [words.approvedOn, dayOf(approval.on)],
        [words.approvedBy, [approval.name, approval.position].filter(Boolean).join(', ')],
        [words.basis, approval.basis],
      ]),
      paragraph(words.monitoring),
      {
        type: 'signLines',
        people: [
          { role: words.signPerson, name: plan.personName },
          { role: words.signCoordinator, name: plan.coordinatorName },
          { role: words.signApprover, name: approval.name },
        ],
      },
    ],
  };
}
