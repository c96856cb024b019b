import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { OptionalProps } from '@mikro-orm/postgresql';
import { v7 as uuid } from 'uuid';
import { Audited } from '../../audit/audit.recorder.ts';
import { currentTime } from '../../core/database/database.clock.ts';
import { PLATFORM_SEES_ALL, TenantOwned } from '../../core/database/tenancy.ts';

/** A requested download. Its ID and signature form the link. */
@Entity({ policies: [PLATFORM_SEES_ALL] })
@TenantOwned()
@Audited({ targetType: 'StoredFile', targetId: 'fileId' })
export class FileLink {
  [OptionalProps]?: 'createdAt';

  @PrimaryKey({ type: 'uuid' })
  id = uuid();

  /** The requester's tenant. Null for an admin. */
  @Property({ type: 'uuid', nullable: true })
  resellerId?: string | null;

  @Property({ type: 'uuid' })
  @Index()
  fileId!: string;

  /** The check that runs when the link is opened: see ../file.gates.ts. */
  @Property({ type: 'string', length: 60, hidden: true })
  gate!: string;

  /** The object whose file this is, for the gate. */
  @Property({ type: 'uuid', hidden: true })
  subjectId!: string;

  /** The requester's credential, as in RequestContext. The link ends with it. */
  @Property({ type: 'string', length: 100, hidden: true })
  credential!: string;

  @Property({ type: 'datetime', length: 3, hidden: true })
  createdAt = currentTime();

  @Property({ type: 'datetime', length: 3, hidden: true })
  @Index()
  expiresAt!: Date;
}
