const wrongField =
  /<(label|legend)\b[^>]*>((?:(?!<\/\1>).)*)<\/\1>(?:<div class="hint"(?:(?!<\/div>).)*<\/div>)?<p class="field-error" id="([^"]+)-error">/gs;

const summaryLink = /<a href="#([^"]+)">([^<]*)<\/a>/g;

const plain = (markup: string): string =>
  markup
    .replace(/<span class="optional">.*?<\/span>/s, '')
    .replaceAll(/<[^>]*>/g, '')
    .trim();

/**
 * Names the field in every line of a summary of errors ("Imię: To pole jest potrzebne."), in markup that `html` made. The
 * summary stands before the fields (WCAG 3.3.1 wants the item in error identified), so their labels are known only when the
 * page is whole.
 */
export function namedErrors(markup: string): string {
  if (!markup.includes('class="error-summary"')) return markup;
  const names = new Map(
    [...markup.matchAll(wrongField)].map(([, , label = '', id = '']) => [id, plain(label)]),
  );
  return markup.replaceAll(/<div class="error-summary".*?<\/ul>/gs, (summary) =>
    summary.replaceAll(summaryLink, (link, id: string, words: string) => {
      const name = names.get(id);
      if (!name || words.startsWith(name)) return link;
      return `<a href="#${id}">${/[?!.:]$/.test(name) ? name : `${name}:`} ${words}</a>`;
    }),
  );
}
