import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { serverContext } from './server-context.ts';

const Shade = serverContext('none');
const Shown = () => <i>{Shade.use()}</i>;

test('a reader is given the value of the nearest provider, and the first value without one', () => {
  const page = (
    <>
      <Shown />
      <Shade.Provider value="red">
        <Shown />
        <Shade.Provider value="blue">
          <Shown />
        </Shade.Provider>
        <Shown />
      </Shade.Provider>
    </>
  );
  expect(renderToString(page)).toBe('<i>none</i><i>red</i><i>blue</i><i>red</i>');
});

test('two contexts do not hide each other', () => {
  const Size = serverContext(1);
  const Both = () => `${Shade.use()} ${Size.use()}`;
  const page = (
    <Shade.Provider value="red">
      <Size.Provider value={2}>
        <Both />
      </Size.Provider>
    </Shade.Provider>
  );
  expect(renderToString(page)).toBe('red 2');
});

// A function of a page's own would hold the whole page in the old generation; see server-context.ts.
test('no page is given functions of its own', () => {
  const seen: unknown[] = [];
  function Witness(this: { context: object }): ComponentChildren {
    Shade.use();
    for (const provider of Object.values(this.context))
      seen.push(...Object.values(provider).filter((one) => typeof one === 'function'), '|');
    return null;
  }
  const once = (): unknown[] => {
    seen.length = 0;
    renderToString(
      <Shade.Provider value="red">
        <Witness />
      </Shade.Provider>,
    );
    return [...seen];
  };
  const first = once();
  expect(first.length).toBeGreaterThan(1);
  const second = once();
  expect(second.every((one, at) => one === first[at])).toBe(true);
});
