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

const CORE = 'http://hl7.org/fhir/StructureDefinition';
const SDC = 'http://hl7.org/fhir/uv/sdc/StructureDefinition';
const OWN = 'https://alliance-elements.org/fhir';

/** Extensions that we read or write: of the FHIR R4 core, of SDC, and our own. */
export const extensionUrls = {
  dataAbsentReason: `${CORE}/data-absent-reason`,
  itemControl: `${CORE}/questionnaire-itemControl`,
  sliderStepValue: `${CORE}/questionnaire-sliderStepValue`,
  minValue: `${CORE}/minValue`,
  maxValue: `${CORE}/maxValue`,
  ordinalValue: `${CORE}/ordinalValue`,
  itemWeight: `${CORE}/itemWeight`,
  choiceOrientation: `${CORE}/questionnaire-choiceOrientation`,
  hidden: `${CORE}/questionnaire-hidden`,
  optionPrefix: `${CORE}/questionnaire-optionPrefix`,
  optionExclusive: `${CORE}/questionnaire-optionExclusive`,
  unit: `${CORE}/questionnaire-unit`,
  unitOption: `${CORE}/questionnaire-unitOption`,
  entryFormat: `${CORE}/entryFormat`,
  displayCategory: `${CORE}/questionnaire-displayCategory`,
  renderingMarkdown: `${CORE}/rendering-markdown`,
  renderingXhtml: `${CORE}/rendering-xhtml`,
  translation: `${CORE}/translation`,
  criticalExtension: `${SDC}/sdc-rendering-criticalExtension`,
  calculatedExpression: `${SDC}/sdc-questionnaire-calculatedExpression`,
  enableWhenExpression: `${SDC}/sdc-questionnaire-enableWhenExpression`,
  /** Ours: the direction (`ltr` or `rtl`) in which the degrees were shown when the answer was given. */
  scaleDirection: `${OWN}/StructureDefinition/scale-direction`,
  /** Ours: who answered, `self`, `supported` or `proxy`. */
  completion: `${OWN}/StructureDefinition/completion`,
  /** Ours: who the person was told can see this, `therapist`, `team` or `supervisor`, one each. */
  toldAudience: `${OWN}/StructureDefinition/told-audience`,
} as const;

/** System of the identifiers that the library gives to responses. */
export const responseIdentifierSystem = `${OWN}/response-identifier`;
