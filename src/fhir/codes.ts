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
