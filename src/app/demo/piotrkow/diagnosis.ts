import { z } from 'zod';
import { addDays, type IsoDate } from '../../../law/index.ts';
import { type Stage, visitorOf } from '../stage.ts';
import { facts } from './facts.ts';
import { plDiagnosis } from './pl-diagnosis.ts';
import type { Crew } from './crew.ts';

const made = z.object({ diagnosisId: z.string() });
const viewed = z.object({ remarks: z.array(z.object({ id: z.string(), words: z.string() })) });

/** Resources that no register gives: typed by hand, and so marked as made up wherever their numbers go. */
export async function typeResources(stage: Stage, crew: Crew, asOf: IsoDate): Promise<void> {
  for (const { costMonth, ...resource } of plDiagnosis.resources)
    await stage.run('resources.add', crew.organiser, {
      ...Object.fromEntries(Object.entries(resource).filter(([, value]) => value !== null)),
      place: facts.gmina.teryt,
      ...(costMonth === '' ? {} : { costMonth, costAsOf: asOf }),
      source: plDiagnosis.madeUp,
      asOf,
    });
}

/** Writes down the findings of a stretch of time, by the organiser or the community organiser. */
export async function tellFindings(
  stage: Stage,
  crew: Crew,
  daysAgo: (ago: number) => IsoDate,
  between: { from: number; to: number },
): Promise<void> {
  for (const { ago, ...finding } of plDiagnosis.findings) {
    if (ago > between.from || ago < between.to) continue;
    const foundOn = daysAgo(ago);
    await crew.onDay(foundOn);
    const by = finding.kind === 'supporting_action' ? crew.community : crew.organiser;
    await stage.run('needs.record-finding', by, { ...finding, foundOn });
  }
}

/** The diagnosis through its states until it is in force, with a consultation in which residents remark. */
export async function playDiagnosis(
  stage: Stage,
  crew: Crew,
  { from }: { from: IsoDate },
): Promise<{ diagnosisId: string }> {
  const { organiser, director } = crew;
  const visitor = visitorOf(stage.centre.id);
  const day = (after: number): IsoDate => addDays(from, after);
  await crew.onDay(from);
  const { diagnosisId } = made.parse(
    await stage.run('diagnosis.start', organiser, {
      title: plDiagnosis.title,
      fromYear: Number(day(90).slice(0, 4)),
    }),
  );
  const of = { diagnosisId };
  const chapter = async (name: string, words: string) =>
    await stage.run('diagnosis.write-chapter', organiser, { ...of, chapter: name, words });
  await stage.run('diagnosis.collect', organiser, of);
  await stage.run('diagnosis.refresh', organiser, of);
  for (const [name, words] of Object.entries(plDiagnosis.chapters)) await chapter(name, words);
  const opens = await crew.onDay(day(10));
  await stage.run('diagnosis.finish-draft', organiser, of);
  await stage.run('diagnosis.open-consultation', organiser, {
    ...of,
    consultedFrom: opens,
    consultedTo: addDays(opens, 21),
  });
  for (const [at, { words, ...remark }] of plDiagnosis.remarks.entries()) {
    await crew.onDay(addDays(opens, 2 + at * 3));
    await stage.run('diagnosis.remark', visitor, {
      ...of,
      words,
      ...('chapter' in remark ? { chapter: remark.chapter } : {}),
      ...(at === 0 ? { contact: plDiagnosis.contact } : {}),
    });
  }
  await crew.onDay(addDays(opens, 24));
  await stage.run('diagnosis.close-consultation', organiser, of);
  const { remarks } = viewed.parse(await stage.ask('diagnosis.view', organiser, of));
  for (const { words, verdict, answer } of plDiagnosis.remarks)
    await stage.run('diagnosis.answer-remark', organiser, {
      ...of,
      remarkId: remarks.find((one) => one.words === words)?.id,
      verdict,
      answer,
    });
  await chapter('conclusions', [plDiagnosis.chapters.conclusions, plDiagnosis.conclusionsAfter].join('\n\n'));
  for (const [command, after] of [
    ['diagnosis.hand-to-mayor', 45],
    ['diagnosis.hand-to-council', 65],
    ['diagnosis.put-in-force', 90],
  ] as const)
    await stage.run(command, director, { ...of, on: await crew.onDay(day(after)) });
  return { diagnosisId };
}
