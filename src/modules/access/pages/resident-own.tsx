import type { PageContext } from '../../../platform/http/route.ts';
import { ActionForm, Disclosure, Panel } from '../../../ui/index.ts';
import { changePassword, enrolSecondFactor } from '../commands/own-account.ts';
import { webWordsOf } from '../web-words.ts';
import { ConnectApp, PasswordForm } from './own-forms.tsx';

interface PartProps {
  /** The page of these parts; their forms are sent under it. */
  path: string;
  login: string;
  context: PageContext;
}

/** The resident's password; an account that only another system opens has none to change. */
export const Password = ({ path, login, context }: PartProps) => {
  const words = webWordsOf(context.lang).account;
  return (
    <Panel id="haslo" title={words.password}>
      <Disclosure summary={words.changePassword} open={context.form.command === changePassword.name}>
        <PasswordForm
          login={login}
          oneTime={false}
          action={`${path}/haslo`}
          words={words}
          context={context}
        />
      </Disclosure>
    </Panel>
  );
};

/** The resident's authenticator app, and the codes on paper once there is something that they stand in for. */
export const AppAndCodes = ({
  path,
  login,
  hasPassword,
  hasCode,
  left,
  context,
}: PartProps & { hasPassword: boolean; hasCode: boolean; left: number }) => {
  const words = webWordsOf(context.lang).account;
  return (
    <>
      <Panel id="kod" title={words.second}>
        <p>{hasCode ? words.secondOn : words.secondOff}</p>
        <Disclosure summary={words.secondStart} open={context.form.command === enrolSecondFactor.name}>
          <ConnectApp
            login={login}
            hasPassword={hasPassword}
            action={`${path}/kod`}
            words={words}
            context={context}
          />
        </Disclosure>
      </Panel>
      {hasCode && (
        <Panel id="kody" title={words.codes.title}>
          <p>
            {words.codes.lead} {words.codes.left(left)}
          </p>
          <ActionForm action={`${path}/kody`} label={words.codes.make} once={context.form.once} />
          {left > 0 && <p class="hint">{words.codes.makeHint}</p>}
        </Panel>
      )}
    </>
  );
};
