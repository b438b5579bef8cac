import { readZipEntry, zipEntries } from '../../src/platform/files/zip.ts';

/**
 * What an answer of ours must never hold, whatever people have typed. The word `zq` stands in every payload: it may be
 * read as text, and never be a tag, an attribute, a header, a line of a calendar or a formula.
 */
export interface Answer {
  type: string;
  body: Buffer;
}

interface Tag {
  name: string;
  attributes: Map<string, string>;
}

const entities: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  colon: ':',
  Tab: '\t',
};

/** Text of an attribute as a browser reads it. */
const plain = (text: string): string =>
  text.replace(
    /&(?:#x([\da-f]+)|#(\d+)|(\w+));?/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
      if (decimal) return String.fromCodePoint(Number(decimal));
      return entities[name ?? ''] ?? whole;
    },
  );

// As a browser takes a tag apart (HTML, 13.2.5): an attribute ends where its quote ends, or at white space.
const tagStart = /<([a-z][^\s/>]*)/gi;
const attribute = /[\s/]*(?:([^\s=>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?)/y;
/** Elements whose content is text to a browser. */
const rawText = new Set(['script', 'style', 'title', 'textarea']);

/** Every tag that a browser would make of a page, with the content of those whose content is not markup. */
export function tagsOf(html: string): { tags: Tag[]; scripts: string[] } {
  const tags: Tag[] = [];
  const scripts: string[] = [];
  tagStart.lastIndex = 0;
  for (let found = tagStart.exec(html); found; found = tagStart.exec(html)) {
    const name = (found[1] ?? '').toLowerCase();
    const attributes = new Map<string, string>();
    let at = tagStart.lastIndex;
    for (;;) {
      attribute.lastIndex = at;
      const one = attribute.exec(html);
      if (!one || one[0].trim() === '') break;
      at = attribute.lastIndex;
      attributes.set((one[1] ?? '').toLowerCase(), plain(one[2] ?? one[3] ?? one[4] ?? ''));
    }
    tags.push({ name, attributes });
    const close = html.indexOf('>', at);
    tagStart.lastIndex = close < 0 ? html.length : close + 1;
    if (!rawText.has(name)) continue;
    const end = html.toLowerCase().indexOf(`</${name}`, tagStart.lastIndex);
    if (name === 'script') scripts.push(html.slice(tagStart.lastIndex, end < 0 ? undefined : end));
    tagStart.lastIndex = end < 0 ? html.length : end;
  }
  return { tags, scripts };
}

const leading = new Set([
  'href',
  'src',
  'action',
  'formaction',
  'xlink:href',
  'data',
  'poster',
  'srcset',
  'ping',
]);
/** A scheme that is none of these runs something, or nobody knows what. */
const unsafeAddress = /^(?!(?:https?|mailto|tel):)[a-z][a-z\d+.-]*:/i;
const safePicture = /^data:image\/(?:png|svg\+xml|jpeg)[;,]/;
const forbiddenTags = new Set([
  'iframe',
  'object',
  'embed',
  'base',
  'applet',
  'frame',
  'zq',
  'foreignobject',
]);

function faultsOfTag({ name, attributes }: Tag): string[] {
  const faults: string[] = forbiddenTags.has(name) || name.includes('zq') ? [`<${name}>`] : [];
  if (name === 'script' && !/^\/assets\/[\w.-]+\.js$/.test(attributes.get('src') ?? ''))
    faults.push('inline script');
  if (name === 'meta' && attributes.get('http-equiv')?.toLowerCase() === 'refresh')
    faults.push('meta refresh');
  for (const [key, value] of attributes) {
    if (key.startsWith('on') || key.includes('zq') || key === 'style' || key === 'srcdoc')
      faults.push(`${name} ${key}=`);
    const address = value.replace(/[\p{Cc} ]/gu, '');
    const picture = name === 'img' && safePicture.test(address);
    if (leading.has(key) && !picture && unsafeAddress.test(address))
      faults.push(`${name} ${key}=${value.slice(0, 40)}`);
  }
  return faults;
}

function ofHtml(body: Buffer): string[] {
  const { tags, scripts } = tagsOf(body.toString('utf8'));
  return [
    ...tags.flatMap(faultsOfTag),
    ...scripts.filter((text) => text.trim() !== '').map(() => 'script text'),
  ];
}

/** Cells of a CSV in either of our manners (RFC 4180 quoting). */
function cellsOf(text: string): string[] {
  const cells: string[] = [];
  for (const [, quoted, bare] of text.matchAll(/(?:^|[;,\n\r\uFEFF])(?:"((?:[^"]|"")*)"|([^;,\r\n"]*))/g))
    cells.push(quoted ?? bare ?? '');
  return cells;
}

