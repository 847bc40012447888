import { UNREADABLE, type Told } from '../domain/told.js';
import { extensionUrls } from './codes.js';
import { compact, type Extension, type Resource } from './resource.js';
import { codeIn, extensionsOf, isObject, withoutHoles } from './loose.js';

/** The token of one extension, whichever `value[x]` another system gave it. */
function tokenIn(extension: object): string {
  const [, value] = Object.entries(extension).find(([key]) => key.startsWith('value')) ?? [];
  return codeIn(value)?.trim() ?? UNREADABLE;
}

/** Who a person was told can see a resource; what cannot be read was told all the same. */
export function readTold(resource: unknown): Told {
  return [...new Set(extensionsOf(resource, extensionUrls.toldAudience).map(tokenIn))];
}

/** Extensions with what was told, one for each token; those that say so already stay as they are. */
export function withToldIn(extensions: readonly Extension[] | undefined, told: Told): Extension[] {
  const former = withoutHoles(extensions);
  const isTold = ({ url }: Extension): boolean => url === extensionUrls.toldAudience;
  const kept = former.filter((extension) => !isTold(extension) || told.includes(tokenIn(extension)));
  const said = kept.filter(isTold).map(tokenIn);
  const added = told
    .filter((token) => !said.includes(token))
    .map((valueCode) => ({ url: extensionUrls.toldAudience, valueCode }));
  return [...kept, ...added];
}

/** The resource with what was told, as {@link withToldIn}. */
export function withTold<Wire extends Resource>(resource: Wire, told: Told): Wire {
  const { extension } = resource as { extension?: Extension[] };
  return compact<Resource>({ ...resource, extension: withToldIn(extension, told) }) as Wire;
}

/** What hangs on another resource, such as a step on its goal, tells what that one tells. */
export const toldLike = <Wire extends Resource>(resource: Wire, root: Resource): Wire =>
  withTold(resource, readTold(root));

/** What says whose a resource is, of which kind, and when it was given; nothing of what it says. */
const outside: readonly string[] = [
  ...['resourceType', 'id', 'identifier', 'status', 'lifecycleStatus', 'intent', 'category', 'code'],
  ...['subject', 'for', 'encounter', 'author', 'source', 'sender', 'requester', 'performer'],
  ...['questionnaire', 'authored', 'authoredOn', 'sent', 'effectiveDateTime', 'recorded'],
];

/** A resource as it is held for somebody whom the person was not told of: enough to know it again, and no content. */
export function veiled<Wire extends Resource>(resource: Wire): Wire {
  const { versionId, lastUpdated } = isObject(resource.meta) ? resource.meta : {};
  const shell = Object.fromEntries(Object.entries(resource).filter(([key]) => outside.includes(key)));
  const meta = compact<object>({ versionId, lastUpdated });
  return withTold({ ...shell, meta } as unknown as Wire, readTold(resource));
}
