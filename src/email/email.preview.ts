import { Field, ObjectType } from 'type-graphql';
import type { RenderedEmail } from './email.renderer.ts';

@ObjectType({ simpleResolvers: true, description: 'A mail as it would be sent.' })
export class EmailPreview implements RenderedEmail {
  @Field(() => String, { description: 'One line.' })
  subject!: string;

  @Field(() => String, {
    description: 'The whole document. Show it apart from your own page: in a frame with `sandbox`.',
  })
  html!: string;

  @Field(() => String, { description: 'The same for programs that show no HTML.' })
  text!: string;
}
