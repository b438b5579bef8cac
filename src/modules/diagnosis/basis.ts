import { basis, cite } from '../../law/index.ts';

/** The diagnosis of needs and potential, and the recognition it stands on (art. 21). */
export const diagnosisBasis = cite(basis('cus', '21', 'statute'));
