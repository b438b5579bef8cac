import { fieldsIn } from '../../test/support/forms.ts';
import type { Answer, Fields } from './visitor.ts';

/** A form as it stands on a page. */
export interface FoundForm {
  method: 'get' | 'post';
  action: string;
  /** As a browser would send it untouched. */
  fields: Fields;
  /** Names of the fields that a person fills in. */
  asked: readonly string[];
}

const unescaped = (text: string): string => text.replaceAll('&amp;', '&');

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];

/** Forms in the content of a page; what stands around every page (search, sign-out) is not among them. */
export function formsOf({ body, address }: Answer): readonly FoundForm[] {
  const content = body.split('<main')[1]?.split('</main>')[0] ?? '';
  return [...content.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].map(([, tag = '', inside = '']) => ({
    method: attribute(tag, 'method') === 'get' ? 'get' : 'post',
    action: unescaped(attribute(tag, 'action') ?? address.split('#')[0] ?? address),
    fields: fieldsIn(inside),
    asked: [...inside.matchAll(/<(?:input|textarea|select)\b[^>]*>/g)].flatMap(([control]) =>
      attribute(control, 'type') === 'hidden' || attribute(control, 'tabindex') === '-1'
        ? []
        : (attribute(control, 'name') ?? []),
    ),
  }));
}

/** The form with everything that a person fills in left empty. */
export const emptied = ({ fields, asked }: FoundForm): Fields =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, asked.includes(name) ? '' : value]),
  );

/** What the content of a page says, in one line. */
export const saidIn = ({ body }: Answer): string =>
  (body.split('<main')[1]?.split('</main>')[0] ?? body)
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .slice(0, 300);
