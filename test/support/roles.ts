import { type Role, roles } from '../../src/platform/actor.ts';

/** Roles that a command or query does not turn away at the door, whatever it says to them inside. */
export async function rolesAdmitted(ask: (role: Role) => Promise<string>): Promise<Role[]> {
  const admitted: Role[] = [];
  for (const role of roles) {
    const answer = await ask(role);
    if (answer !== 'forbidden' && answer !== 'not_found') admitted.push(role);
  }
  return admitted;
}
