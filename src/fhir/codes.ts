const CORE = 'http://hl7.org/fhir/StructureDefinition';
const OWN = 'https://alliance-elements.org/fhir';

/** Extensions that we read or write: of the FHIR R4 core, one of SDC, and two of our own. */
export const extensionUrls = {
  dataAbsentReason: `${CORE}/data-absent-reason`,
  minValue: `${CORE}/minValue`,
  maxValue: `${CORE}/maxValue`,
  ordinalValue: `${CORE}/ordinalValue`,
  itemWeight: `${CORE}/itemWeight`,
  criticalExtension: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-rendering-criticalExtension',
  /** Ours: the direction (`ltr` or `rtl`) in which the degrees were shown when the answer was given. */
  scaleDirection: `${OWN}/StructureDefinition/scale-direction`,
  /** Ours: who answered, `self`, `supported` or `proxy`. */
  completion: `${OWN}/StructureDefinition/completion`,
} as const;

/** System of the identifiers that the library gives to responses. */
export const responseIdentifierSystem = `${OWN}/response-identifier`;
