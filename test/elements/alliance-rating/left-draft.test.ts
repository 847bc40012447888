import { expect, html } from '@open-wc/testing';
import type { AllianceRating, QuestionnaireResponse } from '../../../src/index.js';
import type { Draft } from '../../../src/context/drafts.js';
import { openDevice } from '../../../src/store/device/open-device.js';
import stored from '../../fixtures/session-alliance-1.json';
import { about } from '../../support/about.js';
import { expectAccessible } from '../../support/axe.js';
import { providerOf, settled } from '../../support/care.js';
import { rating } from '../../support/rating.js';
import { allByRole, byRole, focused, nameOf, option, textOf } from '../../support/screen.js';
import { until } from '../../support/until.js';

/*
 * What was begun with version 1.0.0 of the questions and not sent, when the page comes back with 2.0.0.
 */

const draft = stored.draft as Draft;
const { subject, author } = draft as { subject: string; author: string };
const device = openDevice();

const keys = async (): Promise<readonly string[]> =>
  (await device.drafts.list({ subject, author }, 'response')).map(({ key }) => key);

const open = (encounter = 'Encounter/4'): Promise<AllianceRating> =>
  rating(html`
    <alliance-provider
      storage="device"
      locale="en"
      subject=${subject}
      author=${author}
      encounter=${encounter}
    >
      <alliance-rating></alliance-rating>
    </alliance-provider>
  `);

const isOffered = (widget: AllianceRating): boolean => textOf(widget).includes('You had begun to answer');

async function press(widget: AllianceRating, name: string): Promise<void> {
  byRole(widget, 'button', name).click();
  await widget.updateComplete;
}

describe('alliance-rating: a draft of version 1.0.0', () => {
  beforeEach(async () => {
    await device.store.clear(subject);
    await device.drafts.clear(subject);
    await device.drafts.write(draft);
  });
  afterEach(async () => {
    await device.drafts.clear(subject);
  });

  it('is shown in its own words beside the questions of now, and answers none of them', async () => {
    const widget = await open();
    await until(() => isOffered(widget));
    expect(textOf(widget)).to.contain('It was not sent');
    expect(widget.answers).to.deep.equal({});
    expect(widget.response).to.equal(undefined);
    expect(allByRole(widget, 'radio').some((radio) => radio.matches(':checked'))).to.equal(false);
    widget.shadowRoot!.querySelector('summary')!.click();
    await until(() => textOf(widget).includes('got to know me as a person'));
    expect(textOf(widget)).to.contain('A little').and.to.contain('I was tired');
    await expectAccessible(widget);
  });

  it('stays when the new questions are answered and sent', async () => {
    const widget = await open();
    await until(() => isOffered(widget));
    option(widget, about.trust, /Half/).click();
    await press(widget, 'Send');
    await until(() => textOf(widget).includes('Thank you'));
    expect(isOffered(widget)).to.equal(true);
    const all = (await device.store.search('QuestionnaireResponse', { subject })) as QuestionnaireResponse[];
    expect(all.map(({ questionnaire }) => questionnaire?.split('|')[1])).to.deep.equal(['2.0.0']);
    expect(await device.drafts.read(draft.key)).to.deep.equal(draft);
  });

  it('is removed by the person, and brought back', async () => {
    const widget = await open();
    await until(() => isOffered(widget));
    await press(widget, 'Remove it');
    await until(async () => (await keys()).length === 0, 'it is removed');
    await until(() => nameOf(focused()!) === 'Bring it back', 'the way back has the focus');
    await press(widget, 'Bring it back');
    await until(() => isOffered(widget));
    await until(async () => (await device.drafts.read(draft.key)) !== undefined, 'it is kept again');
    expect(await device.drafts.read(draft.key)).to.deep.equal(draft);
  });

  it('is offered in its own session only', async () => {
    const widget = await open('Encounter/5');
    await settled(widget);
    // What is kept now was looked for before this answer is
    option(widget, about.trust, /Half/).click();
    await until(async () => (await keys()).length === 2);
    expect(isOffered(widget)).to.equal(false);
  });

  it('is gone after a sign-out, from the screen, too', async () => {
    const widget = await open();
    await until(() => isOffered(widget));
    await providerOf(widget).clear();
    await settled(widget);
    expect(await keys()).to.deep.equal([]);
    expect(isOffered(widget), textOf(widget)).to.equal(false);
    await until(() => allByRole(widget, 'radio').length > 0, 'the questions');
    option(widget, about.trust, /Half/).click();
    await until(async () => (await keys()).length === 1);
    expect(isOffered(widget)).to.equal(false);
  });
});
