import { nothing, page, type PageContext, type View } from '../../../platform/http/route.ts';
import { ButtonLink, Card, CardList, Panel, Stack } from '../../../ui/index.ts';
import { webWordsOf } from '../web-words.ts';
import { openDataPath } from './paths.ts';

/** Data have no language: their addresses are without it. */
const root = (context: PageContext): string => `/${context.centre.slug}/hsds`;

const Files = ({ context }: { context: PageContext }) => {
  const { files } = webWordsOf(context.lang);
  const all = [
    { ending: 'zip', label: files.csv, about: files.csvAbout },
    { ending: 'json', label: files.json, about: files.jsonAbout },
    { ending: 'ndjson', label: files.lines, about: files.linesAbout },
  ];
  return (
    <Panel id="pliki" title={files.title}>
      <CardList>
        {all.map((one) => (
          <Card key={one.ending} title={one.label} href={`${root(context)}/export.${one.ending}`} level={3}>
            <p>{one.about}</p>
          </Card>
        ))}
      </CardList>
    </Panel>
  );
};

const Api = ({ context }: { context: PageContext }) => {
  const { api } = webWordsOf(context.lang);
  const links = [
    { href: root(context), label: api.root },
    { href: `${root(context)}/services`, label: api.services },
    { href: `${root(context)}/organizations`, label: api.organizations },
    { href: `${root(context)}/locations`, label: api.locations },
    { href: `${root(context)}/service_at_locations`, label: api.sites },
    { href: `${root(context)}/taxonomies`, label: api.taxonomies },
    { href: '/hsds/openapi.json', label: api.openapi },
    { href: '/hsds/profile', label: api.profile },
  ];
  return (
    <Panel id="api" title={api.title}>
      <p>{api.text}</p>
      <ul>
        {links.map((one) => (
          <li key={one.href}>
            <a href={one.href}>{one.label}</a> <code>{one.href}</code>
          </li>
        ))}
      </ul>
      <p>{api.limit}</p>
    </Panel>
  );
};

function view(_data: undefined, context: PageContext): View {
  const words = webWordsOf(context.lang);
  const { phone, email } = context.centre.letterhead;
  return {
    title: words.title,
    lead: words.lead,
    trail: [{ href: context.centre.home, label: words.home }],
    width: 'narrow',
    body: (
      <Stack>
        <Panel id="co" title={words.what.title}>
          <p>{words.what.text}</p>
          <p>{words.what.free}</p>
        </Panel>
        <Files context={context} />
        <Api context={context} />
        <Panel id="blad" title={words.wrong.title}>
          <p>{words.wrong.text}</p>
          {phone && <p>{phone}</p>}
          {email && <ButtonLink href={`mailto:${email}`}>{email}</ButtonLink>}
        </Panel>
      </Stack>
    ),
  };
}

/** What the open data are, in plain words, with the files and the addresses of the API. */
export const openDataPage = page({ door: 'public', path: `/:centre${openDataPath}`, load: nothing, view });
