import { sql } from 'kysely';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { EventFollower } from '../../src/events/event.follower.ts';
import type { EventConsumer, FollowedEvent } from '../../src/events/event.types.ts';
import type { WorkerParts } from '../../src/feature.ts';
import { useApi } from '../support/api.ts';
import { givenClient, update } from '../support/given/client-accounts.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';

const api = useApi();

const stops: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

beforeAll(async () => {
  await api.rows(`create table followed (place serial, consumer text, chain_id uuid, sequence bigint, id uuid, held boolean);
    grant insert on followed to reachgenie_platform; grant usage on followed_place_seq to reachgenie_platform`);
});

/** Writes down what it follows. Fails while the target of an event is in `refused`. */
const consumerNamed = (name: string, refused: ReadonlySet<string> = new Set()): EventConsumer => ({
  name,
  consume: async (em, events) => {
    for (const event of events) await note(em, name, event);
    if (events.some(({ targetId }) => refused.has(targetId))) throw new Error('The consumer refuses.');
  },
});

const note = (em: Parameters<EventConsumer['consume']>[0], name: string, event: FollowedEvent) =>
  sql`insert into followed (consumer, chain_id, sequence, id, held)
    values (${name}, ${event.chainId}, ${event.sequence}, ${event.id}, ${event.isHeld})`.execute(em.getKysely());

function startFollower(...consumers: EventConsumer[]): () => Promise<void> {
  const log = { warn: () => undefined, error: () => undefined };
  const { orm } = api.app;
  const stop = new EventFollower({ orm, log, consumers, pollingSeconds: 0.02 } as unknown as WorkerParts).start();
  stops.push(stop);
  return stop;
}

/** Waits until the consumer has begun, so that it follows all later events. */
async function begun(name: string): Promise<void> {
  await expect.poll(() => api.rows('select from event_consumer where name = $1', [name])).toHaveLength(1);
}

const followedBy = (name: string, chainId?: string) =>
  api.rows('select * from followed where consumer = $1 and ($2::uuid is null or chain_id = $2) order by place', [
    name,
    chainId,
  ]);

/** The last number of a chain. */
async function headOf(chainId: string): Promise<number> {
  const [head] = await api.rows('select sequence::int from audit_chain where chain_id = $1', [chainId]);
  return Number(head?.['sequence']);
}

async function givenEvents({ actor }: Partner, count: number): Promise<string> {
  const { id } = await givenClient(api, actor);
  for (let index = 1; index < count; index++) await update(api, actor, { id, input: { contactName: `Name ${index}` } });
  return id;
}

test('several workers follow each event exactly once, in the order of its chain', async () => {
  const consumer = consumerNamed('once');
  startFollower(consumer);
  await begun('once');
  startFollower(consumer);
  startFollower(consumer);
  const partners = [await givenPartner(api), await givenPartner(api), await givenPartner(api)];

  await Promise.all(partners.map((partner) => givenEvents(partner, 12)));

  for (const { resellerId } of partners) {
    const expected = Array.from({ length: await headOf(resellerId) }, (_, index) => String(index + 1));
    await expect
      .poll(async () => (await followedBy('once', resellerId)).map(({ sequence }) => sequence))
      .toEqual(expected);
  }
});

test('a new consumer begins after the events that exist, and follows later chains from their first event', async () => {
  const early = await givenPartner(api);
  const headBefore = await headOf(early.resellerId);
  startFollower(consumerNamed('new'));
  await begun('new');

  const late = await givenPartner(api);
  await givenEvents(early, 1);

  await expect.poll(async () => (await followedBy('new', late.resellerId))[0]).toMatchObject({ sequence: '1' });
  await expect
    .poll(async () => (await followedBy('new', early.resellerId))[0])
    .toMatchObject({ sequence: String(headBefore + 1) });
});

test('a consumer that fails stops at the event in its chain only, and writes nothing twice', async () => {
  const [bad, good] = [await givenPartner(api), await givenPartner(api)];
  const refused = new Set<string>();
  startFollower(consumerNamed('failing', refused));
  await begun('failing');
  const { id } = await givenClient(api, bad.actor);
  await expect.poll(() => followedBy('failing', bad.resellerId)).toHaveLength(1);
  refused.add(id);

  await update(api, bad.actor, { id, input: { contactName: 'Refused' } });
  await givenEvents(good, 3);

  await expect.poll(() => followedBy('failing', good.resellerId)).toHaveLength(3);
  expect(await followedBy('failing', bad.resellerId)).toHaveLength(1);

  refused.clear();
  await expect.poll(() => followedBy('failing', bad.resellerId)).toHaveLength(2);
});

test('a stopped worker leaves the events to the next one', async () => {
  const partner = await givenPartner(api);
  const stop = startFollower(consumerNamed('resumed'));
  await begun('resumed');
  await stop();

  await givenEvents(partner, 4);
  startFollower(consumerNamed('resumed'));

  await expect.poll(() => followedBy('resumed', partner.resellerId)).toHaveLength(4);
});

test('no event is followed during a pause, and those from before it are held', async () => {
  const partner = await givenPartner(api);
  const stop = startFollower(consumerNamed('paused'));
  await begun('paused');
  await stop();
  await givenEvents(partner, 2);
  await api.rows(`insert into outbound_pause (reason, began_at) values ('a test', now() + interval '1 millisecond')`);
  try {
    startFollower(consumerNamed('paused'), consumerNamed('beside'));
    await begun('beside');
    expect(await followedBy('paused')).toEqual([]);
  } finally {
    await api.rows('update outbound_pause set ended_at = now()');
  }
  await expect.poll(() => followedBy('paused', partner.resellerId)).toHaveLength(2);

  await givenEvents(partner, 1);

  await expect.poll(() => followedBy('paused', partner.resellerId)).toHaveLength(3);
  expect((await followedBy('paused', partner.resellerId)).map(({ held }) => held)).toEqual([true, true, false]);
  await api.rows('delete from outbound_pause');
});

test('a cursor never goes back', async () => {
  const partner = await givenPartner(api);
  startFollower(consumerNamed('back'));
  await begun('back');
  await givenEvents(partner, 2);
  await expect.poll(() => followedBy('back', partner.resellerId)).toHaveLength(2);

  const back = api.rows(`update event_cursor set sequence = 1 where consumer = 'back' and chain_id = $1`, [
    partner.resellerId,
  ]);

  await expect(back).rejects.toThrow('goes back');
});
