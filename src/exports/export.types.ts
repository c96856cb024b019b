import { Field, ObjectType } from 'type-graphql';
import { DateTime } from '../core/graphql/date-time.scalar.ts';

@ObjectType({ simpleResolvers: true, description: 'A download link.' })
export class ExportLink {
  @Field(() => String, {
    description:
      "URL of a CSV file (RFC 4180, UTF-8) with one readable line per item. Times are in UTC. Anyone with the URL can download it while the requester's session lasts.",
  })
  url!: string;

  @Field(() => DateTime, { description: 'When the link expires, 5 minutes from now. Running downloads continue.' })
  expiresAt!: Date;
}
