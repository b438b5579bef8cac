import { langs } from '../../../lang.ts';
import { form, formOf, page, type View } from '../../../platform/http/route.ts';
import {
  Actions,
  Button,
  ButtonLink,
  Card,
  ContactWays,
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
import { clausesPath, homePath, publicClausesPath } from './paths.ts';

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
  view: ({ clauses }, context): View => {
    const kind = clauseKinds.find((one) => one === context.query['klauzula']) ?? 'application';
    const newest = clauses.find((one) => one.kind === kind);
    return {
      title: words.title,
      lead: words.lead,
      current: pl.current,
      trail: [{ href: homePath, label: pl.home.title }],
      body: (
        <Stack>
          {clauses.length === 0 && (
            <EmptyState title={words.empty} action={<ButtonLink href="#nowa">{words.publish}</ButtonLink>}>
              {words.emptyWhat}
            </EmptyState>
          )}
          {clauses.map((one) => (
            <Card
              key={one.id}
              title={words.kinds[one.kind]}
              level={2}
              meta={`${words.version(one.number, shortDate(one.validFrom), one.madeBy)}, ${words.shown(one.shown)}`}
              footer={
                one === clauses.find(({ kind: of }) => of === one.kind) && (
                  <ButtonLink href={`${clausesPath}?klauzula=${one.kind}#nowa`} about={words.kinds[one.kind]}>
                    {words.next}
                  </ButtonLink>
                )
              }
            >
              {langs.map((lang) => (
                <Disclosure key={lang} summary={words[lang]}>
                  <div lang={lang}>
                    <Text text={one.words[lang]} />
                  </div>
                </Disclosure>
              ))}
            </Card>
          ))}
          <Panel id="nowa" title={words.publish}>
            <Form
              action={clausesPath}
              {...formOf(context, publishClause, {
                kind,
                validFrom: shortDate(context.today),
                pl: newest?.words.pl ?? '',
                uk: newest?.words.uk ?? '',
                en: newest?.words.en ?? '',
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
    };
  },
});

/** What every resident may read of the centre's clauses, in the language of the page, with earlier versions below. */
const publicPage = page({
  door: 'public',
  path: `/:centre${publicClausesPath}`,
  load: (ask) => ask(publicClauses, {}),
  view: ({ clauses }, context): View => {
    const { centre } = context;
    const { phone, email, addressLines } = centre.letterhead;
    const web = webWordsOf(context.lang);
    const newest = clauseKinds.flatMap((kind) => clauses.find((one) => one.kind === kind) ?? []);
    const earlier = clauses.filter((one) => !newest.includes(one));
    return {
      title: web.title,
      lead: web.lead,
      width: 'narrow',
      trail: [{ href: centre.home, label: web.home }],
      body: (
        <Stack>
          {newest.length === 0 && <Text text={web.none} />}
          {newest.map((one) => (
            <Panel key={one.id} id={one.kind} title={web.kinds[one.kind]} tone="plain">
              <p class="hint">{web.version(one.number, shortDate(one.validFrom))}</p>
              <Text text={one.words[context.lang]} />
            </Panel>
          ))}
          <Panel id="prawa" title={web.rights} tone="plain">
            <ul>
              {web.list.map((right) => (
                <li key={right}>{right}</li>
              ))}
            </ul>
          </Panel>
          <Panel id="jak" title={web.how}>
            <p>{web.howText}</p>
            <ContactWays phone={phone} email={email} place={[centre.name, ...addressLines].join(', ')} />
            <p>
              <a href={`${centre.home}/moje/dane`}>{web.account}</a>
            </p>
          </Panel>
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
