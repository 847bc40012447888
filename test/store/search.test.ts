import { expect } from '@open-wc/testing';
import type { SearchParams } from '../../src/context/store.js';
import type { Resource } from '../../src/fhir/resource.js';
import { personOf, requirePerson } from '../../src/store/persons.js';
import { matches, searchIn } from '../../src/store/search.js';
import { StoreError } from '../../src/store/store-error.js';
import { examples, foundByAll } from '../suites/examples.js';

const make = (type: string, changes: object = {}): Resource =>
  examples.find((example) => example.type === type)!.make(1, changes);
const fits = (type: string, elements: object, params: SearchParams): boolean =>
  matches(make(type, elements), params);

const refusal = (type: string, params: SearchParams): StoreError => {
  try {
    searchIn(type, [], params);
  } catch (error) {
    if (error instanceof StoreError) return error;
  }
  return expect.fail(`was taken: ${JSON.stringify(params)}`);
};

describe('searching as R4 does', () => {
  it('finds references with or without a version, by address or id', () => {
    const held = { focus: [{ reference: 'Goal/1/_history/2' }, { reference: 'https://a.example/Goal/3' }] };
    for (const focus of ['Goal/1', 'Goal/1/_history/2', 'Goal/1/_history/9', '1', 'Goal/7,Goal/1'])
      expect(fits('Observation', held, { focus }), focus).to.equal(true);
    expect(fits('Observation', held, { focus: 'https://a.example/Goal/3' })).to.equal(true);
    const about = { target: [{ reference: 'Goal/1/_history/2' }] };
    for (const target of ['Goal/1', 'Goal/1/_history/2', '1'])
      expect(fits('Provenance', about, { target }), target).to.equal(true);
    expect(fits('Provenance', about, { target: 'Goal/1/_history/9' }), 'of another version').to.equal(false);
    const stripped = { target: [{ reference: 'Goal/1' }] };
    expect(fits('Provenance', stripped, { target: 'Goal/1/_history/9' }), 'whichever').to.equal(true);
    for (const focus of ['Goal/3', 'Goal/11', 'Task/1', '7', '', 'Goal/', '/1'])
      expect(fits('Observation', held, { focus }), focus).to.equal(false);
  });

  it('finds tokens in each of their forms', () => {
    const coding = [{ system: 'urn:s', code: 'a' }, { code: 'b' }];
    const held = { category: [{ text: 'only words' }, { coding }] };
    for (const category of ['a', 'b', 'urn:s|a', '|b', 'urn:s|', 'x,urn:s|a', 'x,b'])
      expect(fits('Goal', held, { category }), category).to.equal(true);
    for (const category of ['c', 'urn:t|a', '|a', 'urn:t|', 'urn:s|b', 'x,y', '|', ''])
      expect(fits('Goal', held, { category }), category).to.equal(false);
    const identifier = [{ system: 'urn:s', value: 'a,b' }];
    expect(fits('Goal', { identifier }, { identifier: 'urn:s|a\\,b' }), 'an escaped comma').to.equal(true);
    expect(fits('Goal', { identifier }, { identifier: 'urn:s|a' })).to.equal(false);
  });

  const time = (date: string, effective: object | string = '2026-11-23T10:00:00Z'): boolean =>
    fits(
      'Observation',
      typeof effective === 'string'
        ? { effectiveDateTime: effective }
        : { effectiveDateTime: undefined, ...effective },
      { date },
    );

  it('compares dates by R4’s prefixes', () => {
    for (const date of [
      ...['2026', '2026-11', '2026-11-23', 'eq2026-11-23', '2026-11-23T10:00Z', '2026-11-23T10:00:00Z'],
      ...['ne2026-11-24', 'gt2026-11-22', 'lt2026-11-24', 'ge2026-11-23', 'le2026-11-23', 'sa2026-11-22'],
      ...['eb2026-11-24', 'ge2026-11-23T10:00:00Z', 'le2026-11-23T10:00:00Z', '1999,2026'],
    ])
      expect(time(date), date).to.equal(true);
    for (const date of [
      ...['2025', '2026-10', '2026-11-23T10:00:01Z', 'ne2026-11-23', 'gt2026-11-23', 'lt2026-11-23'],
      ...['ge2026-11-24', 'le2026-11-22', 'sa2026-11-23', 'eb2026-11-23', '1999,2000'],
    ])
      expect(time(date), date).to.equal(false);
    expect(time('2026-11-23', '2026-11'), 'a month is not within a day').to.equal(false);
    expect(time('ge2026-11-23', '2026-11'), 'but reaches after it').to.equal(true);
  });

  it('compares instants whatever their offset', () => {
    expect(time('2026-11-23T10:00:00Z', '2026-11-23T11:00:00+01:00')).to.equal(true);
    expect(time('gt2026-11-23T10:59:59Z', '2026-11-23T11:00:00+01:00')).to.equal(false);
    const lastUpdated = '2026-11-24T00:30:00+02:00';
    expect(fits('Goal', { meta: { lastUpdated } }, { _lastUpdated: '2026-11-23' })).to.equal(true);
    expect(time('2026-06-30', '2026-06-30T23:59:60Z'), 'a leap second').to.equal(true);
  });

  it('compares periods and several times', () => {
    const during = { effectivePeriod: { start: '2026-11-01', end: '2026-11-10' } };
    expect(time('2026-11', during)).to.equal(true);
    expect(time('2026-11-05', during)).to.equal(false);
    expect(time('ge2026-11-09', during)).to.equal(true);
    expect(time('ge2026-11-10', during), 'neither after that day nor within it').to.equal(false);
    expect(time('sa2026-11-01', { effectivePeriod: { end: '2026-11-10' } }), 'always until').to.equal(false);
    expect(time('gt2030', { effectivePeriod: { start: '2026-11-10' } }), 'ever since').to.equal(true);
    expect(time('2026', { effectiveTiming: { event: ['2026-01-01', '2026-12-31'] } })).to.equal(true);
    expect(time('2026-01', { effectiveTiming: { event: ['2026-01-01', '2026-12-31'] } })).to.equal(false);
  });

  it('never finds what is no date, and never throws', () => {
    const odd = ['25.11.2026', 'yesterday', '', '2026-13-01', '2026-02-30', '2026-11-23T25:00:00Z', '2026-1'];
    for (const date of odd) {
      expect(time('2026', date), date).to.equal(false);
      expect(time('ne2020', date), date).to.equal(false);
      for (const prefix of ['', 'ne', 'ge', 'lt']) expect(time(`${prefix}${date}`), date).to.equal(false);
    }
    for (const effective of [null, {}, { start: 'x' }, { start: 5 }, { end: {} }])
      expect(time('ne2020', { effectivePeriod: effective })).to.equal(false);
  });

  it('finds a canonical with its version, or any version of it', () => {
    const of = (questionnaire: string) => fits('QuestionnaireResponse', {}, { questionnaire });
    expect([of('https://example.org/q'), of('https://example.org/q|1')]).to.deep.equal([true, true]);
    expect([of('https://example.org/q|2'), of('https://example.org')]).to.deep.equal([false, false]);
  });

  it('sorts by every parameter of the type, and what has no value last', () => {
    for (const example of examples) {
      for (const name of [...Object.keys(example.finds), '_id', '_lastUpdated']) {
        const [without, full] = [make(example.type, { id: 'a' }), { ...foundByAll(example), id: 'b' }];
        for (const sort of [name, `-${name}`])
          expect(searchIn(example.type, [without, full], { _sort: sort }), sort).to.have.length(2);
      }
    }
    const goals = [
      ...[{ id: '1', startDate: '2026-11-02' }, { id: '2' }, { id: '3', startDate: '2026-11-01' }],
      { id: '4', startDate: 'yesterday' },
    ].map((changes) => make('Goal', { startDate: undefined, ...changes }));
    const order = (sort: string) => searchIn('Goal', goals, { _sort: sort }).map(({ id }) => id);
    expect(order('start-date,_id')).to.deep.equal(['3', '1', '2', '4']);
    expect(order('-start-date,-_id')).to.deep.equal(['1', '3', '4', '2']);
  });

  it('refuses everything else, naming it and the remedy', () => {
    for (const { type, unknown, finds } of examples) {
      for (const name of [...unknown, 'patient', 'subject:Patient', '__proto__', 'constructor', '_include']) {
        const { reason, message } = refusal(type, { [name]: 'x' });
        expect(reason).to.equal('invalid');
        expect(message).to.contain(`"${name}"`).and.to.contain(Object.keys(finds)[0]);
        if (name !== '__proto__') expect(refusal(type, { _sort: `_id,-${name}` }).message).to.contain(name);
      }
      for (const count of [-1, 1.5, 'many', ''])
        expect(refusal(type, { _count: count }).message).to.contain(`"${count}"`);
    }
    expect(refusal('Patient', {}).message).to.contain('"Patient"').and.to.contain('Goal');
  });

  it('bears holes and wrong types in what is stored', () => {
    for (const example of examples) {
      const names = Object.keys(foundByAll(example)).filter((name) => name !== 'resourceType');
      for (const odd of [null, [null], {}, [], 5, 'x', [{ coding: [null] }], [{ reference: 5 }], [[]]]) {
        const held = example.make(1, Object.fromEntries(names.map((name) => [name, odd])));
        for (const [name, [, finds]] of Object.entries(example.finds)) {
          expect(() => matches(held, { [name]: finds }), name).to.not.throw();
          expect(() => searchIn(example.type, [held, held], { _sort: name }), name).to.not.throw();
        }
        expect(() => personOf(held)).to.not.throw();
      }
    }
  });
});

describe('whose a resource is', () => {
  it('is said by each type in its place, without a version', () => {
    for (const { make: of } of examples) expect(personOf(of(7))).to.equal('Patient/7');
    const subject = { reference: 'Patient/1/_history/3' };
    expect(personOf(make('Goal', { subject }))).to.equal('Patient/1');
    expect(personOf(make('Task', { for: undefined, subject })), 'a Task has no subject').to.equal('');
  });

  it('is refused where nobody is named, or the type is not known', () => {
    for (const { type, make: of, nobody } of examples)
      expect(() => requirePerson(of(1, nobody)), type).to.throw(StoreError, type);
    const flag = { resourceType: 'Flag', subject: { reference: 'Patient/1' } } as unknown as Resource;
    expect(() => requirePerson(flag)).to.throw(StoreError, 'Goal');
  });
});
