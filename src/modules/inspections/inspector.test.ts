import { beforeAll, describe, expect, it } from 'vitest';
import { commands, queries } from '../../app/modules.ts';
import type { Actor } from '../../platform/actor.ts';
import { newId } from '../../platform/ids.ts';
import type { AnyCommand } from '../../platform/runner/command.ts';
import { admitInspector, closeDue, endInspection } from './commands/open.ts';
import { personTrail } from '../records/index.ts';
import { addFile, drawSample, showAddress } from './commands/sample.ts';
import { withoutAddress } from './domain/hide-address.ts';
import { type Answer, inspectedHouse, start } from './inspections.fixture.ts';
import { viewInspection } from './queries/inspections.ts';
import { inspectedFile, inspectionPack, ownInspection } from './queries/sampled.ts';

const scene = inspectedHouse();
const { house, cases, of, run, ask, put, signOf, opened, admitted, filesOf } = scene;

describe('an inspector reads the sample, within the days, and nothing else', () => {
  let inspectionId = '';
  let who: Actor;
  let sampled: string[] = [];

  beforeAll(async () => {
    house.clock.set(start);
    inspectionId = await opened();
    await run(drawSample, 'director', { inspectionId, size: 6, seed: '4711' });
    who = await admitted(inspectionId);
    sampled = await filesOf(who);
  });

  it('opens every file of the sample, and no other of the centre', async () => {
    expect(sampled).toHaveLength(6);
    for (const caseId of [...cases, of.hidden, of.draft])
      expect([caseId, typeof (await ask(inspectedFile, who, { caseId })) === 'object']).toEqual([
        caseId,
        sampled.includes(caseId),
      ]);
    expect(await ask(inspectedFile, who, { caseId: of.foreign })).toBe('access.not-found');
    expect(await ask(inspectedFile, who, { caseId: newId() })).toBe('access.not-found');
  });

  it('is told of a file outside the sample as of one that nobody has, and the try is written down', async () => {
    const caseId = cases.find((one) => !sampled.includes(one)) ?? '';
    expect(await ask(inspectedFile, who, { caseId })).toBe('access.not-found');
    expect(await ask(inspectionPack, who, { caseId })).toBe('access.not-found');
    const { rows } = await house.owner.query<{ action: string }>(
      `select action from audit_entry where account_id = $1 and case_id = $2 and kind = 'access' order by seq`,
      [who.accountId, caseId],
    );
    expect(rows.slice(-2).map(({ action }) => action)).toEqual(['inspections.file', 'inspections.pack']);
  });

  it('has no other query of the house than these three and what is public', () => {
    const may = queries.filter(({ allow }) => allow.inspector !== undefined).map(({ name }) => name);
    const own = may.filter((name) => queries.find((one) => one.name === name)?.allow.visitor === undefined);
    expect(own.toSorted()).toEqual(['inspections.file', 'inspections.mine', 'inspections.pack']);
    expect(
      may.filter((name) =>
        /^(people|plans|privacy\.(?!public)|records|agenda\.(?!calendar-feed))/.test(name),
      ),
    ).toEqual([]);
  });

  it('writes nothing but what opens and closes the own account', () => {
    const may = commands.filter(({ allow }) => allow.inspector !== undefined).map(({ name }) => name);
    expect(may.toSorted()).toEqual([
      'access.add-passkey',
      'access.change-password',
      'access.end-other-sessions',
      'access.end-session',
      'access.enrol-second-factor',
      'access.make-recovery-codes',
      'access.prove',
      'access.remove-passkey',
      'access.save-notice-address',
      'access.sign-in',
      'access.sign-in-as-persona',
      'access.sign-in-by-passkey',
      'access.sign-in-externally',
      'access.sign-out',
    ]);
  });

  it('loses it with the last minute of the last day in Poland', async () => {
    const [caseId] = sampled;
    const open = async () => [
      typeof (await ask(ownInspection, who, {})) === 'object',
      typeof (await ask(inspectedFile, who, { caseId })) === 'object',
      typeof (await ask(inspectionPack, who, {})) === 'object',
    ];
    // Midnight in Poland is 23:00 UTC in November.
    house.clock.set('2026-11-15T22:59:59.000Z');
    expect(await open()).toEqual([false, false, false]);
    house.clock.set('2026-11-15T23:00:00.000Z');
    expect(await open()).toEqual([true, true, true]);
    house.clock.set('2026-11-20T22:59:59.000Z');
    expect(await open()).toEqual([true, true, true]);
    house.clock.set('2026-11-20T23:00:00.000Z');
    expect(await open()).toEqual([false, false, false]);
    house.clock.set(start);
  });

  it('loses it at once when the inspection is ended early, and the account is closed for good', async () => {
    const early = await opened();
    await run(drawSample, 'director', { inspectionId: early, size: 1 });
    const inspector = await admitted(early);
    expect(await filesOf(inspector)).toHaveLength(1);
    expect(
      await run(endInspection, 'director', { inspectionId: early, why: 'Cofnięto upoważnienie.' }),
    ).toEqual({
      inspectionId: early,
      closed: 1,
    });
    expect(await filesOf(inspector)).toEqual([]);
    const { rows } = await house.owner.query(`select state from account where id = $1`, [
      inspector.accountId,
    ]);
    expect(rows).toEqual([{ state: 'closed' }]);
    for (const [command, input] of [
      [endInspection, { why: 'x' }],
      [drawSample, { size: 1 }],
      [addFile, { sign: await signOf(of.draft), reason: 'x' }],
      [admitInspector, { name: 'x', position: 'x' }],
    ] as [AnyCommand, object][])
      expect(await run(command, 'director', { inspectionId: early, ...input })).toMatch(
        /inspections\.(over|drawn)/,
      );
  });

  it('of one inspection sees nothing of another one', async () => {
    const second = await opened();
    const outside = cases.find((one) => !sampled.includes(one)) ?? '';
    await run(addFile, 'director', { inspectionId: second, sign: await signOf(outside), reason: 'Skarga.' });
    const other = await admitted(second);
    expect(await filesOf(other)).toEqual([outside]);
    expect(await ask(inspectedFile, who, { caseId: outside })).toBe('access.not-found');
    expect(await ask(inspectedFile, other, { caseId: sampled[0] })).toBe('access.not-found');
  });

  it('an account that is no inspector’s opens nothing, whatever role it says it has', async () => {
    const posing: Actor = { ...house.centre.as('clerk'), roles: ['inspector'] };
    expect(await ask(ownInspection, posing, {})).toBe('access.not-found');
    expect(await ask(inspectedFile, posing, { caseId: sampled[0] })).toBe('access.not-found');
    expect(await ask(inspectedFile, house.other.as('inspector'), { caseId: sampled[0] })).toBe(
      'access.not-found',
    );
  });

  it('accounts of inspections that are over are closed by the system', async () => {
    house.clock.set('2026-11-21T06:00:00.000Z');
    const system: Actor = { ...house.centre.as('director'), accountId: newId(), roles: ['system'] };
    const { rows } = await house.owner.query(
      `select count(*)::int as open from account a join inspector o on o.account_id = a.id where a.state = 'active'`,
    );
    expect(await run(closeDue, system, {})).toEqual({ closed: (rows[0] as Answer)['open'] });
    expect(await run(closeDue, system, {})).toEqual({ closed: 0 });
    house.clock.set(start);
  });
});

