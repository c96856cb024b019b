import { Field, Int, ObjectType, type ClassType } from 'type-graphql';
import type { Row } from '../database/row.query.ts';
import type { Neighbors } from './page.query.ts';

/** The result type of a query for the neighbors of an item. `noun` names the item in descriptions. */
export function neighborsOf<Item extends object>(item: ClassType<Item>, noun: string): ClassType<Neighbors<Item>> {
  @ObjectType(`${item.name}Neighbors`, { simpleResolvers: true, description: `The neighbors of a ${noun} in a list.` })
  class ItemNeighbors implements Neighbors<Item> {
    @Field(() => item, { nullable: true, description: `The previous ${noun}. Null at the start of the list.` })
    previous!: Row<Item> | null;

    @Field(() => item, { nullable: true, description: `The next ${noun}. Null at the end of the list.` })
    next!: Row<Item> | null;

    @Field(() => Int, {
      nullable: true,
      description: `Position of the ${noun} in the list, starting at 1. Null if it does not match the filter, or is beyond 10,000.`,
    })
    position?: number | null;

    @Field(() => Int, { description: `Number of ${noun}s in the list.` })
    totalItems?: number;
  }
  return ItemNeighbors;
}
