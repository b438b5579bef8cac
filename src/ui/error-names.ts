const wrongField =
  /<(label|legend)\b[^>]*>((?:(?!<\/\1>).)*)<\/\1>(?:<div class="hint"(?:(?!<\/div>).)*<\/div>)?<p class="field-error" id="([^"]+)-error">/gs;

const summaryLink = /<a href="#([^"]+)">([^<]*)<\/a>/;

const plain = (markup: string): string =>
  markup
    .replace(/<span class="optional">.*?<\/span>/s, '')
    .replaceAll(/<[^>]*>/g, '')
    .trim();

/**
 * Names the field in every line of a summary of errors ("Imię: To pole jest potrzebne.") and puts the lines in the order of
 * the fields, in markup that `html` made. The summary stands before the fields, so their labels are known only when the page
 * is whole (WCAG 3.3.1: the item in error is identified).
 */
export function namedErrors(markup: string): string {
  if (!markup.includes('class="error-summary"')) return markup;
  const names = new Map(
    [...markup.matchAll(wrongField)].map(([, , label = '', id = '']) => [id, plain(label)]),
  );
  const order = [...markup.matchAll(/id="([^"]+)-error"/g)].map(([, id]) => id);
  const placeOf = (line: string): number => order.indexOf(/href="#([^"]+)"/.exec(line)?.[1] ?? '');
  return markup.replaceAll(
    /(<div class="error-summary".*?<ul>)(.*?)<\/ul>/gs,
    (_, before: string, list: string) => {
      const lines = [...list.matchAll(/<li>.*?<\/li>/gs)].map(([line]) =>
        line.replace(summaryLink, (link, id: string, words: string) => {
          const name = names.get(id);
          if (!name || words.startsWith(name)) return link;
          return `<a href="#${id}">${/[?!.:]$/.test(name) ? name : `${name}:`} ${words}</a>`;
        }),
      );
      return `${before}${lines.toSorted((one, other) => placeOf(one) - placeOf(other)).join('')}</ul>`;
    },
  );
}
