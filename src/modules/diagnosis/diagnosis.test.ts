import { beforeAll, describe, expect, it } from 'vitest';
import { gminas, testHouse } from '../../../test/support/centre.ts';
import { at } from '../../../test/support/outcome.ts';
import { done } from '../../../test/support/plan.ts';
import { rolesAdmitted } from '../../../test/support/roles.ts';
import { newId } from '../../platform/ids.ts';
import { readerFor } from '../../platform/database/tenant.ts';
import type { AnyCommand } from '../../platform/runner/command.ts';
import { listCentreDeadlines } from '../agenda/index.ts';
import { answerRemark } from './commands/answer-remark.ts';
import { remark } from './commands/remark.ts';
import {
  closeConsultation,
  collect,
  expire,
  finishDraft,
  handToCouncil,
  handToMayor,
  openConsultation,
  proposeUpdate,
  putInForce,
} from './commands/steps.ts';
import { refresh, start, writeChapter } from './commands/write.ts';
import { listContacts } from './queries/contacts.ts';
import { viewConsultation, viewDiagnosis } from './queries/view.ts';

const house = testHouse();
const organiser = () => house.centre.as('service_organiser');
const director = () => house.centre.as('director');
const visitor = () => house.centre.as('visitor');
const asking = { title: 'Diagnoza potrzeb', fromYear: 2027 };

const run = async (command: AnyCommand, who: ReturnType<typeof organiser>, input: object) =>
  at(await house.runner.run(command, who, input));
const begun = async (more: object = {}): Promise<string> =>
  done(await house.runner.run(start, organiser(), { ...asking, ...more })).diagnosisId;
const view = async (diagnosisId: string) =>
  done(await house.runner.ask(viewDiagnosis, organiser(), { diagnosisId }));

/** A draft with figures and a chapter on needs. */
async function drafted(): Promise<string> {
  const diagnosisId = await begun();
  await run(collect, organiser(), { diagnosisId });
  await run(refresh, organiser(), { diagnosisId });
  await run(writeChapter, organiser(), { diagnosisId, chapter: 'needs', words: 'Brakuje pomocy w domu.' });
  expect(await run(finishDraft, organiser(), { diagnosisId })).toBe('done');
  return diagnosisId;
}

const days = { consultedFrom: '2026-11-16', consultedTo: '2026-11-30' };

/** A draft whose consultation runs since today. */
async function consulted(): Promise<string> {
  const diagnosisId = await drafted();
  expect(await run(openConsultation, organiser(), { diagnosisId, ...days })).toBe('done');
  return diagnosisId;
}

/** Moves the end of the consultation into the past, as time would. */
const overNow = async (diagnosisId: string): Promise<void> => {
  await house.owner.query(
    `update diagnosis set consulted_from = '2026-11-01', consulted_to = '2026-11-15' where id = $1`,
    [diagnosisId],
  );
};

async function inForce(): Promise<string> {
  const diagnosisId = await consulted();
  await overNow(diagnosisId);
  const input = { diagnosisId, on: '2026-11-16' };
  for (const command of [closeConsultation, handToMayor, handToCouncil, putInForce])
    expect(await run(command, director(), input)).toBe('done');
  return diagnosisId;
}

const remarked = async (diagnosisId: string, more: object = {}): Promise<string> =>
  await run(remark, visitor(), { diagnosisId, words: 'Brakuje autobusu.', ...more });

const found = async (foundOn: string, significance: string): Promise<void> => {
  await house.owner.query(
    `insert into finding (centre_id, id, found_on, source, kind, area, gmina, scale_is, significance, conclusion, state,
       recorded_on) values ($1, $2, $3, 'partner', 'need', 4, $4, 'unknown', $5, 'Zamyka się dom pobytu', 'taken', $3)`,
    [house.centre.id, newId(), foundOn, gminas.town, significance],
  );
};

