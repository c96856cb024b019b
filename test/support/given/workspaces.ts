import type { Actor, Answer, Api } from '../api.ts';
import type { Samples } from './samples.types.ts';

export interface View {
  id: string;
  name: string;
  search: string;
  isShared: boolean;
  isOwn: boolean;
  ownerName: string;
  position: number;
}

const VIEW = 'id name search isShared isOwn ownerName position';

export const createView = (
  api: Api,
  actor: Actor | undefined,
  more: object = {},
): Promise<Answer<{ createSavedView: View }>> =>
  api.ask(actor, `mutation ($input: CreateSavedViewInput!) { createSavedView(input: $input) { ${VIEW} } }`, {
    input: { list: 'CLIENTS', name: 'Mine', search: '{"status":["ACTIVE"]}', ...more },
  });

export async function givenView(api: Api, actor: Actor, more: object = {}): Promise<View> {
  const { data, errors } = await createView(api, actor, more);
  if (!data) throw new Error(`The view could not be saved: ${JSON.stringify(errors)}`);
  return data.createSavedView;
}

export const changeView = (
  api: Api,
  actor: Actor,
  variables: { id: string; input: object },
): Promise<Answer<{ updateSavedView: View }>> =>
  api.ask(
    actor,
    `mutation ($id: ID!, $input: UpdateSavedViewInput!) { updateSavedView(id: $id, input: $input) { ${VIEW} } }`,
    variables,
  );

export async function viewsOf(api: Api, actor: Actor, list = 'CLIENTS'): Promise<View[] | undefined> {
  const query = `query ($list: ListName!) { savedViews(list: $list) { ${VIEW} } }`;
  return (await api.ask<{ savedViews: View[] }>(actor, query, { list })).data?.savedViews;
}

export const setState = (api: Api, actor: Actor, variables: { key: string; value: string }): Promise<Answer<object>> =>
  api.ask(
    actor,
    'mutation ($key: InterfaceKey!, $value: String!) { setInterfaceState(key: $key, value: $value) { key value } }',
    variables,
  );

export const saveDraft = (api: Api, actor: Actor, variables: { key: string; text: string }): Promise<Answer<object>> =>
  api.ask(
    actor,
    'mutation ($key: String!, $text: String!) { saveDraft(key: $key, text: $text) { key text } }',
    variables,
  );

export async function draftOf(api: Api, actor: Actor, key: string): Promise<{ text: string } | null | undefined> {
  const query = 'query ($key: String!) { draft(key: $key) { text } }';
  return (await api.ask<{ draft: { text: string } | null }>(actor, query, { key })).data?.draft;
}

export const workspaceSamples: Samples = {
  row: async (api, { actor }) => {
    await givenView(api, actor, { isShared: true });
    await setState(api, actor, { key: 'TOUR', value: '{"done":true}' });
    await saveDraft(api, actor, { key: 'client:new', text: 'Acme' });
  },
  variables: {
    UpdateSavedView: async (api, { actor }) => ({ id: (await givenView(api, actor)).id }),
    DeleteSavedView: async (api, { actor }) => ({ id: (await givenView(api, actor)).id }),
  },
};