describe('the address of a person who hides it', () => {
  let inspectionId = '';
  let who: Actor;
  const hiding = /tajemn|jarocin|umowa/i;

  beforeAll(async () => {
    house.clock.set(start);
    inspectionId = await opened();
    await run(addFile, 'director', { inspectionId, sign: await signOf(of.hidden), reason: 'Skarga.' });
    who = await admitted(inspectionId);
  });

  it('stands nowhere in the file and in the pack: not in the register, not in an answer, not in a note, not in the name of a file', async () => {
    const shown = await ask(inspectedFile, who, { caseId: of.hidden });
    expect(shown).toMatchObject({ addressHidden: true });
    expect(JSON.stringify(shown)).not.toMatch(hiding);
    expect(JSON.stringify(shown)).toContain('Mieszka na [adres chroniony], proszę dzwonić.');
    const pack = await ask(inspectionPack, who, {});
    expect(JSON.stringify(pack)).not.toMatch(hiding);
    expect((pack as { files: { contents: unknown[] }[] }).files[0]?.contents).toEqual([]);
  });

  it('is shown when the director says so with a reason, and then papers and attachments are given', async () => {
    const input = { inspectionId, caseId: of.hidden, reason: 'Kontrola dotyczy miejsca usług.' };
    expect(await run(showAddress, 'director', input)).toMatchObject({ inspectionId });
    expect(await run(showAddress, 'director', input)).toBe('inspections.shown');
    const shown = await ask(inspectedFile, who, { caseId: of.hidden });
    expect(shown).toMatchObject({ addressHidden: false });
    expect(JSON.stringify(shown)).toContain('ul. Tajemna 7, Jarocin');
    const pack = (await ask(inspectionPack, who, {})) as { files: { contents: { title: string }[] }[] };
    expect(pack.files[0]?.contents.map(({ title }) => title)).toEqual(['umowa Tajemna 7.txt']);
  });

  it('of a person who hides nothing there is nothing to show', async () => {
    await run(addFile, 'director', { inspectionId, sign: await signOf(cases[0] ?? ''), reason: 'Skarga.' });
    expect(await run(showAddress, 'director', { inspectionId, caseId: cases[0], reason: 'x' })).toBe(
      'inspections.not-hidden',
    );
  });

  it('a restricted note is its author’s and the coordinator’s: the inspector is not given it', async () => {
    expect(JSON.stringify(await ask(inspectedFile, who, { caseId: of.hidden }))).not.toContain(
      'koordynatora.',
    );
  });
});

