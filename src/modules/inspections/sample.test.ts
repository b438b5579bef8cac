import { describe, expect, it } from 'vitest';
import { roles } from '../../platform/actor.ts';
import type { AnyCommand } from '../../platform/runner/command.ts';
import { admitInspector, endInspection, openInspection } from './commands/open.ts';
import { addFile, drawSample, showAddress, withdrawFile } from './commands/sample.ts';
import { openingFault, stateOf } from './domain/inspection.ts';
import { type Answer, inspectedHouse, opening, start } from './inspections.fixture.ts';
import { listInspectionsQuery, viewInspection } from './queries/inspections.ts';
import { inspectedFile } from './queries/sampled.ts';

const scene = inspectedHouse();
const { house, cases, of, run, ask, caseOf, signOf, opened, admitted, filesOf } = scene;

describe('an inspection is opened for days, a scope and a ground (art. 22, 50(2) of the Act)', () => {
  it('by the director, and by nobody else', async () => {
    for (const role of roles) {
      const result = await run(openInspection, role, opening);
      expect([role, typeof result === 'object']).toEqual([role, role === 'director']);
    }
  });

  it('not backwards, not into the past, not for longer than a year', () => {
    const fault = (change: Partial<typeof opening>) =>
      openingFault({ ...opening, ...change }, { ...opening, ...change }, '2026-11-16')?.code;
    expect(fault({})).toBe(undefined);
    expect(fault({ validFrom: '2026-11-15' })).toBe('inspections.past');
    expect(fault({ validTo: '2026-11-15' })).toBe('inspections.order');
    expect(fault({ validTo: '2027-11-16' })).toBe(undefined);
    expect(fault({ validTo: '2027-11-17' })).toBe('inspections.too-long');
    expect(fault({ periodTo: '2025-12-31' })).toBe('inspections.period');
  });

  it('covers at least one kind of matters', async () => {
    expect(await run(openInspection, 'director', { ...opening, kinds: [] })).toBe('input.invalid');
  });

  it('is over the day after its last day, and when it was ended', () => {
    const days = { validFrom: '2026-11-16', validTo: '2026-11-20', endedAt: null };
    expect(stateOf(days, '2026-11-15')).toBe('coming');
    expect(stateOf(days, '2026-11-16')).toBe('running');
    expect(stateOf(days, '2026-11-20')).toBe('running');
    expect(stateOf(days, '2026-11-21')).toBe('ended');
    expect(stateOf({ ...days, endedAt: start }, '2026-11-17')).toBe('ended');
  });
});

