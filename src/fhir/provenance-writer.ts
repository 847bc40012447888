import type { Provenance, QuestionnaireResponse, Reference } from './resource.js';
import { provenancePatient, systems } from './score-codes.js';

const operations = { 'entered-in-error': 'NULLIFY', amended: 'UPDATE' } as const;

const agent = (code: 'author' | 'enterer', who: Reference): Provenance['agent'][number] => ({
  type: { coding: [{ system: systems.participantType, code }] },
  who,
});

/**
 * Who gave this version of a response, and who typed it. Its id follows from the response's id and version, so that
 * writing it again does not double it.
 * @param recorded ISO 8601 instant
 * @returns undefined where nobody is named, or the version is not known
 */
export function writeProvenance(response: QuestionnaireResponse, recorded: string): Provenance | undefined {
  const { id, meta, source, author, status, subject } = response;
  const agents = [
    ...(source ? [agent('author', source)] : []),
    ...(author ? [agent('enterer', author)] : []),
  ];
  if (id === undefined || meta?.versionId === undefined || agents.length === 0) return undefined;
  const code = status in operations ? operations[status as keyof typeof operations] : 'CREATE';
  return {
    resourceType: 'Provenance',
    ...(subject && { extension: [{ url: provenancePatient, valueReference: subject }] }),
    // At most 64 characters (R4 id); the end tells two versions apart
    id: `${id}-${meta.versionId}`.replace(/[^A-Za-z0-9\-.]/g, '-').slice(-64),
    target: [{ reference: `QuestionnaireResponse/${id}/_history/${meta.versionId}` }],
    recorded,
    activity: { coding: [{ system: systems.dataOperation, code }] },
    agent: agents,
  };
}
