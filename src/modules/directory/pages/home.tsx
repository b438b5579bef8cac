import { page, type PageContext, type View } from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  ButtonLink,
  Card,
  CardList,
  DescriptionList,
  Form,
  Panel,
  Stack,
  TextInput,
} from '../../../ui/index.ts';
import { pl } from '../pl.ts';
import { listServices, type ServiceList } from '../queries/list-services.ts';
import { known, Phones } from './parts.tsx';
import { areaChoices } from './public.tsx';

const words = pl.public.home;

const Search = ({ data, slug }: { data: ServiceList; slug: string }) => (
  <Panel id="szukaj" title={words.searchTitle}>
    <Form action={`/${slug}/uslugi`} method="get" label={words.searchTitle}>
      <TextInput name="text" label={words.search} hint={words.searchHint} type="search" width="l" />
      <Actions>
        <Button variant="primary">{words.searchSubmit}</Button>
      </Actions>
    </Form>
    {areaChoices(data.byArea).length > 0 && (
      <nav aria-labelledby="zakresy">
        <h3 id="zakresy">{words.areas}</h3>
        <ul class="row">
          {areaChoices(data.byArea).map((area) => (
            <li key={area.value}>
              <a href={`/${slug}/uslugi?area=${area.value}`}>{area.label}</a> ({data.byArea[area.value]})
            </li>
          ))}
        </ul>
      </nav>
    )}
  </Panel>
);

const Ways = ({ slug }: { slug: string }) => (
  <section aria-labelledby="drogi">
    <h2 id="drogi">{words.ways}</h2>
    <CardList>
      <Card title={words.report} href={`/${slug}/zglos`}>
        <p>{words.reportText}</p>
      </Card>
      <Card title={words.apply} href={`/${slug}/wniosek`}>
        <p>{words.applyText}</p>
      </Card>
      <Card title={words.follow} href={`/${slug}/sprawa`}>
        <p>{words.followText}</p>
      </Card>
      <Card title={words.programmes} href={`/${slug}/programy`}>
        <p>{words.programmesText}</p>
      </Card>
    </CardList>
  </section>
);

function view(data: ServiceList, { centre }: PageContext): View {
  const { addressLines, phone, email } = centre.letterhead;
  return {
    title: centre.name,
    lead: words.lead,
    width: 'wide',
    body: (
      <Stack>
        <Search data={data} slug={centre.slug} />
        <Ways slug={centre.slug} />
        <Panel id="kontakt" title={words.contact} tone="plain">
          <p>{words.contactText}</p>
          <DescriptionList
            items={[
              { term: pl.card.place, value: known(addressLines.length > 0 ? addressLines.join(', ') : null) },
              { term: pl.card.phone, value: known(phone && <Phones text={phone} />) },
              { term: pl.card.email, value: known(email && <a href={`mailto:${email}`}>{email}</a>) },
            ]}
          />
          <Actions>
            <ButtonLink href={`/${centre.slug}/logowanie`} variant="quiet">
              {words.staff}
            </ButtonLink>
          </Actions>
        </Panel>
      </Stack>
    ),
  };
}

/** The front page of a centre: what a resident can do here. */
export const homePage = page({
  door: 'public',
  path: '/:centre',
  load: async (ask) => await ask(listServices, { state: 'published' }),
  view,
});
