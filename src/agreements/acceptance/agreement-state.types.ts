import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import type { Row } from '../../core/database/row.query.ts';
import { AgreementAcceptance } from '../agreement-acceptance.entity.ts';
import { AgreementVersion } from '../agreement-version.entity.ts';

export enum AgreementStatus {
  OPEN = 'OPEN',
  UPCOMING = 'UPCOMING',
  ACCEPTED = 'ACCEPTED',
}
registerEnumType(AgreementStatus, {
  name: 'AgreementStatus',
  description: 'State of an agreement for a partner.',
  valuesConfig: {
    OPEN: { description: 'Its binding version is not accepted.' },
    UPCOMING: { description: 'A version that will bind is not accepted. The binding one, if any, is.' },
    ACCEPTED: { description: 'There is nothing to do.' },
  },
});

@ObjectType({ simpleResolvers: true, description: 'An agreement of your partner account, and whether it is accepted.' })
export class AgreementState {
  @Field(() => ID, { description: 'ID of the agreement.' })
  id!: string;

  @Field(() => String, { description: 'Title of the agreement.' })
  title!: string;

  @Field(() => Boolean, { description: 'Whether it must be accepted before the partner begins anything new.' })
  isRequired!: boolean;

  @Field(() => Boolean, {
    description: 'Whether it was negotiated with your partner account. No other partner sees it.',
  })
  isNegotiated!: boolean;

  @Field(() => AgreementStatus, { description: 'State of the agreement for the partner.' })
  status!: AgreementStatus;

  @Field(() => Boolean, {
    description: 'Whether the partner can begin nothing new until the agreement is accepted: AGREEMENT_REQUIRED.',
  })
  isBlocking!: boolean;

  @Field(() => AgreementVersion, { description: 'The version to accept. If there is none, the accepted one.' })
  version!: Row<AgreementVersion>;

  @Field(() => [AgreementAcceptance], { description: 'Acceptances of its versions, newest first.' })
  acceptances!: Row<AgreementAcceptance>[];
}