const formula = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;
const number = /^[+-]?\d[\d\s.,]*(?:e[+-]?\d+)?\s?%?$/i;

const ofCsv = (body: Buffer): string[] =>
  cellsOf(body.toString('utf8').replace(/^\uFEFF/, ''))
    .filter((cell) => formula.test(cell) && !number.test(cell))
    .map((cell) => `formula ${cell.slice(0, 30)}`);

const ofXml = (text: string): string[] => [
  ...(/<(?:\w+:)?(?:zq|script)\b/i.test(text) ? ['a tag of a stranger'] : []),
  ...(/\bzq\s*=\s*["']/i.test(text) ? ['an attribute of a stranger'] : []),
  ...(/<f[\s>]/.test(text) ? ['a formula'] : []),
  // XML 1.0, 2.2: with one of these no program opens the file.
  ...(/[^\t\n\r\u0020-\ud7ff\ud800-\udfff\ue000-\ufffd]/.test(text)
    ? ['a character that XML does not know']
    : []),
  ...(/&(?!#?\w+;)/.test(text) ? ['a bare &'] : []),
];

function ofArchive(body: Buffer): string[] {
  const entries = zipEntries(body);
  if (!entries) return ['a broken archive'];
  return entries.flatMap((entry) => {
    const content = readZipEntry(body, entry, 50_000_000) ?? Buffer.alloc(0);
    const found = /\.(?:xml|rels)$/.test(entry.name)
      ? ofXml(content.toString('utf8'))
      : entry.name.endsWith('.csv')
        ? ofCsv(content)
        : [];
    const path = /(^|\/)\.\.(\/|$)|^\/|zq/i.test(entry.name) ? [`the name ${entry.name}`] : [];
    return [...path, ...found.map((fault) => `${entry.name}: ${fault}`)];
  });
}

const ofPdf = (body: Buffer): string[] =>
  [
    ...body
      .toString('latin1')
      .matchAll(/\/(JavaScript|JS|Launch|EmbeddedFile|SubmitForm)\b|\/URI\s*\(javascript:/g),
  ].map(([what]) => `a PDF that acts: ${what}`);

const ofCalendar = (body: Buffer): string[] =>
  body
    .toString('utf8')
    .split(/\r\n|\n|\r/)
    .filter(
      (line) =>
        /^ZQ:|zq\b.*BEGIN:|^\S*zq\S*[:;]/i.test(line) && !/^(SUMMARY|DESCRIPTION|LOCATION| )/.test(line),
    );

const ofJson = (body: Buffer): string[] => {
  try {
    for (const line of body.toString('utf8').split('\n')) if (line.trim() !== '') JSON.parse(line);
    return [];
  } catch {
    try {
      JSON.parse(body.toString('utf8'));
      return [];
    } catch {
      return ['broken JSON'];
    }
  }
};

const checks: readonly (readonly [RegExp, (body: Buffer) => string[]])[] = [
  [/^text\/html/, ofHtml],
  [/^image\/svg/, (body) => [...ofHtml(body), ...ofXml(body.toString('utf8'))]],
  [/^text\/csv/, ofCsv],
  [/json/, ofJson],
  [/^text\/calendar/, ofCalendar],
  [/^application\/pdf/, ofPdf],
  [/openxmlformats|zip$/, ofArchive],
];

/** What is wrong with an answer; [] when nothing that was typed does anything in it. */
export function harmIn({ type, body }: Answer): string[] {
  return checks.find(([kind]) => kind.test(type))?.[1](body) ?? [];
}

/** What is wrong with the headers of any answer. */
export function harmInHeaders(headers: Readonly<Record<string, unknown>>): string[] {
  const said = (name: string): string => {
    const value = headers[name];
    return typeof value === 'string' ? value : '';
  };
  const policy = said('content-security-policy');
  const disposition = said('content-disposition');
  return [
    ...Object.keys(headers).filter((name) => name.includes('zq')),
    ...(/default-src 'none'.*frame-ancestors 'none'/.test(policy) && !/unsafe|\*|http:/.test(policy)
      ? []
      : ['the policy']),
    ...(said('x-content-type-options') === 'nosniff' ? [] : ['nosniff']),
    ...(disposition === '' ||
    /^(inline|attachment); filename="[^"\\]*"(; filename\*=UTF-8''[\w!#$&+.^`|~%-]*)?$/.test(disposition)
      ? []
      : [`the name ${disposition}`]),
    ...(/^\/\/|^\w+:/.test(said('location')) ? [`leads away: ${said('location')}`] : []),
  ];
}
