import type { ComponentChildren } from 'preact';
import { Page, type PageProps } from '../page.tsx';

export const demo =
  'Usługi pochodzą z publicznych stron gminy, osoby są zmyślone. To nie jest oficjalny serwis.';

export const footer = [
  { href: '#accessibility', label: 'Deklaracja dostępności' },
  { href: '#privacy', label: 'Kto widzi dane' },
  { href: '#help', label: 'Podręcznik' },
];

const nav = [
  { key: 'today', href: '#today', label: 'Moje na dziś', count: 7 },
  { key: 'window', href: '#window', label: 'Zgłoszenia', count: 3 },
  { key: 'cases', href: '#cases', label: 'Sprawy' },
  { key: 'people', href: '#people', label: 'Osoby' },
  { key: 'plans', href: '#plans', label: 'Plany' },
  { key: 'programmes', href: '#programmes', label: 'Programy' },
  { key: 'services', href: '#services', label: 'Usługi' },
  { key: 'overview', href: '#overview', label: 'Przegląd' },
];

/** A page of staff, with the navigation of the samples. */
export const Staff = (
  props: Omit<PageProps, 'audience' | 'centre' | 'nav'> & { children?: ComponentChildren },
) => (
  <Page
    audience="staff"
    centre={{ name: 'Centrum Usług Społecznych w Jarocinie', slug: 'jarocin' }}
    user={{ name: 'Anna Maj', role: 'koordynator IPUS', signOut: '#out' }}
    nav={nav}
    search={{ action: '#search' }}
    demo={demo}
    footer={footer}
    {...props}
  />
);
