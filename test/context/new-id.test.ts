import { expect, html } from '@open-wc/testing';
import { about } from '../support/about.js';
import type { QuestionnaireResponse } from 'fhir/r4.js';
import { newId } from '../../src/context/new-id.js';
import { freshServer, storeOn } from '../support/fhir-server.js';
import { rating } from '../support/rating.js';
import { byRole, option, textOf } from '../support/screen.js';
import { until } from '../support/until.js';

/** As on a page that is served over plain http. */
function withoutRandomUuid(): () => void {
  const usual = Object.getOwnPropertyDescriptor(Crypto.prototype, 'randomUUID')!;
  Object.defineProperty(Crypto.prototype, 'randomUUID', { value: undefined, configurable: true });
  return () => {
    Object.defineProperty(Crypto.prototype, 'randomUUID', usual);
  };
}

describe('ids', () => {
  let restore: () => void;
  beforeEach(() => (restore = withoutRandomUuid()));
  afterEach(() => {
    restore();
  });

  it('are UUIDs of version 4, each another', () => {
    const made = Array.from({ length: 1000 }, newId);
    for (const id of made)
      expect(id).to.match(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(new Set(made).size).to.equal(1000);
  });

  for (const storage of ['none', 'memory', 'device'] as const) {
    it(`are given on a page without crypto.randomUUID, with storage="${storage}"`, async () => {
      const widget = await rating(html`
        <alliance-provider storage=${storage} subject="Patient/plain-http">
          <alliance-rating></alliance-rating>
        </alliance-provider>
      `);
      option(widget, about.person, /not at all/).click();
      expect(widget.response?.identifier?.value).to.match(/^[\da-f-]{36}$/);
      if (storage === 'none') return;
      await widget.updateComplete;
      byRole(widget, 'button', 'Send').click();
      await until(() => textOf(widget).includes('Thank you'));
      await widget.closest('alliance-provider')!.clear();
    });
  }

  it('are given there to what is sent to a server, and waits for it', async () => {
    const base = freshServer();
    const widget = await rating(html`
      <alliance-provider storage="fhir" outbox="device" fhir-base=${base} subject="Patient/1">
        <alliance-rating></alliance-rating>
      </alliance-provider>
    `);
    option(widget, about.person, /not at all/).click();
    await widget.updateComplete;
    byRole(widget, 'button', 'Send').click();
    await until(() => textOf(widget).includes('Thank you'));
    const [stored] = await until(async () => {
      const found = await storeOn(base).search('QuestionnaireResponse', { subject: 'Patient/1' });
      return found.length === 1 && (found as QuestionnaireResponse[]);
    });
    expect(stored?.identifier?.value).to.match(/^[\da-f-]{36}$/);
  });
});
