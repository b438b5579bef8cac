import { type Block, heading, paragraph } from '../../../platform/documents/letter.ts';
import type { Moment } from '../../../platform/runner/command.ts';
import type { Party } from '../../casework/index.ts';
import type { LetterContent } from '../../records/index.ts';
import { unitsText } from '../domain/compare.ts';
import type { Closing, Content, MonitoringEntry, Plan, Version } from '../domain/plan.ts';
import { planWords } from '../pl.ts';
import { planDocuments } from '../pl-documents.ts';
import { dayOf, handlerOf, spanOf } from './paper.ts';

const words = planDocuments.closing;

const monitoringWords = (entries: readonly MonitoringEntry[]): string => {
  const days = entries.map((entry) => entry.heldOn).sort();
  const [first] = days;
  const last = days.at(-1);
  return first === undefined || last === undefined
    ? words.noEntries
    : words.entries(entries.length, dayOf(first), dayOf(last));
};

const endingWords = ({ ending, endReason }: Version): string =>
  [ending && planWords.endings[ending], endReason].filter(Boolean).join(': ');

/** The description of the course and results of a plan that goes to the file of the case (art. 45(3)). */
export function closingLetter(of: {
  plan: Plan;
  version: Version;
  content: Content;
  party: Party;
  closing: Closing;
  entries: readonly MonitoringEntry[];
  moment: Moment;
}): LetterContent {
  const { plan, version, content, closing, moment } = of;
  const talk = closing.talkOn === null ? words.noTalk(closing.noTalkReason ?? '') : dayOf(closing.talkOn);
  const blocks: Block[] = [
    { type: 'legalBasis', text: words.legalBasis },
    {
      type: 'facts',
      items: [
        { term: words.person, value: plan.personName },
        ...(version.startsOn && version.endsOn
          ? [{ term: words.period, value: spanOf({ startsOn: version.startsOn, endsOn: version.endsOn }) }]
          : []),
        ...(version.endedOn ? [{ term: words.ended, value: dayOf(version.endedOn) }] : []),
        { term: words.ending, value: endingWords(version) },
        {
          term: words.versions,
          value: String(plan.versions.filter((one) => one.approvedOn !== null).length),
        },
        { term: words.talk, value: talk },
      ],
    },
    heading(words.services),
    {
      type: 'table',
      header: words.serviceHead,
      rows: content.lines.map((line) => [
        line.serviceName,
        line.organizationName ?? planDocuments.none,
        spanOf(line),
        unitsText(line),
      ]),
    },
    heading(words.monitoring),
    paragraph(monitoringWords(of.entries)),
    heading(words.course),
    paragraph(closing.description),
    heading(words.results),
    { type: 'facts', items: [{ term: words.outcome, value: planWords.outcomes[closing.outcome] }] },
    paragraph(closing.results),
    heading(words.remaining),
    paragraph(closing.remainingNeeds ?? words.noRemaining),
  ];
  return {
    caseSign: plan.number,
    handler: handlerOf(plan),
    addressee: [],
    title: words.title,
    subtitle: words.subtitle(plan.number),
    blocks,
    signature: { name: moment.actor.name, position: moment.actor.position || moment.actor.name },
  };
}
