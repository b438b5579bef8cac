import { beforeAll, describe, expect, it } from 'vitest';
import { randomUUID } from 'node:crypto';
import { testHouse } from '../../../test/support/centre.ts';
import { at } from '../../../test/support/outcome.ts';
import { newId } from '../../platform/ids.ts';
import { roles } from '../../platform/actor.ts';
import { answerSection } from './commands/answer-section.ts';
import { clearAway, dropContactNow, leaveContact } from './commands/contacts.ts';
import { closeSurvey } from './commands/publish.ts';
import { answersOf } from './db/answers.ts';
import { readerFor } from '../../platform/database/tenant.ts';
import { listContacts, openSurveys, readQuestionnaire } from './queries/surveys.ts';
import { runningSurvey, valueOf, wholeDefinition } from './survey.fixture.ts';

const house = testHouse();
let survey: { surveyId: string; slug: string };

beforeAll(async () => {
  survey = await runningSurvey(house, 'Czego potrzebujemy');
});

/** What stands on the page of each section for somebody who does not care for anybody. */
const onPage: Record<string, string> = { s1: 'cares,needs', s2: 'rank', s3: 'rate,life,idea,sex' };

const visitor = () => house.centre.as('visitor');
const answer = async (
  section: string,
  answers: Record<string, unknown>,
  more: Record<string, unknown> = {},
) =>
  await house.runner.run(answerSection, visitor(), {
    slug: survey.slug,
    section,
    answers,
    seen: onPage[section],
    ...more,
  });

const sheets = async (surveyId = survey.surveyId): Promise<number> => {
  const { rows } = await house.owner.query<{ n: number }>(
    'select count(*)::int as n from survey_sheet where survey_id = $1',
    [surveyId],
  );
  return rows[0]?.n ?? 0;
};

