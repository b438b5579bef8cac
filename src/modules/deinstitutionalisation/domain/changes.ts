export { type Change, changesBetween, type Figures } from '../../../statistics/changes.ts';