describe('a diagnosis is written', () => {
  it('by the organiser of services (art. 27) and the director, by nobody else', async () => {
    const diagnosisId = await begun();
    const ask = async (role: Parameters<typeof house.centre.as>[0]) =>
      await run(writeChapter, house.centre.as(role), { diagnosisId, chapter: 'needs', words: 'x' });
    expect((await rolesAdmitted(ask)).sort()).toEqual(['director', 'service_organiser']);
  });

  it('is for five years (art. 21(2)); a centre that is not of several gminas has one for itself', async () => {
    const { diagnosis } = await view(await begun({ gmina: gminas.town }));
    expect(diagnosis).toMatchObject({ fromYear: 2027, toYear: 2031, gmina: null, state: 'planned' });
  });

  it('of a centre of several gminas (type B) is of one gmina that it serves', async () => {
    await house.owner.query(`update centre set legal_form = 'B' where id = $1`, [house.other.id]);
    const boss = house.other.as('director');
    expect(await run(start, boss, asking)).toBe('diagnosis.gmina-not-served');
    expect(await run(start, boss, { ...asking, gmina: '9999999' })).toBe('diagnosis.gmina-not-served');
    expect(await run(start, boss, { ...asking, gmina: gminas.village })).toBe('done');
  });

  it('of another centre is not there', async () => {
    const diagnosisId = await begun();
    const stranger = house.other.as('director');
    for (const command of [collect, refresh, proposeUpdate])
      expect(await run(command, stranger, { diagnosisId })).toBe('not_found');
    expect(at(await house.runner.ask(viewDiagnosis, stranger, { diagnosisId }))).toBe('not_found');
  });

  it('takes figures with passports, the gap and the performers with their services (art. 21(1))', async () => {
    const diagnosisId = await begun();
    done(await house.runner.run(refresh, organiser(), { diagnosisId }));
    const { diagnosis, pending } = await view(diagnosisId);
    expect(diagnosis.content.gaps.length).toBeGreaterThan(30);
    expect(Object.values(diagnosis.figures).every(({ figure }) => figure.passport.source !== '')).toBe(true);
    expect(pending).toEqual([]);
    expect(diagnosis.content.changed).toEqual([]);
  });

  it('a second refresh lists what changed', async () => {
    const diagnosisId = await begun();
    done(await house.runner.run(refresh, organiser(), { diagnosisId }));
    await house.owner.query(`update diagnosis set figures = jsonb_set(figures, $2, '1') where id = $1`, [
      diagnosisId,
      `{people.${gminas.town}.all,figure,value}`,
    ]);
    expect((await view(diagnosisId)).pending).toHaveLength(1);
    expect(done(await house.runner.run(refresh, organiser(), { diagnosisId })).changed).toBe(1);
    const { diagnosis } = await view(diagnosisId);
    expect(diagnosis.content.changed).toMatchObject([{ before: '1\u00a0osoba' }]);
  });
});

describe('the draft', () => {
  it('is not finished without figures and a chapter on needs (art. 21(1)(1))', async () => {
    const diagnosisId = await begun();
    await run(collect, organiser(), { diagnosisId });
    expect(await run(finishDraft, organiser(), { diagnosisId })).toBe('diagnosis.no-figures');
    await run(refresh, organiser(), { diagnosisId });
    expect(await run(finishDraft, organiser(), { diagnosisId })).toBe('diagnosis.no-needs');
  });

  it('does not change while it is consulted', async () => {
    const diagnosisId = await consulted();
    const chapter = { diagnosisId, chapter: 'needs', words: 'inne' };
    expect(await run(writeChapter, organiser(), chapter)).toBe('diagnosis.not-editable');
    expect(await run(refresh, organiser(), { diagnosisId })).toBe('diagnosis.not-editable');
  });
});

