/** Our own CodeSystem of scores: `total`, and the names of the subscales of an instrument. No LOINC code was found. */
export const scoreSystem = 'https://alliance-elements.org/fhir/CodeSystem/alliance-score';

/** Code systems of HL7. */
export const systems = {
  dataAbsentReason: 'http://terminology.hl7.org/CodeSystem/data-absent-reason',
  observationCategory: 'http://terminology.hl7.org/CodeSystem/observation-category',
  participantType: 'http://terminology.hl7.org/CodeSystem/provenance-participant-type',
  dataOperation: 'http://terminology.hl7.org/CodeSystem/v3-DataOperation',
  goalAchievement: 'http://terminology.hl7.org/CodeSystem/goal-achievement',
  loinc: 'http://loinc.org',
  ucum: 'http://unitsofmeasure.org',
} as const;

/** Whose record it is: R4 has no element for it, so this is R5's, as HL7 defines it for earlier versions. */
export const provenancePatient = 'http://hl7.org/fhir/5.0/StructureDefinition/extension-Provenance.patient';

const CORE = 'http://hl7.org/fhir/StructureDefinition';
const SDC = 'http://hl7.org/fhir/uv/sdc/StructureDefinition';
const PCO = 'http://hl7.org/fhir/us/pco/StructureDefinition';
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
  /** Who has said what to a goal; of the FHIR R4 core. */
  goalAcceptance: `${CORE}/goal-acceptance`,
  /** What the levels of a goal look like; of HL7's Person-Centered Outcomes 1.0.0. */
  goalAttainment: `${PCO}/pco-goal-attainment-scaling`,
  /** Ours, of a Goal: who or what helps. */
  helps: `${OWN}/StructureDefinition/helps`,
  /** Ours, of a Goal: the level at which it began, −1 or −2. */
  baseline: `${OWN}/StructureDefinition/baseline`,
  /** Ours, of a Goal: how important, and how hard, 0 to 3. */
  importance: `${OWN}/StructureDefinition/importance`,
  difficulty: `${OWN}/StructureDefinition/difficulty`,
  /** Ours, of a Goal: what one side wants changed: `by`, `at`, `text`, `level`, `due`. */
  proposedChange: `${OWN}/StructureDefinition/proposed-change`,
  /** Ours: who wrote this version. */
  writtenBy: `${OWN}/StructureDefinition/written-by`,
} as const;

/** Our own code systems of goals and of what hangs on them. */
export const goalSystems = {
  goal: `${OWN}/CodeSystem/alliance-goal`,
  task: `${OWN}/CodeSystem/alliance-task`,
} as const;

/** LOINC codes of HL7's Person-Centered Outcomes 1.0.0. */
export const goalLoinc = {
  measure: '107332-9',
  ratingByClient: '107334-5',
  ratingByTherapist: '107333-7',
} as const;

/** LOINC answers of goal attainment scaling: a table, they are not consecutive. */
export const levelCodes = {
  2: 'LA34479-8',
  1: 'LA34480-6',
  0: 'LA34481-4',
  '-1': 'LA34483-0',
  '-2': 'LA34484-8',
} as const;

/** Profiles of HL7's Person-Centered Outcomes 1.0.0. */
export const goalProfiles = {
  barrier: `${PCO}/pco-goal-barrier`,
  whatMatters: `${PCO}/pco-what-matters-assessment`,
} as const;

/** Systems of the identifiers that the library gives to goals and to what hangs on them. */
export const goalIdentifierSystem = `${OWN}/goal-identifier`;
export const goalEntryIdentifierSystem = `${OWN}/goal-entry-identifier`;
export const stepIdentifierSystem = `${OWN}/goal-step-identifier`;

/** System of the identifiers that the library gives to responses. */
export const responseIdentifierSystem = `${OWN}/response-identifier`;
