import { IsOptional, MaxLength } from 'class-validator';
import { ArgsType, Field, Int, ObjectType, registerEnumType, type ClassType } from 'type-graphql';
import { Between, byRule } from '../graphql/field.rules.ts';
import type { Row } from '../database/row.query.ts';
import { WRONG_CURSOR } from './page.cursor.ts';

export enum SortOrder {
  ASC = 'ASC',
  DESC = 'DESC',
}
registerEnumType(SortOrder, {
  name: 'SortOrder',
  description: 'Which end of the order comes first.',
  valuesConfig: {
    ASC: { description: 'Smallest, oldest or first in the alphabet at the top.' },
    DESC: { description: 'Largest, newest or last in the alphabet at the top.' },
  },
});

/** The arguments of every list. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 1, description: 'Which page, from 1. Left out of account where `after` is given.' })
  @Between(1)
  page!: number;

  @Field(() => Int, { defaultValue: 20, description: 'How many items a page has: 1 to 100.' })
  @Between(1, 100)
  limit!: number;

  @Field(() => String, {
    nullable: true,
    description: 'The endCursor of the list before, asked for in the same order: any depth at the same cost.',
  })
  @IsOptional()
  @MaxLength(2000, byRule('CURSOR', WRONG_CURSOR))
  after?: string | null;
}

/** The arguments of a list whose order can be chosen; a feature adds its `sortBy`. */
@ArgsType()
export class SortedPageArgs extends PageArgs {
  @Field(() => SortOrder, { defaultValue: SortOrder.DESC, description: 'Which end of the order comes first.' })
  sortOrder!: SortOrder;
}

@ObjectType({ simpleResolvers: true, description: 'Where a page stands in its list.' })
export class PageInfo {
  @Field(() => Int, { nullable: true, description: 'The page, from 1. Null when the list was asked for by `after`.' })
  page!: number | null;

  @Field(() => Int, { description: 'How many items a page has at the most.' })
  limit!: number;

  @Field(() => Int, { description: 'How many items the whole list has. Counted only when it is selected.' })
  totalItems?: number;

  @Field(() => Int, { description: 'How many pages of this limit the list has. Counted only when it is selected.' })
  totalPages?: number;

  @Field(() => Boolean, { description: 'Whether anything comes after this page.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether anything comes before this page.' })
  hasPreviousPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Where this page ends: the `after` of the next one. Null when the list is empty.',
  })
  endCursor!: string | null;
}

export interface Page<Entity> {
  items: Row<Entity>[];
  pageInfo: PageInfo;
}

/** The GraphQL type of a page of `Item`. */
export function pageOf<Item extends object>(item: ClassType<Item>): ClassType<Page<Item>> {
  @ObjectType(`${item.name}Page`, { simpleResolvers: true, description: 'One page of a list.' })
  class ItemPage implements Page<Item> {
    @Field(() => [item], { description: 'What is on this page, in order.' })
    items!: Row<Item>[];

    @Field(() => PageInfo, { description: 'Where the page stands in its list.' })
    pageInfo!: PageInfo;
  }
  return ItemPage;
}
