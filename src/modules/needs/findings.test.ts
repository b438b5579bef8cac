import { beforeAll, describe, expect, it } from 'vitest';
import { gminas, testHouse } from '../../../test/support/centre.ts';
import { at } from '../../../test/support/outcome.ts';
import { done } from '../../../test/support/plan.ts';
import { rolesAdmitted } from '../../../test/support/roles.ts';
import { fieldsOfForm, testWeb } from '../../../test/support/web.ts';
import type { Role } from '../../platform/actor.ts';
import { systemActor } from '../../platform/jobs/daily.ts';
import { pageFaults } from '../../ui/index.ts';
import { acceptNeeds } from './commands/review-needs.ts';
import { recordFinding, setAsideFinding, takeFinding } from './commands/record-finding.ts';
import { tellFindings } from './commands/tell-findings.ts';
import { alikeKey } from './domain/review.ts';
import { enter, need, several } from './ledger.fixture.ts';
import { findings } from './queries/findings.ts';

const house = testHouse();
const web = testWeb(house);

const input = {
  foundOn: '2026-11-10',
  source: 'conversation',
  kind: 'need',
  area: '4',
  serviceKind: 'mealsAtHome',
  group: 'olderPeople',
  gmina: gminas.town,
  locality: 'Witaszyce',
  scale: '40',
  significance: 'notable',
  conclusion: 'Starsi mieszkańcy Witaszyc nie mają gdzie zjeść obiadu w niedzielę.',
};
const record = (role: Role, more: Record<string, unknown> = {}) =>
  house.runner.run(recordFinding, house.centre.as(role), { ...input, ...more });
const list = async (role: Role, more: Record<string, unknown> = {}) =>
  done(await house.runner.ask(findings, house.centre.as(role), more));

describe('rozeznanie is continuous (art. 27(1)(2), 32(1))', () => {
  it('what the organiser writes down is taken at once; what a worker or a unit writes awaits the organiser', async () => {
    expect(done(await record('service_organiser')).state).toBe('taken');
    for (const role of ['plan_coordinator', 'assistance_organiser', 'feeder'] as const)
      expect(done(await record(role)).state).toBe('proposed');
  });

  it('the community organiser answers for supporting actions, the organiser of services for services', async () => {
    expect(done(await record('community_organiser', { kind: 'supporting_action' })).state).toBe('taken');
    expect(done(await record('community_organiser')).state).toBe('proposed');
  });

  it('is written by those of domain 2.9 and by nobody else', async () => {
    const ask = async (role: Role) => at(await record(role));
    expect((await rolesAdmitted(ask)).sort()).toEqual([
      'assistance_organiser',
      'community_organiser',
      'feeder',
      'plan_coordinator',
      'service_organiser',
    ]);
  });

  it('a worker and a unit see what they wrote themselves', async () => {
    const mine = await list('plan_coordinator');
    expect(mine.all).toBe(false);
    expect(new Set(mine.findings.map(({ recordedBy }) => recordedBy)).size).toBe(1);
    expect(mine.findings.length).toBeLessThan((await list('director')).findings.length);
  });

  it.each([
    ['a day that has not come', { foundOn: '2027-01-01' }, 'needs.finding-in-future'],
    [
      'a PESEL in the words',
      { conclusion: 'Pani 44051401458 prosi o pomoc' },
      'needs.finding-names-a-person',
    ],
    ['a gmina of another centre', { gmina: '1438011' }, 'needs.gmina-not-served'],
    ['a kind of another area', { serviceKind: 'nursery' }, 'needs.kind-of-another-area'],
  ])('%s is refused', async (_, more, code) => {
    expect(at(await record('service_organiser', more))).toBe(code);
  });
});

