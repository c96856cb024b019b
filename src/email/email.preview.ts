import { Field, ObjectType } from 'type-graphql';
import { Language } from '../core/text/language.ts';
import type { RenderedEmail } from './email.renderer.ts';

@ObjectType({ simpleResolvers: true, description: 'An email as it would be sent.' })
export class EmailPreview implements RenderedEmail {
  @Field(() => Language, { description: 'The language that it would be sent in.' })
  language!: Language;

  @Field(() => String, { description: 'Subject, one line.' })
  subject!: string;

  @Field(() => String, {
    description: 'Complete HTML document. Show it in an iframe with `sandbox`.',
  })
  html!: string;

  @Field(() => String, { description: 'Plain-text version.' })
  text!: string;
}
