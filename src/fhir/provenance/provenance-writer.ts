import type { Provenance, QuestionnaireResponse, Reference, Resource } from '../resource.js';
import { provenancePatient, systems } from '../codes.js';

type Operation = 'CREATE' | 'UPDATE' | 'NULLIFY';

/** Who gave a version, and who typed it. */
interface Writers {
  readonly author?: Reference | undefined;
  readonly enterer?: Reference | undefined;
}

interface Version extends Writers {
  readonly of: Resource;
  readonly identifier: Reference['identifier'];
  readonly subject: Reference | undefined;
  readonly operation: Operation;
  /** ISO 8601 instant. */
  readonly at: string;
}

const agent = (code: 'author' | 'enterer', who: Reference): Provenance['agent'][number] => ({
  type: { coding: [{ system: systems.participantType, code }] },
  who,
});

/**
 * Who wrote a version of a resource; written before the resource is saved. Its target is the resource's identifier: the
 * store adds the version that it became, and when that was recorded. Undefined where nobody is named, or the resource has
 * no identifier.
 */
function provenanceOf({
  of,
  identifier,
  subject,
  author,
  enterer,
  operation,
  at,
}: Version): Provenance | undefined {
  const agents = [
    ...(author ? [agent('author', author)] : []),
    ...(enterer ? [agent('enterer', enterer)] : []),
  ];
  if (identifier?.value === undefined || agents.length === 0) return undefined;
  return {
    resourceType: 'Provenance',
    ...(subject && { extension: [{ url: provenancePatient, valueReference: subject }] }),
    target: [{ type: of.resourceType, identifier }],
    recorded: at,
    activity: { coding: [{ system: systems.dataOperation, code: operation }] },
    agent: agents,
  };
}

const responseOperations: Readonly<Record<string, Operation>> = {
  'entered-in-error': 'NULLIFY',
  amended: 'UPDATE',
};

/** Who gave this version of a response, and who typed it. */
export function writeProvenance(response: QuestionnaireResponse, at: string): Provenance | undefined {
  const { identifier, source, author, status, subject } = response;
  const operation = responseOperations[status] ?? 'CREATE';
  return provenanceOf({ of: response, identifier, subject, author: source, enterer: author, operation, at });
}

/** Something that two sides write, each in its own name. */
interface Shared {
  readonly identifier?: readonly NonNullable<Reference['identifier']>[] | undefined;
  readonly subject?: Reference | undefined;
  readonly for?: Reference | undefined;
  readonly id?: string | undefined;
}

interface Writing {
  readonly at: string;
  readonly author?: string | undefined;
  readonly intent: 'keep' | 'give' | 'withdraw';
}

/** Who wrote this version of something that both sides write. */
export function writeAuthorship(
  resource: Resource & Shared,
  { at, author, intent }: Writing,
): Provenance | undefined {
  const { identifier, subject, for: person }: Shared = resource;
  return provenanceOf({
    of: resource,
    identifier: identifier?.[0],
    subject: subject ?? person,
    author: author === undefined ? undefined : { reference: author },
    operation: intent === 'withdraw' ? 'NULLIFY' : resource.id === undefined ? 'CREATE' : 'UPDATE',
    at,
  });
}