describe('the sample', () => {
  it('is drawn from every file in the scope, counted first: 13 applications of the year, not the one of the year before', async () => {
    const inspectionId = await opened();
    expect(await ask(viewInspection, 'director', { inspectionId })).toMatchObject({
      inScope: 13,
      drawing: null,
    });
    expect(await run(drawSample, 'director', { inspectionId, size: '5', seed: '4711' })).toMatchObject({
      frame: 13,
      drawn: 5,
      seed: '4711',
    });
    const shown = await ask(viewInspection, 'auditor', { inspectionId });
    expect(shown).toMatchObject({ drawing: { frame: 13, size: 5, seed: '4711', repeats: true } });
    expect((shown as Answer)['files']).toHaveLength(5);
  });

  it('is the same again with the same seed, also when files have come since', async () => {
    const [first, second] = [await opened(), await opened()];
    await run(drawSample, 'director', { inspectionId: first, size: 5, seed: 'próba' });
    await run(drawSample, 'director', { inspectionId: second, size: 5, seed: 'próba' });
    const later = await caseOf(null, '2026-05-04');
    const view = async (inspectionId: string) =>
      (await ask(viewInspection, 'director', { inspectionId })) as {
        files: { caseId: string }[];
        drawing: { repeats: boolean };
      };
    const [one, other] = [await view(first), await view(second)];
    expect(one.files.map(({ caseId }) => caseId)).toEqual(other.files.map(({ caseId }) => caseId));
    expect(one.drawing.repeats).toBe(true);
    await house.owner.query('delete from case_file where id = $1', [later]);
  });

  it('tells when it is not what the seed draws: a file that was slipped in by hand of the database is seen', async () => {
    const inspectionId = await opened();
    await run(drawSample, 'director', { inspectionId, size: 3, seed: 'x' });
    const view = async () => ((await ask(viewInspection, 'director', { inspectionId })) as Answer)['drawing'];
    expect(await view()).toMatchObject({ repeats: true });
    await house.owner.query(
      `update inspection_file set case_id = $2 where inspection_id = $1 and position = 1`,
      [inspectionId, of.draft],
    );
    expect(await view()).toMatchObject({ repeats: false });
  });

  it('is drawn once: nobody draws until the files please', async () => {
    const inspectionId = await opened();
    await run(drawSample, 'director', { inspectionId, size: 2 });
    expect(await run(drawSample, 'director', { inspectionId, size: 2 })).toBe('inspections.drawn');
  });

  it('without a seed one is made up and written down', async () => {
    const inspectionId = await opened();
    const drawn = (await run(drawSample, 'director', { inspectionId, size: 2 })) as Answer;
    expect(drawn['seed']).toMatch(/^[0-9a-f]{16}$/);
  });

  it('is not drawn from nothing', async () => {
    const inspectionId = await opened({ kinds: ['transfer'] });
    expect(await run(drawSample, 'director', { inspectionId, size: 2 })).toBe('inspections.empty');
  });

  it('takes a file by its sign with a reason, once, of this centre only, and gives it back', async () => {
    const inspectionId = await opened();
    const add = (sign: string) => run(addFile, 'director', { inspectionId, sign, reason: 'Skarga.' });
    expect(await add('CUS.5020.999.2026')).toBe('inspections.no-such-sign');
    expect(await add(await signOf(of.foreign))).toBe('inspections.no-such-sign');
    expect(await add(await signOf(of.draft))).toMatchObject({ inspectionId });
    expect(await add(await signOf(of.draft))).toBe('inspections.there');
    const who = await admitted(inspectionId);
    expect(await filesOf(who)).toEqual([of.draft]);
    const withdraw = (caseId: string) =>
      run(withdrawFile, 'director', { inspectionId, caseId, reason: 'Pomyłka w znaku.' });
    expect(await withdraw(cases[0] ?? '')).toBe('inspections.not-in-sample');
    expect(await withdraw(of.draft)).toMatchObject({ inspectionId });
    expect(await filesOf(who)).toEqual([]);
    expect(await ask(inspectedFile, who, { caseId: of.draft })).toBe('access.not-found');
    expect(await add(await signOf(of.draft))).toMatchObject({ inspectionId });
    expect(await filesOf(who)).toEqual([of.draft]);
  });

  it('what was drawn is not withdrawn', async () => {
    const inspectionId = await opened();
    await run(drawSample, 'director', { inspectionId, size: 1 });
    const [caseId] = await filesOf(await admitted(inspectionId));
    expect(await run(withdrawFile, 'director', { inspectionId, caseId, reason: 'x' })).toBe(
      'inspections.drawn-stays',
    );
  });

  it.each([drawSample, addFile, withdrawFile, showAddress, admitInspector, endInspection] as AnyCommand[])(
    '$name is the director’s of this centre alone',
    async (command) => {
      const inspectionId = await opened();
      const input = {
        inspectionId,
        caseId: cases[0],
        size: 1,
        sign: 'x',
        reason: 'x',
        why: 'x',
        name: 'x',
        position: 'x',
      };
      for (const role of roles.filter((one) => one !== 'director'))
        expect([role, await run(command, role, input)]).toEqual([role, 'access.forbidden']);
      expect(await run(command, 'director', input, house.other)).toBe('access.not-found');
    },
  );

  it('is looked after by the director and the data protection officer, and by nobody else', async () => {
    const inspectionId = await opened();
    for (const role of roles) {
      const expected = role === 'director' || role === 'auditor';
      const seen = [
        await ask(listInspectionsQuery, role, {}),
        await ask(viewInspection, role, { inspectionId }),
      ].map((answer) => typeof answer === 'object');
      expect([role, ...seen]).toEqual([role, expected, expected]);
    }
    expect(await ask(viewInspection, 'director', { inspectionId }, house.other)).toBe('access.not-found');
    expect(await ask(listInspectionsQuery, 'director', {}, house.other)).toEqual({ inspections: [] });
  });
});

describe('an erased file leaves no words about its person in an inspection (art. 17 GDPR)', () => {
  it('reasons go with it, and the sample says that there was a file', async () => {
    const inspectionId = await opened();
    const caseId = await caseOf(null, '2026-03-03');
    await run(addFile, 'director', { inspectionId, sign: await signOf(caseId), reason: 'Skarga sąsiadki.' });
    await house.owner.query(`update case_file set erased_on = '2026-11-16' where id = $1`, [caseId]);
    const { rows } = await house.owner.query(`select reason from inspection_file where case_id = $1`, [
      caseId,
    ]);
    expect(rows).toEqual([{ reason: '—' }]);
    expect(await filesOf(await admitted(inspectionId))).toEqual([]);
  });
});
