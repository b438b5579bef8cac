/**
 * The hour of a town of 100,000, derived in README.md from the volumes of the domain (section 15): what is asked how
 * often in the busiest hour of a working day. All of it is sent within the time that the hour is compressed to.
 */
export type Who = 'worker' | 'visitor';

export interface Kind {
  name: string;
  who: Who;
  perHour: number;
}

export const hour = [
  { name: 'mine today', who: 'worker', perHour: 720 },
  { name: 'page of a case', who: 'worker', perHour: 1200 },
  { name: 'search of people', who: 'worker', perHour: 600 },
  { name: 'page of a person', who: 'worker', perHour: 300 },
  { name: 'plans', who: 'worker', perHour: 90 },
  { name: 'note', who: 'worker', perHour: 720 },
  { name: 'draft saved by itself', who: 'worker', perHour: 720 },
  { name: 'need report at the window', who: 'worker', perHour: 20 },
  { name: 'home', who: 'visitor', perHour: 450 },
  { name: 'list of services', who: 'visitor', perHour: 450 },
  { name: 'search of services', who: 'visitor', perHour: 450 },
  { name: 'card of a service', who: 'visitor', perHour: 750 },
  { name: 'programmes', who: 'visitor', perHour: 150 },
  { name: 'need report on the web', who: 'visitor', perHour: 15 },
  { name: 'open data', who: 'visitor', perHour: 60 },
] as const satisfies readonly Kind[];

export type KindName = (typeof hour)[number]['name'];

/** Moments (0 to 1 of the time) at which each is sent: as many as the share of the hour asks for, spread by chance. */
export function schedule(share: number, random: () => number): { at: number; name: KindName }[] {
  return hour
    .flatMap(({ name, perHour }) =>
      Array.from({ length: Math.max(1, Math.round(perHour * share)) }, () => ({ at: random(), name })),
    )
    .sort((one, other) => one.at - other.at);
}
