// No letter or figure that reads like another one: I, L, O, 0 and 1 are left out.
export const codeLetters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
export const codeLength = 10;
const codePattern = new RegExp(`^[${codeLetters}]{${codeLength}}$`);

/** ABCDE-FGHJK, as it stands on paper. */
export const groupedCode = (code: string): string => `${code.slice(0, 5)}-${code.slice(5)}`;

/** What somebody typed as a code: any case, spaces and dashes; undefined when it cannot be one. */
export function readCode(typed: string): string | undefined {
  const code = typed.toUpperCase().replace(/[\s\-–.]/g, '');
  return codePattern.test(code) ? code : undefined;
}
