/** What came back for an address: the page as a browser without script gets it. */
export interface Answer {
  /** The server that sent it. */
  base: string;
  address: string;
  status: number;
  type: string;
  body: string;
}

/** What a form sends, by the names of its fields. */
export type Fields = Readonly<Record<string, string | readonly string[]>>;

const encoded = (fields: Fields): URLSearchParams =>
  new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) =>
      [value].flat().map((one): [string, string] => [name, one]),
    ),
  );

/** Somebody at the door, signed in or not, who reads and sends without any script. */
export interface Visitor {
  get(address: string): Promise<Answer>;
  /** Sends a form; a success is answered with the address it leads to (status 303, an empty body). */
  post(address: string, fields: Fields | FormData): Promise<Answer>;
}

function visitor(base: string, cookie?: string): Visitor {
  const headers: Record<string, string> = cookie ? { cookie } : {};
  const ask = async (address: string, init: RequestInit): Promise<Answer> => {
    const answer = await fetch(base + address, { redirect: 'manual', ...init });
    return {
      base,
      address: answer.headers.get('location') ?? address,
      status: answer.status,
      type: answer.headers.get('content-type') ?? '',
      body: await answer.text(),
    };
  };
  return {
    get: async (address) => await ask(address, { headers }),
    post: async (address, fields) =>
      await ask(address, {
        method: 'POST',
        headers,
        body: fields instanceof FormData ? fields : encoded(fields),
      }),
  };
}

const accountOf = async (stranger: Visitor, centre: string, persona: string): Promise<string> => {
  const door = await stranger.get(`/${centre}/logowanie`);
  const form = door.body
    .split('<form')
    .map((part) => part.split('</form>')[0] ?? '')
    .find((part) => part.includes(persona) && part.includes('accountId'));
  const accountId = /name="accountId" value="([^"]+)"/.exec(form ?? '')?.[1];
  if (!accountId) throw new Error(`no persona ${persona} in ${centre}`);
  return accountId;
};

/** A visitor of the server at `base`; with a persona's name (its beginning) or account, signed in by the one-click door. */
export async function enter(
  base: string,
  centre: string,
  persona?: string | { accountId: string },
): Promise<Visitor> {
  const stranger = visitor(base);
  if (persona === undefined) return stranger;
  const accountId =
    typeof persona === 'string' ? await accountOf(stranger, centre, persona) : persona.accountId;
  const answer = await fetch(`${base}/${centre}/logowanie/osoba`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ accountId }),
  });
  return visitor(base, answer.headers.get('set-cookie')?.split(';')[0] ?? '');
}
