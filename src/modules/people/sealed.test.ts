import { describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/support/centre.ts';
import { placesOf } from '../../../test/support/everything.ts';
import { correctPerson } from './commands/correct.ts';
import { freshName, freshPesel, register, written } from './people.fixture.ts';
import { searchPeople } from './queries/search.ts';
import { viewPerson } from './queries/view-person.ts';

const house = testHouse();
const clerk = () => house.centre.as('clerk');
const ids = async (q: string) => {
  const outcome = await house.runner.ask(searchPeople, clerk(), { q });
  return outcome.ok ? outcome.value.people.map(({ personId }) => personId) : [outcome.problem.code];
};

describe('Numbers that name a person (art. 32 GDPR)', () => {
  it('stand plain in no column of the database: not of the register, index, trail, journal or receipts', async () => {
    const [before, pesel, familyName] = [freshPesel('1950-03-12'), freshPesel('1950-03-12'), freshName()];
    const document = { otherIdKind: 'paszport', otherIdNumber: 'XQ 7712345' };
    const personId = await register(house, { familyName, pesel: before, noPeselReason: '', ...document });
    const sent = {
      ...written({ familyName, pesel, noPeselReason: '' }),
      personId,
      why: 'mistake',
      askedBy: 'person',
    };
    const corrected = await house.runner.run(correctPerson, clerk(), sent, { once: crypto.randomUUID() });
    expect(corrected.ok).toBe(true);
    for (const number of [before, pesel, 'XQ 7712345', 'xq7712345'])
      expect(await placesOf(house.owner, number), number).toEqual([]);
    expect(await house.runner.ask(viewPerson, clerk(), { personId })).toMatchObject({
      value: {
        pesel,
        corrections: [
          {
            askedBy: 'person',
            changes: expect.arrayContaining([expect.objectContaining({ before, after: pesel })]),
          },
        ],
      },
    });
  });

  it('find their person when they are given whole, with or without spaces', async () => {
    const pesel = freshPesel('1987-11-02');
    const personId = await register(house, {
      pesel,
      noPeselReason: '',
      otherIdKind: 'dowód',
      otherIdNumber: 'ABW 445566',
    });
    for (const q of [
      pesel,
      `${pesel.slice(0, 6)} ${pesel.slice(6)}`,
      'ABW 445566',
      'abw445566',
      'ABW-445566',
    ])
      expect(await ids(q), q).toEqual([personId]);
  });

  it('do not find by a beginning, which a mark has not; the first six digits of a PESEL find who was born that day', async () => {
    const pesel = freshPesel('1944-05-19');
    const personId = await register(house, { pesel, noPeselReason: '' });
    expect(await ids(pesel.slice(0, 9))).toEqual([]);
    expect(await ids(pesel.slice(0, 6))).toEqual([personId]);
  });

  it('leave another mark in another centre: nobody can tell that one person is known to both', async () => {
    const pesel = freshPesel();
    await register(house, { pesel, noPeselReason: '' });
    await register(house, { pesel, noPeselReason: '' }, house.other);
    const { rows } = await house.owner.query(
      'select count(distinct pesel_mark)::int as marks, count(*)::int as people from person where pesel_mark is not null and pesel_sealed is not null and version = 1 and centre_id = any($1) and id in (select id from person order by created_at desc limit 2)',
      [[house.centre.id, house.other.id]],
    );
    expect(rows[0]).toEqual({ marks: 2, people: 2 });
  });
});
