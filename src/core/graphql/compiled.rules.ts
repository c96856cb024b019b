import { getMetadataStorage, ValidationTypes, type ValidationArguments } from 'class-validator';

type Storage = ReturnType<typeof getMetadataStorage>;
type Metadata = ReturnType<Storage['getTargetValidationMetadatas']>[number];
type Check = (value: unknown, input: object) => boolean;

interface PropertyRules {
  property: string;
  /** The checks only run if all conditions are met. */
  conditions: Check[];
  checks: Check[];
}

const compiled = new WeakMap<object, PropertyRules[]>();

/** Whether class-validator would find no problem. False if in doubt. Compiles the rules of each class once. */
export function meetsRules(input: object): boolean {
  for (const { property, conditions, checks } of rulesOf(input.constructor)) {
    const value: unknown = Reflect.get(input, property);
    if (conditions.every((isMet) => isMet(value, input)) && !checks.every((isMet) => isMet(value, input))) return false;
  }
  return true;
}

function rulesOf(type: object): PropertyRules[] {
  const known = compiled.get(type);
  if (known) return known;
  const storage = getMetadataStorage();
  const grouped = storage.groupByPropertyName(
    storage.getTargetValidationMetadatas(type as new () => object, '', false, false),
  );
  const rules = Object.entries(grouped).map(([property, all]): PropertyRules => {
    const conditional = all.filter(isCondition);
    return {
      property,
      conditions: conditional.map(
        ({ constraints: [isMet] }) =>
          (value, input) =>
            isMet(input, value),
      ),
      checks: all.filter((metadata) => !conditional.includes(metadata)).flatMap(checksOf),
    };
  });
  compiled.set(type, rules);
  return rules;
}

const isCondition = ({ type }: Metadata) => type === ValidationTypes.CONDITIONAL_VALIDATION;

/** class-validator decides about everything that our rules do not use. */
const unclear: Check = () => false;

function checksOf({ type, each, constraintCls, constraints, propertyName, validateIf }: Metadata): Check[] {
  if (type === ValidationTypes.NESTED_VALIDATION) return [isNestedMet];
  const validators = getMetadataStorage().getTargetValidatorConstraints(constraintCls);
  const isUsual = type === ValidationTypes.CUSTOM_VALIDATION && !validateIf && validators.length > 0;
  if (!isUsual) return [unclear];
  return validators.map(({ instance, async }): Check => {
    if (async) return unclear;
    return (value, input) => {
      const call: ValidationArguments = {
        value,
        constraints,
        targetName: input.constructor.name,
        object: input,
        property: propertyName,
      };
      return each && Array.isArray(value)
        ? value.every((item) => instance.validate(item, call) === true)
        : instance.validate(value, call) === true;
    };
  });
}

const isNestedMet: Check = (value) =>
  value === undefined ||
  (Array.isArray(value)
    ? value.every((item) => isNestedMet(item, value))
    : typeof value === 'object' && value !== null && meetsRules(value));
