export { AllianceProvider } from './elements/alliance-provider/alliance-provider.js';
export { provideAlliance, type AllianceProvision } from './elements/alliance-provider/provide-alliance.js';
export type { ProviderOptions, Storage } from './elements/alliance-provider/build-provided.js';
export { addLanguage, overrideWords, type TranslationStatus } from './i18n/portal-words.js';
export { languageStatus } from './i18n/languages.js';
export type { WordTree } from './i18n/vocabulary.js';
export {
  AllianceActEvent,
  AllianceConflictEvent,
  AllianceErrorEvent,
  AllianceQueuedEvent,
  AllianceSavedEvent,
  AllianceSubmitEvent,
  type AllianceReason,
} from './controllers/widget/events.js';
export { AllianceGoalEvent, type GoalAction } from './controllers/widget/goal-event.js';
export { AllianceMomentEvent } from './controllers/widget/moment-event.js';
export type {
  AllianceStore,
  Outbox,
  SaveResult,
  SearchParams,
  StoreChange,
  StoreFailure,
  StoreReason,
  Waiting,
} from './context/store.js';
export type { Audience, Layout, Support, Viewer } from './context/provided.js';
export type { MomentAction } from './domain/empathy/refusals.js';
export type { PlainMoment } from './domain/empathy/plain.js';
export type { Attainments } from './domain/goals/attainment.js';
export type { PlainGoal } from './domain/goals/plain.js';
export type { PlainAnswers } from './domain/instrument/plain-answers.js';
export type { Scores } from './domain/instrument/scoring.js';
export type { Questionnaire, QuestionnaireResponse, Resource } from './fhir/resource.js';
