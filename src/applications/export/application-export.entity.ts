import { Entity, Enum, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { OptionalProps } from '@mikro-orm/postgresql';
import { v7 as uuid } from 'uuid';
import { currentTime } from '../../core/database/database.clock.ts';
import { Audited } from '../../audit/audit.recorder.ts';
import { SortOrder } from '../../core/lists/page.types.ts';
import { Language } from '../../core/text/language.ts';
import { PartnerApplicationSortField, type PartnerApplicationFilter } from '../list/application-list.inputs.ts';

/** A requested export. Its ID and signature form the download link. */
@Entity()
@Audited()
export class ApplicationExport {
  [OptionalProps]?: 'createdAt' | 'language';

  @PrimaryKey({ type: 'uuid' })
  id = uuid();

  @Property({ type: 'json' })
  filter!: PartnerApplicationFilter;

  @Enum({ items: () => PartnerApplicationSortField })
  sortBy!: PartnerApplicationSortField;

  @Enum({ items: () => SortOrder })
  sortOrder!: SortOrder;

  @Enum({ items: () => Language, default: Language.EN })
  language = Language.EN;

  /** The requester's credential, as in RequestContext. The link ends with it. */
  @Property({ type: 'string', length: 100 })
  credential!: string;

  @Property({ type: 'datetime', length: 3 })
  createdAt = currentTime();

  @Property({ type: 'datetime', length: 3 })
  @Index()
  expiresAt!: Date;
}
