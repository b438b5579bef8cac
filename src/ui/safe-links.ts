import { options } from 'preact';

/** Properties by which an element leads or loads from somewhere. */
const leading = ['href', 'src', 'action', 'formaction', 'formAction', 'xlinkHref', 'xlink:href'] as const;

/** A scheme (RFC 3986, 3.1) that is none of ours; `data:` only makes pictures, which the content policy sees to. */
const strange = /^(?!(?:https?|mailto|tel):)[a-z][a-z\d+.-]*:/i;
const picture = /^data:image\//i;

// A browser leaves these out before it reads a scheme (WHATWG URL, 4.4).
const unread = /[\p{Cc} ]/gu;

const runs = (address: unknown, pictured: boolean): boolean => {
  if (typeof address !== 'string') return false;
  const read = address.replace(unread, '');
  return strange.test(read) && !(pictured && picture.test(read));
};

const leads: ReadonlySet<string> = new Set(leading);

/**
 * From now on no element of a page leads to an address that runs something (`javascript:`), wherever the address came
 * from: the element stays, the address is left out. Forms refuse such addresses when they are typed; this is for what
 * came by another way. Elements that became text when the program was built (bin/markup.mjs) ask by the attribute, all
 * others by the element.
 */
export function keepLinksSafe(): void {
  const { vnode: madeBefore, attr: writtenBefore } = options;
  options.vnode = (vnode) => {
    const { type, props } = vnode;
    if (typeof type === 'string') {
      const given: Record<string, unknown> = props;
      for (const name in given)
        if (leads.has(name) && runs(given[name], type === 'img')) given[name] = undefined;
    }
    madeBefore?.(vnode);
  };
  options.attr = (name, value) =>
    leads.has(name) && runs(value, name === 'src') ? '' : writtenBefore?.(name, value);
}
