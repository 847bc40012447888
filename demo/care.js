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
const server = { fhirBase: new URL('/fhir', location.href).href, outbox: 'device' };

/** Tells the widgets who looks, at which session, with how much support, and where answers are kept. */
export function provideCare({ viewer, support, session, instrument, storage }) {
  const author = viewer === 'client' ? CLIENT : THERAPIST;
  const care = { viewer, author, support, storage, ...server };
  Object.assign(provider, { ...care, encounter: `Encounter/session-${session}` });
  video.update({ ...care, encounter: `Encounter/video-${session}` });
  document.querySelector('#session-rating').instrument = instrument;
  document.querySelector('#form-rating').support = support; // has no provider
}

/** Every response that is kept about the client, newest first. */
export async function keptResponses() {
  const params = { subject: CLIENT, _sort: '-authored' };
  return (await provider.currentStore?.search('QuestionnaireResponse', params)) ?? [];
}

/** Sign-out: nothing about this person stays on the device. */
export async function endCare() {
  await Promise.all([provider.clear(), video.clear()]);
}
