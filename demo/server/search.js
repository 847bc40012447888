import { badRequest, evalFhirPath, globalSchema, OperationOutcomeError } from '@medplum/core';

/**
 * What the engine's own search does not do: canonicals and targets with and without their version, a bare id for a
 * person, and sorting by dates and numbers as such.
 */

const bare = (canonical = '') => canonical.split('|')[0];

const ownTests = {
  questionnaire: ({ questionnaire = '' }, wanted) =>
    questionnaire === wanted || bare(questionnaire) === wanted,
  patient: (resource, wanted) => {
    const reference = (resource.subject ?? resource.patient)?.reference;
    return reference === (wanted.includes('/') ? wanted : `Patient/${wanted}`);
  },
  target: ({ target = [] }, wanted) =>
    target.some(({ reference = '' }) => reference === wanted || reference.split('/_history/')[0] === wanted),
};

/** A parameter that is not known would otherwise find everything, or nothing. */
export function requireKnown({ resourceType, filters = [] }) {
  const known = Object.keys(globalSchema.types[resourceType]?.searchParams ?? {});
  const unknown = filters.find(
    ({ code }) => !known.includes(code) && !code.startsWith('_') && !Object.hasOwn(ownTests, code),
  );
  if (!unknown) return;
  throw new OperationOutcomeError(
    badRequest(`There is no search parameter "${unknown.code}". Use one of: ${known.join(', ')}.`),
  );
}

/**
 * Parts a search in what is tested here and what the engine tests.
 * @param {import('@medplum/core').SearchRequest} request
 */
export function withoutOwnTests(request) {
  const filters = request.filters ?? [];
  const own = filters.filter(({ code }) => Object.hasOwn(ownTests, code));
  return {
    request: { ...request, filters: filters.filter((filter) => !own.includes(filter)) },
    fits: (resource) =>
      own.every(({ code, value }) => value.split(',').some((one) => ownTests[code](resource, one))),
  };
}

/** What a resource is sorted by; a missing value comes first. */
function sortKey(resource, code) {
  const own = { _id: resource.id, _lastUpdated: resource.meta.lastUpdated };
  if (Object.hasOwn(own, code)) return own[code];
  const expression = globalSchema.types[resource.resourceType]?.searchParams?.[code]?.expression;
  const [value] = expression ? evalFhirPath(expression, resource) : [];
  return typeof value === 'string' ? value : JSON.stringify(value ?? '');
}

export function sortedBy(resources, rules) {
  return [...resources].sort((one, other) => {
    for (const { code, descending } of rules) {
      const [a, b] = [sortKey(one, code), sortKey(other, code)];
      if (a !== b) return (a < b ? -1 : 1) * (descending ? -1 : 1);
    }
    return 0;
  });
}

const SUBSETTED = { system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue', code: 'SUBSETTED' };

/** Of what was found only the elements that `_elements` names, and what names a resource. */
export function onlyElements(bundle, elements) {
  if (bundle.type !== 'searchset' || elements === null) return bundle;
  const names = ['resourceType', 'id', ...elements.split(',')];
  const entry = (bundle.entry ?? []).map(({ resource, ...found }) => {
    const asked = Object.entries(resource).filter(([name]) => names.includes(name));
    const meta = { ...resource.meta, tag: [...(resource.meta.tag ?? []), SUBSETTED] };
    return { ...found, resource: { ...Object.fromEntries(asked), meta } };
  });
  return { ...bundle, ...(entry.length > 0 && { entry }) };
}
