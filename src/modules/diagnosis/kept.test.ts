import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/support/centre.ts';
import { at } from '../../../test/support/outcome.ts';
import { done } from '../../../test/support/plan.ts';
import { rolesAdmitted } from '../../../test/support/roles.ts';
import { readerFor } from '../../platform/database/tenant.ts';
import { closePdf } from '../../platform/documents/pdf.ts';
import { startJobs } from '../../platform/jobs/jobs.ts';
import type { AnyCommand } from '../../platform/runner/command.ts';
import { listCentreDeadlines } from '../agenda/index.ts';
import { documentFile, renderJob } from '../records/index.ts';
import { answerRemark } from './commands/answer-remark.ts';
import { setConsultationLength } from './commands/set-length.ts';
import {
  closeConsultation,
  collect,
  finishDraft,
  handToCouncil,
  handToMayor,
  openConsultation,
  putInForce,
} from './commands/steps.ts';
import { refresh, start, writeChapter } from './commands/write.ts';
import { runningConsultation } from './diagnosis.fixture.ts';
import { listOfDiagnoses } from './queries/list.ts';
import { viewDiagnosis, viewPaper } from './queries/view.ts';

const house = testHouse();
afterAll(closePdf);
const organiser = () => house.centre.as('service_organiser');
const director = () => house.centre.as('director');
const run = async (command: AnyCommand, input: object, who = director()) =>
  at(await house.runner.run(command, who, input));
const view = async (diagnosisId: string) =>
  done(await house.runner.ask(viewDiagnosis, organiser(), { diagnosisId }));
const clocks = async () =>
  await listCentreDeadlines(readerFor(house.pool, house.centre.id), house.centre.id, 'diagnosisConsultation');

/** A consultation that is over and answered. */
async function answered(title: string): Promise<string> {
  const diagnosisId = await runningConsultation(house, title);
  await house.owner.query(
    `update diagnosis set consulted_from = '2026-11-01', consulted_to = '2026-11-15' where id = $1`,
    [diagnosisId],
  );
  expect(await run(closeConsultation, { diagnosisId })).toBe('done');
  const [remark] = (await view(diagnosisId)).remarks;
  const answer = { diagnosisId, remarkId: remark?.id, verdict: 'taken', answer: 'Dopisano.' };
  expect(await run(answerRemark, answer)).toBe('done');
  return diagnosisId;
}

describe('a document of its day is kept unchanged (art. 21)', () => {
  let diagnosisId = '';
  const titles = async () => (await view(diagnosisId)).papers.map(({ title }) => title);
  const on = () => ({ diagnosisId, on: '2026-11-16' });

  beforeAll(async () => {
    diagnosisId = await answered('Zachowana');
  });

  it('what residents were asked about is kept as they read it, and everybody opens that, not the corrected draft', async () => {
    expect(await titles()).toEqual(['Projekt diagnozy do konsultacji']);
    const words = { diagnosisId, chapter: 'needs', words: 'Poprawiono po uwagach.' };
    expect(await run(writeChapter, words)).toBe('done');
    const paper = done(
      await house.runner.ask(viewPaper, house.centre.as('visitor'), { diagnosisId, paper: 'document' }),
    );
    expect(JSON.stringify(paper.letter)).toContain('Zachowana');
    expect(JSON.stringify(paper.letter)).not.toContain('Poprawiono');
  });

  it('the report of the consultation is nobody’s before the mayor has it, and then it is as it was handed over', async () => {
    const ask = async () =>
      at(await house.runner.ask(viewPaper, house.centre.as('visitor'), { diagnosisId, paper: 'report' }));
    expect(await ask()).toBe('not_found');
    expect(await run(handToMayor, { ...on(), to: 'Prezydent Miasta Jarocina' })).toBe('done');
    expect(await ask()).toBe('done');
  });

  it('with the diagnosis and the report goes a letter to whom it is handed over', async () => {
    expect(await titles()).toEqual([
      'Pismo przekazujące diagnozę wójtowi (burmistrzowi, prezydentowi)',
      'Raport z konsultacji',
      'Diagnoza przekazana wójtowi (burmistrzowi, prezydentowi)',
      'Projekt diagnozy do konsultacji',
    ]);
    const { rows } = await house.owner.query<{ letter: { addressee: string[]; attachments: string[] } }>(
      `select letter from document where kind = 'diagnosis.cover-letter' and about_id = $1`,
      [diagnosisId],
    );
    expect(rows[0]?.letter.addressee).toEqual(['Prezydent Miasta Jarocina']);
    expect(rows[0]?.letter.attachments).toHaveLength(2);
    expect(await run(handToCouncil, on())).toBe('done');
    const council = await house.owner.query<{ letter: { addressee: string[] } }>(
      `select letter from document where kind = 'diagnosis.cover-letter' and about_id = $1 order by id desc`,
      [diagnosisId],
    );
    expect(council.rows[0]?.letter.addressee[0]).toContain('Rada');
  });

  it('in force its words and files stay byte for byte when the figures move; the hash says so', async () => {
    expect(await run(putInForce, on())).toBe('done');
    const jobs = startJobs(house.pool, [renderJob], {
      report: (error) => {
        throw error;
      },
      timer: false,
    });
    await jobs.drain();
    const [first] = (await view(diagnosisId)).papers;
    expect(first).toMatchObject({ title: 'Diagnoza obowiązująca', issuedOn: '2026-11-16' });
    expect(first?.sha256).toMatch(/^[0-9a-f]{64}$/);
    const file = async () =>
      done(await house.runner.ask(documentFile, organiser(), { documentId: first?.id ?? '', format: 'pdf' }))
        .content;
    const before = await file();
    expect(before).not.toBeNull();
    await house.owner.query(
      `update diagnosis set content = jsonb_set(content, '{texts,needs}', '"inne"') where id = $1`,
      [diagnosisId],
    );
    await house.owner.query(`update outbox set done_at = null, tries = 0, next_try_at = now()`);
    await jobs.drain();
    expect(await file()).toBe(before);
    const paper = done(
      await house.runner.ask(viewPaper, house.centre.as('visitor'), { diagnosisId, paper: 'document' }),
    );
    expect(paper.pdf).toBe(before);
  });

  it('is opened by who reads the diagnosis, by the region as well, and not by the window', async () => {
    const [first] = (await view(diagnosisId)).papers;
    const admitted = await rolesAdmitted(async (role) =>
      at(
        await house.runner.ask(documentFile, house.centre.as(role), {
          documentId: first?.id ?? '',
          format: 'docx',
        }),
      ),
    );
    expect(admitted.sort()).toEqual([
      'assistance_organiser',
      'auditor',
      'community_organiser',
      'director',
      'plan_coordinator',
      'region',
      'service_organiser',
    ]);
  });
});

