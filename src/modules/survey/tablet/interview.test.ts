import { describe, expect, it } from 'vitest';
import { readSheet } from '../domain/read-answers.ts';
import { wholeDefinition } from '../survey.fixture.ts';
import {
  askedNow,
  beginTalk,
  codeFault,
  dayOf,
  mayBegin,
  newestOf,
  placeOf,
  rawAnswers,
  sheetOf,
  takenDown,
  turnBack,
  turnPage,
} from './interview.ts';
import type { Draft, TakenSurvey } from './keeping.ts';
import type { Listed } from './api.ts';
import { offered, refreshed } from './taking.ts';

const today = '2026-11-20';
const survey = (more: Partial<TakenSurvey> = {}): TakenSurvey => ({
  surveyId: 's',
  versionNo: 1,
  opensOn: '2026-11-16',
  closesOn: '2026-11-30',
  sampling: 'open',
  definition: wholeDefinition,
  closed: false,
  ...more,
});
const begun = (): Draft => beginTalk(survey(), { lang: 'pl', typed: '', today });
const turned = (draft: Draft, raw: Record<string, unknown>, refuses = false): Draft => {
  const turn = turnPage(wholeDefinition, draft, { raw, refuses });
  if (turn.kind === 'faults') throw new Error(JSON.stringify(turn.fields));
  return turn.draft;
};

describe('a talk without a network, by the rules of the server', () => {
  it('skips the section that is not asked of this person, and ends in a sheet without a fault', () => {
    const second = turned(begun(), { cares: '2', needs: ['1', '3'] });
    expect(second.section).toBe('s3');
    const turn = turnPage(wholeDefinition, second, {
      raw: { rate: { w1: '3', w2: '-1' }, life: '4', idea: ' lekarza ', sex: '' },
    });
    expect(turn.kind).toBe('whole');
    const { sheet } = sheetOf(turn.draft, 'id');
    expect(sheet.answers).toEqual({
      cares: 2,
      needs: [1, 3],
      rate: { w1: 3, w2: -1 },
      life: 4,
      idea: 'lekarza',
    });
    // The server reads the sheet as it is: nothing is lost on the way, nothing flagged.
    expect(readSheet(wholeDefinition, sheet.answers)).toEqual({ answers: sheet.answers, faults: [] });
  });

  it('a question that an answer opens stands on the page at once, and is asked before the next', () => {
    const draft = begun();
    expect([...askedNow(wholeDefinition, draft, { cares: '2' })]).toEqual(['cares', 'needs']);
    expect([...askedNow(wholeDefinition, draft, { cares: '1' })]).toEqual(['cares', 'hours', 'needs']);
    const turn = turnPage(wholeDefinition, draft, { raw: { cares: '1', hours: '' } });
    expect(turn).toMatchObject({ kind: 'faults', fields: { 'answers.hours': 'missing' }, onlyMissing: true });
  });

  it('what stands in a hidden field counts for nothing', () => {
    expect(turned(begun(), { cares: '2', hours: '20' }).answers).toEqual({ cares: 2 });
  });

  it('who will not answer is not asked again, and the sheet says so; a wrong answer is put right', () => {
    const third = turned(begun(), { cares: '2' });
    expect(turnPage(wholeDefinition, third, { raw: {} })).toMatchObject({
      kind: 'faults',
      onlyMissing: true,
    });
    const turn = turnPage(wholeDefinition, third, { raw: {}, refuses: true });
    expect(turn.kind).toBe('whole');
    expect(readSheet(wholeDefinition, turn.draft.answers).faults).toEqual([
      { question: 'life', kind: 'missing' },
    ]);
    const wrong = turnPage(wholeDefinition, begun(), {
      raw: { cares: '2', needs: ['1', '2', '3'] },
      refuses: true,
    });
    expect(wrong).toMatchObject({
      kind: 'faults',
      fields: { 'answers.needs': 'tooMany' },
      onlyMissing: false,
    });
  });

  it('one section back keeps what was said, and a change of mind hides what hung on it', () => {
    const second = turned(begun(), { cares: '1', hours: '20' });
    expect(second.section).toBe('s2');
    const third = turned(second, { rank: ['2', '1'] });
    const back = turnBack(wholeDefinition, third);
    expect(back?.section).toBe('s2');
    const first = back && turnBack(wholeDefinition, back);
    expect(first).toMatchObject({ section: 's1', answers: { cares: 1, hours: 20, rank: [2, 1] } });
    expect(first && turnBack(wholeDefinition, first)).toBeUndefined();
    const changed = turned(first ?? begun(), { cares: '2' });
    const end = turnPage(wholeDefinition, changed, { raw: { life: '1' } });
    expect(end.draft.answers).toEqual({ cares: 2, life: 1 });
  });

  it('a battery that runs out in the middle of a page loses nothing that was readable', () => {
    const kept = takenDown(wholeDefinition, begun(), { cares: '1', hours: 'dużo' });
    expect(kept.answers).toEqual({ cares: 1 });
    expect(placeOf(wholeDefinition, kept)).toEqual({ at: 1, of: 3 });
  });

  it('a sheet knows its day, its language and whole minutes: no hour, no device, no person', () => {
    const { sheet } = sheetOf({ ...begun(), seconds: 400 }, 'by chance');
    expect(Object.keys(sheet).toSorted()).toEqual(['answers', 'day', 'id', 'lang', 'minutes']);
    expect(sheet).toMatchObject({ id: 'by chance', day: today, minutes: 7 });
    expect(dayOf(new Date('2026-11-20T23:30:00Z'))).toBe('2026-11-21');
  });

  it('only an object of answers is one', () => {
    expect(rawAnswers({ q: '1' })).toEqual({ q: '1' });
    expect(rawAnswers(['1'])).toEqual({});
    expect(rawAnswers(undefined)).toEqual({});
  });
});

