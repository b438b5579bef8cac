import { describe, expect, it } from 'vitest';
import { missingItems, programmeItems } from './programme-items.ts';

const complete = Object.fromEntries(programmeItems.map((item) => [item.id, 'treść']));
const ids = (filled: Parameters<typeof missingItems>[0]) => missingItems(filled).map((item) => item.id);

describe('art. 5(3): the twelve mandatory items of a programme', () => {
  it('are twelve, numbered as in the Act', () => {
    expect(programmeItems.map((item) => item.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(programmeItems[8]).toMatchObject({
      id: 'personalData',
      hint: 'dataFields',
      basis: { act: 'cus', article: '5 ust. 3 pkt 9' },
    });
    expect(new Set(programmeItems.map((item) => item.id)).size).toBe(12);
  });

  it('an empty programme lacks all twelve, a filled one none', () => {
    expect(ids({})).toHaveLength(12);
    expect(ids(complete)).toEqual([]);
  });

  it.each(programmeItems.map((item) => item.id))('without %s it is reported, and only it', (id) => {
    expect(ids({ ...complete, [id]: undefined })).toEqual([id]);
  });

  it.each([['   '], [[]], [null], [{ from: '', to: null }], [[{ name: ' ' }]]])(
    '%j is still missing',
    (value) => {
      expect(ids({ ...complete, budget: value })).toEqual(['budget']);
    },
  );

  it.each([[{ charged: false }], [['usługa']], [0], [{ from: '2026-01-01', to: '' }]])(
    '%j is an answer',
    (value) => {
      expect(ids({ ...complete, fees: value })).toEqual([]);
    },
  );
});
