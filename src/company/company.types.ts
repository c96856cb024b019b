import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Row } from '../core/database/row.query.ts';
import { CompanyChange } from './company-change.entity.ts';
import { CompanyDetails } from './company.details.ts';

@ObjectType({
  simpleResolvers: true,
  description: "The data of the viewer's company that applies now, and the change of it.",
})
export class Company extends CompanyDetails {
  @Field(() => ID, { description: 'ID of the partner account.' })
  id!: string;

  @Field(() => String, { nullable: true, description: "Address of the company's website." })
  website!: string | null;

  @Field(() => String, { nullable: true, description: "The company's phone number." })
  phone!: string | null;

  @Field(() => String, { nullable: true, description: 'The company in its own words, in one or more lines.' })
  description!: string | null;

  @Field(() => CompanyChange, { nullable: true, description: 'The change that waits for a decision, if any.' })
  pendingChange!: Row<CompanyChange> | null;

  @Field(() => CompanyChange, { nullable: true, description: 'The change that was decided last, if any.' })
  lastDecision!: Row<CompanyChange> | null;

  @Field(() => Int, {
    description: 'Increases with every change of the account and of its requests. See `expectedVersion`.',
  })
  version!: number;
}

@ObjectType({ simpleResolvers: true, description: 'Number of requested changes by status.' })
export class CompanyChangeCounts {
  @Field(() => Int, { description: 'Changes that wait for a decision.' })
  pending!: number;

  @Field(() => Int, { description: 'Changes that were approved.' })
  approved!: number;

  @Field(() => Int, { description: 'Changes that were declined.' })
  rejected!: number;

  @Field(() => Int, { description: 'Changes that owners took back or replaced.' })
  withdrawn!: number;
}
