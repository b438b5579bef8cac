import type { RecipientGroup } from '../../../law/index.ts';
import { form, formOf, nothing, page, type PageContext, type View } from '../../../platform/http/route.ts';
import { Actions, Button, ButtonLink, Form, Panel, Select, Stack } from '../../../ui/index.ts';
import { noneOfThese } from '../commands/none-of-these.ts';
import { residentReasons } from '../domain/unmet-need.ts';
import { webWordsOf } from '../web-words.ts';

const path = '/zadna-z-tych';

export interface NoneOfTheseProps {
  context: PageContext;
  /** Areas that the person was looking in; empty when nobody knows. */
  areas?: readonly number[];
  group?: RecipientGroup | null;
  gmina?: string | null;
  locality?: string | null;
  /** On its own page it is what the page is for. */
  primary?: boolean;
}

/** "None of these services": a small form below a list of services. Asks why, and nothing about the person. */
export const NoneOfThese = ({ context, areas = [], group, gmina, locality, primary }: NoneOfTheseProps) => {
  const words = webWordsOf(context.lang);
  const { errors, values } = formOf(context, noneOfThese);
  return (
    <Form
      id="zadna"
      action={`${context.centre.home}${path}`}
      once={context.form.once}
      values={values}
      errors={errors}
      label={words.title}
      hidden={{
        areas: areas.join(','),
        group: group ?? undefined,
        gmina: gmina ?? undefined,
        locality: locality ?? undefined,
      }}
    >
      <Select
        name="reason"
        label={words.why}
        placeholder={false}
        options={residentReasons.map((reason) => ({ value: reason, label: words.reasons[reason] }))}
      />
      <Actions>
        <Button variant={primary ? 'primary' : 'secondary'}>{words.submit}</Button>
      </Actions>
    </Form>
  );
};

const Thanks = ({ context }: { context: PageContext }) => {
  const words = webWordsOf(context.lang);
  const { home } = context.centre;
  return (
    <Stack>
      <p>{words.thanks}</p>
      <p>{words.next}</p>
      <Actions>
        <ButtonLink href={`${home}/zglos`} variant="primary">
          {words.report}
        </ButtonLink>
        <ButtonLink href={home} variant="quiet">
          {words.home}
        </ButtonLink>
      </Actions>
    </Stack>
  );
};

const view = (_data: undefined, context: PageContext): View => {
  const words = webWordsOf(context.lang);
  const done = context.done === noneOfThese.name;
  return {
    title: done ? words.thanksTitle : words.title,
    ...(done ? {} : { lead: words.lead }),
    trail: [{ href: context.centre.home, label: words.home }],
    body: done ? (
      <Thanks context={context} />
    ) : (
      <Panel id="czego" title={words.title} tone="plain">
        <NoneOfThese context={context} primary />
      </Panel>
    ),
  };
};

const nonePage = page({ door: 'public', path: `/:centre${path}`, load: nothing, view });

const noneForm = form({
  door: 'public',
  path: `/:centre${path}`,
  command: noneOfThese,
  // One hidden field holds the areas: a form of a search does not know how many there are.
  input: ({ areas, ...values }) => ({
    ...values,
    areas: typeof areas === 'string' ? areas.split(',').filter(Boolean) : areas,
  }),
  page: nonePage,
  next: (_result, { centre }) => `${centre.home}${path}`,
});

/** The resident's "none of these": a form that stands on other pages too, and its thanks. */
export const noneRoutes = [nonePage, noneForm];
