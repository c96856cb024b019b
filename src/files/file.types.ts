import { Field, ObjectType } from 'type-graphql';
import { DateTime } from '../core/graphql/date-time.scalar.ts';
import { StoredFile } from './stored-file.entity.ts';

@ObjectType({ simpleResolvers: true, description: 'A link that downloads a file.' })
export class DownloadLink {
  @Field(() => String, {
    description: "URL of the file. Anyone with the URL can download it while the requester's session lasts.",
  })
  url!: string;

  @Field(() => DateTime, { description: 'When the link expires, 5 minutes from now. Running downloads continue.' })
  expiresAt!: Date;
}

@ObjectType({ simpleResolvers: true, description: 'A requested upload.' })
export class Upload {
  @Field(() => StoredFile, { description: 'The file. Read it with `file` until it is READY or REFUSED.' })
  file!: StoredFile;

  @Field(() => String, {
    description:
      "URL for one PUT with the bytes of the file as its body, without any encoding. It ends with the requester's session. Errors: 404 if the link is used, expired or not valid; 413 if there are more bytes than requested; 400 if there are fewer.",
  })
  url!: string;

  @Field(() => DateTime, { description: 'When the link expires, 15 minutes from now. A running upload continues.' })
  expiresAt!: Date;
}
