import { Field, Int, ObjectType } from 'type-graphql';
import { Admin } from '../../identity/users/member.types.ts';
import type { User } from '../../identity/users/user.entity.ts';

@ObjectType({ description: 'Work that waits for admins now. Only selected fields are counted.' })
export class WaitingWork {}

@ObjectType({ simpleResolvers: true, description: 'Number of open applications with an assignee.' })
export class AssigneeCount {
  @Field(() => Admin, { nullable: true, description: 'The assignee. Null for unassigned applications.' })
  assignee!: Pick<User, 'id'> | null;

  @Field(() => Int, { description: 'Number of pending applications and those in review, at least 1.' })
  count!: number;
}
