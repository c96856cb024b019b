import { PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { IsOptional, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, Int } from 'type-graphql';
import { currentTime } from '../database/database.clock.ts';
import { DateTime } from './date-time.scalar.ts';
import { Optional, Text } from './text.rules.ts';

type Decorator = (target: object, property: string) => void;

const all =
  (...decorators: Decorator[]): Decorator =>
  (target, property) => {
    for (const decorate of decorators) decorate(target, property);
  };

/** The column and field of an entity's ID. */
export const Id = (description = 'Unique ID. Never changes.'): Decorator =>
  all(
    Field(() => ID, { description }),
    PrimaryKey({ type: 'uuid' }),
  );

/** The column with the tenant, for a table that is distributed by it: its key is the tenant and the ID (decision 59). */
export const TenantId = (): Decorator => PrimaryKey({ type: 'uuid' });

/** The column and field that MikroORM increases with every change. Clients pass it on as ExpectedVersion. */
export const Version = (description = 'Increases by one with every change. See `expectedVersion`.'): Decorator =>
  all(
    Field(() => Int, { description }),
    Property({ type: 'integer', version: true }),
  );

type Column = Parameters<typeof Property<object>>[0] & { nullable?: boolean };

/** A column and field with a time, to the millisecond. */
export const Time = (description: string, column: Column = {}): Decorator =>
  all(
    Field(() => DateTime, { description, nullable: column.nullable ?? false }),
    Property({ type: 'datetime', length: 3, ...column }),
  );

/** The time of the last change. */
export const UpdatedAt = (description: string): Decorator => Time(description, { onUpdate: currentTime });

/** An argument that protects from changing an object that another user has changed: see lockForChange. */
export const ExpectedVersion = (): Decorator =>
  Field(() => Int, {
    nullable: true,
    description: 'The version you last read. Errors: CONFLICT (STALE_VERSION) if it has changed since.',
  });

/** The base class of a change's arguments: the object's ID, and its expected version. */
export function changeArgs(description: string) {
  @ArgsType()
  class ChangeArgs {
    @Field(() => ID, { description })
    id!: string;

    @ExpectedVersion()
    expectedVersion?: number | null;
  }
  return ChangeArgs;
}

/** An argument that makes a create safe to send again: see insertOnce. */
export const IdempotencyKey = (): Decorator =>
  all(
    Field(() => String, {
      nullable: true,
      description:
        'A key you choose, ideally a random UUID, 1 to 200 characters. Repeating the call with the same key and input within 24 hours returns the first result and changes nothing.',
    }),
    Optional(Text(200)),
  );

/** An argument that is an input type. */
export const Nested = (type: () => object, description: string): Decorator =>
  all(Field(type as () => ObjectConstructor, { description }), ValidateNested());

/** The conditions of a list. */
export const Filter = (type: () => object, description: string): Decorator =>
  all(Field(type as () => ObjectConstructor, { description, nullable: true }), IsOptional(), ValidateNested());

/** The property to sort a list by. The enum's values are properties of the entity. */
export const SortBy = (type: () => object): Decorator =>
  Field(type as () => ObjectConstructor, {
    defaultValue: 'createdAt',
    description: 'Sort field. Ties are sorted by ID.',
  });

/** A bound of times in a list. */
export const TimeBound = (description: string): Decorator =>
  all(
    Field(() => DateTime, { nullable: true, description }),
    IsOptional(),
  );

/** Text to look for in a list. `fields` completes the description. */
export const Search = (fields: string): Decorator =>
  all(
    Field(() => String, {
      nullable: true,
      description: `Finds text anywhere in ${fields}. Ignores case, accents and spacing: muller finds Müller. A complete address finds its mailbox in any spelling. 1 to 200 characters, no wildcards.`,
    }),
    Optional(Text(200)),
  );
