import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { UpdateError } from '../../core/bulk/update.each.ts';
import type { FieldProblem } from '../../core/context/domain.error.ts';
import type { Row } from '../../core/database/row.query.ts';
import type { NewRow } from '../../core/database/row.insert.ts';
import { ClientAccount } from '../client-account.entity.ts';

export enum ImportStatus {
  VALID = 'VALID',
  CREATED = 'CREATED',
  EXISTED = 'EXISTED',
  FAILED = 'FAILED',
}
registerEnumType(ImportStatus, {
  name: 'ClientImportStatus',
  description: 'Result of a row of an import.',
  valuesConfig: {
    VALID: { description: 'In a dry run only: the row would create a client.' },
    CREATED: { description: 'The row created a client.' },
    EXISTED: { description: 'An earlier call of the same import created the client.' },
    FAILED: { description: 'The row created nothing: see `error` and `problems`.' },
  },
});

@ObjectType({ simpleResolvers: true, description: 'A value of a row that is not valid.' })
export class ImportProblem {
  @Field(() => String, { description: 'Name of the field, such as `contactEmail`.' })
  field!: string;

  @Field(() => String, { description: 'Message in plain English.' })
  message!: string;

  @Field(() => String, { description: 'The broken rule, as in the `fields` of an error: see the list of errors.' })
  rule!: FieldProblem['rule'];

  @Field(() => Int, { nullable: true, description: 'For LENGTH: the fewest characters.' })
  min!: number | null;

  @Field(() => Int, { nullable: true, description: 'For LENGTH: the most characters. For ACCENTS: the most accents.' })
  max!: number | null;

  @Field(() => String, { nullable: true, description: 'For CHARACTER: the character, such as `U+0007 (bell)`.' })
  character!: string | null;

  @Field(() => String, { nullable: true, description: 'For CHARACTER: its number, such as `U+0007`.' })
  codePoint!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'Result for one row of an import.' })
export class ClientImportResult {
  @Field(() => String, { description: 'Key of the row, as requested.' })
  key!: string;

  @Field(() => ImportStatus, { description: 'What happened to the row.' })
  status!: ImportStatus;

  @Field(() => String, {
    nullable: true,
    description:
      'The mailbox of the email address. Rows with the same one mean the same client, however they spell the address. Null without a valid address.',
  })
  mailbox!: string | null;

  @Field(() => ClientAccount, {
    nullable: true,
    description: 'The client that the row created, or the one that has the mailbox already.',
  })
  client!: NewRow<ClientAccount> | Row<ClientAccount> | null;

  @Field(() => UpdateError, {
    nullable: true,
    description:
      'Why the row failed. BAD_USER_INPUT: see `problems`. CONFLICT: CLIENT_EMAIL; IMPORT_DUPLICATE if an earlier row of the call has the same mailbox; IDEMPOTENCY_KEY if the row had other values before.',
  })
  error!: UpdateError | null;

  @Field(() => [ImportProblem], { description: 'The values that are not valid.' })
  problems!: ImportProblem[];
}