describe('with whom a talk may be begun', () => {
  it('from the first day to the last, not after the survey was closed', () => {
    expect(
      ['2026-11-15', '2026-11-16', '2026-11-30', '2026-12-01'].map((day) => mayBegin(survey(), day)),
    ).toEqual([false, true, true, false]);
    expect(mayBegin(survey({ closed: true }), today)).toBe(false);
  });

  it('in a survey by sample with a code, once on this device', () => {
    const sample = survey({ sampling: 'sample' });
    const none = { drafts: [], queue: [] };
    expect(codeFault(sample, 'ABC', none)).toBe('wrong');
    expect(codeFault(sample, 'abcde-fghjk', none)).toBeUndefined();
    const draft = beginTalk(sample, { lang: 'pl', typed: 'abcde fghjk', today });
    expect(draft.code).toBe('ABCDEFGHJK');
    expect(codeFault(sample, 'ABCDE-FGHJK', { drafts: [{ key: 'k', value: draft }], queue: [] })).toBe(
      'used',
    );
    const queue = [{ key: 'k', value: sheetOf(draft, 'id') }];
    expect(codeFault(sample, 'ABCDE-FGHJK', { drafts: [], queue })).toBe('used');
    expect(codeFault(survey(), '', none)).toBeUndefined();
  });
});

describe('surveys on the device', () => {
  const newKey = () => 'new';
  const kept = (value: TakenSurvey) => ({ key: `${value.surveyId}:${value.versionNo}`, value });
  const listed = (more: Partial<Listed> = {}): Listed => ({
    id: 's',
    title: 'Ankieta',
    sampling: 'open',
    state: 'published',
    opensOn: '2026-11-16',
    closesOn: '2026-11-30',
    ...more,
  });
  const centre = (versionNo: number) => () =>
    Promise.resolve({ kind: 'value' as const, value: survey({ versionNo }) });
  const away = () => Promise.resolve({ kind: 'away' as const });

  it('what is published, not over and not yet here is offered', () => {
    const all = [
      listed({ id: 'a' }),
      listed({ id: 'b', state: 'draft' }),
      listed({ id: 'c', state: 'closed' }),
    ];
    expect(offered([...all, listed()], [kept(survey())], today).map(({ id }) => id)).toEqual(['a']);
    expect(offered([listed({ id: 'a', closesOn: '2026-11-19' })], [], today)).toEqual([]);
  });

  it('a new version stands beside the one in which talks were begun, and new talks take it', async () => {
    const old = kept(survey());
    const puts = await refreshed([old], [listed()], [begun()], centre(2), newKey);
    expect(puts).toMatchObject([{ key: 'new', value: { versionNo: 2, closed: false } }]);
    expect(newestOf([old, kept(survey({ versionNo: 2 }))]).map(({ key }) => key)).toEqual(['s:2']);
    expect(await refreshed([old, kept(survey({ versionNo: 2 }))], [listed()], [], centre(2), newKey)).toEqual(
      [{ shelf: 'surveys', key: 's:1', drop: true }],
    );
  });

  it('a survey that was closed, or is not the centre’s any more, takes no further talks', async () => {
    for (const state of [[listed({ state: 'closed' })], []])
      expect(await refreshed([kept(survey())], state, [], away, newKey)).toMatchObject([
        { key: 's:1', value: { closed: true } },
      ]);
  });

  it('nothing changes while nobody answers, and a later last day is taken over', async () => {
    expect(await refreshed([kept(survey())], [listed()], [], away, newKey)).toEqual([]);
    const longer = () =>
      Promise.resolve({ kind: 'value' as const, value: survey({ closesOn: '2026-12-31' }) });
    expect(await refreshed([kept(survey())], [listed()], [], longer, newKey)).toMatchObject([
      { key: 's:1', value: { closesOn: '2026-12-31', closed: false } },
    ]);
  });
});
