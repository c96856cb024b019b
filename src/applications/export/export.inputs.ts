import { IsOptional } from 'class-validator';
import { ArgsType, Field, registerEnumType } from 'type-graphql';
import { ApplicationOrderArgs } from '../list/application-list.inputs.ts';

export enum Language {
  EN = 'EN',
  DE = 'DE',
}
registerEnumType(Language, {
  name: 'Language',
  description: 'Language of texts for people.',
  valuesConfig: { EN: { description: 'English.' }, DE: { description: 'German.' } },
});

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
