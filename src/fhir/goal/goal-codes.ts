const CORE = 'http://hl7.org/fhir/StructureDefinition';
const PCO = 'http://hl7.org/fhir/us/pco/StructureDefinition';
const OWN = 'https://alliance-elements.org/fhir';

/** Extensions of goals: of the FHIR R4 core, of HL7's Person-Centered Outcomes, and our own. */
export const goalUrls = {
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

/** Code systems that only goals need. */
export const systemsOfGoals = {
  achievement: 'http://terminology.hl7.org/CodeSystem/goal-achievement',
  loinc: 'http://loinc.org',
} as const;

/** Our own code system of goals and of what hangs on them. */
export const goalSystem = `${OWN}/CodeSystem/alliance-goal`;

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
