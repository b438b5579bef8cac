import { type ComponentChildren, createContext, type FunctionComponent } from 'preact';
import { useContext } from 'preact/hooks';

const deaf = (): void => undefined;

/**
 * A value for every component inside, on a page that is rendered once. Preact's own provider makes functions for each
 * page: one that gives the value, one that writes down each reader, to render it again. V8 puts a function that the
 * source text assigns to a property straight into the old generation, where the next small collection does not look:
 * such a function held its whole page there, and each collection carried the page over. Here one pair of functions
 * serves all pages.
 */
export function serverContext<T>(initial: T): {
  Provider: FunctionComponent<{ value: T; children?: ComponentChildren }>;
  use(): T;
} {
  const context = createContext(initial);
  // Under this name a component finds its nearest provider: Preact's, also to its renderer of strings.
  const name = String(Reflect.get(context, '__c'));
  const providing = {
    getChildContext(this: object): Record<string, object> {
      return { [name]: this };
    },
    sub: deaf,
  };
  // Preact calls a function component on its instance, whose `value` the readers take from its properties.
  function Provider(this: object, props: { value: T; children?: ComponentChildren }): ComponentChildren {
    Object.assign(this, providing);
    return props.children;
  }
  return {
    Provider: Provider as FunctionComponent<{ value: T; children?: ComponentChildren }>,
    use: () => useContext(context),
  };
}
