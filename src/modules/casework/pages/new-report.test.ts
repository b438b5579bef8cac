import { describe, expect, it } from 'vitest';
import { testHouse } from '../../../../test/support/centre.ts';
import { fieldsOfForm, testWeb } from '../../../../test/support/web.ts';
import { addPerson, report } from '../intake.fixture.ts';
import { soughtPerson } from './new-report.tsx';

const house = testHouse();
const { get, post } = testWeb(house);

describe('a person who has a case already', () => {
  it('is told of before another is begun, as far as the worker may know of it', async () => {
    const personId = await addPerson(house, house.centre);
    expect((await get(`/praca/zgloszenie?osoba=${personId}`, 'clerk')).body).not.toContain('już sprawę');
    const open = await report(house, { personId, needs: [{ words: 'Dowóz na dializy' }] });
    const page = (await get(`/praca/zgloszenie?osoba=${personId}`, 'clerk')).body;
    expect(page).toContain('Ta osoba ma już sprawę w toku');
    expect(page).toContain(`href="/praca/sprawy/${open}"`);
    expect(page).toContain('Dowóz na dializy');
    const led = await house.centre.account('plan_coordinator');
    await house.owner.query('update case_file set coordinator_id = $2 where id = $1', [open, led.accountId]);
    expect((await get(`/praca/zgloszenie?osoba=${personId}`, led)).body).toContain('Dowóz na dializy');
    expect((await get(`/praca/zgloszenie?osoba=${personId}`, 'plan_coordinator')).body).not.toContain(
      'Dowóz',
    );
    await house.owner.query("update case_file set state = 'withdrawn' where id = $1", [open]);
    expect((await get(`/praca/zgloszenie?osoba=${personId}`, 'clerk')).body).not.toContain('Dowóz');
  });
});

describe('a person sought in the middle of a report, without script', () => {
  it('is looked for by the name and year just typed; what was written of the need stays', async () => {
    const personId = await addPerson(house, house.centre, {
      givenName: 'Wacława',
      familyName: 'Bezskryptowa',
    });
    const form = (await get('/praca/zgloszenie', 'service_organiser')).body;
    const action = /action="(\/praca\/zgloszenie\?klucz=[^"]*)"/.exec(form)?.[1] ?? '';
    const fields = fieldsOfForm(form, action);
    const sought = await post(
      action,
      {
        ...fields,
        'needs.0.words': 'Nie ma kto zrobić zakupów',
        'about.name': 'Wacława Bezskryptowa',
        _intent: 'search',
      },
      'service_organiser',
    );
    expect(String(sought.headers['location'])).toMatch(/^\/praca\/zgloszenie\?szukaj=/);
    expect(String(sought.headers['location'])).not.toContain('Bezskryptowa');
    const found = await get(String(sought.headers['location']), 'service_organiser');
    expect(found.body).toMatch(/name="szukaj"[^>]*value="Wacława Bezskryptowa"/);
    expect(found.body).toContain('Nie ma kto zrobić zakupów');
    const chosen = await get(`/praca/zgloszenie?osoba=${personId}`, 'service_organiser');
    expect(chosen.body).toContain('Nie ma kto zrobić zakupów');
  });

  it('the phone is sought only when there is no name', () => {
    expect(soughtPerson({ 'about.name': ' Anna ', 'about.birthYear': '1950', 'about.phone': '600' })).toEqual(
      {
        szukaj: 'Anna 1950',
      },
    );
    expect(soughtPerson({ 'about.phone': '600 100 200' })).toEqual({ szukaj: '600 100 200' });
  });
});