describe('the consultation with the community (art. 21)', () => {
  it('begins today or later and ends after it began', async () => {
    const diagnosisId = await drafted();
    const open = async (consultedFrom: string, consultedTo: string) =>
      await run(openConsultation, organiser(), { diagnosisId, consultedFrom, consultedTo });
    expect(await open('2026-11-15', '2026-11-30')).toBe('diagnosis.consultation-in-past');
    expect(await open('2026-11-20', '2026-11-20')).toBe('diagnosis.consultation-turned');
    expect(await open('2026-11-20', '2027-11-30')).toBe('diagnosis.consultation-long');
    expect(await open('2026-11-20', '2026-11-21')).toBe('done');
  });

  it('takes remarks of anybody, only while it runs; a contact is kept apart from them', async () => {
    const draft = await drafted();
    expect(await remarked(draft)).toBe('diagnosis.no-consultation');
    const diagnosisId = await consulted();
    expect(await remarked(diagnosisId, { contact: 'a@example.pl', chapter: 'needs' })).toBe('done');
    expect(await remarked(diagnosisId, { words: '' })).toBe('invalid');
    const { remarks } = await view(diagnosisId);
    expect(remarks).toMatchObject([
      { words: 'Brakuje autobusu.', chapter: 'needs', remarkedOn: '2026-11-16' },
    ]);
    expect(JSON.stringify(remarks)).not.toContain('example');
    const kept = done(await house.runner.ask(listContacts, organiser(), { diagnosisId }));
    expect(kept.contacts).toEqual(['a@example.pl']);
    const { rows } = await house.owner.query<{ contact: string }>('select contact from diagnosis_contact');
    expect(rows.some(({ contact }) => contact.includes('example'))).toBe(false);
    await overNow(diagnosisId);
    expect(await remarked(diagnosisId)).toBe('diagnosis.no-consultation');
  });

  it('a draft is nobody’s outside before it, and remarks are shown with their answers after it', async () => {
    const draft = await drafted();
    expect(at(await house.runner.ask(viewConsultation, visitor(), { diagnosisId: draft }))).toBe('not_found');
    const diagnosisId = await consulted();
    await remarked(diagnosisId);
    const seen = async () => done(await house.runner.ask(viewConsultation, visitor(), { diagnosisId }));
    expect(await seen()).toMatchObject({ open: true, remarks: [] });
  });

  it('is closed after its last day, and every remark has its answer before the mayor gets the diagnosis', async () => {
    const diagnosisId = await consulted();
    await remarked(diagnosisId, { contact: 'b@example.pl' });
    expect(await run(closeConsultation, organiser(), { diagnosisId })).toBe('diagnosis.consultation-runs');
    await overNow(diagnosisId);
    expect(await run(closeConsultation, organiser(), { diagnosisId })).toBe('done');
    const on = { diagnosisId, on: '2026-11-16' };
    expect(await run(handToMayor, director(), on)).toBe('diagnosis.remarks-open');
    const [first] = (await view(diagnosisId)).remarks;
    const answer = { diagnosisId, remarkId: first?.id, verdict: 'taken', answer: 'Dopisano.' };
    expect(await run(answerRemark, house.centre.as('plan_coordinator'), answer)).toBe('forbidden');
    expect(await run(answerRemark, organiser(), answer)).toBe('done');
    expect(await run(handToMayor, organiser(), on)).toBe('forbidden');
    expect(await run(handToMayor, director(), { diagnosisId, on: '2026-11-17' })).toBe(
      'diagnosis.day-to-come',
    );
    expect(await run(handToMayor, director(), { diagnosisId, on: '2026-11-14' })).toBe(
      'diagnosis.day-too-early',
    );
    expect(await run(handToMayor, director(), on)).toBe('done');
    expect(await run(answerRemark, organiser(), answer)).toBe('diagnosis.answers-closed');
    expect(await run(handToCouncil, director(), on)).toBe('done');
    const { contacts } = done(await house.runner.ask(listContacts, organiser(), { diagnosisId }));
    expect(contacts).toEqual([]);
    const seen = done(await house.runner.ask(viewConsultation, visitor(), { diagnosisId }));
    expect(seen.remarks).toMatchObject([{ verdict: 'taken', answer: 'Dopisano.' }]);
  });
});

describe('in force for five years (art. 21(2))', () => {
  let first = '';
  beforeAll(async () => {
    first = await inForce();
  });

  it('starts the clock of the next one, whose last day moves off a Sunday', async () => {
    const clocks = await listCentreDeadlines(
      readerFor(house.pool, house.centre.id),
      house.centre.id,
      'diagnosis',
    );
    expect(clocks.filter(({ state }) => state === 'running')).toMatchObject([
      { startsOn: '2026-11-16', dueOn: '2031-11-17' },
    ]);
  });

  it('an update is proposed for a significant change found after it, or for a reason', async () => {
    expect(await run(proposeUpdate, organiser(), { diagnosisId: first })).toBe('diagnosis.no-reason');
    await found('2026-11-10', 'change');
    await found('2026-11-16', 'notable');
    expect((await view(first)).significant).toEqual([]);
    expect(await run(proposeUpdate, organiser(), { diagnosisId: first })).toBe('diagnosis.no-reason');
    await found('2026-11-16', 'change');
    expect((await view(first)).significant).toHaveLength(1);
    expect(await run(proposeUpdate, organiser(), { diagnosisId: first })).toBe('done');
    expect((await view(first)).diagnosis.content.updateBecause).toBe('Zamyka się dom pobytu');
  });

  it('the next one takes over its chapters and ends it', async () => {
    const next = await begun({ replaces: first });
    expect((await view(next)).diagnosis.content.texts.needs).toBe('Brakuje pomocy w domu.');
    const second = await inForce();
    expect((await view(first)).diagnosis).toMatchObject({ state: 'expired', endedOn: '2026-11-16' });
    expect((await view(second)).diagnosis.state).toBe('in_force');
  });

  it('the system ends it after five years', async () => {
    const id = await inForce();
    const until = async () =>
      done(await house.runner.run(expire, { ...director(), roles: ['system'] }, {})).ended;
    expect(await until()).toBe(0);
    await house.owner.query(`update diagnosis set in_force_on = '2021-11-16' where id = $1`, [id]);
    expect(await until()).toBe(1);
  });
});
