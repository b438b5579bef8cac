type Tag = { name: string; attributes: ReadonlyMap<string, string> };

/** Start tags of markup that `html` made: attribute values quoted, every < in text escaped. */
const tagsOf = (markup: string): readonly Tag[] =>
  [...markup.matchAll(/<([a-z][a-z0-9]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*\/?>/g)].map(
    ([, name = '', rest = '']) => ({
      name,
      attributes: new Map(
        [...rest.matchAll(/([^\s=]+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) => [key, value]),
      ),
    }),
  );

const repeated = (values: readonly string[]): readonly string[] => [
  ...new Set(values.filter((value, index) => values.indexOf(value) !== index)),
];

const references = ['for', 'aria-describedby', 'aria-labelledby', 'popovertarget', 'list', 'form'] as const;

const has = (tag: Tag, name: string): boolean => tag.attributes.has(name);

const classes = (tag: Tag): readonly string[] => (tag.attributes.get('class') ?? '').split(' ');

/**
 * What a page does against the rules of the design system, as English sentences; empty when nothing. For the tests
 * of pages: one h1, one primary action, unique ids, references that point at something (links of an error summary
 * too), a name for every control, no style attributes (the content policy drops them), nothing `undefined` or `NaN`.
 */
export const pageFaults = (markup: string): readonly string[] => {
  const tags = tagsOf(markup);
  const ids = tags.flatMap((tag) => tag.attributes.get('id') ?? []);
  const known = new Set(ids);
  const labelled = new Set(
    tags.filter((tag) => tag.name === 'label').map((tag) => tag.attributes.get('for')),
  );
  const headings = tags.filter((tag) => tag.name === 'h1').length;
  const primary = tags.filter((tag) => classes(tag).includes('button-primary')).length;
  const summaries = [...markup.matchAll(/<div class="error-summary".*?<\/ul>/gs)].map(([summary]) => summary);
  const nameless = tags.filter(
    (tag) =>
      (tag.name === 'select' ||
        tag.name === 'textarea' ||
        (tag.name === 'input' && !['hidden', 'submit'].includes(tag.attributes.get('type') ?? ''))) &&
      !labelled.has(tag.attributes.get('id')) &&
      !has(tag, 'aria-label'),
  );
  return [
    ...(headings === 1 ? [] : [`${headings} h1 headings`]),
    ...(primary > 1 ? [`${primary} primary actions`] : []),
    ...repeated(ids).map((id) => `id ${id} is used twice`),
    ...tags.flatMap((tag) =>
      references.flatMap((name) =>
        (tag.attributes.get(name) ?? '')
          .split(' ')
          .filter((id) => id !== '' && !known.has(id))
          .map((id) => `${name} of ${tag.name} points at a missing ${id}`),
      ),
    ),
    ...summaries.flatMap((summary) =>
      [...summary.matchAll(/href="#([^"]*)"/g)]
        .filter(([, id = '']) => !known.has(id))
        .map(([, id]) => `the error summary points at a missing ${id}`),
    ),
    ...nameless.map((tag) => `${tag.name} ${tag.attributes.get('name') ?? ''} has no label`),
    ...tags.filter((tag) => has(tag, 'style')).map((tag) => `${tag.name} has a style attribute`),
    ...[...markup.matchAll(/(?<=[>\s"])(undefined|NaN|\[object Object\])(?=[<\s",.])/g)].map(
      ([word]) => `the page says ${word}`,
    ),
  ];
};
