import { expect, test } from 'vitest';
import { generateSecretsKeys } from '../../../src/core/secrets/secrets.ts';
import { useApi } from '../../support/api.ts';
import { givenPartner } from '../../support/given/partners.ts';
import { givenEndpoint, testEndpoint } from '../../support/given/webhooks.ts';
import { accepts, useReceiver } from '../../support/outbound/receiver.ts';

const EARLIER = generateSecretsKeys('k1');

const api = useApi({ SECRETS_KEYS: EARLIER });
const receiver = useReceiver(api, { SECRETS_KEYS: `${generateSecretsKeys('k2')},${EARLIER}` });

test('a new first key of SECRETS_KEYS breaks no receiver: requests are signed by all keys', async () => {
  const { actor } = await givenPartner(api);
  const { endpoint, secret } = await givenEndpoint(api, actor, { url: receiver().url('/keys') });

  await testEndpoint(api, actor, endpoint.id);

  await expect.poll(() => receiver().at('/keys')).toHaveLength(1);
  const [arrived] = receiver().at('/keys');
  expect(arrived && accepts(secret, arrived)).toBe(true);
  expect(arrived?.headers['webhook-signature']?.toString().split(' ')).toHaveLength(2);
});
