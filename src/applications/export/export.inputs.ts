import { IsOptional } from 'class-validator';
import { ArgsType, Field } from 'type-graphql';
import { Language } from '../../core/text/language.ts';
import { ApplicationOrderArgs } from '../list/application-list.inputs.ts';

@ArgsType()
export class ExportArgs extends ApplicationOrderArgs {
  @Field(() => Language, {
    nullable: true,
    defaultValue: Language.EN,
    description: 'Language of the column titles and of values such as the status.',
  })
  @IsOptional()
  language?: Language | null;
}
