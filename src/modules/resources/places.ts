import { gminasUnder, powiatsUnder, voivodeshipCode } from '../population/index.ts';
import type { Placed } from './domain/plan-import.ts';
import type { ReadRow } from './domain/pl-registers.ts';

const flat = (text: string): string => text.trim().toLowerCase();

/**
 * The powiat, and the gmina when it is told, of a row: by its TERYT code (of 2020 or 2026), else by names within a
 * voivodeship. Undefined where nothing or more than one gmina bears the name: no place is guessed.
 */
export function placeOf({ teryt, powiat, gmina, voivodeship }: ReadRow['place']): Placed | undefined {
  if (teryt !== undefined) {
    if (/^\d{4}$/.test(teryt)) {
      const [only, ...more] = gminasUnder(teryt);
      // A town with the rights of a powiat is one gmina.
      return only ? { powiat: teryt, gmina: more.length === 0 ? only.teryt : null } : undefined;
    }
    const [found] = /^\d{6,7}$/.test(teryt) ? gminasUnder(teryt.slice(0, 6)) : [];
    return found ? { powiat: teryt.slice(0, 4), gmina: found.teryt } : undefined;
  }
  const within = voivodeshipCode(voivodeship ?? '') ?? voivodeship ?? '';
  if (!/^\d{2}$/.test(within)) return undefined;
  const powiats = powiat
    ? powiatsUnder(within).filter(({ name }) => flat(name) === flat(powiat))
    : powiatsUnder(within);
  if (gmina === undefined || gmina === '') {
    const [only, ...more] = powiats;
    return only && more.length === 0 ? placeOf({ teryt: only.teryt }) : undefined;
  }
  const gminas = powiats
    .flatMap((one) => gminasUnder(one.teryt))
    .filter(({ name }) => flat(name) === flat(gmina));
  const [found, ...more] = gminas;
  // A town and the village around it may share a name: then only the powiat is known.
  if (!found) return undefined;
  const places = new Set(gminas.map((one) => one.teryt.slice(0, 4)));
  if (places.size > 1) return undefined;
  return { powiat: found.teryt.slice(0, 4), gmina: more.length === 0 ? found.teryt : null };
}
