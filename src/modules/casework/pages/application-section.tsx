import type { VNode } from 'preact';
import {
  DateText,
  DescriptionList,
  Disclosure,
  money,
  Panel,
  shortDate,
  StateTag,
} from '../../../ui/index.ts';
import { type ApplicationField, applicationFields } from '../../programmes/index.ts';
import type { CaseView } from '../domain/case-view.ts';
import { caseWords } from '../pl-case.ts';
import { intakeWords } from '../pl-intake.ts';
import { casePath, Lines } from './case-parts.tsx';

const words = caseWords.page;
type Application = NonNullable<CaseView['application']>;

/** An answer as a person reads it. */
export function answerWords(field: ApplicationField, answer: unknown): string {
  if (field.type === 'money' && typeof answer === 'number') return money(answer);
  if (typeof answer !== 'string') return typeof answer === 'number' ? String(answer) : '';
  if (field.type === 'date') return shortDate(answer);
  if (field.type === 'choice') return field.choices?.find((one) => one.value === answer)?.label ?? answer;
  return answer;
}

const Answers = ({ application }: { application: Application }) => {
  const answered = applicationFields.filter((field) => application.answers[field.id] !== undefined);
  if (answered.length === 0) return <p>{words.noAnswers}</p>;
  return (
    <DescriptionList
      items={answered.map((field) => ({
        term: field.label,
        value: answerWords(field, application.answers[field.id]),
        ...(field.sensitivity === 'ordinary' ? {} : { note: words.sensitive }),
      }))}
    />
  );
};

const Declarations = ({ application }: { application: Application }) => (
  <Disclosure summary={`${words.declarations} (${application.declarations.length})`}>
    {application.declarations.length === 0 ? (
      <p>{words.noDeclarations}</p>
    ) : (
      <ul>
        {application.declarations.map((one) => (
          <li key={one.id}>
            <p>{one.text}</p>
            <p class="description-note">
              {words.made(
                shortDate(one.madeOn),
                Object.entries(intakeWords.declarationWays).find(([way]) => way === one.how)?.[1] ?? one.how,
              )}
            </p>
          </li>
        ))}
      </ul>
    )}
  </Disclosure>
);

const Call = ({ application }: { application: Application }) => {
  if (application.callReason === null) return null;
  const { callDeliveredOn, completeUntil, completedOn, completedWords } = application;
  return (
    <>
      <h3>{words.call}</h3>
      <DescriptionList
        columns={2}
        items={[
          { term: words.callMissing, value: <Lines text={application.callReason} /> },
          {
            term: words.callDelivered,
            value: callDeliveredOn ? <DateText date={callDeliveredOn} /> : words.callNotDelivered,
          },
          ...(completeUntil ? [{ term: words.completeUntil, value: <DateText date={completeUntil} /> }] : []),
          ...(completedOn
            ? [{ term: words.completed, value: completedWords, note: <DateText date={completedOn} /> }]
            : []),
        ]}
      />
    </>
  );
};

const Enclosures = ({ application }: { application: Application }) =>
  application.documents.length === 0 ? null : (
    <>
      <h3>{words.enclosures}</h3>
      <DescriptionList
        items={application.documents.map((one) => ({
          term: one.words,
          value: (
            <StateTag
              state={one.enclosed ? 'done' : 'waiting'}
              label={one.enclosed ? words.enclosed : words.notEnclosed}
            />
          ),
        }))}
      />
    </>
  );

/** The application: what is asked for, who asks, what they answered and declared. */
export const ApplicationSection = ({ view, mayEdit }: { view: CaseView; mayEdit: boolean }): VNode | null => {
  const { application } = view;
  if (!application) return null;
  const { applicant } = application;
  const role = intakeWords.applicantRoles[application.applicantRole];
  return (
    <Panel
      id="wniosek"
      title={words.application}
      actions={
        mayEdit &&
        view.state === 'draft' && <a href={casePath(view.id, 'wniosek')}>{words.editApplication}</a>
      }
    >
      <DescriptionList
        columns={2}
        items={[
          { term: words.services, value: application.services.map((one) => one.name).join(', ') },
          {
            term: words.programme,
            value: application.programme ?? words.otherTrack,
            note: application.resolution,
          },
          { term: words.applicant, value: applicant.name ?? role, note: applicant.name ? role : undefined },
          ...(applicant.document ? [{ term: words.representedBy, value: applicant.document }] : []),
          ...(application.reliefs.length > 0
            ? [{ term: words.reliefs, value: application.reliefs.join(', ') }]
            : []),
          ...(application.informationClause && application.informationGivenOn
            ? [
                {
                  term: words.information,
                  value: words.informationGiven(
                    application.informationClause,
                    shortDate(application.informationGivenOn),
                  ),
                },
              ]
            : []),
        ]}
      />
      <h3>{words.answers}</h3>
      <Answers application={application} />
      <Enclosures application={application} />
      <Declarations application={application} />
      <Call application={application} />
    </Panel>
  );
};
