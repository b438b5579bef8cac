import type { Vault } from '../vault/vault.ts';

const mark = '~~';

const hour = 3_600_000;

/** Bound to the centre and the hour: an address that somebody finds later in a history opens nothing. */
const placeAt = (centreId: string, now: string, hoursBack: number): string =>
  `carry/${centreId}/${Math.floor(Date.parse(now) / hour) - hoursBack}`;

export const isCarried = (value: string): boolean => value.startsWith(`${mark}v1.`);

/** An address with what was answered, sealed: it opens in this hour and the next, and nothing is stored. */
export function carryingAddress(
  vault: Vault,
  { centreId, now }: { centreId: string; now: string },
  path: string,
  carried: Readonly<Record<string, string>>,
): string {
  const sealed = Object.entries(carried)
    .filter(([, value]) => value !== '')
    .map(([name, value]): [string, string] => [
      name,
      `${mark}${vault.seal(value, placeAt(centreId, now, 0))}`,
    ]);
  return sealed.length === 0 ? path : `${path}?${new URLSearchParams(sealed).toString()}`;
}

/** What such a value holds; '' when its time is over or it is not ours. */
export function openCarried(
  vault: Vault,
  { centreId, now }: { centreId: string; now: string },
  value: string,
): string {
  for (const hoursBack of [0, 1]) {
    try {
      return vault.open(value.slice(mark.length), placeAt(centreId, now, hoursBack));
    } catch {
      // Sealed in another hour, or not by us.
    }
  }
  return '';
}
