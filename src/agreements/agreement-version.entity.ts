import { Check, Entity, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { v7 as uuid } from 'uuid';
import { Audited } from '../audit/audit.recorder.ts';
import { conflict } from '../core/context/domain.error.ts';
import { Id, Time } from '../core/graphql/shared.fields.ts';

/** Days between the publication of a later version and the day that it binds. */
export const NOTICE_DAYS = 30;

/** A trigger keeps the published facts. Partners see their versions by own_agreement_versions. */
@Entity()
@Audited({ targetType: 'Agreement', targetId: 'agreementId', ownId: 'versionId' })
@Unique({ name: 'agreement_version_number_unique', properties: ['agreementId', 'number'] })
@Check({ name: 'agreement_version_number_check', expression: 'number > 0' })
@Check({ name: 'agreement_version_sha256_check', expression: `sha256 ~ '^[0-9a-f]{64}$'` })
@Check({
  name: 'agreement_version_binding_check',
  expression: 'binding_from >= published_at and withdrawn_at < binding_from',
})
@ObjectType({ simpleResolvers: true, description: 'A published version of an agreement. Its text never changes.' })
export class AgreementVersion {
  @Id()
  id = uuid();

  @Property({ type: 'uuid' })
  agreementId!: string;

  @Field(() => Int, { description: 'Number within the agreement, starting at 1.' })
  @Property({ type: 'integer' })
  number!: number;

  /** The PDF. */
  @Property({ type: 'uuid', unique: true })
  fileId!: string;

  @Field(() => String, { description: 'SHA-256 of the PDF, 64 hexadecimal digits. See acceptAgreement.' })
  @Property({ type: 'string', length: 64 })
  sha256!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The differences to the version before. Null for a first version. 1 to 5,000 characters.',
  })
  @Property({ type: 'string', length: 5000, nullable: true })
  changes?: string | null;

  @Time('When the version was published.')
  publishedAt!: Date;

  @Time('When the version begins to bind.')
  bindingFrom!: Date;

  @Time('When the version was withdrawn. Null if it was not. A withdrawn version never binds.', { nullable: true })
  withdrawnAt?: Date | null;

  /** The PDF with both signatures. */
  @Property({ type: 'uuid', nullable: true, unique: true })
  countersignedFileId?: string | null;

  /** Throws CONFLICT (AGREEMENT_BINDING) if it binds already, or (AGREEMENT_WITHDRAWN). */
  withdraw(now: Date): void {
    if (this.withdrawnAt) throw withdrawn();
    if (this.bindingFrom <= now) {
      throw conflict('AGREEMENT_BINDING', 'This version binds already. Publish a new version instead.');
    }
    this.withdrawnAt = now;
  }

  /** Throws CONFLICT (COUNTERSIGNED) if there is a copy, or (AGREEMENT_WITHDRAWN). */
  countersign(fileId: string): void {
    if (this.withdrawnAt) throw withdrawn();
    if (this.countersignedFileId != null) {
      throw conflict('COUNTERSIGNED', 'This version has a countersigned copy already.');
    }
    this.countersignedFileId = fileId;
  }
}

export const withdrawn = () => conflict('AGREEMENT_WITHDRAWN', 'This version was withdrawn.');
