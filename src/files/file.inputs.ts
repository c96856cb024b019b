import { IsOptional } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Entries } from '../core/graphql/field.rules.ts';
import { Filter, Nested, TimeBound } from '../core/graphql/shared.fields.ts';
import { Optional, Text } from '../core/graphql/text.rules.ts';
import { PageArgs } from '../core/lists/page.types.ts';
import { FilePurpose, FileState } from './file.enums.ts';

@InputType({ description: 'A file to upload.' })
export class RequestUploadInput {
  @Field(() => FilePurpose, { description: 'Purpose of the file.' })
  purpose!: FilePurpose;

  @Field(() => String, {
    description: 'Name of the file for people. 1 to 200 characters. A path stays part of the name.',
  })
  @Text(200)
  name!: string;

  @Field(() => String, { description: 'Its media type, such as `application/pdf`. See FilePurpose for the types.' })
  @Text(100)
  contentType!: string;

  @Field(() => Int, { description: 'Its exact size in bytes. See FilePurpose for the limit.' })
  bytes!: number;
}

@ArgsType()
export class RequestUploadArgs {
  @Nested(() => RequestUploadInput, 'The file.')
  input!: RequestUploadInput;
}

@InputType({ description: 'Filters a list of files. All given conditions must match.' })
export class StoredFileFilter {
  @Field(() => [FilePurpose], { nullable: true, description: 'Files for any of these purposes.' })
  @IsOptional()
  @Entries(0, 20)
  purpose?: FilePurpose[] | null;

  @Field(() => [FileState], { nullable: true, description: 'Files in any of these states.' })
  @IsOptional()
  @Entries(0, 20)
  state?: FileState[] | null;

  @Field(() => ID, { nullable: true, description: 'Files of this partner.' })
  @Optional(Text(36))
  partnerId?: string | null;

  @TimeBound('Files whose upload was requested at or after this time.')
  createdFrom?: Date | null;

  @TimeBound('Files whose upload was requested before this time.')
  createdTo?: Date | null;
}

@ObjectType({ simpleResolvers: true, description: 'Number of files in each state.' })
export class StoredFileCounts {
  @Field(() => Int, { description: 'Files whose bytes are not there yet.' })
  pending!: number;

  @Field(() => Int, { description: 'Files that are being checked.' })
  checking!: number;

  @Field(() => Int, { description: 'Files that passed the checks.' })
  ready!: number;

  @Field(() => Int, { description: 'Refused files.' })
  refused!: number;
}

@ArgsType()
export class StoredFilesArgs extends PageArgs {
  @Filter(() => StoredFileFilter, 'Which files to return. Default: all.')
  filter?: StoredFileFilter | null;
}
