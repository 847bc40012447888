import type { Provenance, QuestionnaireResponse, Reference } from '../resource.js';
import { provenancePatient, systems } from '../codes.js';

const operations = { 'entered-in-error': 'NULLIFY', amended: 'UPDATE' } as const;

const agent = (code: 'author' | 'enterer', who: Reference): Provenance['agent'][number] => ({
  type: { coding: [{ system: systems.participantType, code }] },
  who,
});

/**
 * Who gave this version of a response, and who typed it; written before the response is saved. Its target is the
 * response's identifier: the store adds the version that it became, and when that was recorded.
 * @param at ISO 8601 instant
 * @returns undefined where nobody is named, or the response has no identifier
 */
export function writeProvenance(response: QuestionnaireResponse, at: string): Provenance | undefined {
  const { resourceType: type, identifier, source, author, status, subject } = response;
  const agents = [
    ...(source ? [agent('author', source)] : []),
    ...(author ? [agent('enterer', author)] : []),
  ];
  if (identifier?.value === undefined || agents.length === 0) return undefined;
  const code = status in operations ? operations[status as keyof typeof operations] : 'CREATE';
  return {
    resourceType: 'Provenance',
    ...(subject && { extension: [{ url: provenancePatient, valueReference: subject }] }),
    target: [{ type, identifier }],
    recorded: at,
    activity: { coding: [{ system: systems.dataOperation, code }] },
    agent: agents,
  };
}
