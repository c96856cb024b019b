import { Check, Entity, Enum, Index, Property } from '@mikro-orm/decorators/legacy';
import { OptionalProps } from '@mikro-orm/postgresql';
import { Field, Int, ObjectType } from 'type-graphql';
import { v7 as uuid } from 'uuid';
import { Audited } from '../audit/audit.recorder.ts';
import { Named } from '../audit/names/audit.names.ts';
import { currentTime } from '../core/database/database.clock.ts';
import { PLATFORM_SEES_ALL, TenantOwned } from '../core/database/tenancy.ts';
import { Id, Time } from '../core/graphql/shared.fields.ts';
import { FilePurpose, FileRefusal, FileState } from './file.enums.ts';

export { FilePurpose } from './file.enums.ts';

/**
 * An uploaded file. Storage has its bytes under its ID. The upload and the worker change its state by SQL, and the
 * trigger `stored_file_final` keeps what is decided.
 */
@Entity({ policies: [PLATFORM_SEES_ALL] })
@TenantOwned()
@Audited()
@Named({ name: 'name' })
@ObjectType({ simpleResolvers: true, description: 'An uploaded file.' })
@Index({ properties: ['createdAt', 'id'] })
@Index({ properties: ['resellerId', 'createdAt', 'id'] })
@Index({
  name: 'stored_file_checking_index',
  expression: `create index "stored_file_checking_index" on "stored_file" ("id") where "state" = 'CHECKING'`,
})
@Index({
  name: 'stored_file_unused_index',
  expression:
    'create index "stored_file_unused_index" on "stored_file" ("created_by", "created_at") where "claimed_at" is null',
})
@Check({ name: 'stored_file_bytes_check', expression: 'bytes > 0' })
@Check({ name: 'stored_file_refused_check', expression: `(state = 'REFUSED') = (refusal is not null)` })
@Check({
  name: 'stored_file_hash_check',
  expression: `state = 'PENDING' or state = 'REFUSED' or sha256 is not null`,
})
@Check({ name: 'stored_file_claim_check', expression: `claimed_at is null or state = 'READY'` })
export class StoredFile {
  [OptionalProps]?: 'state' | 'createdAt';

  @Id()
  id = uuid();

  /** The tenant. Null for a file of the platform. */
  @Property({ type: 'uuid', nullable: true })
  resellerId?: string | null;

  @Field(() => FilePurpose, { description: 'Purpose of the file.' })
  @Enum({ items: () => FilePurpose })
  purpose!: FilePurpose;

  @Field(() => String, { description: 'Name of the file, as the user gave it. 1 to 200 characters.' })
  @Property({ type: 'string', length: 200 })
  name!: string;

  @Field(() => String, { description: 'Its media type, such as `application/pdf`.' })
  @Property({ type: 'string', length: 100 })
  contentType!: string;

  @Field(() => Int, { description: 'Its size in bytes. A logo is encoded anew, which changes its size.' })
  @Property({ type: 'integer' })
  bytes!: number;

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 of its bytes, in lowercase hexadecimal. Null until they are there.',
  })
  @Property({ type: 'string', length: 64, nullable: true })
  sha256?: string | null;

  @Field(() => FileState, { description: 'Progress of the upload.' })
  @Enum({ items: () => FileState, hidden: true })
  state: FileState = FileState.PENDING;

  @Field(() => FileRefusal, { nullable: true, description: 'Why the file was refused. Null unless it is REFUSED.' })
  @Enum({ items: () => FileRefusal, nullable: true })
  refusal?: FileRefusal | null;

  /** ID of the user. */
  @Property({ type: 'uuid' })
  createdBy!: string;

  /** Of the user, as in RequestContext. The link for the upload ends with it. */
  @Property({ type: 'string', length: 100, hidden: true })
  credential!: string;

  /** When the one upload of the link began. */
  @Property({ type: 'datetime', length: 3, nullable: true, hidden: true })
  uploadStartedAt?: Date | null;

  @Time('When something began to use the file. Null if nothing does.', { nullable: true })
  claimedAt?: Date | null;

  @Time('When the upload was requested.')
  createdAt = currentTime();

  isReady(): boolean {
    return this.state === FileState.READY;
  }
}
