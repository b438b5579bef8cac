import { form, formOf, page, type View } from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  Card,
  DateInput,
  Disclosure,
  EmptyState,
  Form,
  Panel,
  Prose,
  Radios,
  shortDate,
  Stack,
  TextArea,
} from '../../../ui/index.ts';
import { clauseKinds, publishClause } from '../commands/register.ts';
import { pl } from '../pl.ts';
import { clausesQuery, publicClauses } from '../queries/register.ts';
import { webWordsOf } from '../web-words.ts';
import { clausesPath, homePath } from './paths.ts';

const words = pl.clauses;

const Text = ({ text }: { text: string }) => (
  <Prose>
    {text.split(/\n\s*\n/).map((paragraph) => (
      <p key={paragraph}>{paragraph}</p>
    ))}
  </Prose>
);

const clausesPage = page({
  door: 'staff',
  path: clausesPath,
  load: (ask) => ask(clausesQuery, {}),
  view: ({ clauses }, context): View => ({
    title: words.title,
    lead: words.lead,
    current: pl.current,
    trail: [{ href: homePath, label: pl.home.title }],
    body: (
      <Stack>
        {clauses.length === 0 && <EmptyState title={words.empty}>{words.emptyWhat}</EmptyState>}
        {clauses.map((one) => (
          <Card
            key={one.id}
            title={words.kinds[one.kind]}
            level={2}
            meta={`${words.version(one.number, shortDate(one.validFrom), one.madeBy)}, ${words.shown(one.shown)}`}
          >
            <Disclosure summary={words.pl}>
              <Text text={one.words.pl} />
            </Disclosure>
          </Card>
        ))}
        <Panel id="nowa" title={words.publish}>
          <Form
            action={clausesPath}
            {...formOf(context, publishClause, {
              kind: 'application',
              validFrom: shortDate(context.today),
              pl: clauses[0]?.words.pl ?? '',
              uk: clauses[0]?.words.uk ?? '',
              en: clauses[0]?.words.en ?? '',
            })}
          >
            <Stack>
              <Radios
                name="kind"
                label={words.kind}
                choices={clauseKinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
              />
              <TextArea name="pl" label={words.pl} hint={words.hint} rows={8} />
              <TextArea name="uk" label={words.uk} rows={6} />
              <TextArea name="en" label={words.en} rows={6} />
              <DateInput name="validFrom" label={words.validFrom} />
              <Actions>
                <Button variant="primary">{words.submit}</Button>
              </Actions>
            </Stack>
          </Form>
        </Panel>
      </Stack>
    ),
  }),
});

/** What every resident may read of the centre's clauses, in the language of the page, with earlier versions below. */
const publicPage = page({
  door: 'public',
  path: '/:centre/dane-osobowe',
  load: (ask) => ask(publicClauses, {}),
  view: ({ clauses }, context): View => {
    const web = webWordsOf(context.lang);
    const newest = clauseKinds.flatMap((kind) => clauses.find((one) => one.kind === kind) ?? []);
    const earlier = clauses.filter((one) => !newest.includes(one));
    return {
      title: web.title,
      lead: web.lead,
      width: 'narrow',
      body: (
        <Stack>
          {newest.length === 0 && <Text text={web.none} />}
          {newest.map((one) => (
            <section key={one.id}>
              <h2>{web.kinds[one.kind]}</h2>
              <p class="hint">{web.version(one.number, shortDate(one.validFrom))}</p>
              <Text text={one.words[context.lang]} />
            </section>
          ))}
          <section>
            <h2>{web.rights}</h2>
            <ul>
              {web.list.map((right) => (
                <li key={right}>{right}</li>
              ))}
            </ul>
          </section>
          {earlier.length > 0 && (
            <Disclosure summary={web.earlier}>
              {earlier.map((one) => (
                <section key={one.id}>
                  <h3>{`${web.kinds[one.kind]}: ${web.version(one.number, shortDate(one.validFrom))}`}</h3>
                  <Text text={one.words[context.lang]} />
                </section>
              ))}
            </Disclosure>
          )}
        </Stack>
      ),
    };
  },
});

/** Clauses in versions: to write them, and to read them. */
export const clauseRoutes = [
  clausesPage,
  form({
    door: 'staff',
    path: clausesPath,
    command: publishClause,
    page: clausesPage,
    next: () => clausesPath,
  }),
  publicPage,
];
