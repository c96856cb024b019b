import { getMetadataStorage as validationStorage } from 'class-validator';
import { getMetadataStorage as schemaStorage } from 'type-graphql';
import { getNamedType, type GraphQLField } from 'graphql';
import type { FieldRule } from '../context/domain.error.ts';
import type { RuleContext } from './field.rules.ts';

/** Limits of an input value, from the rules that validate it. */
export interface FieldLimits {
  rules: ReadonlySet<FieldRule>;
  /** Characters. */
  length?: Bounds | undefined;
  range?: Bounds | undefined;
}

interface Bounds {
  min?: number;
  max?: number;
}

/** Finds the limits of an argument of a root field, or of a field of its input: `['input', 'companyName']`. */
export function limitsOf(root: GraphQLField<unknown, unknown>, variable: readonly string[]): FieldLimits {
  const [argument, property] = variable;
  const type = root.args.find(({ name }) => name === argument)?.type;
  const owner = property === undefined ? argumentsOf(root.name) : inputOf(type && getNamedType(type).name);
  const contexts = owner ? contextsOf(owner, property ?? argument ?? '') : [];
  const boundsBy = (wanted: FieldRule): Bounds | undefined => {
    const all = contexts.filter(({ rule }) => rule === wanted).map(({ paramsOf }) => paramsOf('') as Bounds);
    return all.length > 0 ? Object.assign({}, ...all) : undefined;
  };
  return {
    rules: new Set(contexts.map(({ rule }) => rule)),
    length: boundsBy('LENGTH'),
    range: boundsBy('RANGE'),
  };
}

function argumentsOf(root: string): object | undefined {
  const { queries, mutations, params } = schemaStorage();
  const resolver = [...queries, ...mutations].find(({ schemaName }) => schemaName === root);
  const param = params.find(
    (each) => each.kind === 'args' && each.target === resolver?.target && each.methodName === resolver.methodName,
  );
  return param?.kind === 'args' ? (param.getType() as object) : undefined;
}

const inputOf = (name: string | undefined): object | undefined =>
  schemaStorage().inputTypes.find((each) => each.name === name)?.target;

function contextsOf(owner: object, property: string): RuleContext[] {
  const all = validationStorage().getTargetValidationMetadatas(owner as new () => object, '', false, false);
  return all.flatMap(({ propertyName, context }) =>
    propertyName === property && context ? [context as RuleContext] : [],
  );
}
