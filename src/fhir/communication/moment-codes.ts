const OWN = 'https://alliance-elements.org/fhir';

/** Extensions of moments; our own. */
export const momentUrls = {
  /** What would help: `kind`, `words`. */
  wantedHelp: `${OWN}/StructureDefinition/wanted-help`,
  /** When the therapist is shown it: `now` or `next`. */
  showAt: `${OWN}/StructureDefinition/show-at`,
} as const;

/** Our own code systems of what two people say to each other, and of moments. */
export const momentSystems = {
  /** `moment`, `reply`, `reading`, `confirmation`. */
  communication: `${OWN}/CodeSystem/alliance-communication`,
  /** Kinds, what a moment was about, and outcomes. */
  moment: `${OWN}/CodeSystem/alliance-moment`,
} as const;

/** HL7's code system of how confidential something is: `R` restricted, `V` very restricted. */
export const confidentiality = 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality';

/** Systems of the identifiers that the library gives to moments and to what is said to them. */
export const momentIdentifierSystem = `${OWN}/moment-identifier`;
export const momentEntryIdentifierSystem = `${OWN}/moment-entry-identifier`;
