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
  Row,
  Stack,
  TextInput,
  Unknown,
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
        <Stack>
          <h3 id="zakresy">{words.areas}</h3>
          <Row>
            {areaChoices(data.byArea).map((area) => (
              <ButtonLink key={area.value} href={`/${slug}/uslugi?area=${area.value}`} small>
                {area.label} ({data.byArea[area.value]})
              </ButtonLink>
            ))}
          </Row>
        </Stack>
      </nav>
    )}
  </Panel>
);

const Ways = ({ slug }: { slug: string }) => (
  <Panel id="drogi" title={words.ways} tone="plain">
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
    </CardList>
    <p>
      <a href={`/${slug}/programy`}>{words.programmes}</a>
    </p>
  </Panel>
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
          {addressLines.length === 0 && !phone && !email ? (
            <p>
              <Unknown>{words.contactUnknown}</Unknown>
            </p>
          ) : (
            <DescriptionList
              items={[
                {
                  term: pl.card.place,
                  value: known(addressLines.length > 0 ? addressLines.join(', ') : null),
                },
                { term: pl.card.phone, value: known(phone && <Phones text={phone} />) },
                { term: pl.card.email, value: known(email && <a href={`mailto:${email}`}>{email}</a>) },
              ]}
            />
          )}
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
  load: async (ask) => await ask(listServices, { state: 'public' }),
  view,
});
