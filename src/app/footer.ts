import type { FooterLink } from '../ui/index.ts';
import { pl } from './pl.ts';

/** Links at the foot of every page. */
export const footer: readonly FooterLink[] = [
  { href: '/', label: pl.footer.centres },
  { href: '/o-okienku', label: pl.footer.about },
  { href: '/wzornik', label: pl.footer.gallery },
];
