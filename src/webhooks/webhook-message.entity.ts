import { Check, Entity, Index, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { OptionalProps } from '@mikro-orm/postgresql';
import { v7 as uuid } from 'uuid';
import { currentTime } from '../core/database/database.clock.ts';
import { PLATFORM_SEES_ALL, TenantOwned } from '../core/database/tenancy.ts';

/** Bytes. A longer event is sent without its object. */
export const LONGEST_PAYLOAD = 65_536;

/** An event as it is sent, rendered once for all endpoints and tries. Kept for 30 days. */
@Entity({ policies: [PLATFORM_SEES_ALL] })
@TenantOwned()
@Index({ properties: ['createdAt'] })
@Check({ name: 'webhook_message_payload_check', expression: `octet_length(payload) <= ${LONGEST_PAYLOAD}` })
export class WebhookMessage {
  [OptionalProps]?: 'createdAt';

  /** The header `webhook-id`. */
  @PrimaryKey({ type: 'uuid' })
  id = uuid();

  /** The entry of the audit log. Null for a test. */
  @Property({ type: 'uuid', nullable: true })
  @Unique()
  eventId?: string | null;

  /** The tenant that the event concerns. */
  @Property({ type: 'uuid', nullable: true })
  resellerId?: string | null;

  @Property({ type: 'string', length: 60 })
  type!: string;

  /** As text, because the signature covers it exactly. */
  @Property({ type: 'text' })
  payload!: string;

  @Property({ type: 'datetime', length: 3 })
  createdAt = currentTime();
}
