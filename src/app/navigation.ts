import type { Actor, Role } from '../platform/actor.ts';
import type { NavItem } from '../ui/index.ts';
import { pl } from './pl.ts';

interface Entry {
  key: keyof typeof pl.nav;
  href: string;
  roles: readonly Role[];
}

const casework: readonly Role[] = [
  'director',
  'service_organiser',
  'plan_coordinator',
  'assistance_organiser',
  'clerk',
];
const staff: readonly Role[] = [...casework, 'community_organiser', 'auditor', 'administrator'];

const entries: readonly Entry[] = [
  { key: 'today', href: '/praca', roles: staff },
  { key: 'overview', href: '/praca/przeglad', roles: ['director', 'service_organiser'] },
  { key: 'people', href: '/praca/osoby', roles: casework },
  { key: 'cases', href: '/praca/sprawy', roles: casework },
  { key: 'received', href: '/praca/przekazane', roles: ['feeder'] },
  {
    key: 'plans',
    href: '/praca/plany',
    roles: ['director', 'service_organiser', 'plan_coordinator', 'provider'],
  },
  { key: 'programmes', href: '/praca/programy', roles: [...staff, 'provider'] },
  { key: 'services', href: '/praca/uslugi', roles: [...staff, 'feeder', 'provider'] },
  {
    key: 'needs',
    href: '/praca/potrzeby',
    roles: ['director', 'service_organiser', 'community_organiser'],
  },
  {
    key: 'findings',
    href: '/praca/rozeznanie',
    roles: [
      'director',
      'service_organiser',
      'community_organiser',
      'plan_coordinator',
      'assistance_organiser',
      'feeder',
    ],
  },
  {
    key: 'population',
    href: '/praca/ludnosc',
    roles: [...casework, 'community_organiser', 'region'],
  },
  {
    key: 'resources',
    href: '/praca/zasoby',
    roles: [...casework, 'community_organiser', 'region', 'feeder'],
  },
  {
    key: 'surveys',
    href: '/praca/badania',
    roles: ['director', 'service_organiser', 'community_organiser', 'clerk'],
  },
  {
    key: 'lpdi',
    href: '/praca/lpdi',
    roles: ['director', 'service_organiser', 'community_organiser', 'plan_coordinator', 'assistance_organiser'],
  },
  {
    key: 'duties',
    href: '/praca/obowiazki',
    roles: ['director', 'service_organiser', 'community_organiser'],
  },
  {
    key: 'authorisations',
    href: '/praca/upowaznienia',
    roles: ['director', 'administrator', 'service_organiser', 'assistance_organiser', 'auditor'],
  },
  { key: 'accounts', href: '/praca/konta', roles: ['director', 'administrator', 'auditor'] },
  { key: 'accesses', href: '/praca/dostepy', roles: ['director', 'auditor'] },
  { key: 'accessibility', href: '/praca/deklaracja-dostepnosci', roles: ['director', 'administrator'] },
  { key: 'audit', href: '/praca/dziennik', roles: ['auditor'] },
];

/** The navigation of a worker: only what some role of theirs may open. */
export function navigationFor(actor: Actor): NavItem[] {
  return entries
    .filter((entry) => entry.roles.some((role) => actor.roles.includes(role)))
    .map(({ key, href }) => ({ key, href, label: pl.nav[key] }));
}
