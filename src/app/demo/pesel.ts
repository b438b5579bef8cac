import { makePesel, type IsoDate, type Sex } from '../../law/index.ts';

const HIGHEST_SERIAL = 4999;

/** Issues synthetic numbers, each once. Serials run down from the top, where real ones are rarest. */
export function peselIssuer(): (birthDate: IsoDate, sex: Sex) => string {
  const issued = new Map<string, number>();
  return (birthDate, sex) => {
    const key = `${birthDate}${sex}`;
    const count = issued.get(key) ?? 0;
    issued.set(key, count + 1);
    return makePesel(birthDate, sex, HIGHEST_SERIAL - count);
  };
}
