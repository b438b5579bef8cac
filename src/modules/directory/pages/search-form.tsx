import type { VNode } from 'preact';
import type { PageContext } from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  ButtonLink,
  Checkbox,
  Disclosure,
  Form,
  Row,
  Select,
  Stack,
  TextInput,
} from '../../../ui/index.ts';
import { reaches, recipientGroups } from '../domain/codes.ts';
import { findWordsOf } from '../find-words.ts';
import type { ServiceSearch } from '../queries/search-services.ts';

const narrowing = ['area', 'group', 'gmina', 'reach', 'price', 'free', 'near', 'km'] as const;
const distances = [2, 5, 10, 20, 50];

/** The parts of a search that an address carries, with some of them changed. */
export function searchAddress(context: PageContext, changed: Record<string, string | undefined>): string {
  const all = { ...context.query, ...changed };
  const kept = ['text', ...narrowing, 'limit'].flatMap((name): [string, string][] => {
    const value = all[name];
    return value ? [[name, value]] : [];
  });
  const query = new URLSearchParams(kept).toString();
  return `${context.centre.home}/uslugi${query && `?${query}`}`;
}

/** Whether the person has narrowed the search. */
export const isNarrowed = ({ query }: PageContext): boolean => narrowing.some((name) => query[name]);

/** One box for anybody's words, and below it, folded away, what a search can be narrowed by. */
export const SearchForm = ({ data, context }: { data: ServiceSearch; context: PageContext }): VNode => {
  const words = findWordsOf(context.lang);
  const { search } = words;
  const choose = (name: (typeof narrowing)[number], options: { value: string; label: string }[]) =>
    options.length > 1 && (
      <Select
        key={name}
        name={name}
        label={search[name]}
        placeholder={search.any}
        options={options}
        optional
      />
    );
  return (
    <Form action={`${context.centre.home}/uslugi`} method="get" values={context.query} label={search.title}>
      <TextInput name="text" label={search.label} hint={search.hint} type="search" width="l" />
      <Actions>
        <Button variant="primary">{search.submit}</Button>
      </Actions>
      <Disclosure summary={search.narrow} open={isNarrowed(context)}>
        <Stack>
          {choose(
            'area',
            Object.keys(data.areas).map((value) => ({ value, label: words.areas[Number(value)] ?? value })),
          )}
          {choose(
            'group',
            recipientGroups.map((value) => ({ value, label: words.groups[value] })),
          )}
          {choose(
            'gmina',
            context.centre.gminas.map((one) => ({ value: one.teryt, label: one.name })),
          )}
          {choose(
            'reach',
            reaches.map((value) => ({ value, label: words.reach[value] })),
          )}
          {choose('price', [
            { value: 'free', label: words.price.free },
            { value: 'paid', label: words.price.paid },
          ])}
          {data.towns.length > 1 && (
            <Row>
              {choose(
                'near',
                data.towns.map((name) => ({ value: name, label: name })),
              )}
              {choose(
                'km',
                distances.map((one) => ({ value: String(one), label: search.kilometres(one) })),
              )}
            </Row>
          )}
          <Checkbox name="free" label={search.free} checked={Boolean(context.query['free'])} optional />
          <Actions>
            <Button>{search.apply}</Button>
            {isNarrowed(context) && (
              <ButtonLink
                href={searchAddress(context, Object.fromEntries(narrowing.map((name) => [name, undefined])))}
                variant="quiet"
              >
                {search.clear}
              </ButtonLink>
            )}
          </Actions>
        </Stack>
      </Disclosure>
    </Form>
  );
};
