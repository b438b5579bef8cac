import { describe, expect, it } from 'vitest';
import { type CaseChange, storyOf, titleIn } from './status.ts';

const change = (action: string, after: string | null, at: string): CaseChange => ({ action, after, at });

describe('what happened in a case, as the resident reads it', () => {
  it('is every state once, in the order in which the audit kept it', () => {
    const steps = storyOf(
      [
        change('casework.take-report', 'reported', '2026-11-02T08:00:00Z'),
        change('casework.add-note', null, '2026-11-02T09:00:00Z'),
        change('casework.start-application', 'draft', '2026-11-03T08:00:00Z'),
        change('casework.submit-application', 'submitted', '2026-11-04T08:00:00Z'),
        change('casework.assign', 'submitted', '2026-11-05T08:00:00Z'),
        change('casework.require-plan', 'plan_in_preparation', '2026-11-06T08:00:00Z'),
      ],
      { state: 'plan_in_preparation', receivedAt: '2026-11-02T08:00:00Z', closedOn: null },
    );
    expect(steps.map(({ state }) => state)).toEqual([
      'reported',
      'draft',
      'submitted',
      'plan_in_preparation',
    ]);
  });

  it('takes from the plans only that the plan was approved and summed up: their own states are not of the case', () => {
    const steps = storyOf(
      [
        change('plans.start', 'draft', '2026-11-02T08:00:00Z'),
        change('plans.approve', 'approved', '2026-11-09T08:00:00Z'),
      ],
      { state: 'plan_running', receivedAt: '2026-11-02T08:00:00Z', closedOn: null },
    );
    expect(steps).toEqual([{ state: 'plan_running', at: '2026-11-09T08:00:00Z' }]);
  });

  it('ends with the state that holds, also in a case that was imported', () => {
    expect(
      storyOf([], { state: 'closed', receivedAt: '2020-01-02T08:00:00Z', closedOn: '2020-03-01' }),
    ).toEqual([{ state: 'closed', at: '2020-03-01' }]);
  });
});

describe('what a case is called', () => {
  const services = [
    { name: 'Dowóz', names: { uk: 'Перевезення' } },
    { name: 'Teleopieka', names: {} },
  ];

  it('is what its services are called in the language, when it is called after them', () => {
    expect(titleIn('uk', { title: 'Teleopieka, Dowóz', services })).toBe('Teleopieka, Перевезення');
    expect(titleIn('pl', { title: 'Teleopieka, Dowóz', services })).toBe('Teleopieka, Dowóz');
  });

  it('is the words of whoever took it down otherwise', () => {
    expect(titleIn('uk', { title: 'Mama sama w domu', services })).toBe('Mama sama w domu');
    expect(titleIn('uk', { title: 'Mama sama w domu', services: [] })).toBe('Mama sama w domu');
  });
});
