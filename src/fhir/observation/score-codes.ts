/** Our own CodeSystem of scores: `total`, and the names of the subscales of an instrument. No LOINC code was found. */
export const scoreSystem = 'https://alliance-elements.org/fhir/CodeSystem/alliance-score';

/** Code systems of HL7. */
export const systems = {
  dataAbsentReason: 'http://terminology.hl7.org/CodeSystem/data-absent-reason',
  observationCategory: 'http://terminology.hl7.org/CodeSystem/observation-category',
  participantType: 'http://terminology.hl7.org/CodeSystem/provenance-participant-type',
  dataOperation: 'http://terminology.hl7.org/CodeSystem/v3-DataOperation',
  ucum: 'http://unitsofmeasure.org',
} as const;

/** Whose record it is: R4 has no element for it, so this is R5's, as HL7 defines it for earlier versions. */
export const provenancePatient = 'http://hl7.org/fhir/5.0/StructureDefinition/extension-Provenance.patient';
