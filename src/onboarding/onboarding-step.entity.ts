import { Check, Entity, Index, Property, Unique } from '@mikro-orm/decorators/legacy';
import { OptionalProps } from '@mikro-orm/postgresql';
import { v7 as uuid } from 'uuid';
import { Audited } from '../audit/audit.recorder.ts';
import { Named } from '../audit/names/audit.names.ts';
import { currentTime } from '../core/database/database.clock.ts';
import { PLATFORM_SEES_ALL, TenantOwned } from '../core/database/tenancy.ts';
import { Id, TenantId, Time, UpdatedAt } from '../core/graphql/shared.fields.ts';

/** A step of a plan, copied to a client. GraphQL shows it as ClientStep. */
@Entity({ policies: [PLATFORM_SEES_ALL] })
@TenantOwned()
@Audited({ targetType: 'ClientAccount', targetId: 'clientId', ownId: 'stepId' })
@Named({ name: 'title' })
@Unique({ name: 'onboarding_step_key_unique', properties: ['resellerId', 'clientId', 'key'] })
@Index({ properties: ['id'] })
@Index({ properties: ['resellerId', 'updatedAt'] })
@Index({
  name: 'onboarding_step_due_index',
  expression: `create index "onboarding_step_due_index" on "onboarding_step" ("reseller_id", "client_id", "due_on") where done_at is null`,
})
@Check({ name: 'onboarding_step_done_check', expression: '(done_at is null) = (done_by is null)' })
export class OnboardingStep {
  [OptionalProps]?: 'createdAt' | 'updatedAt';

  @TenantId()
  resellerId!: string;

  @Id()
  id = uuid();

  /** A composite foreign key ties it to the tenant's own clients. */
  @Property({ type: 'uuid' })
  clientId!: string;

  @Property({ type: 'string', length: 40 })
  key!: string;

  @Property({ type: 'smallint' })
  position!: number;

  @Property({ type: 'string', length: 200 })
  title!: string;

  /** A day in UTC: `2026-12-05`. */
  @Property({ type: 'date' })
  dueOn!: string;

  @Property({ type: 'datetime', length: 3, nullable: true })
  doneAt?: Date | null;

  /** The user that marked it as done. For an API key, the user that created it. */
  @Property({ type: 'uuid', nullable: true })
  doneBy?: string | null;

  @Time('When the step was copied from the plan.')
  createdAt = currentTime();

  @UpdatedAt('When the step last changed.')
  updatedAt = currentTime();

  /** Keeps the first time and person if it is done already. */
  mark(isDone: boolean, by: string): void {
    if (isDone === (this.doneAt != null)) return;
    this.doneAt = isDone ? currentTime() : null;
    this.doneBy = isDone ? by : null;
  }
}
