import type { Actor, Role } from '../platform/actor.ts';
import type { NavItem } from '../ui/index.ts';
import { pl } from './pl.ts';

interface Entry {
  key: keyof typeof pl.nav;
  href: string;
  roles: readonly Role[];
  /** The kind of work it belongs to; without one it stands by itself. */
  under?: Group;
}

/** Kinds of work whose pages stand together. */
type Group = 'planning' | 'centre';

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
    under: 'planning',
    href: '/praca/potrzeby',
    roles: ['director', 'service_organiser', 'community_organiser'],
  },
  {
    key: 'findings',
    under: 'planning',
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
    under: 'planning',
    href: '/praca/ludnosc',
    roles: [...casework, 'community_organiser', 'region'],
  },
  {
    key: 'resources',
    under: 'planning',
    href: '/praca/zasoby',
    roles: [...casework, 'community_organiser', 'region', 'feeder'],
  },
  {
    key: 'surveys',
    under: 'planning',
    href: '/praca/badania',
    roles: ['director', 'service_organiser', 'community_organiser', 'clerk'],
  },
  {
    key: 'diagnosis',
    under: 'planning',
    href: '/praca/diagnoza',
    roles: [
      'director',
      'service_organiser',
      'community_organiser',
      'plan_coordinator',
      'assistance_organiser',
      'region',
    ],
  },
  {
    key: 'lpdi',
    under: 'planning',
    href: '/praca/lpdi',
    roles: [
      'director',
      'service_organiser',
      'community_organiser',
      'plan_coordinator',
      'assistance_organiser',
    ],
  },
  {
    key: 'duties',
    under: 'centre',
    href: '/praca/obowiazki',
    roles: ['director', 'service_organiser', 'community_organiser'],
  },
  {
    key: 'authorisations',
    under: 'centre',
    href: '/praca/upowaznienia',
    roles: ['director', 'administrator', 'service_organiser', 'assistance_organiser', 'auditor'],
  },
  {
    key: 'substitutions',
    under: 'centre',
    href: '/praca/zastepstwa',
    roles: ['director', 'service_organiser', 'plan_coordinator', 'community_organiser', 'clerk'],
  },
  { key: 'accounts', under: 'centre', href: '/praca/konta', roles: ['director', 'administrator', 'auditor'] },
  { key: 'accesses', under: 'centre', href: '/praca/dostepy', roles: ['director', 'auditor'] },
  {
    key: 'accessibility',
    under: 'centre',
    href: '/praca/deklaracja-dostepnosci',
    roles: ['director', 'administrator'],
  },
  { key: 'privacy', under: 'centre', href: '/praca/ochrona-danych', roles: ['director', 'auditor'] },
  { key: 'inspections', under: 'centre', href: '/praca/kontrole', roles: ['director', 'auditor'] },
  { key: 'inspection', href: '/praca/kontrola', roles: ['inspector'] },
  { key: 'audit', under: 'centre', href: '/praca/dziennik', roles: ['auditor'] },
  { key: 'exports', under: 'centre', href: '/praca/komplet-danych', roles: ['director', 'administrator'] },
  { key: 'operations', under: 'centre', href: '/praca/stan', roles: ['administrator'] },
];

/** The navigation of a worker: only what some role of theirs may open; pages of one kind of work stand together. */
export function navigationFor(actor: Actor): NavItem[] {
  const open = entries.filter((entry) => entry.roles.some((role) => actor.roles.includes(role)));
  const itemOf = ({ key, href }: Entry): NavItem => ({ key, href, label: pl.nav[key] });
  return open.flatMap((entry): NavItem[] => {
    const { under } = entry;
    const together = open.filter((other) => other.under === under);
    const [first] = together;
    if (under === undefined || together.length === 1) return [itemOf(entry)];
    if (first !== entry) return [];
    return [{ key: under, href: entry.href, label: pl.nav[under], below: together.map(itemOf) }];
  });
}
