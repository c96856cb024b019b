import { Entity, Enum, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { OptionalProps } from '@mikro-orm/postgresql';
import { v7 as uuid } from 'uuid';
import { Audited } from '../audit/audit.recorder.ts';
import { currentTime } from '../core/database/database.clock.ts';
import { PLATFORM_SEES_ALL, TenantOwned } from '../core/database/tenancy.ts';
import { SortOrder } from '../core/lists/page.types.ts';
import { Language } from '../core/text/language.ts';

const EXPORTED_LISTS = ['AUDIT', 'CLIENTS', 'EMAILS', 'PARTNERS', 'AGREEMENT_ACCEPTANCES'] as const;
export type ListOfExport = (typeof EXPORTED_LISTS)[number];

/** A requested export of a list. Its ID and signature form the download link. */
@Entity({ policies: [PLATFORM_SEES_ALL] })
@TenantOwned()
@Audited()
export class ListExport {
  [OptionalProps]?: 'createdAt' | 'sortOrder';

  @PrimaryKey({ type: 'uuid' })
  id = uuid();

  /** The requester's tenant, never one of the filter: its users can read the audit event. Null for an admin. */
  @Property({ type: 'uuid', nullable: true })
  resellerId?: string | null;

  @Enum({ items: () => [...EXPORTED_LISTS] })
  list!: ListOfExport;

  /**
   * JSON. As text, because a caller's ID can contain characters that `jsonb` rejects. Hidden from the audit event: a
   * caller can type IDs and names of others.
   */
  @Property({ type: 'text', hidden: true })
  filter!: string;

  /** A property of the list's entity. Null for a list with one order. */
  @Property({ type: 'string', length: 60, nullable: true })
  sortBy?: string | null;

  @Enum({ items: () => SortOrder, default: SortOrder.DESC })
  sortOrder = SortOrder.DESC;

  @Enum({ items: () => Language })
  language!: Language;

  /** The requester's credential, as in RequestContext. The link ends with it. */
  @Property({ type: 'string', length: 100, hidden: true })
  credential!: string;

  @Property({ type: 'datetime', length: 3 })
  createdAt = currentTime();

  @Property({ type: 'datetime', length: 3 })
  @Index()
  expiresAt!: Date;
}
