/** Characters that two renderers write differently and browsers read alike. */
const unescaped = (text: string): string =>
  text
    .replace(/&#x27;|&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');

const attributesOf = (source: string): string[] =>
  [...source.matchAll(/([^\s=/]+)(?:="([^"]*)")?/g)]
    .map(([, name = '', value = '']) => `${name.toLowerCase()}=${unescaped(value)}`)
    .sort();

/** What differs from one showing of a page to the next: keys of forms and secrets of their addresses. */
const withoutFresh = (tag: string): string =>
  (tag.includes('name=_once') ? tag.replace(/value=[0-9a-f-]{36}/, 'value=…') : tag).replace(
    /klucz=[\w-]{20,}/,
    'klucz=…',
  );

/**
 * A page as the list of its tags and texts, so that two renderers can be compared: comments, the order of attributes,
 * the order within the head,
 * the way of escaping and self-closing slashes do not count, everything else does.
 */
function markup(page: string): string[] {
  const tokens: string[] = [];
  let text = '';
  const flush = (): void => {
    if (text !== '') tokens.push(unescaped(text));
    text = '';
  };
  for (const [token] of page.replace(/^<!doctype html>/i, '').matchAll(/<!--.*?-->|<[^>]+>|[^<]+/gs)) {
    if (token.startsWith('<!--')) continue;
    if (!token.startsWith('<')) {
      text += token;
      continue;
    }
    flush();
    const [, close = '', name = '', rest = ''] = /^<(\/?)([\w-]+)([\s\S]*?)\/?>$/.exec(token) ?? [];
    const tag = `${close}${name.toLowerCase()} ${attributesOf(rest).join(' ')}`.trim();
    tokens.push(withoutFresh(tag));
  }
  flush();
  // React puts the metadata of the head into an order of its own.
  const head = tokens.indexOf('/head');
  return [...tokens.slice(0, head).sort(), ...tokens.slice(head)];
}

/** Compares two pages tag by tag and text by text. @throws with the first places where they differ */
export function assertSameMarkup(one: string, other: string): void {
  const [left, right] = [markup(one), markup(other)];
  const differing = Array.from({ length: Math.max(left.length, right.length) }, (_, index) => index)
    .filter((index) => left[index] !== right[index])
    .slice(0, 5)
    .map((index) => `${index}: ${left[index]}  |  ${right[index]}`);
  if (differing.length > 0)
    throw new Error(`the pages differ (${left.length} and ${right.length} parts):\n${differing.join('\n')}`);
}