describe('a proposed finding is judged once', () => {
  it('taken with the significance that the organiser gives, or set aside with a reason that its author reads', async () => {
    const one = done(await record('feeder', { conclusion: 'Brakuje miejsc w klubie seniora.' }));
    const other = done(await record('feeder', { conclusion: 'Za mało ławek w parku.' }));
    const organiser = house.centre.as('service_organiser');
    done(
      await house.runner.run(takeFinding, organiser, { findingId: one.findingId, significance: 'change' }),
    );
    done(
      await house.runner.run(setAsideFinding, organiser, {
        findingId: other.findingId,
        because: 'to nie usługa',
      }),
    );
    const seen = (await list('feeder')).findings;
    expect(seen.find(({ id }) => id === one.findingId)).toMatchObject({
      state: 'taken',
      significance: 'change',
    });
    expect(seen.find(({ id }) => id === other.findingId)).toMatchObject({ setAsideBecause: 'to nie usługa' });
    const again = await house.runner.run(takeFinding, organiser, {
      findingId: one.findingId,
      significance: 'slight',
    });
    expect(at(again)).toBe('needs.finding-judged');
  });

  it('the community organiser judges supporting actions only', async () => {
    const community = house.centre.as('community_organiser');
    const need = done(await record('plan_coordinator'));
    const action = done(await record('plan_coordinator', { kind: 'supporting_action' }));
    const take = (findingId: string) =>
      house.runner.run(takeFinding, community, { findingId, significance: 'notable' });
    expect(at(await take(need.findingId))).toBe('forbidden');
    done(await take(action.findingId));
  });

  it('another centre’s finding is not there', async () => {
    const foreign = done(
      await house.runner.run(recordFinding, house.other.as('feeder'), { ...input, gmina: '' }),
    );
    const answer = await house.runner.run(takeFinding, house.centre.as('service_organiser'), {
      findingId: foreign.findingId,
      significance: 'change',
    });
    expect(at(answer)).toBe('needs.finding-judged');
  });
});

describe('the system tells what its ledger shows, once a quarter', () => {
  const tell = async () => done(await house.runner.run(tellFindings, systemActor(house.centre.id), {}));

  beforeAll(async () => {
    await enter(house, [...several('now', 9), ...several('few', 4, { area: 6 })]);
    const organiser = house.centre.as('service_organiser');
    const keys = [need('x'), need('x', { area: 6 })].map((one) => alikeKey({ ...one, terms: '' }));
    done(await house.runner.run(acceptNeeds, organiser, { keys }));
  });

  it('an area with at least five accepted needs; four are nobody’s business', async () => {
    expect((await tell()).proposed).toBe(1);
    const told = (await list('service_organiser', { state: 'proposed' })).findings.find(
      ({ source }) => source === 'refusals',
    );
    expect(told).toMatchObject({
      area: 5,
      scale: 9,
      scaleIs: 'counted',
      significance: 'notable',
      recordedBy: null,
    });
    expect(told?.conclusion).toContain(
      'sierpień 2026 – październik 2026: przyjęto 9 niezaspokojonych potrzeb',
    );
  });

  it('and not again tomorrow', async () => {
    expect((await tell()).proposed).toBe(0);
  });
});

describe('the page of the recognition', () => {
  it('the organiser sees what awaits, answers, and is reminded of the diagnosis by a significant change', async () => {
    const page = await web.get('/praca/rozeznanie', 'service_organiser');
    expect(pageFaults(page.body)).toEqual([]);
    expect(page.body).toContain('Sprawdź, czy diagnoza wymaga aktualizacji');
    expect(page.body).toContain('Czekają na Ciebie');
  });

  it('an answer that is wrong comes back at its own finding, not at every one', async () => {
    done(await record('feeder'));
    done(await record('feeder'));
    const page = await web.get('/praca/rozeznanie', 'service_organiser');
    const [, action = ''] = /action="([^"]*\/odloz)"/.exec(page.body) ?? [];
    const sent = await web.post(
      action,
      { ...fieldsOfForm(page.body, action), because: '' },
      'service_organiser',
    );
    expect(sent.statusCode).toBe(422);
    expect(sent.body.match(/class="error-kept"/g)).toHaveLength(1);
  });

  it('a unit writes a finding by the form and finds it in its list', async () => {
    const page = await web.get('/praca/rozeznanie/nowe', 'feeder');
    expect(pageFaults(page.body)).toEqual([]);
    const sent = await web.post(
      '/praca/rozeznanie/nowe',
      {
        ...fieldsOfForm(page.body, '/praca/rozeznanie/nowe'),
        ...input,
        conclusion: 'Szkoła w Golinie pyta o świetlicę.',
      },
      'feeder',
    );
    expect(sent.headers.location).toContain('/praca/rozeznanie?zrobione=needs.record-finding');
    const list = await web.get('/praca/rozeznanie', 'feeder');
    expect(list.body).toContain('Szkoła w Golinie pyta o świetlicę.');
    expect(list.body).not.toContain('Czekają na Ciebie');
  });
});
