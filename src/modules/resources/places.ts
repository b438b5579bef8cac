import { gminasUnder, powiatName, powiatsUnder, voivodeshipCode } from '../population/index.ts';
import type { Placed } from './domain/plan-import.ts';
import type { ReadRow } from './domain/pl-registers.ts';

/** "Krynica - Zdrój", "Miasto Nowy Sącz", "Gorlice (miasto)": a name as it is compared. */
const flat = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/\s*\(miasto\)$/, '')
    .replace(/^(?:m\. ?st\.|m\.|miasto|powiat|gmina)\s+/, '')
    .replaceAll(/\s*-\s*/g, '-');

// The seventh digit of a town that is a gmina of its own.
const urban = '1';

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
  if (gmina) return byGmina(gmina, powiat, within) ?? byPowiat(gmina, within);
  // Some rows name a gmina where the powiat should stand.
  return powiat ? (byPowiat(powiat, within) ?? byGmina(powiat, undefined, within)) : undefined;
}

function byPowiat(name: string, voivodeship: string): Placed | undefined {
  const [only, ...more] = powiatsUnder(voivodeship).filter((one) => flat(one.name) === flat(name));
  return only && more.length === 0 ? placeOf({ teryt: only.teryt }) : undefined;
}

function byGmina(gmina: string, powiat: string | undefined, voivodeship: string): Placed | undefined {
  const town = /\(miasto\)\s*$/i.test(gmina);
  const found = gminasUnder(voivodeship).filter(
    ({ name, teryt }) =>
      flat(name) === flat(gmina) &&
      (!town || teryt.endsWith(urban)) &&
      (powiat === undefined || flat(powiatName(teryt.slice(0, 4)) ?? '') === flat(powiat)),
  );
  const powiats = new Set(found.map(({ teryt }) => teryt.slice(0, 4)));
  const [code, ...others] = powiats;
  if (code === undefined || others.length > 0) return undefined;
  // A town and the village around it may share a name: then only the powiat is known.
  return { powiat: code, gmina: found.length === 1 ? (found[0]?.teryt ?? null) : null };
}
