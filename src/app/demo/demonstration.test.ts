import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { addDays } from '../../law/index.ts';
import type { CaseState } from '../../modules/casework/index.ts';
import { loadDemonstration, type LoadedDemonstration } from './demonstration.ts';
import { demoAccounts } from './staff.ts';
import { newKey, vaultOf } from '../../platform/vault/vault.ts';
import { storyTargets, type StoryTarget } from './story.ts';

const database = testDatabase();
const now = '2026-11-23T10:30:00.000Z';
const today = '2026-11-23';

let demonstration: LoadedDemonstration;

const rows = async <Row extends Record<string, unknown>>(
  text: string,
  values: unknown[] = [],
): Promise<Row[]> => (await database.owner.query<Row>(text, values)).rows;

beforeAll(async () => {
  demonstration = await loadDemonstration(database.owner, database.address, {
    now,
    vault: vaultOf([newKey()]),
  });
}, 180_000);

/** Where a case stands when its story has been told, and its plan's newest versions, the last one last. */
const ends: Readonly<Record<StoryTarget, readonly [CaseState, ...string[]]>> = {
  reported: ['reported'],
  answered: ['answered'],
  draft: ['draft'],
  submitted: ['submitted'],
  awaiting_completion: ['awaiting_completion'],
  left_unconsidered: ['left_unconsidered'],
  in_recognition: ['in_recognition'],
  qualified: ['qualified'],
  plan_in_preparation: ['plan_in_preparation'],
  transferred: ['transferred'],
  transfer_accepted: ['transfer_accepted'],
  transfer_returned: ['in_recognition'],
  refused: ['refused'],
  withdrawn: ['withdrawn'],
  closed: ['closed'],
  plan_draft: ['plan_in_preparation', 'draft'],
  plan_agreed: ['plan_in_preparation', 'agreed'],
  plan_returned: ['plan_in_preparation', 'returned'],
  plan_approved: ['plan_running', 'approved'],
  plan_running: ['plan_running', 'running'],
  plan_being_updated: ['plan_running', 'running', 'draft'],
  plan_ended: ['plan_running', 'ended'],
  plan_resigned: ['plan_running', 'resigned'],
  plan_summarised: ['closed', 'summarised'],
};

describe('The demonstration, played through the commands of the product', () => {
  it('meets no refusal', () => {
    expect(demonstration.refused).toEqual([]);
  });

  it('leads every one of 120 stories to the state it was written for', async () => {
    const found = await rows<{ id: string; state: string; versions: string[] }>(
      `select c.id, c.state, coalesce(array_agg(v.state order by v.number) filter (where v.state is not null), '{}') as versions
       from case_file c left join plan p on p.case_id = c.id left join plan_version v on v.plan_id = p.id group by c.id, c.state`,
    );
    const states = new Map(found.map(({ id, state, versions }) => [id, [state, ...versions]]));
    const stands = demonstration.stories.map((story) => ({
      story: `${story.index} ${story.target}`,
      state: states.get(demonstration.progress.get(story.index)?.caseId ?? ''),
    }));
    expect(stands).toEqual(
      demonstration.stories.map((story) => ({
        story: `${story.index} ${story.target}`,
        state: ends[story.target],
      })),
    );
    expect(found).toHaveLength(120);
    expect(new Set(demonstration.stories.map(({ target }) => target)).size).toBe(storyTargets.length);
  });

  it('leaves an audit chain that holds in every centre and runs in the order of time (art. 50(3))', async () => {
    for (const { id } of demonstration.centres) {
      const [chain] = await rows<{ broken: number | null; backwards: number; last: string; days: number }>(
        `select app.audit_first_broken($1) as broken, max(at) as last, extract(day from max(at) - min(at))::int as days,
           count(*) filter (where at < before)::int as backwards
         from (select at, lag(at) over (order by seq) as before from audit_entry where centre_id = $1 and actor <> 'Wczytanie demonstracji') e`,
        [id],
      );
      expect(chain).toMatchObject({ broken: null, backwards: 0 });
      expect(chain?.last && chain.last <= now).toBe(true);
      expect(chain?.days).toBeGreaterThan(60);
    }
  });

  it('gives case signs without a gap, in the order in which applications came', async () => {
    for (const { id } of demonstration.centres) {
      const signed = await rows<{ number: number; at: string }>(
        `select split_part(sign, '.', 3)::int as number, submitted_on as at from case_file
         where centre_id = $1 and sign is not null order by split_part(sign, '.', 3)::int`,
        [id],
      );
      expect(signed.map(({ number }) => number)).toEqual(signed.map((_, i) => i + 1));
      const days = signed.map(({ at }) => at);
      expect(days).toEqual([...days].sort((a, b) => a.localeCompare(b)));
    }
  });

  it('takes from the limits of a programme exactly what it accepted and reserved (art. 42(2))', async () => {
    const wrong = await rows(
      `select o.id from programme_service o left join qualification q on q.programme_service_id = o.id and q.state <> 'released'
       group by o.centre_id, o.id, o.used_people, o.used_grosze
       having o.used_people <> count(q.id) or o.used_grosze <> coalesce(sum(q.committed_grosze), 0)`,
    );
    expect(wrong).toEqual([]);
  });

  it('issues the letters at once and leaves their files to the outbox', async () => {
    const [letters] = await rows(
      `select count(*)::int as issued, count(pdf)::int as made, count(distinct kind)::int as kinds,
         (select count(*)::int from outbox where done_at is null and kind = 'records.render') as waiting from document`,
    );
    expect(letters).toMatchObject({ made: 0, kinds: 13 });
    expect(letters?.['waiting']).toBe(letters?.['issued']);
    expect(letters?.['issued']).toBeGreaterThan(180);
  });
});

