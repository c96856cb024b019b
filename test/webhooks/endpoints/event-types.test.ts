import { expect, test } from 'vitest';
import { useApi, type Actor } from '../../support/api.ts';
import { givenPartner } from '../../support/given/partners.ts';

const api = useApi();

interface EventType {
  type: string;
  description: string;
  example: string;
}

async function typesFor(actor: Actor): Promise<EventType[]> {
  const { data } = await api.ask<{ eventTypes: EventType[] }>(actor, '{ eventTypes { type description example } }');
  return data?.eventTypes ?? [];
}

test('partners see the types for them, and admins all', async () => {
  const { actor } = await givenPartner(api);

  const namesFor = async (caller: Actor) => (await typesFor(caller)).map(({ type }) => type);

  expect(await namesFor(actor)).toContain('client.created');
  expect(await namesFor(actor)).not.toContain('application.status_changed');
  expect(await namesFor(api.admin)).toEqual(expect.arrayContaining(await namesFor(actor)));
  expect(await namesFor(api.admin)).toContain('application.status_changed');
});

test('each has an example of the body of a request', async () => {
  for (const { type, description, example } of await typesFor(api.admin)) {
    expect(description).toMatch(/^[A-Z].*\.$/);
    expect(JSON.parse(example)).toEqual({
      type,
      timestamp: expect.stringMatching(/Z$/),
      data: { object: expect.objectContaining({ id: expect.any(String) }), changes: null },
    });
  }
});
