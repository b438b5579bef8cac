import type { Change } from '../../statistics/index.ts';
import { figureText } from '../../ui/index.ts';

/** What changed in words: name, before, after. */
export const changeWords = ({ name, before, after }: Change) => ({
  name,
  before: before ? figureText(before) : '–',
  after: after ? figureText(after) : '–',
});
