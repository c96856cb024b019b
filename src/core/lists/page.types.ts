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
  description: 'The direction of a sort order.',
  valuesConfig: {
    ASC: { description: 'Smallest, oldest or alphabetically first item at the top.' },
    DESC: { description: 'Largest, newest or alphabetically last item at the top.' },
  },
});

@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 1, description: 'Page number, starting at 1. Ignored if `after` is set.' })
  @Between(1)
  page!: number;

  @Field(() => Int, { defaultValue: 20, description: 'Items per page, 1 to 100.' })
  @Between(1, 100)
  limit!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Returns the items after this `endCursor`, which must come from the same list in the same order.',
  })
  @IsOptional()
  @MaxLength(2000, byRule('CURSOR', WRONG_CURSOR))
  after?: string | null;

  /** Set by the resolver, as `fields`: see SelectedOfPage. */
  withTotal?: boolean;
  withCounts?: boolean;
  fields?: readonly string[] | undefined;
}

/** A feature adds its `sortBy`. */
@ArgsType()
export class SortedPageArgs extends PageArgs {
  @Field(() => SortOrder, { defaultValue: SortOrder.DESC, description: 'Sort direction.' })
  sortOrder!: SortOrder;
}

@ObjectType({ simpleResolvers: true, description: 'Position of a page in its list.' })
export class PageInfo {
  @Field(() => Int, { nullable: true, description: 'Page number, starting at 1. Null if `after` was set.' })
  page!: number | null;

  @Field(() => Int, { description: 'Maximum number of items on a page.' })
  limit!: number;

  @Field(() => Int, { description: 'Number of items in the whole list. Counted only if selected.' })
  totalItems?: number;

  @Field(() => Int, { description: 'Number of pages at this limit. Counted only if selected.' })
  totalPages?: number;

  @Field(() => Boolean, { description: 'Whether there are items after this page.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether there are items before this page.' })
  hasPreviousPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the last item: pass it as `after` to get the next page. Null if this page is empty.',
  })
  endCursor!: string | null;
}

export interface Page<Entity> {
  items: Row<Entity>[];
  pageInfo: PageInfo;
  counts?: object;
}

interface Counts {
  type: ClassType;
  /** Completes "Number of items by …". */
  by: string;
}

export function pageOf<Item extends object>(item: ClassType<Item>, counts?: Counts): ClassType<Page<Item>> {
  @ObjectType(`${item.name}Page`, { simpleResolvers: true, description: 'A page of a list.' })
  class ItemPage implements Page<Item> {
    @Field(() => [item], { description: 'The items on this page, in list order.' })
    items!: Row<Item>[];

    @Field(() => PageInfo, { description: 'Position of this page in the list.' })
    pageInfo!: PageInfo;

    counts?: object;
  }
  if (counts) {
    const description = `Number of items by ${counts.by}. Counted only if selected.`;
    Field(() => counts.type, { description })(ItemPage.prototype, 'counts');
  }
  return ItemPage;
}
