import { type ComponentChildren, createContext, type FunctionComponent } from 'preact';
import { useContext } from 'preact/hooks';

const deaf = (): void => undefined;

/**
 * A value for every component inside, on a page that is rendered once. Preact's own provider also writes down each
 * reader, to render it again when the value changes. On a server nothing ever changes, and those notes chain each page
 * to the next, so that the collector of short-lived objects carries finished pages into the old generation (seen with
 * `node --trace-gc` on a page of 600 readers). It is not the only such chain: docs/benchmarks.md.
 */
export function serverContext<T>(initial: T): {
  Provider: FunctionComponent<{ value: T; children?: ComponentChildren }>;
  use(): T;
} {
  const context = createContext(initial);
  const provide: unknown = context.Provider;
  // Preact calls a function component on its instance: the provider hangs its values and its note book there.
  function Provider(this: object, props: { value: T; children?: ComponentChildren }): ComponentChildren {
    if (typeof provide !== 'function') return props.children;
    const children: ComponentChildren = Reflect.apply(provide, this, [props]);
    Object.assign(this, { sub: deaf });
    return children;
  }
  return {
    Provider: Provider as FunctionComponent<{ value: T; children?: ComponentChildren }>,
    use: () => useContext(context),
  };
}
