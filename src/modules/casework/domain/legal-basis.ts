import { acts, type Basis, citeAll } from '../../../law/index.ts';

/** Articles as a letter opens with them, with the acts spelled out once: nobody outside knows our short names. */
export function legalBasis(bases: readonly Basis[], more = ''): string {
  const articles = [citeAll(bases), more].filter(Boolean).join(', ');
  const spelled = [
    `ustawa o CUS: ${acts.cus.name} (${acts.cus.journal})`,
    ...(articles.includes('k.p.a.') ? [`k.p.a.: ${acts.kpa.name}`] : []),
  ];
  return `${articles} [${spelled.join('; ')}]`;
}
