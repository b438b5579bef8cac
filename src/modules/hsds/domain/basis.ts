import { basis } from '../../../law/index.ts';

/** Information on all social services of the gmina is for everybody (art. 13(1)(9)), machines included. */
export const openDataBasis = basis('cus', '13 ust. 1 pkt 9', 'statute');
