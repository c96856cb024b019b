import { expect, test } from 'vitest';
import { useApi } from '../../support/api.ts';
import { givenPartner } from '../../support/given/partners.ts';
import { archiveEndpoint, endpointsOf, givenEndpoint } from '../../support/given/webhooks.ts';

const api = useApi();

test('C1: each account has its own endpoints, newest first, without archived ones', async () => {
  const [one, other] = [await givenPartner(api), await givenPartner(api)];
  const { endpoint: first } = await givenEndpoint(api, one.actor);
  const { endpoint: gone } = await givenEndpoint(api, one.actor);
  const { endpoint: last } = await givenEndpoint(api, one.actor);
  const { endpoint: ofOther } = await givenEndpoint(api, other.actor);
  const { endpoint: ofPlatform } = await givenEndpoint(api, api.admin);

  await archiveEndpoint(api, one.actor, gone.id);

  expect(await endpointsOf(api, one.actor)).toEqual([last, first]);
  expect(await endpointsOf(api, other.actor)).toEqual([ofOther]);
  expect(await endpointsOf(api, api.admin)).toEqual([ofPlatform]);
});
