import { Field, ObjectType } from 'type-graphql';

@ObjectType({ simpleResolvers: true, description: 'A type of events that webhook endpoints can get.' })
export class EventType {
  @Field(() => String, { description: 'The type, such as `client.created`.' })
  type!: string;

  @Field(() => String, { description: 'Its meaning.' })
  description!: string;

  @Field(() => String, { description: 'The body of a request with such an event, as JSON.' })
  example!: string;
}