describe('A demonstration that looks alive today', () => {
  const colours = `count(*) filter (where due_on < $1)::int as overdue,
    count(*) filter (where due_on >= $1 and red_on <= $1)::int as red,
    count(*) filter (where red_on > $1 and amber_on <= $1)::int as amber,
    count(*) filter (where amber_on > $1)::int as calm`;

  it('has clocks of every colour, and somebody’s own among them', async () => {
    const [clocks] = await rows<Record<'overdue' | 'red' | 'amber' | 'calm' | 'owned', number>>(
      `select ${colours}, count(owner_id)::int as owned from deadline where state = 'running'`,
      [today],
    );
    for (const count of Object.values(clocks ?? {})) expect(count).toBeGreaterThan(1);
  });

  it('has the duties of art. 46 near due in every centre', async () => {
    const due = await rows<{ kind: string; due_on: string }>(
      `select kind, due_on from deadline where state = 'running' and kind in ('planSummary', 'coordinatorsMeeting')`,
    );
    expect(due).toHaveLength(2 * demonstration.centres.length);
    for (const { due_on: dueOn } of due) expect(dueOn > today && dueOn <= addDays(today, 14)).toBe(true);
  });

  it('has talks in the calendars of the coming week', async () => {
    const talks = await rows<{ kind: string; starts_at: string }>('select kind, starts_at from appointment');
    expect(new Set(talks.map(({ kind }) => kind)).size).toBeGreaterThan(3);
    for (const { starts_at: at } of talks) expect(at > '2026-11-22' && at < addDays(today, 7)).toBe(true);
  });

  it('has a fee that was paid and one that was not (art. 43)', async () => {
    const fees = await rows<{ state: string }>('select distinct state from fee order by state');
    expect(fees.map(({ state }) => state)).toEqual(['overdue', 'paid']);
  });
});

