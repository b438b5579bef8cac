/** The fields of the form on a page that posts to an address, as a browser would send them untouched. */
export function fieldsOfForm(markup: string, action: string): Record<string, string | string[]> {
  return fieldsIn(
    markup
      .split('<form')
      .find((part) => part.includes(`action="${action}"`))
      ?.split('</form>')[0] ?? '',
  );
}

/** The fields inside the markup of one form, as a browser would send them untouched. */
export function fieldsIn(form: string): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = {};
  const add = (name: string, value: string): void => {
    const before = fields[name];
    fields[name] = before === undefined ? value : [before, value].flat();
  };
  for (const [tag, , name = ''] of form.matchAll(/<(input|textarea|select)\b[^>]*?\bname="([^"]*)"[^>]*>/g)) {
    const attribute = (key: string): string | undefined => new RegExp(`\\b${key}="([^"]*)"`).exec(tag)?.[1];
    if (tag.startsWith('<textarea'))
      add(name, plain(new RegExp(`name="${escaped(name)}"[^>]*>([^<]*)</textarea>`).exec(form)?.[1] ?? ''));
    else if (tag.startsWith('<select')) {
      const options = new RegExp(`name="${escaped(name)}"[^>]*>(.*?)</select>`, 's').exec(form)?.[1] ?? '';
      add(
        name,
        /<option[^>]*value="([^"]*)"[^>]*\bselected/.exec(options)?.[1] ??
          // An empty value is rendered without its quotes.
          /<option[^>]*?\bvalue(?:="([^"]*)")?(?=[\s>])/.exec(options)?.[1] ??
          '',
      );
    } else if (!/type="(checkbox|radio)"/.test(tag) || /\bchecked\b/.test(tag))
      add(name, plain(attribute('value') ?? ''));
  }
  return fields;
}

const escaped = (name: string): string => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

const plain = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
