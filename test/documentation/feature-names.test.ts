import { expect, test } from 'vitest';
import { namesOf, renamed } from '../../ops/feature.names.ts';

test.each([
  { name: 'deal', plural: 'deals' },
  { name: 'price-list', plural: 'price-lists' },
  { name: 'policy', plural: 'policies' },
  { name: 'day', plural: 'days' },
  { name: 'tax', plural: 'taxes' },
  { name: 'branch', plural: 'branches' },
])('the plural of $name is $plural', ({ name, plural }) => {
  expect(namesOf(name, {})).toMatchObject({ singular: name, plural });
});

test('a name is spelled as the code spells names, with the right article', () => {
  const names = namesOf('invoice-item', { german: 'Item', 'german-plural': 'Items' });
  const template = `A sample thing, a sample thing: sample_things SAMPLE_THING sampleThings SampleThing sample-things Sample things
    Musterstück Musterstücke`;

  expect(renamed(template, names))
    .toBe(`An invoice item, an invoice item: invoice_items INVOICE_ITEM invoiceItems InvoiceItem invoice-items Invoice items
    Item Items`);
});

test('an irregular plural can be given', () => {
  expect(renamed('listSampleThings', namesOf('person', { plural: 'people' }))).toBe('listPeople');
});
