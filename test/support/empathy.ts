import { html, type TemplateResult } from 'lit';
import { noMoment, type ConfirmedOutcome, type Moment } from '../../src/domain/empathy/moment.js';
import type { Side } from '../../src/domain/side.js';
import { linkOfMoment } from '../../src/fhir/communication/moment-reader.js';
import { writeMoment } from '../../src/fhir/communication/moment-writer.js';
import { writeThreadEntry } from '../../src/fhir/communication/thread-writer.js';
import type { Communication } from '../../src/fhir/resource.js';
import type { AllianceEmpathy, AllianceStore, Viewer } from '../../src/index.js';
import { inCare as widgetInCare, CLIENT, THERAPIST, widgetIn } from './care.js';

export { click, fill, reach, strike, write } from './acting.js';

/** The widget within a provider, as one of the people sees it. */
export const inCare = (
  store: AllianceStore | undefined,
  viewer?: Viewer,
  widget: TemplateResult = html`<alliance-empathy></alliance-empathy>`,
): TemplateResult => widgetInCare(store, widget, viewer);

/** Puts a template into the page and gives the widget in it, ready and in English. */
export const empathy = (
  template: TemplateResult = html`<alliance-empathy></alliance-empathy>`,
): Promise<AllianceEmpathy> => widgetIn('alliance-empathy', template);

const parties = { client: CLIENT, therapist: THERAPIST };

const about = (identifier: string, by: Side, at: string) => ({
  ...{ intent: 'give' as const, at, identifier, subject: CLIENT, author: parties[by], by, parties },
  ...{ language: 'en', told: ['therapist'], completion: 'self' as const, encounter: 'Encounter/1' },
  recipients: [parties[by === 'client' ? 'therapist' : 'client']],
});

/** A moment as it is stored, with whatever a test is about. */
export const momentWire = (part: Partial<Moment> = {}, identifier = 'm1', at = '2026-11-20T10:00:00.000Z') =>
  writeMoment(
    { ...noMoment, kind: 'missed', about: 'pace', words: 'We went too fast.', visibility: 'now', ...part },
    about(identifier, 'client', at),
  );

/** What was said to a moment, as it is stored. */
export function threadOn(
  moment: Communication,
  ...said: readonly ('read' | { readonly reply: string } | ConfirmedOutcome)[]
): readonly Communication[] {
  const link = linkOfMoment(moment);
  return said.map((one, index) => {
    const at = `2026-11-20T1${String(index + 1)}:00:00.000Z`;
    const id = `${moment.identifier?.[0]?.value ?? ''}-e${String(index)}`;
    const origin = (by: Side) => ({ moment: link, by, at, author: parties[by] });
    if (one === 'read')
      return writeThreadEntry({ kind: 'read', ...origin('therapist') }, about(id, 'therapist', at));
    if (typeof one === 'object')
      return writeThreadEntry(
        { kind: 'reply', ...origin('therapist'), words: one.reply },
        about(id, 'therapist', at),
      );
    return writeThreadEntry(
      { kind: 'confirmation', ...origin('client'), outcome: one },
      about(id, 'client', at),
    );
  });
}