describe('how long a draft is consulted is the centre’s to set: no act says it, 14 days are a proposal', () => {
  const draft = async (): Promise<string> => {
    const asked = { title: 'Projekt', fromYear: 2027 };
    const { diagnosisId } = done(await house.runner.run(start, organiser(), asked));
    for (const command of [collect, refresh]) await run(command, { diagnosisId });
    await run(writeChapter, { diagnosisId, chapter: 'needs', words: 'Brakuje pomocy.' });
    expect(await run(finishDraft, { diagnosisId })).toBe('done');
    return diagnosisId;
  };

  it('without a setting 14 days are proposed, from tomorrow', async () => {
    expect((await view(await draft())).proposed).toEqual({ from: '2026-11-17', to: '2026-11-30' });
  });

  it('the director sets it from a day on, with where it is written; nobody else, and not for the past', async () => {
    const setting = { days: 21, validFrom: '2026-11-16', source: 'Zarządzenie nr 5/2026' };
    const admitted = await rolesAdmitted(async (role) =>
      at(await house.runner.run(setConsultationLength, house.centre.as(role), setting)),
    );
    expect(admitted).toEqual(['director']);
    expect(await run(setConsultationLength, { ...setting, validFrom: '2026-11-15' })).toBe(
      'diagnosis.setting-past',
    );
    expect(await run(setConsultationLength, { ...setting, days: 181 })).toBe('invalid');
    const { settings } = done(await house.runner.ask(listOfDiagnoses, organiser(), {}));
    expect(settings).toEqual([{ validFrom: '2026-11-16', days: 21, source: 'Zarządzenie nr 5/2026' }]);
    expect((await view(await draft())).proposed).toEqual({ from: '2026-11-17', to: '2026-12-07' });
  });

  it('a setting of a later day is not used before it', async () => {
    const later = { days: 60, validFrom: '2027-01-01', source: 'Zarządzenie nr 6/2026' };
    expect(await run(setConsultationLength, later)).toBe('done');
    expect((await view(await draft())).proposed.to).toBe('2026-12-07');
  });

  it('an announced consultation is a clock in the agenda that ends with it', async () => {
    const diagnosisId = await draft();
    const days = { consultedFrom: '2026-11-17', consultedTo: '2026-12-04' };
    expect(await run(openConsultation, { diagnosisId, ...days })).toBe('done');
    const clock = (await clocks()).find(({ dueOn }) => dueOn === days.consultedTo);
    expect(clock).toMatchObject({ startsOn: '2026-11-16', state: 'running' });
    expect(clock?.steps.join(' ')).toContain('Tej długości nie podaje przepis');
    await house.owner.query(
      `update diagnosis set consulted_from = '2026-11-01', consulted_to = '2026-11-15' where id = $1`,
      [diagnosisId],
    );
    expect(await run(closeConsultation, { diagnosisId })).toBe('done');
    expect((await clocks()).some(({ state }) => state === 'running' || state === 'missed')).toBe(false);
  });
});