describe('answering on the web, one section a page', () => {
  it('goes from section to section, skips what is not asked, and ends in one sheet', async () => {
    const before = await sheets();
    const first = valueOf(await answer('s1', { cares: '2', needs: ['1', '3'] }));
    // Who does not care for anybody never sees the section for carers.
    expect(first.next).toBe('s3');
    const last = await answer(
      's3',
      { rate: { w1: '1', w2: '-1' }, life: '4', idea: ' lekarza ' },
      { draft: first.code },
    );
    expect(valueOf(last)).toEqual({ code: null, next: null });
    expect(await sheets()).toBe(before + 1);
  });

  it('a question that an answer opens on the same page is asked before the next page', async () => {
    const first = valueOf(await answer('s1', { cares: '1' }));
    expect(first.next).toBe('s1');
    const missing = await answer(
      's1',
      { cares: '1', hours: '' },
      { draft: first.code, seen: 'cares,hours,needs' },
    );
    expect(at(missing)).toBe('survey.answers');
    expect(
      valueOf(
        await answer('s1', { cares: '1', hours: '20' }, { draft: first.code, seen: 'cares,hours,needs' }),
      ).next,
    ).toBe('s2');
  });

  it('every wrong answer of the page is told beside its question', async () => {
    const wrong = await answer('s1', { cares: '', needs: ['1', '2', '3'] });
    expect(wrong.ok ? {} : wrong.problem.fields).toEqual({
      'answers.cares': 'Odpowiedz na to pytanie.',
      'answers.needs': 'Za dużo odpowiedzi. Zostaw tyle, ile wolno wybrać.',
    });
  });

  it('an answer to a question that is hidden from the person is refused', async () => {
    expect(at(await answer('s1', { cares: '2', hours: '5' }, { seen: onPage['s1'] }))).toBe(
      'survey.hidden-answer',
    );
  });

  it('an answer that a later change of mind hides is not counted', async () => {
    const first = valueOf(await answer('s1', { cares: '1', hours: '20' }));
    const second = valueOf(await answer('s2', { rank: { 1: '2', 2: '1' } }, { draft: first.code }));
    expect(second.next).toBe('s3');
    const changed = valueOf(
      await answer('s1', { cares: '2', hours: '20' }, { draft: first.code, seen: 'cares,hours,needs' }),
    );
    expect(changed.next).toBe('s3');
    valueOf(await answer('s3', { life: '1' }, { draft: first.code }));
    const { rows } = await house.owner.query<{ codes: number[] }>(
      'select codes from survey_sheet where survey_id = $1 and codes[1] = 2 and codes[12] = 1',
      [survey.surveyId],
    );
    // hours and the three ranks of the carers' section: not asked.
    expect(rows[0]?.codes.slice(0, 9)).toEqual([2, -8, -9, -9, -9, -9, -8, -8, -8]);
  });

  it('the code of a begun sheet opens it again; once it is sent there is nothing behind the code', async () => {
    const { code } = valueOf(await answer('s1', { cares: '2' }));
    const open = valueOf(
      await house.runner.ask(readQuestionnaire, visitor(), { slug: survey.slug, draft: code?.toLowerCase() }),
    );
    expect(open).toMatchObject({ answers: { cares: 2 }, draft: code });
    valueOf(await answer('s3', { life: '3' }, { draft: code }));
    expect(
      valueOf(await house.runner.ask(readQuestionnaire, visitor(), { slug: survey.slug, draft: code })),
    ).toMatchObject({
      answers: {},
      draft: null,
    });
    expect(at(await answer('s3', { life: '3' }, { draft: code }))).toBe('survey.no-draft');
  });

  it('a page sent twice is one sheet, at once or later, begun before or not', async () => {
    const { code } = valueOf(await answer('s1', { cares: '2' }));
    const { sheetId } = valueOf(
      await house.runner.ask(readQuestionnaire, visitor(), { slug: survey.slug, draft: code ?? '' }),
    );
    const before = await sheets();
    const send = async () => await answer('s3', { life: '5' }, { draft: code, sheet: sheetId });
    const [one, two] = await Promise.all([send(), send()]);
    expect([at(one), at(two), at(await send())]).toEqual(['done', 'done', 'done']);
    const whole = { ...wholeDefinition, sections: wholeDefinition.sections.slice(2) };
    const short = await runningSurvey(house, 'Jedna strona', { definition: whole });
    const sheet = randomUUID();
    const press = async () => await answer('s3', { life: '5' }, { slug: short.slug, sheet });
    const [first, second] = await Promise.all([press(), press()]);
    expect([at(first), at(second), at(await press())]).toEqual(['done', 'done', 'done']);
    expect([await sheets(), await sheets(short.surveyId)]).toEqual([before + 1, 1]);
  });

  it('many people at once: every acknowledged sheet is there', async () => {
    const short = await runningSurvey(house, 'Krótka', {
      definition: { ...wholeDefinition, sections: wholeDefinition.sections.slice(2) },
    });
    const outcomes = await Promise.all(
      Array.from(
        { length: 200 },
        async (_, n) =>
          await house.runner.run(
            answerSection,
            visitor(),
            {
              slug: short.slug,
              section: 's3',
              answers: { life: String((n % 5) + 1) },
              seen: 'rate,life,idea,sex',
            },
            { once: newId() },
          ),
      ),
    );
    expect(outcomes.filter((one) => !one.ok)).toEqual([]);
    expect(await sheets(short.surveyId)).toBe(200);
  });

  it('nothing is taken before the first day, after the last, or once it is closed', async () => {
    const other = await runningSurvey(house, 'Na czas');
    const send = async () =>
      await house.runner.run(answerSection, visitor(), {
        slug: other.slug,
        section: 's1',
        answers: { cares: '2' },
        seen: onPage['s1'],
      });
    house.clock.set('2026-11-15T10:00:00.000Z');
    expect(at(await send())).toBe('survey.not-open');
    house.clock.set('2026-12-01T10:00:00.000Z');
    expect(at(await send())).toBe('survey.not-open');
    house.clock.set('2026-11-16T09:00:00.000Z');
    expect(at(await send())).toBe('done');
    valueOf(
      await house.runner.run(closeSurvey, house.centre.as('community_organiser'), {
        surveyId: other.surveyId,
      }),
    );
    expect(at(await send())).toBe('survey.not-open');
    expect(
      valueOf(await house.runner.ask(openSurveys, visitor(), {})).surveys.map(({ slug }) => slug),
    ).not.toContain(other.slug);
  });

  it("another centre's survey is not there", async () => {
    const foreign = await house.runner.run(answerSection, house.other.as('visitor'), {
      slug: survey.slug,
      section: 's1',
      answers: { cares: '2' },
      seen: onPage['s1'],
    });
    expect(at(foreign)).toBe('not_found');
  });
});