describe('what an inspector looked at (art. 50(3) of the Act)', () => {
  it('stands in the journal of every person, each paper by its id, and on the page of the inspection', async () => {
    const inspectionId = await opened();
    const [caseId = ''] = cases;
    const attachmentId = await put('attachment', {
      case_id: caseId,
      name: 'zaświadczenie.txt',
      type: 'text/plain',
      size: 4,
      sha256: 'x',
      content: Buffer.from('Test'),
    });
    await run(addFile, 'director', { inspectionId, sign: await signOf(caseId), reason: 'Skarga.' });
    await run(addFile, 'director', { inspectionId, sign: await signOf(cases[1] ?? ''), reason: 'Skarga.' });
    const who = await admitted(inspectionId);
    await ask(inspectedFile, who, { caseId });
    await ask(inspectionPack, who, {});
    const { rows } = await house.owner.query<{
      action: string;
      case_id: string;
      person_id: string;
      what: Answer;
    }>(
      `select action, case_id, person_id, what from audit_entry where account_id = $1 and kind = 'read' order by seq`,
      [who.accountId],
    );
    expect(rows.map(({ action, case_id: whose }) => [action, whose])).toEqual([
      ['inspections.file', caseId],
      ['inspections.pack', caseId],
      ['inspections.pack', cases[1]],
    ]);
    expect(rows.every(({ person_id: whose }) => whose !== null)).toBe(true);
    expect(rows[1]?.what['files']).toEqual([`attachment:${attachmentId}`]);
    const shown = (await ask(viewInspection, 'director', { inspectionId })) as { looks: Answer[] };
    expect(shown.looks.map(({ action, sign, files }) => [action, sign, files])).toEqual([
      ['inspections.pack', await signOf(cases[1] ?? ''), 0],
      ['inspections.pack', await signOf(caseId), 1],
      ['inspections.file', await signOf(caseId), null],
    ]);
  });
});

