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
const fresh = (text: string): string =>
  text
    .replace(/name=_once value=[0-9a-f-]{36}|value=[0-9a-f-]{36}(?= .*name=_once)/g, 'once')
    .replace(/klucz=[\w-]{20,}/g, 'klucz');

/**
 * A page as the list of its tags and texts, so that two renderers can be compared: comments, the order of attributes,
 * the way of escaping and self-closing slashes do not count, everything else does.
 */
export function markup(page: string): string[] {
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
    // Void elements of SVG are closed in one way or the other.
    tokens.push(fresh(tag));
  }
  flush();
  return tokens;
}
