import { type Letter, paragraph } from '../../../platform/documents/letter.ts';
import type { Paper } from '../../../platform/documents/paper.ts';
import { fullDate } from '../../../ui/index.ts';
import { plDocument as words } from '../pl-document.ts';
import type { PlanView } from '../queries/view.ts';
import { diagnosticBlocks } from './diagnostic.ts';
import { programmeBlocks } from './programme.ts';

/** The plan as a document: diagnostic and programme part, tables T1 to T12, every figure with its passport. */
export function lpdiLetter(view: PlanView, paper: Paper): Letter {
  const { plan } = view;
  const [first, ...rest] = diagnosticBlocks(view);
  return {
    kind: 'lpdi.document',
    lang: 'pl',
    large: false,
    letterhead: paper.letterhead,
    place: paper.place,
    date: plan.adoptedOn ?? paper.today,
    addressee: [],
    title: plan.title,
    subtitle: words.subtitle(plan.gminaName, plan.fromYear, plan.toYear),
    report: { state: words.state(plan.state, plan.resolution, fullDate(paper.today)) },
    blocks: [
      ...(first ? [first] : []),
      ...(paper.demonstration ? [paragraph(words.madeUp)] : []),
      ...rest,
      ...programmeBlocks(view),
    ],
    ...(paper.demonstration ? { banner: words.demonstration } : {}),
  };
}
