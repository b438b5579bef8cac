import { type Letter, paragraph } from '../../../platform/documents/letter.ts';
import type { Paper } from '../../../platform/documents/paper.ts';
import { fullDate } from '../../../ui/index.ts';
import type { LetterContent } from '../../records/index.ts';
import { plDocument as words } from '../pl-document.ts';
import type { PlanView } from '../queries/view.ts';
import { diagnosticBlocks } from './diagnostic.ts';
import { programmeBlocks } from './programme.ts';

/** Under this kind its papers are kept. */
export const paperKind = 'lpdi.document';

/** The words and figures of the plan's document, before it stands on a letterhead: parts, tables T1 to T12, passports. */
export function lpdiContent(view: PlanView, today: string, demonstration: boolean): LetterContent {
  const { plan } = view;
  const [first, ...rest] = diagnosticBlocks(view);
  return {
    addressee: [],
    title: plan.title,
    subtitle: words.subtitle(plan.gminaName, plan.fromYear, plan.toYear),
    report: { state: words.state(plan.state, plan.resolution, fullDate(today)) },
    blocks: [
      ...(first ? [first] : []),
      ...(demonstration ? [paragraph(words.madeUp)] : []),
      ...rest,
      ...programmeBlocks(view),
    ],
  };
}

/** The plan as it would be printed today. */
export const lpdiLetter = (view: PlanView, paper: Paper): Letter => ({
  ...lpdiContent(view, paper.today, paper.demonstration),
  kind: paperKind,
  lang: 'pl',
  large: false,
  letterhead: paper.letterhead,
  place: paper.place,
  date: view.plan.adoptedOn ?? paper.today,
  ...(paper.demonstration ? { banner: words.demonstration } : {}),
});
