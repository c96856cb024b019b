import { expect, test } from 'vitest';
import { useApi } from '../support/api.ts';
import { givenPartner } from '../support/given/partners.ts';

const SUPPORT_URL = 'mailto:help@reachgenie.example';
const api = useApi({ SUPPORT_URL });

test('admins and partners learn where they get help', async () => {
  const { actor } = await givenPartner(api);

  for (const caller of [api.admin, actor]) {
    const { data } = await api.ask(caller, '{ viewer { supportUrl } }');

    expect(data).toEqual({ viewer: { supportUrl: SUPPORT_URL } });
  }
});

test('without the setting, there is no address', async () => {
  const { url, stop } = await api.startAnother({ SUPPORT_URL: '' });
  try {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${api.admin.accessToken}` },
      body: JSON.stringify({ query: '{ viewer { supportUrl } }' }),
    });

    expect(await response.json()).toEqual({ data: { viewer: { supportUrl: null } } });
  } finally {
    await stop();
  }
});
