import type { House, TestCentre } from '../../../test/support/centre.ts';
import { done } from '../../../test/support/plan.ts';
import { remark } from './commands/remark.ts';
import { collect, finishDraft, openConsultation } from './commands/steps.ts';
import { refresh, start, writeChapter } from './commands/write.ts';

/** A diagnosis whose consultation runs since today, with one remark; gives its id. */
export async function runningConsultation(
  house: House,
  title: string,
  centre: TestCentre = house.centre,
): Promise<string> {
  const organiser = centre.as('service_organiser');
  const { runner } = house;
  const today = house.clock.now().slice(0, 10);
  const { diagnosisId } = done(await runner.run(start, organiser, { title, fromYear: 2027 }));
  done(await runner.run(collect, organiser, { diagnosisId }));
  done(await runner.run(refresh, organiser, { diagnosisId }));
  done(await runner.run(writeChapter, organiser, { diagnosisId, chapter: 'needs', words: title }));
  done(await runner.run(finishDraft, organiser, { diagnosisId }));
  done(
    await runner.run(openConsultation, organiser, {
      diagnosisId,
      consultedFrom: today,
      consultedTo: `${Number(today.slice(0, 4))}-12-31`,
    }),
  );
  done(await runner.run(remark, centre.as('visitor'), { diagnosisId, words: title }));
  return diagnosisId;
}
