import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { Checkbox, Checkboxes, Radios } from './choices.tsx';
import { DateInput, Select, TextArea, TextInput } from './fields.tsx';
import { ActionForm, ErrorSummary, fieldId, Form } from './form.tsx';
import { html } from './page.tsx';

const hostile = `"><script>alert('x')</script>`;

const idsIn = (markup: string): string[] => [...markup.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => id);

const linksIn = (markup: string): string[] =>
  [...markup.matchAll(/href="#([^"]*)"/g)].map(([, id = '']) => id);

describe('A form that came back with errors', () => {
  const markup = renderToString(
    <Form
      id="need"
      once="once-1"
      version={4}
      hidden={{ person: 'p1', gone: undefined }}
      autosave="need-p1"
      values={{
        name: 'Żaneta',
        days: ['mon', 'fri'],
        way: 'post',
        'lines[0].hours': '3',
        born: '1953-03-07',
      }}
      errors={{
        name: 'Wpisz nazwisko.',
        way: 'Wybierz.',
        days: 'Za dużo dni.',
        'lines[0].hours': 'Za mało.',
        born: 'Za wcześnie.',
        ok: 'Zaznacz.',
      }}
    >
      <TextInput name="name" label="Nazwisko" hint="Jak w dowodzie" />
      <Radios
        name="way"
        label="Sposób"
        choices={[
          { value: 'post', label: 'pocztą' },
          { value: 'desk', label: 'w okienku' },
        ]}
      />
      <Checkboxes
        name="days"
        label="Dni"
        choices={[
          { value: 'mon', label: 'pn' },
          { value: 'tue', label: 'wt' },
          { value: 'fri', label: 'pt' },
        ]}
      />
      <TextInput name="lines[0].hours" label="Godziny" />
      <DateInput name="born" label="Data urodzenia" />
      <Checkbox name="ok" label="Zgodne z prawdą" />
    </Form>,
  );

  test('WCAG 3.3.1: every line of the summary links to the control of its field', () => {
    const links = linksIn(markup);
    expect(links).toHaveLength(6);
    expect(idsIn(markup)).toEqual(expect.arrayContaining(links));
    expect(links).toContain(fieldId('lines[0].hours', 'need'));
  });

  test('WCAG 3.3.1: the summary names each field, in the order of the fields', () => {
    const page = html(
      <Form
        errors={{ way: 'Wybierz jedną z możliwości.', born: 'Podaj datę.', name: 'To pole jest potrzebne.' }}
      >
        <TextInput name="name" label="Imię" hint="Jak w dowodzie" optional />
        <DateInput name="born" label="Kiedy się urodziła?" />
        <Radios name="way" label="Jak się kontaktować" choices={[{ value: 'phone', label: 'telefon' }]} />
      </Form>,
    );
    expect([...page.matchAll(/<li><a href="#f-\w+">([^<]*)/g)].map(([, line]) => line)).toEqual([
      'Imię: To pole jest potrzebne.',
      'Kiedy się urodziła? Podaj datę.',
      'Jak się kontaktować: Wybierz jedną z możliwości.',
    ]);
  });

  test('the summary is announced and can take the focus', () => {
    expect(markup).toMatch(/<div class="error-summary" role="alert" tabindex="-1" autofocus/);
    expect(markup).toContain('Popraw 6 pól');
  });

  test('WCAG 1.3.1: hint and error are tied to the control, which is marked invalid', () => {
    expect(markup).toMatch(
      /<input[^>]*id="need-name"[^>]*aria-describedby="need-name-hint need-name-error" aria-invalid="true"/,
    );
  });

  test('nothing that was typed is lost', () => {
    expect(markup).toContain('value="Żaneta"');
    expect(markup).toContain('value="7.03.1953"');
    expect(markup).toMatch(/value="post"[^>]* checked/);
    expect(
      [...markup.matchAll(/type="checkbox"[^>]*value="(\w+)" checked/g)].map(([, value]) => value),
    ).toEqual(['mon', 'fri']);
  });

  test('it carries its key, its version and its draft', () => {
    expect(markup).toContain('<input type="hidden" name="_once" value="once-1"/>');
    expect(markup).toContain('<input type="hidden" name="_version" value="4"/>');
    expect(markup).toContain('<input type="hidden" name="person" value="p1"/>');
    expect(markup).not.toContain('name="gone"');
    expect(markup).toContain('data-autosave="need-p1"');
  });
});

