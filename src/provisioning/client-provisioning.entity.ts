import { Check, Entity, Enum, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { OptionalProps } from '@mikro-orm/postgresql';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { currentTime } from '../core/database/database.clock.ts';
import { PLATFORM_SEES_ALL, TenantOwned } from '../core/database/tenancy.ts';
import { TenantId, Time, UpdatedAt } from '../core/graphql/shared.fields.ts';
import { isOver, later, NO_PAUSE, type Attempt, type Trouble } from './provisioning.attempt.ts';
import { ProvisioningProblem, ProvisioningStatus } from './provisioning.enums.ts';

const { PENDING, APPLYING, READY, FAILED } = ProvisioningStatus;

/** Minutes in which the product confirms what it took. After that, we ask. */
const CONFIRMED_WITHIN = 15;

/**
 * The version of a client that the product should have, and the one that it has. A worker sends the newest: decision 85.
 * The consumer raises the wanted version, and the worker claims rows, by SQL.
 */
@Entity({ policies: [PLATFORM_SEES_ALL] })
@TenantOwned()
@ObjectType({ simpleResolvers: true, description: 'Whether the product has a client as it is here.' })
@Index({ properties: ['id'] })
@Index({ properties: ['resellerId', 'updatedAt'] })
@Index({
  name: 'client_provisioning_due_index',
  expression:
    'create index "client_provisioning_due_index" on "client_provisioning" ("next_try_at") where "next_try_at" is not null',
})
@Index({
  name: 'client_provisioning_failed_index',
  expression: `create index "client_provisioning_failed_index" on "client_provisioning" ("updated_at", "id") where "status" = 'FAILED' or "overtaken_at" is not null`,
})
@Check({ name: 'client_provisioning_version_check', expression: 'applied_version <= desired_version' })
export class ClientProvisioning {
  [OptionalProps]?: 'appliedVersion' | 'status' | 'tries' | 'wantedAt' | 'updatedAt' | 'id';

  @TenantId()
  resellerId!: string;

  @PrimaryKey({ type: 'uuid' })
  clientId!: string;

  /** The client's. For lists and events, which know rows by their ID. */
  @Field(() => ID, { description: 'ID of the client.' })
  @Property({ type: 'uuid', generated: '(client_id) stored' })
  id!: string;

  @Field(() => Int, { description: 'The version that the product should have. Grows with each change of the client.' })
  @Property({ type: 'integer' })
  desiredVersion!: number;

  @Field(() => Int, { description: 'The version that the product has. 0 if it has none.' })
  @Property({ type: 'integer' })
  appliedVersion: number = 0;

  /** The version that the product has taken, but not confirmed. */
  @Property({ type: 'integer', nullable: true })
  acceptedVersion?: number | null;

  @Field(() => ProvisioningStatus, { description: 'Whether the product has the wanted version.' })
  @Enum({ items: () => ProvisioningStatus })
  status: ProvisioningStatus = PENDING;

  @Field(() => ProvisioningProblem, {
    nullable: true,
    description: 'Why the last attempt failed. Null without a problem.',
  })
  @Enum({ items: () => ProvisioningProblem, nullable: true })
  problem?: ProvisioningProblem | null;

  /** For admins: their resolver decides. */
  @Property({ type: 'string', length: 500, nullable: true })
  detail?: string | null;

  @Property({ type: 'string', length: 200, nullable: true })
  externalId?: string | null;

  /** An attempt has a number, so that only its own worker changes the row. */
  @Field(() => Int, { description: 'Number of requests to the product, successful or not.' })
  @Property({ type: 'integer' })
  tries: number = 0;

  /** When the request began that is under way, or whose worker was killed. */
  @Property({ type: 'datetime', length: 3, nullable: true })
  tryingSince?: Date | null;

  /** Of the wanted version. Attempts go on for a day from here. */
  @Property({ type: 'datetime', length: 3, nullable: true })
  firstTryAt?: Date | null;

  @Time('When the next attempt is due. Null if there is none.', { nullable: true })
  nextTryAt?: Date | null;

  /** When the client changed, or someone sent it again. */
  @Property({ type: 'datetime', length: 3 })
  wantedAt = currentTime();

  @Time('When the product last confirmed a version. Null if it never did.', { nullable: true })
  appliedAt?: Date | null;

  @Time('When it became FAILED. Null otherwise.', { nullable: true })
  failedAt?: Date | null;

  @Property({ type: 'datetime', length: 3, nullable: true })
  overtakenAt?: Date | null;

  @UpdatedAt('When any of this last changed.')
  updatedAt = currentTime();

  /** Whether this attempt is still the current one. */
  isTrying({ tries }: Attempt): boolean {
    return this.tryingSince != null && this.tries === tries;
  }

  /** Notes a version that the product has. Returns whether it is the wanted one, and news. */
  confirm(version: number, externalId?: string | null): boolean {
    const isHeld = this.problem === ProvisioningProblem.HELD;
    if (version <= this.appliedVersion || version > this.desiredVersion || isHeld) return false;
    this.appliedVersion = version;
    this.appliedAt = currentTime();
    this.externalId = externalId ?? this.externalId ?? null;
    if (version < this.desiredVersion) return false;
    this.rest(READY);
    return true;
  }

  /** The product has taken the version of an attempt, and confirms it later. */
  accept({ version }: Attempt): void {
    this.acceptedVersion = version;
    this.waitFor(60 * CONFIRMED_WITHIN);
    this.status = APPLYING;
  }

  /** The product has a newer version than we want, as after a restore. Ours becomes newer, and waits for its turn. */
  overtake(theirs: number): void {
    this.desiredVersion = Math.max(this.desiredVersion, theirs + 1);
    this.overtakenAt = currentTime();
  }

  /** Tries again after a pause, which grows. Returns false after a day: then it has failed. */
  tryAgain(trouble: Trouble): boolean {
    if (isOver(this.firstTryAt)) {
      this.fail(trouble);
      return false;
    }
    Object.assign(this, { problem: trouble.problem, detail: trouble.detail });
    this.waitFor(later(this.firstTryAt, trouble.pause));
    return true;
  }

  /** Sends at once what has changed during an attempt, or what the product has lost. */
  sendNow(): void {
    this.acceptedVersion = null;
    this.waitFor(NO_PAUSE);
  }

  fail({ problem, detail }: Omit<Trouble, 'pause'>): void {
    this.rest(FAILED);
    Object.assign(this, { problem, detail, failedAt: currentTime() });
  }

  /**
   * Sends what has failed, as a new version, so that late answers about the old one mean nothing. Returns false if it has
   * not failed.
   */
  retry(): boolean {
    if (this.status !== FAILED) return false;
    this.rest(PENDING);
    this.desiredVersion += 1;
    this.wantedAt = currentTime();
    this.nextTryAt = this.wantedAt;
    return true;
  }

  private waitFor(seconds: number): void {
    this.status = PENDING;
    this.tryingSince = null;
    this.nextTryAt = new Date(currentTime().getTime() + 1_000 * seconds);
  }

  private rest(status: ProvisioningStatus): void {
    Object.assign(this, { status, problem: null, detail: null, failedAt: null });
    Object.assign(this, { acceptedVersion: null, tryingSince: null, firstTryAt: null, nextTryAt: null });
  }
}
