/** Titles of what the module asks. */
export const pl = {
  titles: { 'guidance.find-help': { title: 'Podpowiedź usług' } },
};
