import { form, formOf, page, type PageContext, type View } from '../../../platform/http/route.ts';
import { Actions, Button, ButtonLink, Form, TextInput } from '../../../ui/index.ts';
import { setTerms } from '../commands/set-terms.ts';
import { pl } from '../pl.ts';
import { viewTerms } from '../queries/view-terms.ts';

const words = pl.terms;
const list = '/praca/uslugi';

interface Terms {
  confirmDays: number;
  linkDays: number;
  version: number;
}

const view = (terms: Terms, context: PageContext): View => ({
  title: words.title,
  lead: words.lead,
  trail: [{ href: list, label: pl.card.back }],
  width: 'narrow',
  current: 'services',
  body: (
    <Form
      action={`${list}/ustawienia`}
      version={terms.version}
      {...formOf(context, setTerms, {
        confirmDays: String(terms.confirmDays),
        linkDays: String(terms.linkDays),
      })}
    >
      <TextInput
        name="confirmDays"
        label={words.confirmDays}
        hint={words.confirmHint}
        suffix={words.days}
        inputMode="numeric"
        width="xs"
      />
      <TextInput name="linkDays" label={words.linkDays} suffix={words.days} inputMode="numeric" width="xs" />
      <Actions>
        <Button variant="primary">{words.save}</Button>
        <ButtonLink href={list} variant="quiet">
          {pl.cancel}
        </ButtonLink>
      </Actions>
    </Form>
  ),
});

export const termsPage = page({
  door: 'staff',
  path: '/praca/uslugi/ustawienia',
  load: async (ask) => await ask(viewTerms, {}),
  view,
});

export const termsForm = form({
  door: 'staff',
  path: '/praca/uslugi/ustawienia',
  command: setTerms,
  page: termsPage,
  next: () => `${list}/ustawienia`,
});
