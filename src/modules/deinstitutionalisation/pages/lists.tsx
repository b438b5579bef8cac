import { page, type PageContext, type View } from '../../../platform/http/route.ts';
import { ActionForm, ButtonLink, Columns, Panel, Row, Stack, Table, Tag } from '../../../ui/index.ts';
import { plPages } from '../pl-pages.ts';
import { type PlanView, viewPlan } from '../queries/view.ts';
import { planPart } from './frame.tsx';
import { mayWrite } from './parts.tsx';
import { listPath, partPath, planPath } from './paths.ts';

const words = plPages.plan;

type ListsProps = { view: PlanView; writes: boolean; context: PageContext };

const ItemLinks = ({
  view,
  context,
  part,
  path,
  item,
  about,
}: Omit<ListsProps, 'writes'> & { part: string; path: string; item: { id: string }; about: string }) => (
  <Row>
    <ButtonLink href={partPath(view.plan.id, path, item.id)} variant="quiet" small about={about}>
      {words.edit}
    </ButtonLink>
    <ActionForm
      action={`${planPath(view.plan.id)}/usun`}
      hidden={{ part, itemId: item.id }}
      label={words.remove}
      about={about}
      variant="quiet"
      once={context.form.once}
      small
    />
  </Row>
);

/** How heavy a risk is, 1 to 9, in a word beside the number. */
const Weight = ({ of }: { of: number }) => {
  const level = of >= 6 ? 'high' : of >= 3 ? 'middle' : 'low';
  const tone = { high: 'danger', middle: 'warning', low: 'neutral' } as const;
  return <Tag tone={tone[level]}>{words.weights[level](of)}</Tag>;
};

/** Risks (T11), who answers for what (T12), documents (T6). */
const Lists = ({ view, writes, context }: ListsProps) => {
  const { risks, roles, references } = view.plan.content;
  const add = (path: string, label: string) =>
    writes
      ? {
          actions: (
            <ButtonLink href={partPath(view.plan.id, path)} small>
              {label}
            </ButtonLink>
          ),
        }
      : {};
  const edit = (part: string, path: string) =>
    writes
      ? [
          {
            key: 'edit',
            label: words.edit,
            cell: (item: { id: string; name?: string; who?: string }) => (
              <ItemLinks
                view={view}
                context={context}
                part={part}
                path={path}
                item={item}
                about={item.name ?? item.who ?? ''}
              />
            ),
          },
        ]
      : [];
  return (
    <>
      <Panel id="ryzyka" title={words.risks} {...add('ryzyko', words.addRisk)}>
        {risks.length === 0 && <p>{words.noRisks}</p>}
        {risks.length > 0 && (
          <Table
            caption={words.risks}
            captionHidden
            rows={risks.toSorted(
              (one, other) => other.likelihood * other.gravity - one.likelihood * one.gravity,
            )}
            rowKey={({ id }) => id}
            columns={[
              { key: 'name', label: words.risk, rowHeader: true, cell: ({ name }) => name },
              { key: 'likelihood', label: words.likelihood, numeric: true, cell: (risk) => risk.likelihood },
              { key: 'gravity', label: words.gravity, numeric: true, cell: (risk) => risk.gravity },
              {
                key: 'weight',
                label: words.weight,
                cell: (risk) => <Weight of={risk.likelihood * risk.gravity} />,
              },
              { key: 'response', label: words.response, cell: ({ response }) => response },
              { key: 'owner', label: words.owner, cell: ({ owner }) => owner },
              ...edit('risks', 'ryzyko'),
            ]}
          />
        )}
      </Panel>
      <Columns
        main={
          <Panel id="dokumenty" title={words.references} {...add('dokument', words.addReference)}>
            {references.length === 0 && <p>{words.noReferences}</p>}
            {references.length > 0 && (
              <Table
                caption={words.references}
                captionHidden
                rows={references}
                rowKey={({ id }) => id}
                columns={[
                  { key: 'name', label: words.reference, rowHeader: true, cell: ({ name }) => name },
                  { key: 'level', label: words.level, cell: ({ level }) => level },
                  { key: 'says', label: words.says, cell: ({ says }) => says },
                  ...edit('references', 'dokument'),
                ]}
              />
            )}
          </Panel>
        }
        side={
          <Panel id="role" title={words.roles} {...add('rola', words.addRole)}>
            {roles.length === 0 && <p>{words.noRoles}</p>}
            {roles.length > 0 && (
              <Table
                caption={words.roles}
                captionHidden
                rows={roles}
                rowKey={({ id }) => id}
                columns={[
                  { key: 'who', label: words.who, rowHeader: true, cell: ({ who }) => who },
                  { key: 'task', label: words.task, cell: ({ task }) => task },
                  ...edit('roles', 'rola'),
                ]}
              />
            )}
          </Panel>
        }
      />
    </>
  );
};

/** Risks, roles and documents of a plan. */
export const listsPage = page({
  door: 'staff',
  path: `${listPath}/:planId/ryzyka`,
  load: async (ask, { params }) => await ask(viewPlan, { planId: params['planId'], quick: true }),
  view: (view: PlanView, context: PageContext): View =>
    planPart(view, 'lists', {
      body: (
        <Stack>
          <Lists view={view} writes={mayWrite(view, context)} context={context} />
        </Stack>
      ),
    }),
});
