import { beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../../test/support/centre.ts';
import type { Role } from '../../../platform/actor.ts';
import {
  addPerson,
  addProgramme,
  codeOf,
  done,
  type Programme,
  report,
  submitted,
  tried,
} from '../intake.fixture.ts';
import { readAttachment } from '../queries/read-attachment.ts';
import { viewCase } from '../queries/view-case.ts';
import { addNote } from './add-note.ts';
import { attachFile } from './attach-file.ts';

const house = testHouse();
let programme: Programme;

beforeAll(async () => {
  programme = await addProgramme(house, house.centre);
});

const pdf = (words = 'a') => Buffer.from(`%PDF-1.7\n${words}\n%%EOF\n`);
const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]);

const notesSeenBy = async (caseId: string, actor = house.centre.as('clerk')): Promise<string[]> => {
  const seen = await house.runner.ask(viewCase, actor, { caseId });
  return seen.ok ? seen.value.notes.map((note) => note.body) : [codeOf(seen)];
};

describe('a note is added to a case and never changed', () => {
  it.each<Role>(['clerk', 'director', 'service_organiser', 'plan_coordinator'])(
    '%s writes one',
    async (role) => {
      const caseId = await report(house);
      await done(house, addNote, role, { caseId, kind: 'call', body: 'Oddzwoniłam.' });
      expect(await notesSeenBy(caseId)).toEqual(['Oddzwoniłam.']);
    },
  );

  it.each<Role>([
    'community_organiser',
    'assistance_organiser',
    'provider',
    'feeder',
    'region',
    'auditor',
    'administrator',
    'resident',
    'visitor',
  ])('%s does not', async (role) => {
    expect(await tried(house, addNote, role, { caseId: await report(house), body: 'x' })).toBe(
      'access.forbidden',
    );
  });

  it('the team writes in the applications that were handed over to it (art. 38(1))', async () => {
    const caseId = await report(house);
    await house.owner.query(
      `insert into transfer (centre_id, id, case_id, target_kind, target_name, reason, agreed_on, agreed_how, sent_on) values ($1, gen_random_uuid(), $2, 'team', 'Zespół', 'x', '2026-11-16', 'x', '2026-11-16')`,
      [house.centre.id, caseId],
    );
    expect(await tried(house, addNote, 'assistance_organiser', { caseId, body: 'x' })).toBe('done');
    await house.owner.query(`update transfer set answer = 'returned' where case_id = $1`, [caseId]);
    expect(await tried(house, addNote, 'assistance_organiser', { caseId, body: 'x' })).toBe(
      'access.forbidden',
    );
  });

  it('a restricted one is read by its author, the coordinator of the case and the director', async () => {
    const caseId = await report(house);
    const coordinator = house.centre.as('plan_coordinator');
    await house.owner.query('update case_file set coordinator_id = $2 where id = $1', [
      caseId,
      coordinator.accountId,
    ]);
    await done(house, addNote, 'clerk', { caseId, body: 'Tylko dla nas.', restricted: 'tak' });
    for (const role of ['clerk', 'plan_coordinator', 'director'] as const)
      expect(await notesSeenBy(caseId, house.centre.as(role))).toEqual(['Tylko dla nas.']);
    expect(await notesSeenBy(caseId, house.centre.as('service_organiser'))).toEqual([]);
    expect(await notesSeenBy(caseId, await house.centre.account('clerk'))).toEqual([]);
  });

  it('needs words, a kind that exists and a case of this centre', async () => {
    const caseId = await report(house);
    expect(await tried(house, addNote, 'clerk', { caseId, body: ' ' })).toBe('input.invalid');
    expect(await tried(house, addNote, 'clerk', { caseId, body: 'x', kind: 'gossip' })).toBe('input.invalid');
    expect(await house.runner.run(addNote, house.other.as('clerk'), { caseId, body: 'x' })).toMatchObject({
      problem: { kind: 'not_found' },
    });
  });
});

