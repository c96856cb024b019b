import { join } from 'node:path';
import ts from '@typescript/typescript6';

const ROOT = join(import.meta.dirname, '../../web');

/** `area:key` of every text that a page uses. The compiler knows the values of variable parts; `*` is an unknown part. */
export function askedKeys(): Set<string> {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile);
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const program = ts.createProgram(fileNames, { ...options, noEmit: true });
  const checker = program.getTypeChecker();
  const keys = new Set<string>();
  for (const file of program.getSourceFiles()) if (!file.fileName.includes('node_modules')) visit(file);
  return keys;

  function visit(node: ts.Node): void {
    if (ts.isCallExpression(node)) collect(node);
    ts.forEachChild(node, visit);
  }

  function collect({ expression, arguments: [key] }: ts.CallExpression): void {
    const translate = checker.getTypeAtLocation(expression);
    if (!key || (translate.aliasSymbol ?? translate.symbol)?.name !== 'TFunction') return;
    const [areas] = translate.aliasTypeArguments ?? checker.getTypeArguments(translate as ts.TypeReference);
    const area = areas && literalsOf(areas)[0];
    for (const value of valuesOf(key)) keys.add(value.includes(':') ? value : `${area}:${value}`);
  }

  function valuesOf(key: ts.Expression): string[] {
    if (ts.isAsExpression(key)) return valuesOf(key.expression);
    const type = checker.getTypeAtLocation(key);
    const values = literalsOf(type);
    if (values.length > 0) return values;
    if (ts.isTemplateExpression(key))
      return key.templateSpans.reduce<string[]>(
        (starts, { expression, literal }) => {
          const parts = literalsOf(checker.getTypeAtLocation(expression));
          return starts.flatMap((start) =>
            (parts.length > 0 ? parts : ['*']).map((part) => start + part + literal.text),
          );
        },
        [key.head.text],
      );
    throw new Error(`${key.getSourceFile().fileName}: the compiler does not know the key ${key.getText()}`);
  }

  /** Of a union, a tuple or a literal. */
  function literalsOf(type: ts.Type): string[] {
    if (type.isStringLiteral()) return [type.value];
    if (type.isUnion()) return type.types.flatMap(literalsOf);
    if (checker.isTupleType(type)) return checker.getTypeArguments(type as ts.TypeReference).flatMap(literalsOf);
    return [];
  }
}
