// The same file that the page names in its script tag, so there is one copy
import { provideAlliance } from '../dist/alliance-elements.js';

const CLIENT = 'Patient/example';
const THERAPIST = 'Practitioner/example';

const provider = document.querySelector('#care');

/** For a part of the page with a session of its own, without a second provider element. */
const video = provideAlliance(document.querySelector('#video-panel'), {
  storage: 'device',
  subject: CLIENT,
  author: CLIENT,
  encounter: 'Encounter/video-1',
  audience: 'therapist team',
});

/** The server of `npm start`, on the address of the page. */
const server = { fhirBase: new URL('/fhir', location.href).href, outbox: 'device', drafts: 'device' };

/** Tells the widgets who looks, at which session, with how much support, and where answers are kept. */
export function provideCare({ viewer, support, session, instrument, storage }) {
  const [author, partner] = viewer === 'client' ? [CLIENT, THERAPIST] : [THERAPIST, CLIENT];
  const care = { viewer, author, partner, support, storage, ...server };
  Object.assign(provider, { ...care, encounter: `Encounter/session-${session}` });
  video.update({ ...care, encounter: `Encounter/video-${session}` });
  document.querySelector('#session-rating').instrument = instrument;
  document.querySelector('#form-rating').support = support; // has no provider
}

/** All that is kept about the client, each type newest first; who wrote it (Provenance) can't be searched by person. */
export async function keptResources() {
  const types = ['QuestionnaireResponse', 'Goal', 'Task', 'Observation'];
  const params = { subject: CLIENT, _sort: '-_lastUpdated' };
  const found = await Promise.all(types.map((type) => provider.currentStore?.search(type, params) ?? []));
  return found.flat();
}

/** Sign-out: nothing about this person stays on the device. */
export async function endCare() {
  await Promise.all([provider.clear(), video.clear()]);
}