describe('“who looked at my data” of the resident', () => {
  it('names the inspector, the post and the authority, for the file and for the pack', async () => {
    const inspectionId = await opened();
    const caseId = cases.at(-1) ?? '';
    await run(addFile, 'director', { inspectionId, sign: await signOf(caseId), reason: 'Skarga.' });
    const inspector = await admitted(inspectionId);
    await ask(inspectedFile, inspector, { caseId });
    await ask(inspectionPack, inspector, {});
    const { rows } = await house.owner.query<{ person_id: string }>(
      'select person_id from case_file where id = $1',
      [caseId],
    );
    const personId = rows[0]?.person_id ?? '';
    const resident = await house.centre.account('resident', { personId });
    const trail = (await ask(personTrail, resident, { personId })) as { entries: Answer[] };
    const looks = trail.entries.filter(
      ({ action, kind }) => String(action).startsWith('inspections.') && kind !== 'access',
    );
    // The newest first; samples of other inspections may have held the same case.
    const own = looks.slice(0, 3).map(({ action, actor, position }) => [action, actor, position]);
    expect(own).toEqual([
      ['inspections.pack', 'Wit Kontrolny', 'inspektor wojewódzki'],
      ['inspections.file', 'Wit Kontrolny', 'inspektor wojewódzki'],
      ['inspections.add-file', 'director testowy', 'director'],
    ]);
  });
});

describe('words that tell where, in whatever form they stand', () => {
  const held = (body: string) => [
    {
      table: 'person',
      rows: [
        { street: 'Świętego Wojciecha', house_number: '12A', locality: 'Witaszyce', postcode: '63-230' },
      ],
    },
    { table: 'note', rows: [{ body }] },
  ];
  const told = (body: string) => String(withoutAddress(held(body), '[ukryte]')[1]?.rows[0]?.['body']);

  it.each([
    ['Byłam na Świętego Wojciecha 12A.', 'Byłam na [ukryte] [ukryte].'],
    ['Dojazd do Witaszyc, 63-230.', 'Dojazd do [ukryte], [ukryte].'],
    ['WITASZYCE', '[ukryte]'],
    ['Mieszka przy świętym Wojciechu', 'Mieszka przy [ukryte] [ukryte]'],
    ['wojciechowska', '[ukryte]'],
    ['Nic o miejscu.', 'Nic o miejscu.'],
  ])('%s', (body, masked) => {
    expect(told(body)).toBe(masked);
  });

  it('without an address nothing is masked', () => {
    expect(withoutAddress([{ table: 'note', rows: [{ body: 'Nic.' }] }], 'x')[0]?.rows).toEqual([
      { body: 'Nic.' },
    ]);
  });

  it('facts inside facts are left out too', () => {
    const rows = [{ about: { name: 'Ewa', address: { street: 'Tajemna', flat_number: '3' } } }];
    expect(withoutAddress([{ table: 'need_report', rows }], 'x')[0]?.rows).toEqual([
      { about: { name: 'Ewa' } },
    ]);
  });
});

describe('an inspector’s account', () => {
  it('exists within an inspection only: no administrator gives that role, and none gives it another one', async () => {
    const create = commands.find(({ name }) => name === 'access.create-account');
    const give = commands.find(({ name }) => name === 'access.give-role');
    if (!create || !give) throw new Error('no such command');
    const account = { login: 'inspektor', name: 'Wit', position: 'x', role: 'inspector' };
    expect(await run(create, 'administrator', account)).toBe('input.invalid');
    const { accountId } = await admitted(await opened());
    expect(await run(give, 'administrator', { accountId, role: 'clerk' })).toBe('access.inside-or-outside');
    expect(await run(give, 'administrator', { accountId, role: 'region' })).toBe('access.inspector-alone');
    expect(await run(give, 'administrator', { accountId, role: 'inspector' })).toBe('input.invalid');
  });

  it('has a last day in the database too, whoever writes the role', async () => {
    const { accountId } = await admitted(await opened());
    await expect(
      house.owner.query(
        `insert into account_role (centre_id, account_id, role, valid_from) values ($1, $2, 'inspector', '2027-01-01')`,
        [house.centre.id, accountId],
      ),
    ).rejects.toThrow('account_role_inspector_ends');
  });

  it('its one-time password is given once: the same submission again does not tell it', async () => {
    const inspectionId = await opened();
    const director = house.centre.as('director');
    const input = { inspectionId, name: 'Wit', position: 'inspektor' };
    const once = newId();
    const first = await house.runner.run(admitInspector, director, input, { once });
    const again = await house.runner.run(admitInspector, director, input, { once });
    if (!first.ok || !again.ok) throw new Error('refused');
    expect(first.value.password).toMatch(/^[a-z0-9]{4}(-[a-z0-9]{4}){3}$/);
    expect(again.value).toEqual({ ...first.value, password: null });
  });
});
