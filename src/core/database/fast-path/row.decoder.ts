import type pg from 'pg';

/** Reads the columns of a DataRow, which start at `at`, into an object. */
export type RowDecoder = (data: Buffer, at: number) => object;

interface Types {
  getTypeParser(type: number, format: 'text'): (text: string) => unknown;
}
type Field = Pick<pg.FieldDef, 'name' | 'dataTypeID'>;

/** No type has this number, so its parser is the one that leaves a text as it is. */
const NO_TYPE = 0;

/**
 * Generates a function for rows of these columns, so that a row is made as one object literal. Names of columns come
 * from our statements only.
 */
export function rowDecoderOf(fields: readonly Field[], types: Types): RowDecoder {
  const asItIs = types.getTypeParser(NO_TYPE, 'text');
  const parsers = fields.map(({ dataTypeID }) => types.getTypeParser(dataTypeID, 'text'));
  const reads = parsers.map((parser, index) => {
    const text = `data.utf8Slice(at, at += length)`;
    return `length = data.readInt32BE(at); at += 4;
      const v${index} = length < 0 ? null : ${parser === asItIs ? text : `parsers[${index}](${text})`};`;
  });
  const columns = fields.map(({ name }, index) => `${keyOf(name)}: v${index}`);
  const code = `return (data, at) => {
    if (data.readUInt16BE(at) !== ${fields.length}) throw new Error('wrong number of columns');
    at += 2;
    let length = 0;
    ${reads.join('\n')}
    return { ${columns.join()} };
  };`;
  // oxlint-disable-next-line typescript/no-implied-eval -- the point of this function
  return new Function('parsers', code)(parsers) as RowDecoder;
}

/** Unless computed, this one key would set the prototype. */
const keyOf = (name: string): string => (name === '__proto__' ? `['__proto__']` : JSON.stringify(name));
