import { beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/support/centre.ts';
import type { Actor, Role } from '../../platform/actor.ts';
import { inTransaction, readerFor } from '../../platform/database/tenant.ts';
import { appendAudit } from '../../platform/runner/audit.ts';
import { closePdf } from '../../platform/documents/pdf.ts';
import { newId } from '../../platform/ids.ts';
import { startJobs } from '../../platform/jobs/jobs.ts';
import { afterAll } from 'vitest';
import {
  caseMetric,
  issueDocument,
  listDocuments,
  nextSign,
  personTrail,
  renderJob,
  renderMessage,
} from './index.ts';
import { documentFile } from './queries/document-file.ts';
import { auditLog } from './queries/trail.ts';

const house = testHouse();
afterAll(closePdf);

let caseId: string;
let personId: string;

beforeAll(async () => {
  personId = newId();
  caseId = newId();
  await house.owner.query(
    `insert into person (centre_id, id, gmina, given_name, family_name, no_pesel_reason) values ($1, $2, '3006023', 'Anna', 'Nowak', 'test')`,
    [house.centre.id, personId],
  );
  await house.owner.query(
    `insert into case_file (centre_id, id, gmina, person_id, title, state, channel, sign, coordinator_id) values ($1, $2, '3006023', $3, 'Opieka', 'submitted', 'phone', 'CUS.5020.1.2026', $4)`,
    [house.centre.id, caseId, personId, house.centre.as('plan_coordinator').accountId],
  );
});

const moment = () => ({
  now: house.clock.now(),
  today: '2026-11-16',
  actor: house.centre.as('clerk'),
  vault: house.vault,
});

const issue = async () =>
  await inTransaction(house.pool, house.centre.id, async (tx) => {
    const { id } = await issueDocument(tx, moment(), {
      kind: 'receipt',
      title: 'Potwierdzenie',
      caseId,
      personId,
      letter: {
        caseSign: 'CUS.5020.1.2026',
        addressee: ['Anna Nowak'],
        title: 'Potwierdzenie przyjęcia',
        blocks: [{ type: 'paragraph', runs: [{ text: 'Zażółć gęślą jaźń.' }] }],
      },
    });
    const message = renderMessage(id);
    await tx
      .insertInto('outbox')
      .values({
        centre_id: house.centre.id,
        id: newId(),
        kind: message.kind,
        payload: JSON.stringify(message.payload),
      })
      .execute();
    return id;
  });

describe('signs and numbers', () => {
  it('follow the filing plan without gaps or twins, even at the same instant', async () => {
    const signs = await Promise.all(
      Array.from({ length: 12 }, () =>
        inTransaction(house.pool, house.centre.id, (tx) =>
          nextSign(tx, house.centre.id, 'case', '2026-11-16'),
        ),
      ),
    );
    expect([...signs].sort()).toEqual(
      Array.from({ length: 12 }, (_, index) => `CUS.5020.${index + 1}.2026`).sort(),
    );
  });

  it('begin again with the year', async () => {
    expect(
      await inTransaction(house.pool, house.centre.id, (tx) =>
        nextSign(tx, house.centre.id, 'case', '2027-01-02'),
      ),
    ).toBe('CUS.5020.1.2027');
  });
});

describe('an issued document', () => {
  it('gets its files once, after the commit, and keeps them byte for byte', async () => {
    const id = await issue();
    const clerk = house.centre.as('clerk');
    expect(await house.runner.ask(documentFile, clerk, { documentId: id, format: 'pdf' })).toMatchObject({
      ok: true,
      value: { content: null },
    });
    const jobs = startJobs(house.pool, [renderJob], {
      report: (error) => {
        throw error;
      },
      timer: false,
    });
    await jobs.drain();
    const first = await house.runner.ask(documentFile, clerk, { documentId: id, format: 'pdf' });
    if (!first.ok || first.value.content === null) throw new Error('not made');
    expect(Buffer.from(first.value.content, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
    await house.owner.query(`update outbox set done_at = null, tries = 0, next_try_at = now()`);
    await jobs.drain();
    expect(await house.runner.ask(documentFile, clerk, { documentId: id, format: 'pdf' })).toEqual(first);
    const docx = await house.runner.ask(documentFile, clerk, { documentId: id, format: 'docx' });
    expect(
      docx.ok &&
        Buffer.from(docx.value.content ?? '', 'base64')
          .subarray(0, 2)
          .toString(),
    ).toBe('PK');
    await jobs.stop();
  });

  it('is opened by its coordinator and hidden from others', async () => {
    const id = await issue();
    const open = (actor: Parameters<typeof house.runner.ask>[1]) =>
      house.runner.ask(documentFile, actor, { documentId: id, format: 'pdf' });
    expect(await open(house.centre.as('plan_coordinator'))).toMatchObject({ ok: true });
    expect(await open(await house.centre.account('plan_coordinator'))).toMatchObject({
      ok: false,
      problem: { kind: 'not_found' },
    });
    for (const role of [
      'provider',
      'feeder',
      'region',
      'community_organiser',
      'resident',
      'visitor',
    ] as const)
      expect(await open(house.centre.as(role))).toMatchObject({ ok: false, problem: { kind: 'not_found' } });
    expect(await open(house.centre.as('resident', { personId }))).toMatchObject({ ok: true });
    expect(await open(house.other.as('director'))).toMatchObject({
      ok: false,
      problem: { kind: 'not_found' },
    });
  });

  it('is no way round the wall of what it is about: the window opens neither plans nor decisions (art. 50(1))', async () => {
    const open = async (role: Role, kind: string) => {
      const id = await issue();
      await house.owner.query(`update document set kind = $2 where id = $1`, [id, kind]);
      const answer = await house.runner.ask(documentFile, house.centre.as(role), {
        documentId: id,
        format: 'pdf',
      });
      return answer.ok;
    };
    for (const kind of ['plan', 'plan-copy', 'plan-closing', 'refusal', 'order-to-pay']) {
      expect(await open('clerk', kind)).toBe(false);
      expect(await open('director', kind)).toBe(true);
    }
    for (const kind of ['receipt', 'call-to-complete', 'qualification', 'transfer'])
      expect(await open('clerk', kind)).toBe(true);
    // The notice of a transfer is the team's when it was the team that got the application.
    expect(await open('assistance_organiser', 'transfer')).toBe(false);
    await house.owner.query(
      `insert into transfer (centre_id, id, case_id, target_kind, target_name, reason, agreed_on, agreed_how, sent_on)
       values ($1, $2, $3, 'team', 'zespół', 'x', '2026-11-12', 'rozmowa', '2026-11-12')`,
      [house.centre.id, newId(), caseId],
    );
    expect(await open('assistance_organiser', 'transfer')).toBe(true);
    expect(await open('assistance_organiser', 'plan')).toBe(false);
  });

  it('is listed with its case and its person', async () => {
    const db = readerFor(house.pool, house.centre.id);
    expect((await listDocuments(db, house.centre.id, { caseId })).length).toBe(
      (await listDocuments(db, house.centre.id, { personId })).length,
    );
  });
});

describe('who looked (art. 50(3))', () => {
  it('is shown on the page of the person to those who may open it', async () => {
    const trail = await house.runner.ask(personTrail, house.centre.as('director'), { personId });
    expect(
      trail.ok &&
        trail.value.entries.some(
          (entry) => entry.action === 'records.document-file' && entry.kind === 'read',
        ),
    ).toBe(true);
    // Who was refused the letter above stands there too.
    expect(
      trail.ok &&
        trail.value.entries.some((entry) => entry.kind === 'access' && entry.actor === 'provider testowy'),
    ).toBe(true);
    expect(
      await house.runner.ask(personTrail, await house.centre.account('plan_coordinator'), { personId }),
    ).toMatchObject({ ok: false, problem: { kind: 'not_found' } });
    expect(
      await house.runner.ask(personTrail, house.centre.as('resident', { personId }), { personId }),
    ).toMatchObject({ ok: true });
    expect(
      await house.runner.ask(personTrail, house.centre.as('resident', { personId: newId() }), { personId }),
    ).toMatchObject({ ok: false });
  });

  it('is no business of a clerk or an organiser who has not worked with the person', async () => {
    const reads = async (actor: Actor) => (await house.runner.ask(personTrail, actor, { personId })).ok;
    const [clerk, organiser] = [
      await house.centre.account('clerk'),
      await house.centre.account('service_organiser'),
    ];
    expect([await reads(clerk), await reads(organiser)]).toEqual([false, false]);
    await inTransaction(
      house.pool,
      house.centre.id,
      () => Promise.resolve(),
      async (send) =>
        await appendAudit(
          send,
          // The one has changed something of the person, the other has only looked.
          [
            { accountId: clerk.accountId, kind: 'change' as const },
            { accountId: organiser.accountId, kind: 'read' as const },
          ].map((one) => ({ ...one, actor: 'test', action: 'people.correct', personId, what: {} })),
        ),
    );
    expect([await reads(clerk), await reads(organiser)]).toEqual([true, false]);
    await house.owner.query(
      `insert into access_grant (centre_id, id, account_id, person_id, reason, granted_at, until)
       values ($1, $2, $3, $4, 'Nagła sprawa w nocy.', $5, $5::timestamptz + interval '1 hour')`,
      [house.centre.id, newId(), organiser.accountId, personId, house.clock.now()],
    );
    expect(await reads(organiser)).toBe(true);
    expect(await reads(house.centre.as('auditor'))).toBe(true);
  });

  it('is one log for the auditor alone, page by page', async () => {
    const log = await house.runner.ask(auditLog, house.centre.as('auditor'), {});
    expect(log.ok && log.value.entries.length).toBeGreaterThan(3);
    for (const role of [
      'director',
      'clerk',
      'plan_coordinator',
      'service_organiser',
      'administrator',
    ] as const)
      expect(await house.runner.ask(auditLog, house.centre.as(role), {})).toMatchObject({
        ok: false,
        problem: { kind: 'forbidden' },
      });
    const older = await house.runner.ask(auditLog, house.centre.as('auditor'), { before: '3' });
    expect(older.ok && older.value.entries.map((entry) => entry.seq)).toEqual([2, 1]);
  });

  it('keeps the metric of a case to its changes', async () => {
    const metric = await house.runner.ask(caseMetric, house.centre.as('clerk'), { caseId });
    expect(metric).toMatchObject({ ok: true, value: { sign: 'CUS.5020.1.2026', entries: [] } });
    expect(await house.runner.ask(caseMetric, house.centre.as('clerk'), { caseId: newId() })).toMatchObject({
      ok: false,
      problem: { kind: 'not_found' },
    });
  });
});
