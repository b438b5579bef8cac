import { options } from 'preact';

/** Properties by which an element leads or loads from somewhere. */
const leading = ['href', 'src', 'action', 'formaction', 'formAction', 'xlinkHref', 'xlink:href'] as const;

/** A scheme (RFC 3986, 3.1) that is none of ours; `data:` only makes pictures, which the content policy sees to. */
const strange = /^(?!(?:https?|mailto|tel):)[a-z][a-z\d+.-]*:/i;
const picture = /^data:image\//i;

// A browser leaves these out before it reads a scheme (WHATWG URL, 4.4).
const unread = /[\p{Cc} ]/gu;

const runs = (address: unknown, type: string): boolean => {
  if (typeof address !== 'string') return false;
  const read = address.replace(unread, '');
  return strange.test(read) && !(type === 'img' && picture.test(read));
};

/**
 * From now on no element of a page leads to an address that runs something (`javascript:`), wherever the address came
 * from: the element stays, the address is left out. Forms refuse such addresses when they are typed; this is for what
 * came by another way.
 */
export function keepLinksSafe(): void {
  const before = options.vnode;
  options.vnode = (vnode) => {
    const { type, props } = vnode;
    if (typeof type === 'string') {
      const given: Record<string, unknown> = props;
      for (const name of leading) if (name in given && runs(given[name], type)) given[name] = undefined;
    }
    before?.(vnode);
  };
}
