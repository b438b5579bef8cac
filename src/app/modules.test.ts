import { describe, expect, it } from 'vitest';
import { commands, queries, titleOf } from './modules.ts';

const unnamed = (names: readonly string[]): string[] => names.filter((name) => titleOf(name) === name);

describe('the words of verbs', () => {
  it('the history names nothing by its code: every command and every read that leaves a trace has a title', () => {
    expect(unnamed(commands.map((one) => one.name))).toEqual([]);
    // A read that discloses nothing takes nothing into account: its `discloses` has no parameter.
    expect(unnamed(queries.filter((one) => one.discloses.length > 0).map((one) => one.name))).toEqual([]);
  });
});