describe('a file is judged by its bytes', () => {
  it('is kept under a safe name and given back as it came, to those who read the case', async () => {
    const caseId = await report(house);
    const { attachmentId, name } = await done(house, attachFile, 'clerk', {
      caseId,
      file: { name: 'Orzeczenie  Łucji.pdf', content: pdf() },
    });
    expect(name).toBe('Orzeczenie Łucji.pdf');
    const got = await house.runner.ask(readAttachment, house.centre.as('director'), { caseId, attachmentId });
    expect(got).toMatchObject({
      ok: true,
      value: { type: 'application/pdf', content: pdf().toString('base64') },
    });
    for (const role of ['community_organiser', 'provider', 'resident', 'assistance_organiser'] as const)
      expect(
        await house.runner.ask(readAttachment, house.centre.as(role), { caseId, attachmentId }),
      ).toMatchObject({ problem: { kind: 'not_found' } });
    expect(
      await house.runner.ask(readAttachment, house.other.as('clerk'), { caseId, attachmentId }),
    ).toMatchObject({ problem: { kind: 'not_found' } });
    expect(
      await house.runner.ask(readAttachment, house.centre.as('clerk'), {
        caseId: await report(house),
        attachmentId,
      }),
    ).toMatchObject({ problem: { kind: 'not_found' } });
  });

  it('of a letter that came says on which day and from whom, to workers; an applicant is not asked', async () => {
    const caseId = await report(house);
    const file = { name: 'pismo.pdf', content: pdf() };
    const came = { cameOn: '14.11.2026', cameFrom: 'córka, osobiście' };
    expect(await tried(house, attachFile, 'clerk', { caseId, file, ...came, cameOn: '17.11.2026' })).toBe(
      'casework.came-in-future',
    );
    await done(house, attachFile, 'clerk', { caseId, file, ...came });
    const view = await house.runner.ask(viewCase, house.centre.as('director'), { caseId });
    expect(view).toMatchObject({
      value: { attachments: [{ cameOn: '2026-11-14', cameFrom: 'córka, osobiście' }] },
    });
  });

  it.each([
    ['a program renamed to PDF', 'skan.pdf', program, 'file.file_executable'],
    ['a page renamed to PDF', 'skan.pdf', Buffer.from('<html>'), 'file.file_executable'],
    ['a name that hides another', 'skan.exe.pdf', pdf(), 'file.file_name_disguised'],
    ['a kind that nobody needs', 'skan.exe', program, 'file.file_kind'],
    ['an empty file', 'skan.pdf', Buffer.alloc(0), 'file.file_empty'],
    [
      'a file over 20 MB',
      'skan.pdf',
      Buffer.concat([pdf(), Buffer.alloc(20 * 1024 * 1024)]),
      'file.file_too_large',
    ],
  ])('refuses %s', async (_name, name, content, code) => {
    expect(
      await tried(house, attachFile, 'clerk', { caseId: await report(house), file: { name, content } }),
    ).toBe(code);
  });

  it('refuses the same file twice and no file at all; takes Base64 from the API', async () => {
    const caseId = await report(house);
    const file = { name: 'a.pdf', content: pdf('b').toString('base64') };
    expect(await tried(house, attachFile, 'clerk', { caseId, file })).toBe('done');
    expect(await tried(house, attachFile, 'clerk', { caseId, file })).toBe('casework.same-file');
    expect(await tried(house, attachFile, 'clerk', { caseId })).toBe('input.invalid');
    for (const content of ['to nie Base64', `${pdf('c').toString('base64')}!`, 'AAA', 5, null])
      expect(await tried(house, attachFile, 'clerk', { caseId, file: { name: 'a.pdf', content } })).toBe(
        'input.invalid',
      );
    expect(await tried(house, attachFile, 'clerk', { file })).toBe('input.invalid');
  });

  it('is sent by a resident to their own application only, while it is open', async () => {
    const caseId = await submitted(house, programme);
    const { rows } = await house.owner.query('select person_id from case_file where id = $1', [caseId]);
    const own = await house.centre.account('resident', { personId: rows[0].person_id });
    const stranger = await house.centre.account('resident', {
      personId: await addPerson(house, house.centre),
    });
    const file = { name: 'a.pdf', content: pdf('c') };
    expect(codeOf(await house.runner.run(attachFile, stranger, { caseId, file }))).toBe('access.forbidden');
    expect(codeOf(await house.runner.run(attachFile, own, { caseId, file }))).toBe('done');
    expect(await tried(house, attachFile, 'visitor', { caseId, file })).toBe('access.forbidden');
    await house.owner.query(`update case_file set state = 'qualified' where id = $1`, [caseId]);
    expect(
      codeOf(await house.runner.run(attachFile, own, { caseId, file: { name: 'b.pdf', content: pdf('d') } })),
    ).toBe('casework.wrong-state');
    for (const role of ['provider', 'community_organiser'] as const)
      expect(await tried(house, attachFile, role, { caseId, file })).toBe('access.forbidden');
    expect(await house.runner.run(attachFile, house.other.as('clerk'), { caseId, file })).toMatchObject({
      problem: { kind: 'not_found' },
    });
  });
});