describe('Accounts of the demonstration', () => {
  it('are entered by one click and by nothing else, in every centre', async () => {
    const accounts = await rows<{ login: string; password_hash: string | null; persona: string | null }>(
      'select login, password_hash, persona from account',
    );
    // And the inspector, whose account comes with the inspection.
    expect(accounts).toHaveLength(demoAccounts.length + demonstration.centres.length + 1);
    for (const { password_hash: hash, persona } of accounts) {
      expect(hash).toBeNull();
      expect(persona).toMatch(/\.$/);
    }
  });

  it('tie a resident to a person whose plan runs, and performers and units to their organization', async () => {
    const residents = await rows(
      `select a.login from account a join account_role r on r.account_id = a.id and r.role = 'resident'
       join case_file c on c.person_id = a.person_id and c.state = 'plan_running'`,
    );
    expect(residents).toHaveLength(demonstration.centres.length);
    const [outside] = await rows(
      `select count(*)::int as all, count(a.organization_id)::int as tied from account a
       join account_role r on r.account_id = a.id and r.role in ('provider', 'feeder')`,
    );
    expect(outside).toEqual({ all: 7, tied: 7 });
  });

  it('sign on the authorisations of art. 26 that hold today, and one has ended', async () => {
    const [register] = await rows(
      `select count(*) filter (where valid_to is null)::int as hold, count(*) filter (where valid_to < $1)::int as ended from authorisation`,
      [today],
    );
    expect(register).toEqual({ hold: 8, ended: 3 });
  });

  it('one centre asks its residents, by all four ways, and drafts a local plan that is whole but for one base', async () => {
    const sheets = await rows(
      `select s.mode, count(*)::int as sheets from survey_sheet s join centre c on c.id = s.centre_id
       where c.slug = 'jarocin' group by s.mode order by s.mode`,
    );
    expect(sheets).toEqual([
      { mode: 'interviewer', sheets: 100 },
      { mode: 'paper', sheets: 20 },
      { mode: 'telephone', sheets: 15 },
      { mode: 'web', sheets: 25 },
    ]);
    const [plan] = await rows<{ content: { actions: unknown[]; indicators: { base: number | null }[] } }>(
      `select l.content from lpdi l join centre c on c.id = l.centre_id where c.slug = 'jarocin' and l.state = 'draft'`,
    );
    expect(plan?.content.actions).toHaveLength(3);
    expect(plan?.content.indicators.filter(({ base }) => base === null)).toHaveLength(1);
  });

  it('one more centre only plans: an adopted local plan, a diagnosis in force, no case', async () => {
    const [planning] = await rows(
      `select (select state from lpdi where centre_id = $1) as plan, (select state from diagnosis where centre_id = $1) as diagnosis,
         (select count(*)::int from case_file where centre_id = $1) as cases,
         (select count(*)::int from account where centre_id = $1) as accounts`,
      [demonstration.planning.centre.id],
    );
    expect(planning).toEqual({ plan: 'adopted', diagnosis: 'in_force', cases: 0, accounts: 4 });
  });

  it('has two reviewed months of unmet needs in every centre, and some that await a review', async () => {
    const ledger = await rows<{ centre_id: string; months: string[]; reviewed: number; awaiting: number }>(
      `select centre_id, array_agg(distinct to_char(happened_on, 'YYYY-MM')) filter (where state = 'accepted') as months,
         sum(times) filter (where state = 'accepted')::int as reviewed, sum(times) filter (where state = 'awaiting')::int as awaiting
       from unmet_need where centre_id = any($1) group by centre_id`,
      [demonstration.centres.map(({ id }) => id)],
    );
    expect(ledger).toHaveLength(demonstration.centres.length);
    for (const one of ledger) {
      expect(one.months).toEqual(['2026-09', '2026-10']);
      expect(one.reviewed).toBeGreaterThan(400);
      expect(one.awaiting).toBeGreaterThan(20);
    }
  });

  it('whoever waited a whole month is an unmet need; whoever was refused becomes one through the outbox', async () => {
    const [found] = await rows(`select count(*)::int as months from unmet_need where source = 'waiting'`);
    expect(found?.['months']).toBeGreaterThan(0);
    const [ends] = await rows(
      `select count(*)::int as told, (select count(*)::int from case_file where state in ('refused', 'left_unconsidered')) as ended
       from outbox where kind = 'casework.tell-unmet'`,
    );
    expect(ends?.['told']).toBe(ends?.['ended']);
  });
});
