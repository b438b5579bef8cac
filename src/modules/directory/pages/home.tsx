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
import { findWordsOf } from '../find-words.ts';
import { searchServices, type ServiceSearch } from '../queries/search-services.ts';
import { Emergency } from './emergency.tsx';
import { HelpWays } from './help-ways.tsx';
import { Phones } from './parts.tsx';

type Part = { data: ServiceSearch; context: PageContext };

const Search = ({ data, context }: Part) => {
  const words = findWordsOf(context.lang);
  const { home } = context.centre;
  const areas = Object.keys(data.areas);
  return (
    <Panel id="szukaj" title={words.search.label}>
      <Stack>
        <Form action={`${home}/uslugi`} method="get" label={words.search.title}>
          <TextInput
            name="text"
            label={words.search.label}
            labelHidden
            hint={words.search.hint}
            type="search"
            width="l"
          />
          <Actions>
            <Button variant="primary">{words.search.submit}</Button>
            <ButtonLink href={`${home}/pomoc`} variant="quiet">
              {words.home.guided}
            </ButtonLink>
          </Actions>
        </Form>
        {areas.length > 0 && (
          <nav aria-labelledby="zakresy">
            <Stack>
              <h3 id="zakresy">{words.home.areas}</h3>
              <Row>
                {areas.map((area) => (
                  <ButtonLink key={area} href={`${home}/uslugi?area=${area}`} small>
                    {words.areas[Number(area)] ?? area}
                  </ButtonLink>
                ))}
              </Row>
            </Stack>
          </nav>
        )}
      </Stack>
    </Panel>
  );
};

const More = ({ context }: Pick<Part, 'context'>) => {
  const words = findWordsOf(context.lang).home;
  const { home } = context.centre;
  return (
    <Panel id="wiecej" title={words.more} tone="plain">
      <CardList>
        <Card title={words.follow} href={`${home}/sprawa`}>
          <p>{words.followText}</p>
        </Card>
        <Card title={words.apply} href={`${home}/wniosek`}>
          <p>{words.applyText}</p>
        </Card>
        <Card title={words.signIn} href={`${home}/logowanie`}>
          <p>{words.signInText}</p>
        </Card>
      </CardList>
      <p>
        <a href={`${home}/programy`}>{words.programmes}</a>
      </p>
    </Panel>
  );
};

const Contact = ({ context: { centre, lang } }: Pick<Part, 'context'>) => {
  const words = findWordsOf(lang).home;
  const { addressLines, phone, email, hours } = centre.letterhead;
  const facts = [
    { term: words.address, value: addressLines.join(', ') || undefined },
    { term: words.hours, value: hours ?? undefined },
    { term: words.phone, value: phone ? <Phones text={phone} /> : undefined },
    { term: words.email, value: email ? <a href={`mailto:${email}`}>{email}</a> : undefined },
  ].filter((one) => one.value !== undefined);
  return (
    <Panel id="kontakt" title={words.contact} tone="plain">
      <p>{words.contactText}</p>
      {facts.length === 0 ? (
        <p>
          <Unknown>{words.contactUnknown}</Unknown>
        </p>
      ) : (
        <DescriptionList items={facts} />
      )}
      <Actions>
        <ButtonLink href={`/${centre.slug}/logowanie`} variant="quiet">
          {words.staff}
        </ButtonLink>
      </Actions>
    </Panel>
  );
};

const view = (data: ServiceSearch, context: PageContext): View => ({
  title: context.centre.name,
  lead: findWordsOf(context.lang).home.lead,
  width: 'wide',
  body: (
    <Stack>
      <Search data={data} context={context} />
      <HelpWays context={context} />
      <Emergency lang={context.lang} />
      <More context={context} />
      <Contact context={context} />
    </Stack>
  ),
});

/** The front page of a centre: one box, three ways to ask for help, and what else a resident can do here. */
export const homePage = page({
  door: 'public',
  path: '/:centre',
  keep: { until: ['directory', 'programmes', 'hsds'] },
  load: async (ask, { lang }) => await ask(searchServices, { lang, limit: 1 }),
  view,
});
