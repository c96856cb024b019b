import type { Actor, Api } from '../../api.ts';
import type { CallerName } from '../../oracles/permission.matrix.ts';
import { givenKey, used } from '../api-keys.ts';
import type { Partner } from '../partners.ts';
import { givenAdmin, givenMember } from '../people.ts';
import { reissued } from './second-factors.ts';

/** A caller with an email address, which is empty for an API key. */
export type Knocking = Actor & { email: string };

/** Creates a caller of a kind, in one of these accounts. Undefined for an anonymous caller. */
export async function givenCaller(
  api: Api,
  name: CallerName,
  { partner, reseller }: Record<'partner' | 'reseller', Partner>,
): Promise<Knocking | undefined> {
  if (name === 'anonymous') return undefined;
  // The first use of a key looks up its identity, and is written in the background.
  if (name === 'API key') return { ...(await used(api, await givenKey(api, reseller.actor))), email: '' };
  if (name === 'admin without a factor') {
    const { actor, email } = await givenAdmin(api);
    return { ...withoutFactor(api, actor), email };
  }
  const [kind, word = ''] = name.split(' ');
  const role = word.replace('-', '_').toUpperCase();
  const { actor, email } =
    kind === 'admin'
      ? await givenAdmin(api, role)
      : await givenMember(api, kind === 'partner' ? partner : reseller, role);
  return { ...actor, email };
}

export const withoutFactor = (api: Api, actor: Actor): Actor => reissued(api, actor, { mustAddSecondFactor: true });