test('a form without errors has no summary and no invalid field', () => {
  const markup = renderToString(
    <Form errors={{ name: undefined }}>
      <TextInput name="name" label="Nazwisko" />
    </Form>,
  );
  expect(markup).not.toContain('error-summary');
  expect(markup).not.toContain('aria-invalid');
});

test('an error of the whole form is told without a link', () => {
  expect(renderToString(<ErrorSummary errors={{ '': 'Ktoś zmienił plan.' }} />)).toContain(
    '<li>Ktoś zmienił plan.</li>',
  );
});

test('what a person typed never becomes markup, in values, errors, options and text', () => {
  const markup = renderToString(
    <Form
      values={{ name: hostile, more: `</textarea>${hostile}` }}
      errors={{ name: hostile }}
      hidden={{ key: hostile }}
    >
      <TextInput name="name" label={hostile} hint={hostile} />
      <TextArea name="more" label="Więcej" />
      <Select name="street" label="Ulica" options={[{ value: hostile, label: hostile }]} />
    </Form>,
  );
  expect(markup).not.toContain('<script');
  expect(markup.match(/<\/textarea>/g)).toHaveLength(1);
});

test('a field is required unless it says that it is optional', () => {
  const markup = renderToString(
    <Form>
      <TextInput name="a" label="A" />
      <TextInput name="b" label="B" optional />
    </Form>,
  );
  expect(markup).toMatch(/id="f-a"[^>]* required/);
  expect(markup).not.toMatch(/id="f-b"[^>]* required/);
  expect(markup).toContain('(nieobowiązkowe)');
});

test('a password is never sent back', () => {
  const markup = renderToString(
    <Form values={{ secret: 'hunter2' }}>
      <TextInput name="secret" label="Hasło" type="password" />
    </Form>,
  );
  expect(markup).not.toContain('hunter2');
});

test('a button that posts says what it acts on', () => {
  const markup = renderToString(
    <ActionForm action="/x" label="Przyjmij" about="zgłoszenie 12" once="k" version={2} />,
  );
  expect(markup).toContain('method="post" action="/x"');
  expect(markup).toMatch(/Przyjmij<span class="sr-only"> – zgłoszenie 12<\/span>/);
  expect(markup).toContain('name="_once" value="k"');
});

test('a filter asks for nothing: no field of it is required, and none says that it is not', () => {
  const markup = renderToString(
    <Form method="get">
      <TextInput name="a" label="A" optional />
      <TextInput name="b" label="B" />
    </Form>,
  );
  expect(markup).not.toContain('optional');
  expect(markup).not.toContain('required');
});

test('a list of choices marks the one that was chosen, and the one that cannot be', () => {
  const markup = renderToString(
    <Form values={{ when: 'soon' }}>
      <Select
        name="when"
        label="Kiedy"
        options={[
          { value: 'now', label: 'Dziś', disabled: true },
          { value: 'soon', label: 'W tym tygodniu' },
        ]}
      />
    </Form>,
  );
  const options = [...markup.matchAll(/<option ([^>]*)>([^<]*)/g)].map(
    ([, attributes = '', label]) => `${label}: ${attributes.trim().replace(/\s+/g, ' ')}`,
  );
  expect(options.slice(-2)).toEqual(['Dziś: value="now" disabled', 'W tym tygodniu: value="soon" selected']);
});
