import fc from 'fast-check';
import { coded } from './table/case.js';

/** Generated Questionnaires of every type of question, nested and conditional, with answers that fit them. */

const KINDS = {
  choice: fc.constantFrom(
    { system: 'https://example.org/c', code: 'a' },
    { system: 'https://example.org/c', code: 'b' },
  ),
  boolean: fc.boolean(),
  integer: fc.integer({ min: -2_147_483_648 + 1, max: 2_147_483_647 }),
  decimal: fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }),
  quantity: fc.record({ value: fc.integer({ min: 0, max: 500 }), unit: fc.constant('kg') }),
  string: fc.string({ minLength: 1, maxLength: 40 }).filter((text) => text.trim() !== ''),
  text: fc.string({ minLength: 1, maxLength: 200, unit: 'grapheme' }).filter((text) => text.trim() !== ''),
  url: fc.webUrl(),
  date: fc
    .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10)),
  dateTime: fc
    .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((day) => day.toISOString()),
  time: fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00`),
} as const satisfies Record<string, fc.Arbitrary<unknown>>;

type Kind = keyof typeof KINDS;
const valuesOf: Readonly<Record<Kind, fc.Arbitrary<unknown>>> = KINDS;

export interface GeneratedItem {
  readonly kind: Kind | 'group' | 'display';
  readonly repeats: boolean;
  readonly conditional: boolean;
  readonly values: readonly unknown[];
  readonly items: readonly GeneratedItem[];
}

const kinds = Object.keys(KINDS) as Kind[];

const { item } = fc.letrec<{ item: GeneratedItem }>((tie) => ({
  item: fc
    .record({
      kind: fc.constantFrom<GeneratedItem['kind']>(...kinds, 'group', 'display'),
      repeats: fc.boolean(),
      conditional: fc.boolean(),
      items: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.constant([]),
        fc.array(tie('item'), { maxLength: 3 }),
      ),
    })
    .chain((one) => {
      const values =
        one.kind === 'group' || one.kind === 'display'
          ? fc.constant([])
          : fc.array(valuesOf[one.kind], { maxLength: one.repeats ? 3 : 1 });
      return values.map((given): GeneratedItem => ({ ...one, values: given }));
    }),
}));

export const items: fc.Arbitrary<readonly GeneratedItem[]> = fc.array(item, { minLength: 1, maxLength: 6 });

/** linkIds as they come: some have names that every object has. */
const AWKWARD = new Map([
  ['0', '__proto__'],
  ['1', 'constructor'],
  ['2', 'toString'],
]);
const linkIdOf = (path: string): string => AWKWARD.get(path) ?? `q.${path}`;

/** The item of a Questionnaire; a conditional one is asked when the first question, `gate`, is answered with true. */
export function itemOf(one: GeneratedItem, path: string): object {
  return {
    linkId: linkIdOf(path),
    type: one.kind,
    text: `Item ${path}`,
    ...(one.kind !== 'group' && one.kind !== 'display' && { repeats: one.repeats }),
    ...(one.kind === 'choice' && { answerOption: [coded('a'), coded('b')] }),
    ...(one.conditional && { enableWhen: [{ question: 'gate', operator: '=', answerBoolean: true }] }),
    ...(one.items.length > 0 &&
      one.kind !== 'display' && {
        item: one.items.map((child, index) => itemOf(child, `${path}.${String(index)}`)),
      }),
  };
}

/** Every question with its values, and whether it or something above it hangs on the gate. */
export function answersOf(
  all: readonly GeneratedItem[],
  path = '',
  isBehindGate = false,
): readonly { linkId: string; values: readonly unknown[]; isBehindGate: boolean }[] {
  return all.flatMap((one, index) => {
    const here = path === '' ? String(index) : `${path}.${String(index)}`;
    const behind = isBehindGate || one.conditional;
    if (one.kind === 'display') return [];
    const below = answersOf(one.items, here, behind);
    const distinct = [...new Map(one.values.map((value) => [JSON.stringify(value), value])).values()];
    return one.kind === 'group'
      ? below
      : [{ linkId: linkIdOf(here), values: distinct, isBehindGate: behind }, ...below];
  });
}
