import { describe, expect, it } from 'vitest';
import { testHouse } from '../../../../test/support/centre.ts';
import { arrangeCase, arrangeOtherTrack } from '../../../../test/support/recognised-case.ts';
import { fieldsOfForm, testWeb } from '../../../../test/support/web.ts';
import { newId } from '../../../platform/ids.ts';
import { pageFaults } from '../../../ui/check.ts';

const house = testHouse();
const web = testWeb(house);

describe('the account of a unit', () => {
  it('begins with what it can do, lists what it was sent, and answers there', async () => {
    const unit = newId();
    await house.owner.query(`insert into organization (centre_id, id, name) values ($1, $2, 'PCPR')`, [
      house.centre.id,
      unit,
    ]);
    const feeder = await house.centre.account('feeder', { organizationId: unit });
    const start = await web.get('/praca', feeder);
    expect(start.statusCode).toBe(200);
    expect(start.body).toContain('href="/praca/przekazane"');
    // Whoever may not look for people is not offered the box for it.
    expect(start.body).not.toContain('role="search"');
    expect((await web.get('/praca/przekazane', feeder)).body).toContain('Nie ma przekazanych wniosków');
    const other = await arrangeOtherTrack(house.owner, house.centre.id);
    const { caseId: id } = await arrangeCase(house, { wants: [other] });
    const path = `/praca/sprawy/${id}`;
    const sent = {
      ...fieldsOfForm((await web.get(`${path}/przekaz`, 'plan_coordinator')).body, `${path}/przekaz`),
      targetKind: 'unit',
      targetName: 'PCPR',
      targetOrganizationId: unit,
      reason: 'x',
      agreed: 'tak',
      agreedHow: 'telefonicznie',
    };
    expect((await web.post(`${path}/przekaz`, sent, 'plan_coordinator')).statusCode).toBe(303);
    const list = await web.get('/praca/przekazane', feeder);
    expect(pageFaults(list.body)).toEqual([]);
    expect(list.body).toContain('Czekają na odpowiedź: 1');
    expect(list.body).toContain(`href="${path}/przekazanie"`);
    const form = await web.get(`${path}/przekazanie`, feeder);
    expect(form.body).toContain('href="/praca/przekazane"');
    const fields = fieldsOfForm(form.body, `${path}/przekazanie`);
    const bare = await web.post(`${path}/przekazanie`, { ...fields, answer: 'returned' }, feeder);
    expect(bare.body).toContain('dlaczego wniosek wrócił');
    const back = await web.post(
      `${path}/przekazanie`,
      { ...fields, answer: 'returned', answerWords: 'To zadanie gminy.' },
      feeder,
    );
    expect(back.headers.location).toMatch(/^\/praca\/przekazane\?zrobione=/);
    const after = await web.get('/praca/przekazane', feeder);
    expect(after.body).toContain('zwrócono');
    // What was given back is no longer the unit's to read: neither the person nor the application.
    expect(after.body).not.toContain(`href="${path}/przekazanie"`);
    expect((await web.get(`${path}/przekazanie`, feeder)).statusCode).toBe(404);
  });

  it.each(['provider', 'region'] as const)('%s has a first page that is not a refusal', async (role) => {
    const page = await web.get('/praca', role);
    expect(page.statusCode).toBe(200);
    expect(pageFaults(page.body)).toEqual([]);
  });
});

describe('a transfer and its answer', () => {
  it('goes from the coordinator to the team and back, with the agreement', async () => {
    const other = await arrangeOtherTrack(house.owner, house.centre.id);
    const { caseId: id } = await arrangeCase(house, { wants: [other] });
    const path = `/praca/sprawy/${id}`;
    const page = await web.get(`${path}/przekaz`, 'plan_coordinator');
    const fields = fieldsOfForm(page.body, `${path}/przekaz`);
    expect(fields).toMatchObject({ ground: 'separate_statute', targetName: 'zespół pomocy społecznej' });
    const refused = await web.post(
      `${path}/przekaz`,
      { ...fields, targetKind: 'team', reason: 'x', agreedHow: 'telefonicznie' },
      'plan_coordinator',
    );
    expect(refused.body).toContain('Bez uzgodnienia z wnioskodawcą');
    const sent = await web.post(
      `${path}/przekaz`,
      { ...fields, targetKind: 'team', reason: 'x', agreed: 'tak', agreedHow: 'telefonicznie' },
      'plan_coordinator',
    );
    expect(sent.statusCode).toBe(303);
    const answer = await web.get(`${path}/przekazanie`, 'assistance_organiser');
    expect(pageFaults(answer.body)).toEqual([]);
    const answered = await web.post(
      `${path}/przekazanie`,
      { ...fieldsOfForm(answer.body, `${path}/przekazanie`), answer: 'accepted' },
      'assistance_organiser',
    );
    expect(answered.headers.location).toContain('przekazanie?zrobione=');
    expect((await web.get(`${path}/przekazanie`, 'assistance_organiser')).body).toContain('przyjęto');
  });
});