describe('anonymous by construction', () => {
  it('a sheet has no column for a person, an account, an address or a time finer than the day', async () => {
    const { rows } = await house.owner.query<{ column_name: string; data_type: string }>(
      `select column_name, data_type from information_schema.columns where table_name = 'survey_sheet' order by ordinal_position`,
    );
    expect(rows.map(({ column_name }) => column_name)).toEqual([
      'centre_id',
      'survey_id',
      'id',
      'version_no',
      'mode',
      'day',
      'lang',
      'stratum_no',
      'minutes',
      'codes',
      'texts',
      'flags',
    ]);
    expect(rows.filter(({ data_type }) => data_type.startsWith('time'))).toEqual([]);
  });

  it('neither the journal nor the receipts know that a sheet was sent: they would know its minute', async () => {
    const { code } = valueOf(await answer('s1', { cares: '2', needs: ['2'] }));
    valueOf(
      await house.runner.run(
        answerSection,
        visitor(),
        { slug: survey.slug, section: 's3', answers: { life: '2' }, seen: onPage['s3'], draft: code },
        { once: newId() },
      ),
    );
    const { rows } = await house.owner.query(
      `select action from audit_entry where action in ('survey.answer-section', 'survey.leave-contact')
       union all select command from command_receipt where command in ('survey.answer-section', 'survey.leave-contact')`,
    );
    expect(rows).toEqual([]);
    const { rows: ids } = await house.owner.query<{ id: string }>('select id from survey_sheet');
    // Version 4: made by chance. Version 7 would tell the millisecond.
    expect(ids.every(({ id }) => id[14] === '4')).toBe(true);
  });

  it('a contact is kept apart: sealed, with the month and nothing that leads to a survey', async () => {
    const given = { name: 'Anna Swojska', contact: '600 700 800', wants: ['help'], consent: 'on' };
    expect(at(await house.runner.run(leaveContact, visitor(), { ...given, consent: '' }))).toBe('invalid');
    valueOf(await house.runner.run(leaveContact, visitor(), given));
    const { rows } = await house.owner.query<Record<string, unknown>>('select * from survey_contact');
    expect(Object.keys(rows[0] ?? {})).toEqual(['centre_id', 'id', 'month', 'contact', 'wants']);
    expect(JSON.stringify(rows)).not.toContain('600');
    const read = valueOf(await house.runner.ask(listContacts, house.centre.as('community_organiser'), {}));
    expect(read.contacts).toMatchObject([
      { name: 'Anna Swojska', contact: '600 700 800', month: '2026-11-01' },
    ]);
    for (const role of roles.filter((one) => !['community_organiser', 'service_organiser'].includes(one)))
      expect(at(await house.runner.ask(listContacts, house.centre.as(role), {}))).toBe('forbidden');
    expect(
      valueOf(await house.runner.ask(listContacts, house.other.as('service_organiser'), {})).contacts,
    ).toEqual([]);
  });

  it('a contact goes when the person withdraws the consent', async () => {
    valueOf(
      await house.runner.run(leaveContact, visitor(), { contact: 'e@x.pl', wants: ['talk'], consent: 'on' }),
    );
    const organiser = house.centre.as('service_organiser');
    const list = async () => valueOf(await house.runner.ask(listContacts, organiser, {})).contacts;
    const contactId = (await list()).find(({ contact }) => contact === 'e@x.pl')?.id;
    expect(
      at(await house.runner.run(dropContactNow, house.other.as('service_organiser'), { contactId })),
    ).toBe('not_found');
    expect(at(await house.runner.run(dropContactNow, house.centre.as('clerk'), { contactId }))).toBe(
      'forbidden',
    );
    valueOf(await house.runner.run(dropContactNow, organiser, { contactId }));
    expect((await list()).some(({ contact }) => contact === 'e@x.pl')).toBe(false);
  });

  it('a begun sheet goes after thirty days without its person', async () => {
    valueOf(await answer('s1', { cares: '2' }));
    const system = { ...house.centre.as('administrator'), roles: ['system'] as const };
    house.clock.set('2026-12-20T10:00:00.000Z');
    const gone = valueOf(await house.runner.run(clearAway, system, {}));
    house.clock.set('2026-11-16T09:00:00.000Z');
    expect(gone.drafts).toBeGreaterThan(0);
    expect(at(await house.runner.run(clearAway, house.centre.as('director'), {}))).toBe('forbidden');
  });
});

describe('answers as columns, for the results', () => {
  it('gives every sheet as codes with -9, -8 and -1, texts apart, in the order of ids made by chance', async () => {
    const own = await runningSurvey(house, 'Do wyników');
    const send = async (section: string, answers: Record<string, unknown>, draft?: string | null) =>
      valueOf(
        await house.runner.run(answerSection, visitor(), {
          slug: own.slug,
          section,
          answers,
          seen: section === 's1' ? 'cares,hours,needs' : onPage[section],
          ...(draft ? { draft } : {}),
        }),
      );
    const { code } = await send('s1', { cares: '1', hours: '20', needs: ['4'] });
    await send('s2', { rank: { 1: '3', 2: '1' } }, code);
    await send('s3', { rate: { w1: '3', w2: '-1' }, life: '-1', idea: 'lekarza', sex: '1' }, code);
    const answers = await answersOf(readerFor(house.pool, house.centre.id), house.centre.id, own.surveyId);
    expect(answers?.rows).toBe(1);
    expect(
      Object.fromEntries(answers?.columns.map(({ column, codes }) => [column.key, codes[0]]) ?? []),
    ).toEqual({
      cares: 1,
      hours: 20,
      'needs.1': 0,
      'needs.2': 0,
      'needs.3': 0,
      'needs.4': 1,
      'rank.1': 2,
      'rank.2': 0,
      'rank.3': 1,
      'rate.w1': 3,
      'rate.w2': -1,
      life: -1,
      sex: 1,
    });
    expect(answers?.texts).toMatchObject([{ question: 'idea', rows: [0], texts: ['lekarza'] }]);
    expect(
      await answersOf(readerFor(house.pool, house.other.id), house.other.id, own.surveyId),
    ).toBeUndefined();
    expect(
      await answersOf(readerFor(house.pool, house.centre.id), house.centre.id, randomUUID()),
    ).toBeUndefined();
  });
});
